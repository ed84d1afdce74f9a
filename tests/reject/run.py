#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Compiles every program below a folder with the checker and compares what it reports.

A line that has to be rejected ends in `// expect: RULE` (or `// expect: RULE, RULE` where two
diagnostics belong to one line).  Exactly these, and nothing else, must be reported.
`// options: …` adds options to the compiler's command line.

--mutations switches off one rule after the other, and demands that a test of the rule notices.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

OPTIONS = re.compile(r"^//\s*options:\s*(.+)$", re.MULTILINE)
SAYS = re.compile(r"^//\s*says:\s*(.+)$", re.MULTILINE)
EXPECT = re.compile(r"//\s*expect:\s*([a-z-]+(?:,\s*[a-z-]+)*)\s*$")
LANGUAGE = ("--target=x86_64-linux-gnu -std=c++23 -O2 -ffreestanding -nostdinc -nostdinc++ "
            "-fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-use-cxa-atexit -DREX_SDK "
            "-include rex/rex.hpp -fsyntax-only").split()


def expected(source):
    """The rules a source names, as a sorted list of (line, rule)."""
    found = []
    for number, line in enumerate(source.read_text().splitlines(), 1):
        match = EXPECT.search(line)
        if match:
            found += [(number, rule.strip()) for rule in match.group(1).split(",")]
    return sorted(found)


def reported(options, source, disabled=None):
    """What the checker says: the diagnostics, or None with the compiler's output."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [options.clang, "--no-default-config", *LANGUAGE,
                   "-isystem", options.sdk, "-isystem", options.abi,
                   f"-fplugin={options.checker}",
                   f"-fplugin-arg-rex-sdk={options.sdk}", f"-fplugin-arg-rex-abi={options.abi}",
                   f"-fplugin-arg-rex-diagnostics={out.name}"]
        if disabled:
            command.append(f"-fplugin-arg-rex-disable={disabled}")
        if extra := OPTIONS.search(source.read_text()):
            command += extra.group(1).split()
        done = subprocess.run([*command, "--", str(source)], capture_output=True, text=True)
        try:
            diagnostics = json.loads(pathlib.Path(out.name).read_text())
        except json.JSONDecodeError:
            return None, done.stderr
        if done.returncode not in (0, 1):
            return None, done.stderr
        errors = [d for d in diagnostics if d["severity"] == "error"]
        if bool(errors) != (done.returncode == 1):
            return None, f"exit status {done.returncode} with {len(errors)} errors\n{done.stderr}"
        return errors, done.stderr


def said(source, errors, output):
    """An empty text, or what a user does not get to read: `says:` of the source, in three lines for each error."""
    wanted = SAYS.findall(source.read_text())
    texts = [d["message"] + "\n" + d["remedy"] for d in errors]
    missing = [text for text in wanted if not any(text in t for t in texts)]
    lines = [line for line in output.splitlines() if not re.match(r"\d+ errors? generated", line)]
    if missing:
        return f"nothing says '{missing[0]}':\n{output}"
    if wanted and len(lines) > 3 * len(errors):
        return f"{len(lines)} lines for {len(errors)} errors:\n{output}"
    return ""


def check(options, source):
    """An empty text, or what differs."""
    errors, output = reported(options, source)
    if errors is None:
        return output
    actual = sorted((d["line"], d["rule"]) for d in errors)
    wanted = expected(source)
    if actual == wanted:
        unhelpful = [d for d in errors if d["rule"] != "compiler" and not d["remedy"]]
        return "".join(f"line {d['line']}: no remedy\n" for d in unhelpful) or said(source, errors, output)
    text = "".join(f"line {line}: {rule} was expected\n" for line, rule in wanted
                   if (line, rule) not in actual)
    for d in errors:
        if (d["line"], d["rule"]) not in wanted:
            text += f"line {d['line']}: unexpected {d['rule']}: {d['message']}\n"
    return text or f"reported: {actual}\n"


def mutate(options, rule, sources):
    """An empty text, or why nobody would notice that a rule is gone."""
    for source in sources:
        wanted = expected(source)
        if any(r == rule for _, r in wanted):
            errors, output = reported(options, source, disabled=rule)
            if errors is None:
                return output
            if sorted((d["line"], d["rule"]) for d in errors) != wanted:
                return ""  # the test notices
    return f"no test fails without {rule}\n"


def rules(options):
    with tempfile.NamedTemporaryFile(suffix=".json") as out, \
            tempfile.NamedTemporaryFile(suffix=".cpp") as empty:
        subprocess.run([options.clang, "-fsyntax-only", f"-fplugin={options.checker}",
                        "-fplugin-arg-rex-sdk=.", "-fplugin-arg-rex-abi=.",
                        f"-fplugin-arg-rex-list-rules={out.name}", empty.name],
                       capture_output=True)
        return json.loads(pathlib.Path(out.name).read_text())


def main():
    here = pathlib.Path(__file__).resolve().parent
    root = here.parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checker", required=True)
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--sdk", default=str(root / "sdk"))
    parser.add_argument("--abi", default=str(root / "abi"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--mutations", action="store_true")
    parser.add_argument("--pages", help="folder with a page for each rule")
    parser.add_argument("programs", nargs="*", default=[str(here)])
    options = parser.parse_args()

    sources = []
    for path in map(pathlib.Path, options.programs):
        sources += sorted(path.rglob("*.cpp")) if path.is_dir() else [path]
    sources = [s for s in sources if "known-misses" not in s.parts and "include" not in s.parts
               and "parts" not in s.parts]

    if options.mutations:
        # What only the driver can check has tests of its own: parts/.
        work = {rule["rule"]: (mutate, rule["rule"], sources) for rule in rules(options)
                if rule["family"] != "parts"}
    else:
        work = {str(s.relative_to(here) if s.is_relative_to(here) else s): (check, s)
                for s in sources}
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        futures = {name: pool.submit(call, options, *arguments)
                   for name, (call, *arguments) in work.items()}
        for name, future in futures.items():
            if problem := future.result():
                failed += 1
                print(f"{name}\n  " + problem.rstrip().replace("\n", "\n  "))
    if options.pages:
        names = {rule["rule"] for rule in rules(options)}
        pages = {page.stem for page in pathlib.Path(options.pages).glob("*.md")} - {"README"}
        for name in sorted(names ^ pages):
            failed += 1
            print(f"{name}: " + ("no page" if name in names else "a page without a rule"))
        work.update(dict.fromkeys(f"page {name}" for name in names))
    if options.mutations:
        print(f"report: {len(work) - failed} of {len(work)} rules: a test fails without each")
    else:
        print(f"report: {len(sources)} programs to reject and {len(work) - len(sources)} pages of rules, {failed} failed")
    print(f"{len(work) - failed} passed, {failed} failed")
    return 1 if failed or not work else 0


sys.exit(main())
