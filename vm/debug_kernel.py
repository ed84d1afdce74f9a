#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""The debug kernel: Debian's 6.12 source with what catches faults that stock kernels forgive.

KASAN, PROVE_LOCKING, PROVE_RCU, DEBUG_ATOMIC_SLEEP, UBSAN, KMEMLEAK: vm/debug.config. Building takes some ten
minutes on two cores, once: the result is kept in $REX_CACHE_DIR, by default ~/.cache/rex, under a name that
changes with the source's version and the configuration.

    debug_kernel.py build    builds the kernel unless that is done, and rex.ko for it
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from errors import STATUS_USAGE, VmError, report, say
from kernels import REPOSITORY, Kernel, find_tool, locked, run

SERIES = "debug"
SOURCE_PACKAGE = "linux-source-6.12"
CONFIGURATION = REPOSITORY / "vm" / "debug.config"

# What the kernel is told at boot besides the usual: each memory fault is reported, not the first only.
ARGUMENTS = "kasan_multi_shot"
# KASAN keeps a shadow of the memory and what was freed.
MEMORY_MB = 1024
# Emulated, and watched at each access: the other kernels' limits are too short.
SLOWER = 8


def resolve() -> Kernel:
    """The kernel of this source and configuration, built already."""
    directory = place()
    stamp = directory / "release"
    if not stamp.exists():
        raise VmError("the debug kernel has not been built", "./dev vm --kernel debug builds it", STATUS_USAGE)
    return Kernel(SERIES, stamp.read_text().strip(), source_version(), directory)


def place() -> Path:
    cache = os.environ.get("REX_CACHE_DIR")
    root = Path(cache) if cache else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"), "rex")
    digest = hashlib.sha256(CONFIGURATION.read_bytes()).hexdigest()[:12]
    return root / "kernels" / f"{SERIES}-{source_version()}-{digest}"


def source_version() -> str:
    query = subprocess.run(["dpkg-query", "-W", "-f=${db:Status-Status} ${Version}", SOURCE_PACKAGE],
                           capture_output=True, text=True, check=False)
    status, _, version = query.stdout.partition(" ")
    if query.returncode != 0 or status != "installed":
        raise VmError(f"the package {SOURCE_PACKAGE} is not installed",
                      "./dev vm --kernel debug installs what it needs", STATUS_USAGE)
    return version


def build_kernel() -> None:
    directory = place()
    with locked(directory):
        if (directory / "release").exists():
            return
        say(f"building the debug kernel in {directory}, once; this takes some ten minutes")
        source, output = directory / "source", directory / "build"
        for stale in (source, output, directory / "root"):
            shutil.rmtree(stale, ignore_errors=True)
        source.mkdir()
        output.mkdir()
        run(["tar", "-xf", f"/usr/src/{SOURCE_PACKAGE}.tar.xz", "-C", str(source), "--strip-components=1"],
            "unpacking the source")
        make(source, output, f"KCONFIG_ALLCONFIG={CONFIGURATION}", "allnoconfig")
        check_configuration(output / ".config")
        make(source, output, "bzImage", "modules")
        install(source, output, directory)


def make(source: Path, output: Path, *arguments: str) -> None:
    log = output.with_suffix(".log")
    with open(log, "ab") as sink:
        result = subprocess.run(
            ["make", "-C", str(source), f"O={output}", f"-j{os.cpu_count()}", *arguments],
            stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT, check=False)
    if result.returncode != 0:
        end = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
        raise VmError(f"make {' '.join(arguments)} failed:\n{end}", f"see {log}")


def check_configuration(config: Path) -> None:
    """An option whose dependencies are not met is dropped in silence."""
    got = set(config.read_text().splitlines())
    dropped = [
        line for line in CONFIGURATION.read_text().splitlines()
        if line.startswith("CONFIG_") and not line.endswith("=n") and line not in got
    ]
    if dropped:
        raise VmError(f"{CONFIGURATION} asks for what this kernel has not: {' '.join(dropped)}",
                      "put the options right that these depend on")


def install(source: Path, output: Path, directory: Path) -> None:
    release = (output / "include" / "config" / "kernel.release").read_text().strip()
    root = directory / "root"
    (root / "boot").mkdir(parents=True)
    shutil.copy(output / "arch" / "x86" / "boot" / "bzImage", root / "boot" / f"vmlinuz-{release}")
    make(source, output, f"INSTALL_MOD_PATH={root}", "modules_install")
    run([find_tool("depmod"), "-b", str(root), release], "running depmod")
    (directory / "release").write_text(release + "\n")


def build_runtime(build_dir: Path) -> None:
    """rex.ko for it. make decides what is out of date, so this is called each time."""
    output = place() / "build"
    run([str(REPOSITORY / "runtime" / "build.sh"), str(output), str(build_dir / "runtime" / SERIES),
         str(REPOSITORY / "abi"), project_version()], "building rex.ko for the debug kernel")


def project_version() -> str:
    match = re.search(r"^project\(rex VERSION (\S+)", (REPOSITORY / "CMakeLists.txt").read_text(), re.MULTILINE)
    if not match:
        raise VmError("CMakeLists.txt does not tell the version of the project")
    return match.group(1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="vm/debug_kernel.py", description=__doc__.splitlines()[0])
    parser.add_argument("verb", choices=["build"])
    parser.add_argument("--build-dir", type=Path, default=REPOSITORY / "build")
    arguments = parser.parse_args()
    try:
        build_kernel()
        build_runtime(arguments.build_dir.resolve())
    except VmError as error:
        return report(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
