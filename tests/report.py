#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Passes on what ctest prints, and says before its last lines what ran within the tests.

usage: ctest ... | report.py LastTest.log

One test of ctest is often hundreds of programs or a whole VM.  Taken from the log that ctest writes are lines
that begin with "report: ", the last "N passed, M failed" of other runners, and the suites of GoogleTest.
"""
import pathlib
import re
import sys
import textwrap

TEST = re.compile(r"^\d+/\d+ Testing: (.+)$", re.MULTILINE)
REPORT = re.compile(r"^report: (.*?)\s*$", re.MULTILINE)
PASSED = re.compile(r"^\d+ passed, \d+ failed", re.MULTILINE)
SUITE = re.compile(r"^\[-+\] (\d+) tests? from (\S+?)(?:, where .*)? \(\d+ ms total\)\s*$", re.MULTILINE)


def what_ran(output):
    """Lines that tell what ran in one test."""
    if lines := REPORT.findall(output):
        return lines
    if lines := PASSED.findall(output):
        return lines[-1:]
    suites = [(name.split("/")[0], int(count)) for count, name in SUITE.findall(output)]
    if sum(count for _, count in suites) < 2:
        return []  # a test of its own, which ctest has named
    return [f"{sum(count for _, count in suites)} tests: " + ", ".join(f"{name} {count}" for name, count in suites)]


def report(log):
    parts = TEST.split(log)[1:]
    for name, output in zip(parts[::2], parts[1::2]):
        for line in what_ran(output):
            print(textwrap.fill(line, 100, initial_indent=f"  {name:<16} ", subsequent_indent=" " * 19))


def main():
    last = []
    for line in sys.stdin:
        if last or re.match(r"^\d+% tests passed", line):
            last.append(line)
        else:
            print(line, end="", flush=True)
    log = pathlib.Path(sys.argv[1])
    if last and log.exists():
        print("\nWhat ran in them:")
        report(log.read_text(errors="replace"))
        print()
    print("".join(last), end="")


main()
