# SPDX-License-Identifier: GPL-2.0-only
"""The byte streams between the guest and the runner.

Each is a socket pair of which QEMU holds one end: the serial console, and three ports of a
virtio-serial device (faster than a serial line, and no terminal changes a byte on its way).
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass, field
from typing import Callable


class MarkedStream:
    """Passes bytes on as they come, up to the marker which only the guest's init can know.

    The marker is held back, and so is a tail which may be the start of it, until more arrives.
    """

    def __init__(self, marker: bytes, sink: Callable[[bytes], None]):
        self.marker_ = marker
        self.sink_ = sink
        self.held_ = b""
        self.ended = False

    def feed(self, data: bytes) -> None:
        if self.ended:
            return
        data = self.held_ + data
        end = data.find(self.marker_)
        if end >= 0:
            self.ended = True
            self.held_ = b""
            data = data[:end]
        else:
            keep = self.possible_start_(data)
            self.held_ = data[len(data) - keep:]
            data = data[:len(data) - keep]
        if data:
            self.sink_(data)

    def flush(self) -> None:
        """The guest is gone: what was held back was no marker."""
        if self.held_:
            self.sink_(self.held_)
            self.held_ = b""

    def possible_start_(self, data: bytes) -> int:
        for length in range(min(len(self.marker_) - 1, len(data)), 0, -1):
            if data.endswith(self.marker_[:length]):
                return length
        return 0


@dataclass
class ConsoleLog:
    """The kernel's log. It has ended when init's last message has come through it."""

    marker: bytes
    raw: bytearray = field(default_factory=bytearray)
    ended: bool = False

    def feed(self, data: bytes) -> None:
        start = max(0, len(self.raw) - len(self.marker))
        self.raw += data
        self.ended = self.ended or self.raw.find(self.marker, start) >= 0


@dataclass
class Report:
    """The status port: what init says about the run, one line a fact."""

    started: bool = False
    exit_status: int | None = None
    left_modules: list[str] = field(default_factory=list)
    rex_failure: str | None = None
    pending_: bytes = b""

    def feed(self, data: bytes) -> None:
        *lines, self.pending_ = (self.pending_ + data).split(b"\n")
        for line in lines:
            word, _, rest = line.decode("utf-8", "replace").partition(" ")
            if word == "started":
                self.started = True
            elif word == "modules":
                self.left_modules = rest.split()
            elif word == "rex-failed":
                self.rex_failure = rest
            elif word == "exit":
                self.exit_status = int(rest)


def pair() -> tuple[socket.socket, socket.socket]:
    """(ours, QEMU's)."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)


def write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]
