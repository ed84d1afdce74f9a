#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Runs programs in user space and in the kernel, and compares what comes of each: the value or the
panic with its place and values, and what is in the maps afterwards.

The programs are those of tests/accept, which also say what they return, and those of cases.txt.
Without --kernel only user space is asked, and compared with what the sources say.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXPECT = re.compile(r"^//\s*expect:\s*(value|panic)\s+(.+?)\s*$", re.MULTILINE)
# How long a program ran and how large its frames are differ; that it was too long and too large does
# not.
MEASURED = re.compile(r"\d+ (us|bytes below its limit)")


def fail(text):
    sys.exit(f"behaviour: {text}")


def read_cases():
    """Sources, and the lines that the runners read: EXTENSION PROGRAM [QUEUE=NUMBER,…]…"""
    sources, lines, expected = {}, [], {}
    for source in sorted((ROOT / "tests/accept").glob("*.cpp")):
        match = EXPECT.search(source.read_text())
        if not match:
            fail(f"{source} does not say what its program returns")
        sources[source.stem] = source
        expected[source.stem] = match.groups()
    for line in (HERE / "cases.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            place, *rest = line.split()
            source = ROOT / place
            if sources.setdefault(source.stem, source) != source:
                fail(f"two sources are called {source.stem}")
            lines.append(" ".join([source.stem, *rest]))
    return sources, lines, expected


def build(rex, source, folder):
    """Builds a source for the kernel.  An empty text, or why that is not possible."""
    done = subprocess.run([rex, "build", str(source), "-o", str(folder / f"{source.stem}.rex")],
                          capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.strip()


def in_user_space(options, sources, lines):
    """Each case's result, by its line."""
    stems = {line.split()[0] for line in lines}
    done = subprocess.run([options.rex, "simulate", "--cases",
                           *[str(source) for stem, source in sources.items() if stem in stems]],
                          input="\n".join(lines), capture_output=True, text=True)
    return by_line(done, lines)


def by_line(done, lines):
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(answers) != len(lines):
        fail(f"{len(lines)} cases, {len(answers)} results, status {done.returncode}:\n"
             f"{done.stdout[-2000:]}{done.stderr[-4000:]}")
    for answer in answers:
        answer["panic"] = MEASURED.sub(r"some \1", answer.get("panic", ""))
    return dict(zip(lines, answers))


def in_kernel(options, kernel, sources, lines):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            pending = {stem: pool.submit(build, options.rex, source, folder)
                       for stem, source in sources.items()}
            refused = {stem: task.result() for stem, task in pending.items() if task.result()}
        missing = {line: {"outcome": refused[line.split()[0]]} for line in lines
                   if line.split()[0] in refused}
        lines = [line for line in lines if line not in missing]
        (folder / "cases").write_text("\n".join(lines) + "\n")
        done = subprocess.run([str(ROOT / "vm/run.py"), "--build-dir", str(options.build_dir),
                               "--kernel", kernel, "--memory", "512", "--timeout", "300", "--expect-clean",
                               "--add", f"{folder}:/opt/rex/behaviour",
                               "--add", f"{options.build_dir}/tests/behaviour/behaviour_kernel"
                               ":/opt/rex/behaviour_kernel",
                               "--", "/opt/rex/behaviour_kernel", "/opt/rex/behaviour"],
                              capture_output=True, text=True)
        return missing | by_line(done, lines)


def expected_difference(result, wanted):
    """An empty text, or how a result is not what the source says."""
    kind, text = wanted
    if kind == "value":
        actual = f"value {result['value']}" if result["outcome"] == "returned" else str(result)
        return "" if actual == f"value {text}" else f"expected value {text}, got {actual}"
    panic, first, second, *_ = text.split()
    if result.get("reason") != [int(panic), int(first), int(second)]:
        return f"expected panic {text}, got {result}"
    return ""


def difference(ours, theirs):
    return "; ".join(f"{member}: {str(ours.get(member))[:200]} here, "
                     f"{str(theirs.get(member))[:200]} there"
                     for member in ("outcome", "value", "panic", "maps")
                     if ours.get(member) != theirs.get(member))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build-dir", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--kernel", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    options.rex = str(options.build_dir / "bin/rex")

    sources, lines, expected = read_cases()
    # Which programs the accepted sources have, user space says.
    accepted = [str(sources[stem]) for stem in expected]
    done = subprocess.run([options.rex, "simulate", *accepted], capture_output=True, text=True)
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if {answer["extension"] for answer in answers} != set(expected):
        fail(f"not every accepted program ran, status {done.returncode}:\n{done.stderr[-4000:]}")
    failed = 0
    user_space = {}
    for answer in answers:
        line = f"{answer['extension']} {answer['program']}"
        lines.append(line)
        answer["panic"] = MEASURED.sub(r"some \1", answer.get("panic", ""))
        user_space[line] = answer
        if problem := expected_difference(answer, expected[answer["extension"]]):
            failed += 1
            print(f"{line}\n  {problem}")
    own = [line for line in lines if line not in user_space]
    user_space |= in_user_space(options, sources, own)

    not_yet = {line.split(":")[0] for line in (HERE / "not-yet.txt").read_text().splitlines()
               if line and not line.startswith("#")}
    compared = len(answers)
    for kernel in options.kernel:
        there = in_kernel(options, kernel, sources, lines)
        for line in lines:
            problem = difference(user_space[line], there[line])
            if line.split()[0] in not_yet:
                problem = "" if problem else "comes out the same: take it off not-yet.txt"
            else:
                compared += 1
            if problem:
                failed += 1
                print(f"{line}\n  kernel {kernel}: {problem}")
    where = " and ".join(["user space, under sanitizers", *(f"{k}" for k in options.kernel)])
    print(f"report: {compared - failed} of {compared} runs as expected, in {where}")
    print(f"{compared - failed} passed, {failed} failed")
    return 1 if failed or not compared else 0


sys.exit(main())
