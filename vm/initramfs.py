# SPDX-License-Identifier: GPL-2.0-only
"""The guest's file system: a cached base archive and, after it, an archive of what this run brings.

Base: busybox, dash, bash, iproute2, bpftool, their libraries, a few kernel modules, the init script.
Per run: rex.ko, build/{bin,lib,samples} as /opt/rex/..., what --add names, the command.
"""

from __future__ import annotations

import functools
import io
import lzma
import os
import re
import shlex
import stat
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from cpio import Archive
from errors import STATUS_USAGE, VmError
from kernels import REPOSITORY, Kernel, find_tool, locked, run

INIT = REPOSITORY / "vm" / "guest" / "init"

# Real programs next to busybox' own. dash is the guest's /bin/sh.
PROGRAMS = ("dash", "bash", "ip", "tc", "bpftool", "chrt", "memcached")
LINKS = {"/usr/bin/sh": "dash", "/usr/sbin/modprobe": "../bin/busybox"}

# What a guest without disk may want of the kernel's modules. Those they depend on come along.
MODULES = ("virtio_pci", "virtio_console", "veth", "dummy", "sch_ingress", "cls_bpf", "act_bpf")

LIBRARIES = "/usr/lib/x86_64-linux-gnu"
LARGE_PROGRAM = 1 << 20
GUEST_HOME = "/root"
GUEST_PREFIX = "/opt/rex"

# By-products of the build among the programs it made.
NOT_FOR_GUEST = re.compile(r"^(CMakeFiles|cmake_install\.cmake|CTestTestfile\.cmake|.*\.(a|ninja|d|pch))$")


@dataclass
class Payload:
    """What one run brings into the guest."""

    command: list[str]
    marker: str
    build_dir: Path
    load_rex: bool
    additions: list[tuple[Path, str]] = field(default_factory=list)  # file on the host, path in the guest


def build(kernel: Kernel, payload: Payload) -> bytes:
    base, names = base_archive(kernel, payload.build_dir)
    return base + run_archive(kernel, payload, names)


# The base archive.


def base_archive(kernel: Kernel, build_dir: Path) -> tuple[bytes, frozenset[str]]:
    """The archive and the names in it. Rebuilt when one of the files it was made from has changed."""
    cache = build_dir / "vm" / f"base-{kernel.series}.cpio"
    listing = cache.with_suffix(".list")
    with locked(cache.parent):
        key = f"{kernel.release} {base_key()}\n"
        if cache.exists() and listing.exists():
            old_key, _, names = listing.read_text().partition("\n")
            if old_key + "\n" == key:
                return cache.read_bytes(), frozenset(names.splitlines())
        buffer = io.BytesIO()
        names = write_base(Archive(buffer), kernel)
        cache.write_bytes(buffer.getvalue())
        listing.write_text(key + "\n".join(sorted(names)) + "\n")
        return buffer.getvalue(), frozenset(names)


def base_key() -> str:
    """Changes when a program, a library of one, or the way the archive is made changes."""
    sources = [INIT, Path(__file__), Path(__file__).with_name("cpio.py")]
    sources += [busybox()] + [Path(find_tool(name)) for name in PROGRAMS]
    # A library is upgraded in place; its directory notices.
    sources.append(Path(LIBRARIES))
    return " ".join(f"{path}:{path.stat().st_mtime_ns}" for path in sources)


def write_base(archive: Archive, kernel: Kernel) -> set[str]:
    write_skeleton(archive)
    archive.file("/init", INIT)
    programs = {name: Path(find_tool(name)) for name in PROGRAMS}
    for name, path in programs.items():
        folder = "sbin" if "sbin" in path.parts else "bin"
        archive.file(f"/usr/{folder}/{name}", path)
    add_libraries(archive, list(programs.values()))
    for path, target in LINKS.items():
        archive.link(path, target)
    write_busybox(archive)
    write_modules(archive, kernel)
    archive.close()
    return archive.names - {"TRAILER!!!"}


def write_skeleton(archive: Archive) -> None:
    for path in ("/usr/bin", "/usr/sbin", LIBRARIES, "/usr/lib64", "/dev", "/proc", "/sys", "/run", "/tmp",
                 "/etc", "/var", GUEST_HOME, GUEST_PREFIX + "/bin", GUEST_PREFIX + "/samples"):
        archive.directory(path)
    for name in ("bin", "sbin", "lib", "lib64"):
        archive.merged_link(name)
    archive.link("/var/run", "../run")
    archive.link("/etc/mtab", "/proc/self/mounts")
    # The kernel opens it for process 1 before anything is mounted.
    archive.device("/dev/console", 5, 1)
    archive.device("/dev/null", 1, 3)
    archive.data("/etc/passwd", b"root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n")
    archive.data("/etc/group", b"root:x:0:\nnogroup:x:65534:\n")
    archive.data("/etc/hosts", b"127.0.0.1 localhost rex-vm\n")
    archive.data("/etc/hostname", b"rex-vm\n")


