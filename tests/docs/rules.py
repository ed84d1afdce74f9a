#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""The pages of docs/rules/: one for each rule, and every program on them as it says.

    ```cpp rejected                must be rejected, with the page's rule and no other
    ```cpp rejected options=-X     the same, when clang is called with one more option
    ```cpp accepted                must be accepted
    ```LANGUAGE file=NAME          is written as NAME, beside the programs below it

A program gets the licence line and the SDK's #include before its first line, and nothing else
(`bare` after `rejected`: not even these).
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
START = "// SPDX-License-Identifier: GPL-2.0-only\n#include <rex/rex.hpp>\n\n"


class Page:
    """A page, and where its programs are written."""

    def __init__(self, path, folder):
        self.rule = path.stem
        self.text = path.read_text()
        self.programs = []  # (name, path, rejected?, options)
        self.folder = folder / self.rule
        self.folder.mkdir()
        for number, match in enumerate(BLOCK.finditer(self.text), 1):
            words = match.group(1).split()
            options = dict(word.split("=", 1) for word in words if "=" in word)
            if "file" in options:
                (self.folder / options["file"]).write_text(match.group(2))
            elif len(words) > 1:
                source = self.folder / f"program{number}.cpp"
                source.write_text(("" if "bare" in words else START) + match.group(2))
                self.programs.append((f"{self.rule}: program {number}", source,
                                      words[1] == "rejected", options.get("options")))

    def fault(self, summary):
        """An empty text, or what is wrong with the form."""
        lines = self.text.splitlines()
        title = f"# {self.rule}: {summary}"
        if lines[:2] != ["<!-- SPDX-License-Identifier: GPL-2.0-only -->", title]:
            return f"does not begin with the licence line and:\n{title}"
        for part in ("**What.**", "**Why.**", "**Instead.**"):
            if not any(line.startswith(part) for line in lines):
                return f"has no part {part}"
        # What several files are needed for is tried in tests/reject/parts/.
        if not self.rule.startswith("part-") and {rejected for _, _, rejected, _ in self.programs} != {True, False}:
            return "needs a rejected program and an accepted one"
        return ""


def missing_in(contents, rules):
    """An empty text, or the lines that a table of contents lacks or has too many."""
    wanted = {f"- [{rule}]({rule}.md): {summary}" for rule, summary in rules.items()}
    actual = {line for line in contents.read_text().splitlines() if line.startswith("- ")}
    return "\n".join([f"lacks: {line}" for line in sorted(wanted - actual)] +
                     [f"has: {line}" for line in sorted(actual - wanted)])


def diagnose(options, source, extra):
    """The errors that are reported of a program, as JSON."""
    if not extra:
        done = subprocess.run([options.rex, "check", "--json", source],
                              capture_output=True, text=True, check=False)
        return json.loads(done.stdout), done.stderr
    prefix = pathlib.Path(options.rex).resolve().parent.parent
    sdk, abi = ((prefix / "include" / name).resolve() for name in ("rex-sdk", "rex-abi"))
    found = source.with_suffix(".json")
    done = subprocess.run(
        [options.clang, "--no-default-config", "-std=c++23", "-fno-exceptions", "-fno-rtti",
         "-fsyntax-only", "-DREX_SDK", "-isystem", sdk, "-isystem", abi, "-include", "rex/rex.hpp",
         f"-fplugin={prefix}/lib/rex/checker.so", f"-fplugin-arg-rex-sdk={sdk}",
         f"-fplugin-arg-rex-abi={abi}", f"-fplugin-arg-rex-diagnostics={found}", extra, source],
        capture_output=True, text=True, check=False)
    return json.loads(found.read_text()), done.stderr


def check(options, page, source, rejected, extra):
    """An empty text, or how a program is not what its page says."""
    try:
        diagnostics, output = diagnose(options, source, extra)
    except (json.JSONDecodeError, FileNotFoundError) as error:
        return f"no diagnostics: {error}"
    rules = {d["rule"] for d in diagnostics if d["severity"] == "error"}
    if rules == ({page.rule} if rejected else set()):
        return ""
    return f"reported: {', '.join(sorted(rules)) or 'nothing'}\n{output}"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rex", default=str(root / "build/bin/rex"))
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("pages", nargs="*", type=pathlib.Path, help="some pages only")
    options = parser.parse_args()

    listed = subprocess.run([options.rex, "explain", "--list", "--json"],
                            capture_output=True, text=True, check=True)
    rules = {rule["rule"]: rule["summary"] for rule in json.loads(listed.stdout)}
    problems = {}  # by what was looked at; empty where nothing is wrong
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        futures = {}
        pages = options.pages or sorted(
            path for path in (root / "docs/rules").glob("*.md") if path.stem != "README")
        for path in pages:
            if path.stem not in rules:
                problems[path.name] = "there is no such rule"
                continue
            page = Page(path, pathlib.Path(folder))
            problems[path.name] = page.fault(rules[page.rule])
            for name, source, rejected, extra in page.programs:
                futures[name] = pool.submit(check, options, page, source, rejected, extra)
        if not options.pages:
            for rule in sorted(rules.keys() - {path.stem for path in pages}):
                problems[rule] = f"has no page: write docs/rules/{rule}.md"
            problems["README.md"] = missing_in(root / "docs/rules/README.md", rules)
        problems |= {name: future.result() for name, future in futures.items()}
    failed = {name: problem for name, problem in problems.items() if problem}
    for name, problem in failed.items():
        print(f"{name}\n  " + problem.rstrip().replace("\n", "\n  "))
    print(f"{len(problems) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not problems else 0


sys.exit(main())
