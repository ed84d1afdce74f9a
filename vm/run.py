#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Boot a stock Debian kernel with rex.ko loaded, run one command in it as root, bring everything back.

The command's stdout and stderr arrive as they come, byte for byte, and its exit status is this program's
(128 + n for signal n). Other statuses: 124 the time limit, 99 the kernel complained in its log (which is
then shown), 98 the guest was lost, 97 extension modules were left (--expect-clean), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import functools
import os
import signal
import sys
import time
from pathlib import Path

import accelerator
import console
import debug_kernel
import initramfs
import kernels
from channel import ConsoleLog, MarkedStream, write_all
from errors import (STATUS_GUEST_LOST, STATUS_KERNEL_FAULT, STATUS_LEFTOVER_MODULES, STATUS_TIMEOUT,
                    STATUS_USAGE, VmError, report, say)
from qemu import Guest, Machine, Streams


DEFAULT_TIMEOUT = 600.0
DEFAULT_MEMORY_MB = 256


class TimeLimit(Exception):
    pass


class Stopped(Exception):
    def __init__(self, number: int):
        super().__init__()
        self.number = number


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    # Everything after the first `--` is the command's, options and further `--` included.
    if "--" in arguments:
        split = arguments.index("--")
        arguments, command = arguments[:split], arguments[split + 1:]
    else:
        command = []
    parser = argparse.ArgumentParser(
        prog=os.environ.get("REX_VM_PROGRAM", "vm/run.py"),
        usage="%(prog)s [options] -- COMMAND [ARGUMENT]...",
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
    )
    parser.add_argument("--kernel", choices=[*kernels.HEADERS, debug_kernel.SERIES],
                        default=kernels.DEFAULT_SERIES)
    parser.add_argument("--smp", type=positive, default=1, metavar="N", help="number of CPUs")
    parser.add_argument("--icount", action="store_true",
                        help="one guest nanosecond is one instruction: repeatable measurements")
    parser.add_argument("--memory", type=positive, metavar="MB", help="256; with the debug kernel 1024")
    parser.add_argument("--timeout", type=float, metavar="S",
                        help="limit, boot included (600; with the debug kernel 4800)")
    parser.add_argument("--add", action="append", default=[], metavar="FILE[:DEST]",
                        help="copy a file or a directory into the guest; DEST is absolute, default /root/NAME")
    parser.add_argument("--no-rex", action="store_true", help="do not load rex.ko")
    parser.add_argument("--expect-clean", action="store_true",
                        help="fail with 97 when an extension module is left loaded")
    parser.add_argument("--console", type=Path, metavar="FILE", help="keep the kernel's log")
    parser.add_argument("--append", default="", metavar="ARGS", help="more kernel arguments")
    parser.add_argument("--build-dir", type=Path, default=kernels.REPOSITORY / "build", metavar="DIR")
    parser.add_argument("--verbose", action="store_true", help="say what is booted and how long it took")
    options = parser.parse_args(arguments)
    if not command:
        parser.error("no command: give it after `--`, for example `-- uname -r`")
    if options.icount and options.smp != 1:
        parser.error("--icount counts the instructions of one CPU: leave --smp away")
    debug = options.kernel == debug_kernel.SERIES
    if options.timeout is None:
        options.timeout = DEFAULT_TIMEOUT * (debug_kernel.SLOWER if debug else 1)
    if options.memory is None:
        options.memory = debug_kernel.MEMORY_MB if debug else DEFAULT_MEMORY_MB
    if options.timeout <= 0:
        parser.error("--timeout takes a positive number of seconds")
    options.command = command
    return options


def positive(text: str) -> int:
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not a positive number")
    return number


def main(arguments: list[str]) -> int:
    options = parse_arguments(arguments)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        return run(options)
    except VmError as error:
        return report(error)
    except Stopped as stopped:
        return 128 + stopped.number
    except BrokenPipeError:
        # Nobody reads our output any more: end as a program killed by SIGPIPE does. Python would
        # otherwise complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE


