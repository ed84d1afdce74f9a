#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""The soundness oracle: random programs go through the checker; what it accepts runs in user space
without optimisation, under AddressSanitizer (with stack use after return) and the compiler's checks,
and again under MemorySanitizer, with random inputs.  A report, a resource that is still held after a
return, or one that is released twice, is a fault of the rules or of the SDK.

Many programs share a translation unit, each in a namespace of its own.  A program counts as
accepted when the checker has accepted the unit in which it was compiled and executed.

The same seed gives the same programs.  What was found is kept in --keep, one file each, with the
command that runs it again.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import generate
import mutate

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LANGUAGE = ("--target=x86_64-linux-gnu -std=c++23 -ffreestanding -nostdinc -nostdinc++ "
            "-fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-use-cxa-atexit -DREX_SDK "
            "-include rex/rex.hpp -Wno-everything -Werror=return-type").split()
# -O0: inlining hides dangling references from the sanitizers.
COMMON = "-O0 -gline-tables-only -fno-pie -fno-sanitize-recover=all".split()
SANITIZERS = {
    "address": "-fsanitize=address,undefined -fno-sanitize=vptr,function "
               "-fsanitize-address-use-after-return=always".split(),
    "memory": "-fsanitize=memory,signed-integer-overflow,shift,integer-divide-by-zero,return".split(),
}
# Checks of the compiler that an accepted program may fail.
PANICS = ("add_overflow_abort sub_overflow_abort mul_overflow_abort negate_overflow_abort "
          "divrem_overflow_abort shift_out_of_bounds_abort missing_return").split()
FINDING = re.compile(r"^finding: (.*), in (\w+)$", re.MULTILINE)


def run(command, timeout=None):
    try:
        return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              errors="replace", timeout=timeout)
    except subprocess.TimeoutExpired as e:
        return subprocess.CompletedProcess(command, 124, "", f"timed out: {e}")


