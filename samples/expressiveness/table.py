#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""table.py KERNEL=RESULTS.json...: docs/expressiveness.md, to standard output.

RESULTS.json is what `expressiveness-run --json` printed in that kernel.
"""

import json
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

HEAD = """\
<!-- SPDX-License-Identifier: GPL-2.0-only -->
# Programs that the eBPF verifier complains about

Made by `./dev expressiveness`, which runs them all on both kernels.  Each folder of
[samples/expressiveness](../samples/expressiveness) has the program as an extension (`ours.cpp`), the same in eBPF
written as plainly (`plain.bpf.c`), and, where one was found, a form of it that the verifier accepts (`rewrite.bpf.c`).
`case` says where it comes from: a number of our list, or the place where people complained about it.

Here every one is accepted, as written, and gives the right answer: {right} of {all}.  With T: safe only because a
program over its budget is ended; it was given an input with which it would run for ever, and was ended, {ended} of
{terminated}.  eBPF (clang {clang}, `-O2`): {accepted}; {rewritten} have a rewrite that passes on both.

Lines are those that are neither blank nor comment.  "+3" behind a rewrite: lines more than the plain form.

"""


def lines_of(name, form):
    text = (FOLDER / name / form).read_text()
    return sum(1 for line in text.splitlines() if line.strip() and not line.strip().startswith("//"))


def code(words):
    return words if words.startswith("accepted") else "`" + words.replace("|", "\\|") + "`"


def verdict(rows, kernels, form):
    words = [rows[kernel][form] for kernel in kernels]
    if len(set(words)) == 1:
        return code(words[0])
    return "; ".join(f"{kernel}: {code(word)}" for kernel, word in zip(kernels, words))


def rewrite_cell(name, rows, kernels):
    how = rows[kernels[0]]["rewrite_how"]
    if not how:
        return ""
    more = lines_of(name, "rewrite.bpf.c") - lines_of(name, "plain.bpf.c")
    return f"{how}: {verdict(rows, kernels, 'rewrite')}, {more:+d}"


def main(arguments):
    clang, results = arguments[0], dict(argument.split("=", 1) for argument in arguments[1:])
    kernels = list(results)
    cases = {}
    for kernel, file in results.items():
        for row in json.loads(Path(file).read_text()):
            cases.setdefault(row["name"], {})[kernel] = row
    everywhere = [rows for rows in cases.values() if len(rows) == len(kernels)]
    count = lambda holds: sum(1 for rows in everywhere if all(holds(row) for row in rows.values()))
    accepted = ", ".join(
        f"{sum(1 for rows in everywhere if rows[kernel]['plain'] == 'accepted')} accepted as written on {kernel}"
        for kernel in kernels)
    print(HEAD.format(
        right=count(lambda row: row["ours"] == "right"), all=len(cases),
        ended=count(lambda row: row["ended"] == "ended"), terminated=count(lambda row: row["ended"] != ""),
        clang=clang, accepted=accepted, rewritten=count(lambda row: row["rewrite"] == "accepted")), end="")
    print("| program | here | lines | eBPF as written | lines | rewritten for the verifier |")
    print("|---|---|---|---|---|---|")
    for name, rows in sorted(cases.items()):
        first = rows[kernels[0]]
        ours = verdict(rows, kernels, "ours").strip("`")
        if first["ended"]:
            ours += ", " + verdict(rows, kernels, "ended").strip("`") + " (T)"
        print(f"| [{name}](../samples/expressiveness/{name}/ours.cpp): {first['about']} | {ours} "
              f"| {lines_of(name, 'ours.cpp')} | {verdict(rows, kernels, 'plain')} "
              f"| {lines_of(name, 'plain.bpf.c')} | {rewrite_cell(name, rows, kernels)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
