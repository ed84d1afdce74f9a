# SPDX-License-Identifier: GPL-2.0-only
"""One QEMU process: its command line, its streams, its certain end."""

from __future__ import annotations

import ctypes
import os
import selectors
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import channel
from kernels import find_tool

# `reboot=t` and `panic=-1` with -no-reboot: a kernel that dies ends QEMU at once. `printk.devkmsg=on`:
# init's last message must not fall to the rate limit. The rest saves time at boot.
KERNEL_ARGUMENTS = (
    "console=ttyS0 loglevel=5 printk.devkmsg=on oops=panic panic=-1 reboot=t "
    "tsc=reliable no_timer_check random.trust_cpu=on cryptomgr.notests"
)

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Machine:
    kernel_image: Path
    accelerator: str  # kvm, tcg
    memory_mb: int = 256
    cpus: int = 1
    icount: bool = False
    append: str = ""


@dataclass
class Streams:
    """What the guest says, and to whom it goes."""

    console: channel.ConsoleLog
    stdout: channel.MarkedStream
    stderr: channel.MarkedStream
    report: channel.Report = field(default_factory=channel.Report)
    qemu_messages: bytearray = field(default_factory=bytearray)

    @property
    def complete(self) -> bool:
        return (self.report.exit_status is not None and self.stdout.ended and self.stderr.ended
                and self.console.ended)


def command_line(machine: Machine, initrd: int, console: int, ports: list[int]) -> list[str]:
    command = [find_tool("qemu-system-x86_64"), "-nodefaults", "-no-user-config", "-display", "none",
               "-no-reboot", "-M", "q35", "-m", str(machine.memory_mb), "-smp", str(machine.cpus)]
    if machine.accelerator == "kvm":
        command += ["-accel", "kvm", "-cpu", "host"]
    else:
        # One thread for all CPUs: with several, 6.12 was seen to die at boot in its own int3 patching.
        command += ["-accel", "tcg,thread=single", "-cpu", "max"]
    if machine.icount:
        command += ["-icount", "shift=0,sleep=off"]
    command += ["-kernel", str(machine.kernel_image), "-initrd", f"/proc/self/fd/{initrd}",
                "-append", f"{KERNEL_ARGUMENTS} {machine.append}".strip(),
                "-chardev", f"socket,id=console,fd={console}", "-serial", "chardev:console",
                "-device", "virtio-serial-pci"]
    for number, descriptor in enumerate(ports, start=1):
        command += ["-chardev", f"socket,id=port{number},fd={descriptor}",
                    "-device", f"virtserialport,chardev=port{number},nr={number}"]
    return command


class Guest:
    """A running machine. Use it in a `with`: at the end of that, QEMU is dead and reaped."""

    def __init__(self, machine: Machine, initramfs: bytes, streams: Streams):
        self.streams_ = streams
        self.selector_ = selectors.DefaultSelector()
        self.descriptors_: list[int] = []
        # A file without a name: nothing of it is left behind, however the runner ends.
        initrd = os.memfd_create("initramfs")
        channel.write_all(initrd, initramfs)
        sinks: list[Callable[[bytes], None]] = [
            streams.console.feed, streams.stdout.feed, streams.stderr.feed, streams.report.feed,
        ]
        ends = []
        for sink in sinks:
            ours, theirs = channel.pair()
            self.register_(ours.detach(), sink)
            ends.append(theirs)
        messages, qemu_stderr = os.pipe()
        self.register_(messages, streams.qemu_messages.extend)
        numbers = [end.fileno() for end in ends]
        try:
            self.process_ = subprocess.Popen(
                command_line(machine, initrd, numbers[0], numbers[1:]),
                stdin=subprocess.DEVNULL, stdout=qemu_stderr, stderr=qemu_stderr,
                pass_fds=[initrd, *numbers], start_new_session=True, preexec_fn=die_with_parent,
            )
        finally:
            os.close(initrd)
            os.close(qemu_stderr)
            for end in ends:
                end.close()

    def __enter__(self) -> "Guest":
        return self

    def __exit__(self, *_: object) -> None:
        self.process_.kill()
        self.process_.wait()
        self.selector_.close()
        for descriptor in self.descriptors_:
            os.close(descriptor)

    def register_(self, descriptor: int, sink: Callable[[bytes], None]) -> None:
        self.descriptors_.append(descriptor)
        self.selector_.register(descriptor, selectors.EVENT_READ, sink)

    def run(self) -> None:
        """Passes on what the guest says until init has said everything, or QEMU is gone."""
        while self.selector_.get_map() and not self.streams_.complete:
            for key, _ in self.selector_.select():
                self.read_(key)

    def wait_for_console(self, seconds: float) -> bool:
        """Whether the kernel says a first word within that time."""
        while not self.streams_.console.raw:
            ready = self.selector_.select(seconds)
            if not ready or not self.selector_.get_map():
                return False
            for key, _ in ready:
                self.read_(key)
        return True

    def read_(self, key: selectors.SelectorKey) -> None:
        try:
            data = os.read(key.fd, 1 << 16)
        except ConnectionResetError:
            data = b""
        if data:
            key.data(data)
        else:
            self.selector_.unregister(key.fd)


def die_with_parent() -> None:
    """Even a runner killed by SIGKILL leaves no QEMU."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