class Unit:
    """Programs that are compiled together: (name, text) each."""

    def __init__(self, options, folder, programs):
        self.options = options
        self.folder = folder
        self.programs = programs
        self.source = folder / "unit.cpp"

    def write(self):
        self.ends = []  # the last line of each program
        text = generate.PRELUDE
        line = text.count("\n")
        for _, each in self.programs:
            text += each
            line += each.count("\n")
            self.ends.append(line)
        self.source.write_text(text)

    def at(self, line):
        for index, end in enumerate(self.ends):
            if line <= end:
                return index
        return None

    def clang(self, *more):
        options = self.options
        return run([options.clang, "--no-default-config", *LANGUAGE, "-isystem", options.sdk,
                    "-isystem", options.abi, *more, "--", str(self.source)])

    def ask_checker(self):
        options = self.options
        plugin = {"sdk": options.sdk, "abi": options.abi, "manifest": self.folder / "unit.json",
                  "diagnostics": self.folder / "said.json"}
        if options.disable:
            plugin["disable"] = options.disable
        return self.clang("-fsyntax-only", f"-fplugin={options.checker}",
                          *(f"-fplugin-arg-rex-{k}={v}" for k, v in plugin.items()))

    def compile(self, sanitizer):
        done = self.clang(*COMMON, *SANITIZERS[sanitizer], "-c", "-o",
                          str(self.folder / f"{sanitizer}.o"))
        if done.returncode != 0:
            sys.exit("accepted, and not compiled:\n" + done.stderr)

    def accept(self):
        """Leaves out programs until the checker accepts the rest."""
        while self.programs:
            self.write()
            done = self.ask_checker()
            if done.returncode == 0:
                return
            places = re.findall(rf"^{re.escape(str(self.source))}:(\d+):", done.stderr, re.MULTILINE)
            said = []
            try:
                said = json.loads((self.folder / "said.json").read_text())
            except (OSError, json.JSONDecodeError):
                pass
            errors = {self.at(d["line"]) for d in said
                      if d["severity"] == "error" and d["file"].endswith("unit.cpp")}
            # What is wrong inside of an instance of the SDK is noted where the user asked for it.
            errors = errors or {self.at(int(line)) for line in places}
            errors.discard(None)
            if not errors:
                if len(self.programs) == 1:
                    self.programs = []
                    return
                errors = set(range(len(self.programs) // 2))
            self.programs = [p for i, p in enumerate(self.programs) if i not in errors]

    def table(self):
        """What harness.h declares."""
        manifest = json.loads((self.folder / "unit.json").read_text())
        text = '#include "harness.h"\n#include <rex/abi.h>\n'
        programs = [p for p in manifest["programs"] if p["hook"] == "once"]
        for i, program in enumerate(programs):
            text += f'extern long long program_{i}(const void *) __asm__("{program["symbol"]}");\n'
        kinds = {"queue": [], "array": []}
        for i, each in enumerate(manifest["maps"]):
            if each["type"] in kinds:
                text += f'extern struct rex_map map_{i} __asm__("{each["symbol"]}");\n'
                kinds[each["type"]].append(f"&map_{i}")
        rows = "".join(f'{{"{p["name"]}", program_{i}}}, ' for i, p in enumerate(programs))
        text += f"const struct rex_oracle_program rex_oracle_programs[] = {{{rows}{{0, 0}}}};\n"
        for name, kind in (("queues", "queue"), ("arrays", "array")):
            rows = "".join(f"{m}, " for m in kinds[kind])
            text += f"struct rex_map *const rex_oracle_{name}[] = {{{rows}0}};\n"
        path = self.folder / "table.c"
        path.write_text(text)
        return path

    def execute(self, sanitizer, seed):
        """(runs that returned, runs that panicked, findings as (what, program, report))."""
        options = self.options
        program = str(self.folder / sanitizer)
        # The sanitizer's library has another answer to the compiler's checks than the harness.
        done = run([options.clang, "--no-default-config", f"-fsanitize={sanitizer}", "-no-pie",
                    "-fno-pie", *(f"-Wl,--wrap=__ubsan_handle_{each}" for each in PANICS),
                    "-isystem", options.abi, "-I", str(HERE), "-x", "c", str(self.table()),
                    str(HERE / "contract.c"), "-x", "none", str(options.harness[sanitizer]),
                    str(self.folder / f"{sanitizer}.o"), "-lstdc++", "-o", program])
        if done.returncode != 0:
            sys.exit("the harness does not link:\n" + done.stderr)
        done = run([program, str(seed), str(options.rounds)], timeout=600)
        if done.returncode == 0:
            returned, panicked = map(int, done.stdout.split())
            return returned, panicked, []
        match = FINDING.search(done.stderr)
        what, name = match.groups() if match else (f"exit status {done.returncode}", "")
        return 0, 0, [(what, name, done.stderr)]


class Oracle:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.counts = dict.fromkeys(("generated", "accepted", "executed", "returned", "panicked",
                                     "findings"), 0)
        options.harness = {}
        for sanitizer in SANITIZERS:
            options.harness[sanitizer] = folder / f"harness_{sanitizer}.o"
            done = run([options.clang, "-std=c++20", "-O1", "-g1", "-fno-pie",
                        f"-fsanitize={sanitizer}", "-isystem", options.abi, "-c", "-o",
                        str(options.harness[sanitizer]), str(HERE / "harness.cpp")])
            if done.returncode != 0:
                sys.exit(done.stderr)
        # With a rule switched off, what it rejects is where the mutants start.
        self.rejected = mutate.corpus(ROOT / "tests" / "reject", options.disable)
        self.accepted = mutate.corpus(ROOT / "tests" / "accept")

    def unit(self, number):
        """The programs of one unit, which depend on the seed and the number alone."""
        rng = random.Random(f"{self.options.seed}/{number}")
        # With a rule switched off, one unit in four is random, else one is a mutant's.
        if (number % 4 == 3) != bool(self.options.disable):
            mutator = mutate.Mutator(rng, self.rejected, self.accepted)
            programs = [(f"p{i}", mutator.program(f"p{i}")) for i in range(self.options.size)]
        else:
            programs = [(f"p{i}", generate.program(rng, f"p{i}"))
                        for i in range(self.options.size)]
        self.counts["generated"] += len(programs)
        self.check(programs, number)

    def check(self, programs, number):
        unit = Unit(self.options, self.folder, programs)
        unit.accept()
        if not unit.programs:
            return
        for sanitizer in SANITIZERS:
            unit.compile(sanitizer)
            returned, panicked, findings = unit.execute(sanitizer, self.options.seed + number)
            self.counts["returned"] += returned
            self.counts["panicked"] += panicked
            for what, name, report in findings:
                self.keep(unit, number, sanitizer, what, name, report)
                # The others have not all run: they run again without it.
                rest = [p for p in unit.programs if p[0] != name]
                if name and self.counts["findings"] < self.options.most:
                    self.check(rest, number)
                return
        self.counts["accepted"] += len(unit.programs)
        self.counts["executed"] += len(unit.programs)

    def keep(self, unit, number, sanitizer, what, name, report):
        self.counts["findings"] += 1
        texts = [text for each, text in unit.programs if each == name] or \
            [text for _, text in unit.programs]
        folder = pathlib.Path(self.options.keep)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.options.seed}-{number}-{name or 'unit'}.cpp"
        path.write_text(generate.PRELUDE + "".join(texts))
        disable = f" --disable {self.options.disable}" if self.options.disable else ""
        print(f"{what}\n  {path}, under the {sanitizer} sanitizer\n  again: tests/oracle/run.py "
              f"--checker {self.options.checker}{disable} --replay {path}", flush=True)
        path.with_suffix(".txt").write_text(report)

    def replay(self, path):
        text = pathlib.Path(path).read_text()
        if not text.startswith(generate.PRELUDE):
            sys.exit(f"{path}: not a file that the oracle has kept")
        self.counts["generated"] += 1
        self.check([("p", text[len(generate.PRELUDE):])], 0)

    def report(self):
        return ", ".join(f"{value:,} {key}" for key, value in self.counts.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0],
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checker", required=True)
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--sdk", default=str(ROOT / "sdk"))
    parser.add_argument("--abi", default=str(ROOT / "abi"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first unit")
    parser.add_argument("--minutes", type=float, help="stop when they are over")
    parser.add_argument("--units", type=int, help="stop after so many units")
    parser.add_argument("--size", type=int, default=200, help="programs of a unit")
    parser.add_argument("--rounds", type=int, default=4, help="runs of a program")
    parser.add_argument("--most", type=int, default=20, help="findings after which to stop")
    parser.add_argument("--keep", default="oracle-findings", help="folder for what is found")
    parser.add_argument("--disable", help="a rule to switch off: the oracle has to find the hole")
    parser.add_argument("--replay", help="a file that was kept")
    parser.add_argument("--progress", help="file that gets a line of counts after each unit")
    options = parser.parse_args()
    if not options.replay and options.minutes is None and options.units is None:
        parser.error("--minutes or --units is needed")

    end = time.monotonic() + 60 * options.minutes if options.minutes is not None else None
    with tempfile.TemporaryDirectory() as name:
        oracle = Oracle(options, pathlib.Path(name))
        if options.replay:
            options.most = 1
            oracle.replay(options.replay)
        number = options.first
        while not options.replay and oracle.counts["findings"] < options.most:
            if options.units is not None and number - options.first >= options.units:
                break
            if end is not None and time.monotonic() >= end:
                break
            oracle.unit(number)
            number += 1
            if options.progress:
                pathlib.Path(options.progress).write_text(
                    f"seed {options.seed}, units {options.first} to {number - 1}: "
                    f"{oracle.report()}\n")
    which = "" if options.replay else f"seed {options.seed}, units {options.first} to {number - 1}: "
    print(f"report: {which}{oracle.report()}")
    # With a rule switched off, finding nothing is the failure.
    found = oracle.counts["findings"] > 0
    return int(not found) if options.disable else int(found or not oracle.counts["executed"])


sys.exit(main())
