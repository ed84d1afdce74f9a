# SPDX-License-Identifier: GPL-2.0-only
"""Whether KVM truly works here.

/dev/kvm may be there and yet no guest come up: QEMU aborts on a register, or the guest hangs in the
firmware. So the question is put to a whole boot, once for a machine; the answer is kept in the build
directory.
"""

from __future__ import annotations

import os
import platform
import signal
from pathlib import Path

import initramfs
from channel import ConsoleLog, MarkedStream
from errors import say
from kernels import Kernel
from qemu import Guest, Machine, Streams

FIRST_WORD_SECONDS = 5.0
WHOLE_BOOT_SECONDS = 20.0


class ProbeTimeout(Exception):
    pass


def choose(kernel: Kernel, build_dir: Path) -> str:
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return "tcg"
    answer = build_dir / "vm" / "accelerator"
    key = probe_key()
    if answer.exists():
        known_key, _, accelerator = answer.read_text().strip().rpartition(" ")
        if known_key == key and accelerator in ("kvm", "tcg"):
            return accelerator
    accelerator = "kvm" if kvm_boots(kernel, build_dir) else "tcg"
    if accelerator == "tcg":
        say("/dev/kvm is there but no guest boots with it: using emulation (TCG)")
    answer.write_text(f"{key} {accelerator}\n")
    return accelerator


def probe_key() -> str:
    """The answer holds until the machine is booted anew."""
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return f"{platform.node()} {platform.release()} {boot}"


def kvm_boots(kernel: Kernel, build_dir: Path) -> bool:
    marker = os.urandom(16).hex()
    payload = initramfs.Payload(["true"], marker, build_dir / "vm" / "nothing", load_rex=False)
    base, names = initramfs.base_archive(kernel, build_dir)
    streams = Streams(ConsoleLog(marker.encode()), MarkedStream(marker.encode(), discard),
                      MarkedStream(marker.encode(), discard))
    machine = Machine(kernel.image, "kvm", append="earlyprintk=serial loglevel=7")
    signal.signal(signal.SIGALRM, raise_timeout)
    signal.setitimer(signal.ITIMER_REAL, WHOLE_BOOT_SECONDS)
    try:
        with Guest(machine, base + initramfs.run_archive(kernel, payload, names), streams) as guest:
            if guest.wait_for_console(FIRST_WORD_SECONDS):
                guest.run()
    except ProbeTimeout:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return streams.report.exit_status == 0


def raise_timeout(*_: object) -> None:
    raise ProbeTimeout


def discard(_: bytes) -> None:
    pass
