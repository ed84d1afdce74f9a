#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""The stock kernels: which release of each series is in use, and its unpacked image.

`linux-headers-cloud-amd64` and its 6.12 twin are meta-packages that follow security updates. What they
depend on today decides the release: rex.ko is built with those headers, and the image booted is of
exactly that version, or the module would not load.

    kernels.py release [--build-dir DIR]   write DIR/kernels/<series>/release for every series
    kernels.py fetch   [--build-dir DIR]   that, and download and unpack the images
    kernels.py types   --series SERIES     that of one series, and write its BTF, .../<series>/types.btf
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from errors import STATUS_USAGE, VmError, report, say
from kernel_types import kernel_types

# Series -> the headers package that leads to its release.
HEADERS = {
    "6.1": "linux-headers-cloud-amd64",
    "6.12": "linux-headers-6.12-cloud-amd64",
}
DEFAULT_SERIES = "6.12"

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Kernel:
    series: str  # 6.12
    release: str  # what `uname -r` says
    version: str  # of the Debian package
    directory: Path  # build/kernels/6.12

    @property
    def root(self) -> Path:
        return self.directory / "root"

    @property
    def image(self) -> Path:
        return self.root / "boot" / f"vmlinuz-{self.release}"

    @property
    def modules(self) -> Path:
        return self.root / "lib" / "modules" / self.release


@contextlib.contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Runs in parallel share the caches of one build directory."""
    directory.mkdir(parents=True, exist_ok=True)
    with open(directory / ".lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def resolve(series: str, build_dir: Path) -> Kernel:
    """Find the release that the installed headers stand for, and note it in the build directory."""
    meta = HEADERS[series]
    query = subprocess.run(
        ["dpkg-query", "-W", "-f=${db:Status-Status}\n${Depends}", meta],
        capture_output=True, text=True, check=False,
    )
    status, _, depends = query.stdout.partition("\n")
    match = re.search(r"linux-headers-(\S+-cloud-amd64) \(= ([^)]+)\)", depends)
    if query.returncode != 0 or status != "installed" or not match:
        raise VmError(
            f"the kernel headers package {meta} is not installed",
            "./dev build installs what it needs",
        )
    release, version = match.groups()
    if not release.startswith(series + "."):
        raise VmError(
            f"{meta} leads to kernel {release}, not to the {series} series",
            "use Debian bookworm with its security updates, without backports of this package",
        )
    kernel = Kernel(series, release, version, build_dir / "kernels" / series)
    write_if_changed(kernel.directory / "release", release + "\n")
    return kernel


def write_if_changed(path: Path, text: str) -> None:
    """Keep the time stamp of an unchanged file: build rules depend on it."""
    if path.exists() and path.read_text() == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def fetch(kernel: Kernel) -> None:
    """Download and unpack the image of exactly this version, unless that is done already."""
    stamp = kernel.directory / "unpacked"
    wanted = f"{kernel.release} {kernel.version}\n"
    with locked(kernel.directory):
        if stamp.exists() and stamp.read_text() == wanted:
            return
        stamp.unlink(missing_ok=True)
        shutil.rmtree(kernel.root, ignore_errors=True)
        say(f"downloading the stock kernel {kernel.release}")
        with tempfile.TemporaryDirectory(dir=kernel.directory) as scratch:
            package = download(kernel, Path(scratch))
            run(["dpkg-deb", "-x", str(package), str(kernel.root)], "unpacking " + package.name)
        if not kernel.image.exists():
            raise VmError(f"{kernel.image} is missing from the package of kernel {kernel.release}")
        # The image's own modules.dep is made when it is installed, which it never is here.
        run([find_tool("depmod"), "-b", str(kernel.root), kernel.release], "running depmod")
        stamp.write_text(wanted)


def write_types(kernel: Kernel) -> None:
    path = kernel.directory / "types.btf"
    scratch = path.with_suffix(".new")
    scratch.write_bytes(kernel_types(kernel.image))
    scratch.replace(path)


def download(kernel: Kernel, directory: Path) -> Path:
    """The signed package and, where a mirror has only that, the unsigned one: the same code."""
    for suffix in ("", "-unsigned"):
        name = f"linux-image-{kernel.release}{suffix}"
        result = subprocess.run(
            ["apt-get", "download", f"{name}={kernel.version}"],
            cwd=directory, capture_output=True, text=True, check=False,
        )
        packages = list(directory.glob("*.deb"))
        if result.returncode == 0 and packages:
            return packages[0]
    detail = result.stderr.strip().splitlines()[-1:] or ["no message"]
    raise VmError(
        f"apt-get cannot download linux-image-{kernel.release} version {kernel.version}: {detail[0]}",
        "a security update has replaced it, or the package lists are missing: run `apt-get update && "
        f"apt-get install {HEADERS[kernel.series]}`, then `./dev build`",
    )


def find_tool(name: str) -> str:
    """Administrators' tools are not on the PATH of an ordinary user."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not path:
        raise VmError(f"the program {name} is not installed", "./dev vm installs what it needs")
    return path


def run(command: list[str], doing: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise VmError(f"{doing} failed: {result.stderr.strip()}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="vm/kernels.py", description=__doc__.splitlines()[0])
    parser.add_argument("verb", choices=["release", "fetch", "types"])
    parser.add_argument("--series", choices=list(HEADERS), help="only this one")
    parser.add_argument("--build-dir", type=Path, default=REPOSITORY / "build")
    arguments = parser.parse_args()
    try:
        for series in [arguments.series] if arguments.series else HEADERS:
            kernel = resolve(series, arguments.build_dir.resolve())
            if arguments.verb != "release":
                fetch(kernel)
            if arguments.verb == "types":
                write_types(kernel)
    except VmError as error:
        error.status = STATUS_USAGE - 1
        return report(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