def busybox() -> Path:
    path = Path(find_tool("busybox"))
    if libraries_of([path]):
        raise VmError(f"{path} is not the static busybox", "install the package busybox-static")
    return path


def write_busybox(archive: Archive) -> None:
    """Every applet as a link, except where the real program is already there."""
    path = busybox()
    archive.file("/usr/bin/busybox", path)
    applets = subprocess.run([path, "--list"], capture_output=True, text=True, check=True).stdout.split()
    for applet in applets:
        if f"usr/bin/{applet}" not in archive.names and f"usr/sbin/{applet}" not in archive.names:
            archive.link(f"/usr/bin/{applet}", "busybox")
    archive.link("/usr/bin/modprobe", "busybox")


def write_modules(archive: Archive, kernel: Kernel) -> None:
    """The modules by name, uncompressed, with the indexes modprobe needs, cut down to them."""
    dependencies = read_dependencies(kernel)
    by_name = {module_name(path): path for path in dependencies}
    wanted: list[str] = []
    for name in MODULES:
        path = by_name.get(name)
        if path:  # else it is built in
            wanted += [module for module in [path, *dependencies[path]] if module not in wanted]
    target = f"/lib/modules/{kernel.release}"
    index = ""
    for path in wanted:
        content = (kernel.modules / path).read_bytes()
        archive.data(f"{target}/{plain(path)}", lzma.decompress(content) if path.endswith(".xz") else content)
        index += f"{plain(path)}: {' '.join(map(plain, dependencies[path]))}\n"
    archive.data(f"{target}/modules.dep", index.encode())
    names = {module_name(path) for path in wanted}
    for name in ("modules.alias", "modules.symbols"):
        lines = (kernel.modules / name).read_text().splitlines(keepends=True)
        archive.data(f"{target}/{name}", "".join(x for x in lines if x.split()[-1] in names).encode())
    archive.file(f"{target}/modules.builtin", kernel.modules / "modules.builtin")


def read_dependencies(kernel: Kernel) -> dict[str, list[str]]:
    result = {}
    for line in (kernel.modules / "modules.dep").read_text().splitlines():
        path, _, needs = line.partition(":")
        result[path] = needs.split()
    return result


def plain(module: str) -> str:
    return module.removesuffix(".xz")


def module_name(path: str) -> str:
    return Path(plain(path)).stem.replace("-", "_")


# The archive of one run.


def run_archive(kernel: Kernel, payload: Payload, base_names: frozenset[str]) -> bytes:
    buffer = io.BytesIO()
    archive = Archive(buffer, base_names)
    programs: list[Path] = []
    path_entries = [f"{GUEST_PREFIX}/bin", f"{GUEST_PREFIX}/samples"]
    lighten = functools.partial(without_debug_info, cache=payload.build_dir / "vm" / "stripped")
    for name in ("bin", "lib", "samples"):
        source = payload.build_dir / name
        if source.is_dir():
            programs += add_tree(archive, source, f"{GUEST_PREFIX}/{name}", wanted_in_guest, lighten)
    path_entries += sample_folders(payload.build_dir / "samples")
    for source, target in payload.additions:
        programs += add_tree(archive, source, target)
    add_libraries(archive, programs)
    if payload.load_rex:
        archive.data(f"/lib/modules/{kernel.release}/extra/rex.ko", runtime_module(kernel, payload.build_dir))
    archive.data("/etc/rex-vm/command", b"exec " + os.fsencode(shlex.join(payload.command)) + b"\n")
    archive.data("/etc/rex-vm/settings", settings(payload, path_entries).encode())
    archive.close()
    return buffer.getvalue()


def settings(payload: Payload, path_entries: list[str]) -> str:
    values = {
        "marker": payload.marker,
        "load_rex": str(int(payload.load_rex)),
        "guest_path": ":".join([*path_entries, "/usr/sbin", "/usr/bin"]),
    }
    return "".join(f"{name}={shlex.quote(value)}\n" for name, value in values.items())