def run(options: argparse.Namespace) -> int:
    build_dir = options.build_dir.resolve()
    additions = [initramfs.parse_addition(argument) for argument in options.add]
    kernel, arguments = find_kernel(options.kernel, build_dir)
    machine = Machine(
        kernel.image, "tcg" if options.icount else accelerator.choose(kernel, build_dir),
        options.memory, options.smp, options.icount, f"{arguments} {options.append}".strip(),
    )
    start = time.monotonic()
    marker = os.urandom(16).hex()
    image = initramfs.build(
        kernel, initramfs.Payload(options.command, marker, build_dir, not options.no_rex, additions))
    packed = time.monotonic()
    streams = Streams(
        ConsoleLog(marker.encode()),
        MarkedStream(marker.encode(), functools.partial(write_all, sys.stdout.fileno())),
        MarkedStream(marker.encode(), functools.partial(write_all, sys.stderr.fileno())),
    )
    timed_out = boot(machine, image, streams, options.timeout)
    if options.verbose:
        say(f"kernel {kernel.release}, {machine.accelerator}; file system {len(image) >> 20} MB made in "
            f"{packed - start:.2f} s, all done in {time.monotonic() - start:.2f} s")
    log = console.text(bytes(streams.console.raw))
    if options.console:
        keep_log(options.console, log)
    return verdict(options, streams, log, timed_out)


def find_kernel(series: str, build_dir: Path) -> tuple[kernels.Kernel, str]:
    """The kernel, ready to boot, and what it is told besides the usual."""
    if series == debug_kernel.SERIES:
        return debug_kernel.resolve(), debug_kernel.ARGUMENTS
    kernel = kernels.resolve(series, build_dir)
    kernels.fetch(kernel)
    return kernel, ""


def boot(machine: Machine, image: bytes, streams: Streams, seconds: float) -> bool:
    """Runs the guest to its end; says whether the time limit was what ended it."""
    signal.signal(signal.SIGALRM, limit_reached)
    try:
        with Guest(machine, image, streams) as guest:
            try:
                signal.setitimer(signal.ITIMER_REAL, seconds)
                guest.run()
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        timed_out = False
    except TimeLimit:
        timed_out = True
    streams.stdout.flush()
    streams.stderr.flush()
    return timed_out


def verdict(options: argparse.Namespace, streams: Streams, log: str, timed_out: bool) -> int:
    """What the run comes to. A kernel that complained goes before all else, also before a success."""
    outcome = streams.report
    faults = console.faults(log)
    if faults:
        show(log)
        say(f"error: the kernel's log (above) tells of {len(faults)} fault(s), the first: {faults[0].strip()}")
        return STATUS_KERNEL_FAULT
    if timed_out:
        if not outcome.started:
            show(log)
        phase = "while the command ran" if outcome.started else "before the command was started"
        say(f"error: the limit of {options.timeout:g} s was reached {phase}")
        say("remedy: --timeout S sets another limit")
        return STATUS_TIMEOUT
    if outcome.rex_failure is not None:
        show(log)
        raise VmError(f"rex.ko could not be loaded: {outcome.rex_failure}", "see the kernel's log above")
    if outcome.exit_status is None:
        return lost(streams, log)
    if outcome.left_modules:
        say(f"extension modules left loaded: {' '.join(outcome.left_modules)}")
        if options.expect_clean:
            say(f"error: none was expected (the command itself exited with {outcome.exit_status})")
            return STATUS_LEFTOVER_MODULES
    return outcome.exit_status


def lost(streams: Streams, log: str) -> int:
    messages = streams.qemu_messages.decode("utf-8", "replace").strip()
    if not log and messages:
        raise VmError(f"QEMU did not start: {messages}")
    if not log:
        raise VmError("the kernel ended before it said a word", "give it more memory: --memory MB")
    show(log)
    when = "while the command ran" if streams.report.started else "before the command was started"
    say(f"error: the guest ended {when}, without an exit status; the end of the kernel's log is above")
    if messages:
        say(f"QEMU said: {messages}")
    return STATUS_GUEST_LOST


def show(log: str) -> None:
    print("---- the kernel's log ----", console.excerpt(log), "---- end of the kernel's log ----",
          sep="\n", file=sys.stderr, flush=True)


def keep_log(path: Path, log: str) -> None:
    try:
        path.write_text(log, encoding="utf-8")
    except OSError as error:
        raise VmError(f"--console {path}: {error.strerror}", "name a file that can be written",
                      STATUS_USAGE) from error


def stop(number: int, _: object) -> None:
    # A second signal must not interrupt the ending of QEMU.
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)


def limit_reached(*_: object) -> None:
    raise TimeLimit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
