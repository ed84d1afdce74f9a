#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Compiles every program of this folder with the checker, which has to accept it, and runs it in
user space under AddressSanitizer and UndefinedBehaviorSanitizer.

Each source says what its program returns, `// expect: value 42`, or how it panics,
`// expect: panic 4 10 8` (kind, first and second value of the ABI's rex_panic_kind).
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

EXPECT = re.compile(r"^//\s*expect:\s*((?:value|panic) .+?)\s*$", re.MULTILINE)
# -O0: inlining hides dangling references from the sanitizers.
SANITIZERS = ("-O0 -g1 -fno-pie -fsanitize=address,undefined -fno-sanitize-recover=all "
              "-fsanitize-address-use-after-return=always").split()
LANGUAGE = ("--target=x86_64-linux-gnu -std=c++23 -ffreestanding -nostdinc -nostdinc++ "
            "-fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-use-cxa-atexit -DREX_SDK "
            "-include rex/rex.hpp").split()


def run(command):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def check(options, folder, source):
    """An empty text, or what went wrong."""
    expected = EXPECT.search(source.read_text())
    if not expected:
        return "the source does not say what it returns\n"
    stem = str(folder / source.stem)
    done = run([options.clang, "--no-default-config", *LANGUAGE, *SANITIZERS,
                "-isystem", options.sdk, "-isystem", options.abi, f"-fplugin={options.checker}",
                f"-fplugin-arg-rex-sdk={options.sdk}", f"-fplugin-arg-rex-abi={options.abi}",
                f"-fplugin-arg-rex-manifest={stem}.json", "-c", "-o", stem + ".o",
                "--", str(source)])
    if done.returncode != 0:
        return done.stderr
    programs = [p for p in json.loads(pathlib.Path(stem + ".json").read_text())["programs"]
                if p["hook"] == "once"]
    if len(programs) != 1:
        return f"{len(programs)} programs with the hook once, not 1\n"
    done = run([options.clang, *SANITIZERS, "-no-pie", "-o", stem, stem + ".o",
                str(folder / "harness.o"), f"-Wl,--defsym=rex_entry={programs[0]['symbol']}"])
    if done.returncode != 0:
        return done.stderr
    done = run([stem])
    pathlib.Path(stem).unlink()
    actual = done.stdout.strip()
    if done.returncode != 0 or actual != expected.group(1):
        return f"expected {expected.group(1)}, got {actual}, status {done.returncode}\n{done.stderr}"
    return ""


def main():
    here = pathlib.Path(__file__).resolve().parent
    root = here.parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checker", required=True)
    parser.add_argument("--clang", default="clang++-22")
    parser.add_argument("--sdk", default=str(root / "sdk"))
    parser.add_argument("--abi", default=str(root / "abi"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()

    sources = options.programs or sorted(p for p in here.glob("*.cpp") if p.stem != "harness")
    failed = 0
    with tempfile.TemporaryDirectory() as name, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        folder = pathlib.Path(name)
        done = run([options.clang, "-std=c++20", *SANITIZERS, "-I", options.abi, "-c",
                    "-o", str(folder / "harness.o"), str(here / "harness.cpp")])
        if done.returncode != 0:
            sys.exit(done.stderr)
        futures = {s.name: pool.submit(check, options, folder, s) for s in sources}
        for source, future in futures.items():
            if problem := future.result():
                failed += 1
                print(f"{source}\n  " + problem.rstrip().replace("\n", "\n  "))
    print(f"report: {len(sources) - failed} of {len(sources)} programs accepted and run as expected, under sanitizers")
    print(f"{len(sources) - failed} passed, {failed} failed")
    return 1 if failed or not sources else 0


sys.exit(main())
