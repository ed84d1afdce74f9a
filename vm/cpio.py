# SPDX-License-Identifier: GPL-2.0-only
"""Writes an archive in the `newc` cpio format, the one the kernel unpacks as its first file system."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import BinaryIO

# As on Debian, these are links into /usr. A later entry below such a link has to be named by where it
# really goes, or the kernel would find a directory wanted where a link is.
MERGED = ("bin", "sbin", "lib", "lib64")


def canonical(guest_path: str) -> str:
    """The name of an entry: relative, without `.` and `..`, the merged directories below usr."""
    parts: list[str] = []
    for part in PurePosixPath(guest_path).parts:
        if part == "..":
            parts = parts[:-1]
        elif part not in ("/", "."):
            parts.append(part)
    if parts and parts[0] in MERGED:
        parts.insert(0, "usr")
    return "/".join(parts)


class Archive:
    """Entries are written as they are added; a path that is there already is not added again."""

    def __init__(self, output: BinaryIO, already: frozenset[str] = frozenset()):
        self.output_ = output
        self.names: set[str] = set(already)
        self.inode_ = 0

    def directory(self, path: str, mode: int = 0o755) -> None:
        name = canonical(path)
        if name and name not in self.names:
            self.parents_(name)
            self.entry_(name, stat.S_IFDIR | mode, b"")

    def link(self, path: str, target: str) -> None:
        name = canonical(path)
        if name not in self.names:
            self.parents_(name)
            self.entry_(name, stat.S_IFLNK | 0o777, os.fsencode(target))

    def merged_link(self, name: str) -> None:
        """The link /NAME -> usr/NAME itself, which `canonical` would put below usr."""
        self.entry_(name, stat.S_IFLNK | 0o777, b"usr/" + name.encode())

    def data(self, path: str, content: bytes, mode: int = 0o644) -> None:
        name = canonical(path)
        if name not in self.names:
            self.parents_(name)
            self.entry_(name, stat.S_IFREG | mode, content)

    def file(self, path: str, source: Path) -> None:
        if canonical(path) not in self.names:
            mode = stat.S_IMODE(source.stat().st_mode)
            self.data(path, source.read_bytes(), mode)

    def device(self, path: str, major: int, minor: int) -> None:
        self.parents_(canonical(path))
        self.entry_(canonical(path), stat.S_IFCHR | 0o600, b"", (major, minor))

    def close(self) -> None:
        self.entry_("TRAILER!!!", 0, b"")

    def parents_(self, name: str) -> None:
        parent = name.rpartition("/")[0]
        if parent:
            self.directory("/" + parent)

    def entry_(self, name: str, mode: int, content: bytes, device: tuple[int, int] = (0, 0)) -> None:
        self.inode_ += 1
        self.names.add(name)
        raw_name = os.fsencode(name) + b"\0"
        fields = (
            self.inode_, mode, 0, 0, 1, 0, len(content), 0, 0, device[0], device[1], len(raw_name), 0,
        )
        header = b"070701" + b"".join(b"%08X" % field for field in fields) + raw_name
        self.output_.write(header + padding(len(header)))
        self.output_.write(content + padding(len(content)))


def padding(length: int) -> bytes:
    return b"\0" * (-length % 4)
