#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""What `rex build` costs beside plain clang.

Generates programs of several sizes in the subset, and compiles each with `rex build` and with
`clang++ -O2` for the same target with the same SDK, but without checker, instrumentation and
run-time checks.  Shown is user CPU time, the least of several runs: unlike wall-clock time it
hardly depends on what else the machine does.

Reading the SDK's headers counts on both sides.  The last columns tell which part costs what:
check is `rex check` against clang's -fsyntax-only.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGE = ("--no-default-config --target=x86_64-linux-gnu -x c++ -std=c++23 -O2 -ffreestanding "
            "-nostdinc -nostdinc++ -fno-exceptions -fno-rtti -fno-threadsafe-statics "
            "-fno-use-cxa-atexit -DREX_SDK -include rex/rex.hpp").split()
KERNEL = ("-mcmodel=kernel -fno-pic -mno-red-zone -mno-sse -mno-mmx -mno-avx -msoft-float "
          "-fno-jump-tables -mretpoline -mretpoline-external-thunk -mfunction-return=thunk-extern "
          "-mharden-sls=all -fcf-protection=branch -fno-asynchronous-unwind-tables "
          "-fno-stack-protector -mstack-alignment=8 -fno-omit-frame-pointer").split()

HEAD = """// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Record {
  rex::u32 id;
  rex::u32 count;
  rex::u64 sum;
};

rex::Queue<Record, 64> records;
"""

# Structs, loops, arrays, closures, options, arithmetic, maps.
UNIT = """
namespace unit{n} {{

struct Window {{
  rex::Array<rex::u32, 8> values{{}};
  rex::u32 next = 0;

  void add(rex::u32 value) {{
    values[next % 8] = value;
    ++next;
  }}
  rex::u32 largest() const {{
    rex::u32 best = 0;
    for (rex::u32 value : values)
      if (value > best) best = value;
    return best;
  }}
}};

static rex::Option<rex::u32> find(const Window& window, rex::u32 wanted) {{
  for (rex::u32 i = 0; i < 8; ++i)
    if (window.values[i] == wanted) return i;
  return {{}};
}}

static rex::u64 mix(rex::u64 seed) {{
  const auto step = [](rex::u64 value) {{ return (value ^ (value >> {shift})) % 1'000'003; }};
  for (int i = 0; i < {rounds}; ++i) seed = step(seed + {n});
  return seed;
}}

}}  // namespace unit{n}

static rex::i64 run{n}() {{
  unit{n}::Window window{{}};
  for (rex::u32 i = 0; i < 20; ++i) window.add(static_cast<rex::u32>(unit{n}::mix(i) % 100));
  const auto place = unit{n}::find(window, window.largest());
  if (!place) return -1;
  if (auto record = records.pop()) {{
    record->count += 1;
    records.push(*record);
  }} else {{
    records.push(Record{{.id = {n}, .count = *place, .sum = window.largest()}});
  }}
  return window.next;
}}
"""

PROGRAM = """
rex::Result program{n}(const rex::Kprobe<"write_null">&) {{
  return {calls};
}}
"""
UNITS_OF_A_PROGRAM = 4


def program(lines):
    """A program of about this many lines."""
    text = HEAD
    number = 0
    calls = []
    while text.count("\n") < lines - 20:
        text += UNIT.format(n=number, shift=3 + number % 20, rounds=2 + number % 7)
        calls.append(f"run{number}()")
        number += 1
        if len(calls) == UNITS_OF_A_PROGRAM:
            text += PROGRAM.format(n=number, calls=" + ".join(calls))
            calls = []
    return text + (PROGRAM.format(n=number, calls=" + ".join(calls)) if calls else "")


def user_time(command, runs, folder):
    """The least user CPU time of a command and its children, in seconds."""
    least = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}\n{done.stderr[:4000]}")
        least = min(least, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return least


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build-dir", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--runs", type=int, default=5, help="of each, of which the least counts")
    parser.add_argument("--lines", type=int, nargs="*", default=[100, 1000, 5000, 20000])
    parser.add_argument("--keep", type=pathlib.Path, help="folder to keep the programs in")
    options = parser.parse_args()

    rex = (options.build_dir / "bin" / "rex").resolve()
    sdk = [f"-isystem{ROOT / part}" for part in ("sdk", "abi")]
    clang = [shutil.which(options.clang), *LANGUAGE, *sdk]
    os.environ["LC_ALL"] = "C.UTF-8"
    print(f"{'lines':>6}  {'clang':>8}  {'rex':>8}  {'ratio':>5}  {'ms/line':>7}  "
          f"{'parse':>8}  {'check':>8}  {'ratio':>5}")
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or pathlib.Path(name)
        folder.mkdir(exist_ok=True)
        for wanted in options.lines:
            text = program(wanted)
            source = folder / f"program_{wanted}.cpp"
            source.write_text(text)
            runs = max(1, min(options.runs, 20000 // wanted))
            plain = user_time([*clang, *KERNEL, "-c", "-o", "plain.o", source], runs, folder)
            whole = user_time([rex, "build", source, "--name", "x", "-o", "x.rex"], runs, folder)
            parse = user_time([*clang, "-fsyntax-only", source], runs, folder)
            check = user_time([rex, "check", source], runs, folder)
            print(f"{text.count(chr(10)):>6}  {plain * 1000:>5.0f} ms  {whole * 1000:>5.0f} ms  "
                  f"{whole / plain:>5.2f}  {whole * 1000 / text.count(chr(10)):>7.2f}  "
                  f"{parse * 1000:>5.0f} ms  {check * 1000:>5.0f} ms  {check / parse:>5.2f}",
                  flush=True)


main()
