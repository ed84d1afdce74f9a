#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Extensions of several files.

Each folder of tests/reject/parts is one that `rex check --together` has to refuse; its file
`expect` names each diagnostic as `RULE FILE:LINE`, and nothing else must be reported.
Each folder of tests/accept/parts is one that `rex build` accepts.  Whatever the order in which
the files are given, and wherever they are, the object has the same bytes.  What it returns, the
kernel's tests look at: `value N` in its file `expect`.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent


def run(*command, cwd=None):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=cwd,
                          stdin=subprocess.DEVNULL)


def lines(file):
    return [line for line in file.read_text().splitlines() if line and not line.startswith("#")]


def refused(rex, case):
    """An empty text, or what differs."""
    sources = sorted(case.glob("*.cpp"))
    wanted = sorted(lines(case / "expect"))
    for order in (sources, sources[::-1]):
        done = run(rex, "check", "--together", "--json", *order)
        if done.returncode != 1:
            return f"exit status {done.returncode}\n{done.stderr}"
        diagnostics = json.loads(done.stdout)
        actual = sorted(f"{d['rule']} {pathlib.Path(d['file']).name}:{d['line']}"
                        for d in diagnostics)
        if actual != wanted:
            return f"expected {wanted}\nreported {actual}\n{done.stderr}"
        if unhelpful := [d for d in diagnostics if not d["remedy"]]:
            return f"no remedy: {unhelpful}\n"
        for d in diagnostics:
            if f"[rex-{d['rule']}]" not in done.stderr or d["message"] not in done.stderr:
                return f"not on stderr: {d['message']}\n{done.stderr}"
            # Faults between files name both of them.
            if d["rule"].startswith("part-") and d["rule"] != "part-undefined":
                named = set(re.findall(r"'([a-z_]+\.cpp)'", d["message"]))
                if len(named) != 2:
                    return f"names {sorted(named)}, not two files: {d['message']}\n"
        with tempfile.TemporaryDirectory() as folder:
            done = run(rex, "build", *order, "--name", "x", "-o", pathlib.Path(folder) / "x.rex")
            if done.returncode != 1 or list(pathlib.Path(folder).iterdir()):
                return f"rex build: exit status {done.returncode}, or it left a file\n"
    return ""


def accepted(rex, case):
    """An empty text, or what went wrong."""
    sources = sorted(case.glob("*.cpp"))
    done = run(rex, "check", "--together", *sources)
    if done.returncode != 0 or done.stderr:
        return f"rex check: exit status {done.returncode}\n{done.stderr}"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copy = shutil.copytree(case, folder / "elsewhere")
        objects = []
        for number, order in enumerate((sources, sources[::-1],
                                        [pathlib.Path(s.name) for s in sources])):
            objects.append(folder / f"{number}.rex")
            done = run(rex, "build", *order, "--name", case.name, "-o", objects[-1],
                       cwd=None if order[0].is_absolute() else copy)
            if done.returncode != 0 or done.stderr:
                return f"rex build: exit status {done.returncode}\n{done.stderr}"
        first, *others = [o.read_bytes() for o in objects]
        if any(o != first for o in others):
            return "the object depends on the order of the files, or on their place\n"
        if str(TESTS).encode() in first or name.encode() in first:
            return "the object holds a path of this machine\n"
    return ""


def alone(rex, case):
    """A file that needs another one is no extension: an empty text, or what went wrong."""
    source = sorted(case.glob("*.cpp"))[0]
    done = run(rex, "check", source)
    return "" if done.returncode == 1 else "accepted without the other files\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rex", required=True, type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    options = parser.parse_args()

    work = {}
    for kind, call in (("reject", refused), ("accept", accepted)):
        for case in sorted((TESTS / kind / "parts").iterdir()):
            if case.is_dir() and (not options.cases or
                                  case in [c.resolve() for c in options.cases]):
                work[f"{kind} {case.name}"] = (call, case)
    if not options.cases:
        work["alone"] = (alone, TESTS / "accept" / "parts" / "two_files")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        futures = {name: pool.submit(call, options.rex.resolve(), case)
                   for name, (call, case) in work.items()}
        for name, future in futures.items():
            if problem := future.result():
                failed += 1
                print(f"{name}\n  " + problem.rstrip().replace("\n", "\n  "))
    print(f"{len(work) - failed} passed, {failed} failed")
    return 1 if failed or not work else 0


sys.exit(main())