def runtime_module(kernel: Kernel, build_dir: Path) -> bytes:
    """rex.ko for this kernel; refuses one built for another release, which could not be loaded."""
    path = build_dir / "runtime" / kernel.series / "rex.ko"
    if not path.exists():
        raise VmError(f"{path} does not exist", "run ./dev build, or use --no-rex", STATUS_USAGE)
    content = path.read_bytes()
    match = re.search(rb"vermagic=(\S+)", content)
    built_for = match.group(1).decode() if match else "an unknown kernel"
    if built_for != kernel.release:
        raise VmError(
            f"{path} was built for {built_for}, the {kernel.series} kernel is now {kernel.release}",
            "run ./dev build", STATUS_USAGE,
        )
    return content


def sample_folders(samples: Path) -> list[str]:
    """Each sample's programs are found by name too."""
    if not samples.is_dir():
        return []
    return [
        f"{GUEST_PREFIX}/samples/{folder.name}"
        for folder in sorted(samples.iterdir())
        if folder.is_dir() and not NOT_FOR_GUEST.match(folder.name)
    ]


def parse_addition(argument: str) -> tuple[Path, str]:
    """FILE[:DEST]. DEST is absolute, so a colon elsewhere in a file's name does no harm."""
    name, separator, target = argument.rpartition(":/")
    if not separator or Path(argument).exists():
        name, target = argument, f"{GUEST_HOME}/{Path(argument).absolute().name}"
    else:
        target = "/" + target
        if target.endswith("/"):
            target += Path(name).absolute().name
    source = Path(name)
    if not source.exists():
        raise VmError(f"--add {argument}: {source} does not exist", "name an existing file or directory",
                      STATUS_USAGE)
    return source, target


def wanted_in_guest(path: Path) -> bool:
    """Not the build's by-products; nor the checker and the pass: large, and there is no compiler."""
    is_plugin = path.parent.name == "rex" and path.suffix == ".so"
    return not is_plugin and not NOT_FOR_GUEST.match(path.name)


def add_tree(archive: Archive, source: Path, target: str,
             wanted: Callable[[Path], bool] = lambda path: True,
             lighten: Callable[[Path], Path] = lambda path: path) -> list[Path]:
    """Copies a file, or a directory and all below it. Returns the ELF programs among them.

    A relative link stays one; an absolute one, which may lead out of what is copied, is followed.
    """
    if not source.is_dir():
        if not is_program(source):
            archive.file(target, source)
            return []
        archive.file(target, lighten(source))
        return [source]
    programs: list[Path] = []
    archive.directory(target, stat.S_IMODE(source.stat().st_mode))
    for entry in filter(wanted, sorted(source.iterdir())):
        place = f"{target}/{entry.name}"
        if entry.is_symlink() and not os.path.isabs(os.readlink(entry)):
            archive.link(place, os.readlink(entry))
        elif entry.is_dir() or entry.is_file():
            programs += add_tree(archive, entry, place, wanted, lighten)
    return programs


def without_debug_info(program: Path, cache: Path) -> Path:
    """Debug information is most of a program, and the guest holds all files in memory, at times twice."""
    facts = program.stat()
    if facts.st_size < LARGE_PROGRAM:
        return program
    stripped = cache / str(program).strip("/").replace("/", "%")
    with locked(cache):
        if not stripped.exists() or stripped.stat().st_mtime_ns != facts.st_mtime_ns:
            run([find_tool("strip"), "--strip-debug", "-o", str(stripped), str(program)],
                f"stripping {program}")
            os.utime(stripped, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    return stripped


def is_program(path: Path) -> bool:
    if not os.access(path, os.X_OK):
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def add_libraries(archive: Archive, programs: list[Path]) -> None:
    """All into one directory of the loader's default path: the guest has no ld.so.cache."""
    for name, path in libraries_of(programs).items():
        archive.file(name if name.startswith("/") else f"{LIBRARIES}/{name}", path)


def libraries_of(programs: list[Path]) -> dict[str, Path]:
    """Name in the guest (the loader by its whole path) -> file on the host, by way of one ldd."""
    if not programs:
        return {}
    result = subprocess.run(["ldd", *map(str, programs)], capture_output=True, text=True, check=False,
                            env={**os.environ, "LC_ALL": "C"})
    libraries: dict[str, Path] = {}
    program = programs[0]
    for line in result.stdout.splitlines():
        if line.endswith(":") and not line.startswith("\t"):
            program = Path(line[:-1])
        elif match := re.match(r"\t(\S+) => not found", line):
            raise VmError(f"{program} needs the library {match.group(1)}, which is not found",
                          "install it, or set LD_LIBRARY_PATH", STATUS_USAGE)
        elif match := re.match(r"\t(\S+) => (/.*) \(0x", line):
            libraries.setdefault(Path(match.group(1)).name, Path(match.group(2)))
        elif match := re.match(r"\t(/\S+) \(0x", line):
            libraries.setdefault(match.group(1), Path(match.group(1)))
    return libraries
