#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Tests of the VM runner. A boot takes seconds, so one boot answers many questions where it can.

    test_vm.py [--build-dir DIR] [CASE]...

None of them needs rex.ko.
"""

from __future__ import annotations

import argparse
import base64
import io
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import channel
import console
import cpio
import errors
import initramfs
import kernels

RUNNER = Path(__file__).with_name("run.py")
build_dir = kernels.REPOSITORY / "build"


def vm(*arguments: str | Path, timeout: float = 300) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(runner(*arguments), capture_output=True, timeout=timeout, check=False,
                          stdin=subprocess.DEVNULL)


def runner(*arguments: str | Path) -> list[str]:
    return [sys.executable, str(RUNNER), "--build-dir", str(build_dir), "--no-rex", *map(str, arguments)]


class PureTest(unittest.TestCase):
    """What needs no boot."""

    def test_marker_is_found_wherever_the_stream_is_cut(self) -> None:
        stream = b"a\0b\r\nMARMARKE" + b"MARKER"
        for cut in range(len(stream) + 1):
            seen = bytearray()
            marked = channel.MarkedStream(b"MARKER", seen.extend)
            marked.feed(stream[:cut])
            marked.feed(stream[cut:])
            self.assertEqual((bytes(seen), marked.ended), (b"a\0b\r\nMARMARKE", True))

    def test_stream_passes_on_at_once_what_cannot_be_the_marker(self) -> None:
        seen = bytearray()
        marked = channel.MarkedStream(b"MARKER", seen.extend)
        marked.feed(b"hello MAR")
        self.assertEqual(seen, b"hello ")
        marked.flush()
        self.assertEqual(seen, b"hello MAR")

    def test_faults_are_told_from_ordinary_lines(self) -> None:
        for line in (
            "[ 1.0] WARNING: CPU: 0 PID: 1 at kernel/x.c:1 f+0x1/0x2 [rex]",
            "[ 1.0] BUG: unable to handle page fault for address: 0000",
            "[ 1.0] Oops: 0002 [#1] PREEMPT SMP NOPTI",
            "[ 1.0] Oops: Oops: 0002 [#1] PREEMPT SMP NOPTI",
            "[ 1.0] general protection fault, probably for non-canonical address 0x0: 0000 [#1] SMP",
            "[ 1.0] WARNING: possible recursive locking detected",
            "[ 1.0] rcu: INFO: rcu_preempt self-detected stall on CPU",
            "[ 1.0] unchecked MSR access error: WRMSR to 0x10a",
            "[ 1.0] Unpatched return thunk in use. This should not happen!",
            "[ 1.0] watchdog: BUG: soft lockup - CPU#0 stuck for 22s!",
            "[ 1.0] BUG: KASAN: slab-use-after-free in f+0x1/0x2",
            "[ 1.0] kernel BUG at mm/slub.c:1!",
            "[ 1.0] int3: 0000 [#1] PREEMPT SMP",
            "[ 1.0] Kernel panic - not syncing: Fatal exception",
        ):
            self.assertEqual(console.faults("before\n" + line + "\nafter"), [line])
        for line in (
            "[ 1.0] rex: loading out-of-tree module taints kernel.",
            "[ 1.0] traps: x[12] general protection fault ip:401000 sp:7ffe0 error:0 in x[401000+1000]",
            "[ 1.0] x[12]: segfault at 0 ip 0000000000401000 sp 00007ffe0 error 4 in x[401000+1000]",
            "[ 1.0] rex: panic in mp4 at samples/mp4/mp4.cpp:12: index 9 is out of bounds",
            "[ 1.0] rcu: Hierarchical RCU implementation.",
            "[ 1.0] Spectre V2 : Mitigation: Retpolines",
        ):
            self.assertEqual(console.faults(line), [], line)

    def test_excerpt_counts_what_it_leaves_out(self) -> None:
        lines = [str(number) for number in range(console.SHOWN_LINES + 7)]
        shown = console.excerpt("\n".join(lines) + "\n").splitlines()
        self.assertEqual(len(shown), console.SHOWN_LINES + 1)
        self.assertIn("7 lines", shown[0])

    def test_archive_paths(self) -> None:
        self.assertEqual(cpio.canonical("/bin/sh"), "usr/bin/sh")
        self.assertEqual(cpio.canonical("/opt/rex/bin/../lib/x.so"), "opt/rex/lib/x.so")
        buffer = io.BytesIO()
        archive = cpio.Archive(buffer)
        archive.data("/a/b c/d", b"12345")
        archive.close()
        self.assertEqual(len(buffer.getvalue()) % 4, 0)
        listing = subprocess.run(["cpio", "-t", "--quiet"], input=buffer.getvalue(), capture_output=True,
                                 check=True) if shutil.which("cpio") else None
        if listing:
            self.assertEqual(listing.stdout, b"a\na/b c\na/b c/d\n")

    def test_additions(self) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            odd = Path(scratch, "odd:name")
            odd.touch()
            self.assertEqual(initramfs.parse_addition(str(odd)), (odd, "/root/odd:name"))
            self.assertEqual(initramfs.parse_addition(f"{odd}:/etc/x"), (odd, "/etc/x"))
            self.assertEqual(initramfs.parse_addition(f"{odd}:/etc/"), (odd, "/etc/odd:name"))
            with self.assertRaisesRegex(errors.VmError, "does not exist"):
                initramfs.parse_addition(f"{scratch}/none:/etc/x")

    def test_wrong_usage(self) -> None:
        for arguments, complaint in (
            ((), "no command"),
            (("--",), "no command"),
            (("--kernel", "5.10", "--", "true"), "invalid choice"),
            (("--icount", "--smp", "2", "--", "true"), "--smp"),
            (("--timeout", "0", "--", "true"), "positive"),
            (("--add", "/no/such/file", "--", "true"), "/no/such/file does not exist"),
        ):
            with self.subTest(arguments=arguments):
                result = vm(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertIn(complaint, result.stderr.decode())
                self.assertNotIn(b"Traceback", result.stderr)


# Printed by the guest, compared byte by byte: nothing on the way may take it for text.
BYTES = bytes(range(256)) + b"\r\n\n\r\x04\x03\x11\x13"

EVERYTHING = r"""
set -eu
cat bytes
printf 'to stderr\r\n' >&2
echo 'by name' >/dev/stderr
{
  printf '<%s>' "$@"; echo
  pwd; id -un; readlink /proc/self/fd/0; [ ! -t 1 ] && echo no terminal
  cat tree/below/file; [ -x tree/run ] && ./tree/run; cat /somewhere/else
  /usr/games/git --version
  for program in ip tc bpftool dmesg lsmod bash; do command -v $program; done
  for place in /sys/fs/bpf /sys/kernel/tracing /sys/kernel/debug /sys/fs/cgroup /tmp /dev/pts; do
    grep -q " $place " /proc/mounts && echo mounted $place
  done
  ip -o link show lo | grep -q LOWER_UP && echo lo is up
  ip link add one type veth peer name two && tc qdisc add dev one clsact && echo networks
  ulimit -l
  dmesg | grep -c 'Linux version'
  grep -c '^rex ' /proc/modules || true
} >facts
base64 facts >&2
sleep 1000 &
exit 7
"""


class BootTest(unittest.TestCase):
    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.scratch = Path(directory.name)

    def test_everything_a_command_may_rely_on(self) -> None:
        for series in kernels.HEADERS:
            with self.subTest(kernel=series):
                self.everything(series)

    def everything(self, series: str) -> None:
        scratch = self.scratch / series
        (scratch / "tree" / "below").mkdir(parents=True)
        (scratch / "tree" / "below" / "file").write_text("deep\n")
        (scratch / "tree" / "run").write_text("#!/usr/bin/env bash\necho runs\n")
        (scratch / "tree" / "run").chmod(0o755)
        (scratch / "bytes").write_bytes(BYTES)
        (scratch / "else").write_text("elsewhere\n")
        result = vm("--kernel", series, "--add", scratch / "bytes", "--add", scratch / "tree",
                    "--add", f"{scratch}/else:/somewhere/else", "--add", "/usr/bin/git:/usr/games/git",
                    "--", "sh", "-c", EVERYTHING, "name", "two words", "", "'\"$HOME\\", "line\nline", "--")
        self.assertEqual(result.returncode, 7, result.stderr)
        self.assertEqual(result.stdout, BYTES)
        self.assertTrue(result.stderr.startswith(b"to stderr\r\nby name\n"), result.stderr)
        facts = base64.b64decode(result.stderr.split(b"by name\n", 1)[1]).decode()
        self.assertEqual(re.sub(r"git version .*", "git version", facts), "\n".join([
            "<two words><><'\"$HOME\\><line\nline><-->",
            "/root", "root", "/dev/null", "no terminal",
            "deep", "runs", "elsewhere", "git version",
            "/usr/sbin/ip", "/usr/sbin/tc", "/usr/sbin/bpftool", "/usr/bin/dmesg", "/usr/bin/lsmod",
            "/usr/bin/bash",
            *(f"mounted {place}" for place in ("/sys/fs/bpf", "/sys/kernel/tracing", "/sys/kernel/debug",
                                               "/sys/fs/cgroup", "/tmp", "/dev/pts")),
            "lo is up", "networks", "unlimited", "1", "0", "",
        ]))

    def test_much_output_arrives_whole_and_soon(self) -> None:
        start = time.monotonic()
        result = vm("--", "sh", "-c",
                    "i=0; while [ $i -lt 100000 ]; do echo $i; i=$((i+1)); done; exit 3")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(result.stdout, b"".join(b"%d\n" % number for number in range(100000)))
        self.assertLess(time.monotonic() - start, 100)

    def test_output_arrives_as_it_comes_and_a_signal_ends_qemu(self) -> None:
        process = subprocess.Popen(runner("--", "sh", "-c", "echo early; sleep 1000"),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout and process.stderr
        with process.stdout, process.stderr:
            self.assertEqual(process.stdout.readline(), b"early\n")
            children = qemus_of(process.pid)
            self.assertEqual(len(children), 1)
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(60), 128 + signal.SIGTERM)
        self.assertFalse(Path(f"/proc/{children[0]}").exists())

    def test_command_ended_by_a_signal(self) -> None:
        self.assertEqual(vm("--", "sh", "-c", "kill -TERM $$").returncode, 128 + signal.SIGTERM)

    def test_unknown_command(self) -> None:
        result = vm("--", "no-such-program")
        self.assertEqual(result.returncode, 127)
        self.assertIn(b"no-such-program", result.stderr)

    def test_time_limit(self) -> None:
        # The limit covers the boot, which takes as long as this machine happens to need for it.
        start = time.monotonic()
        self.assertEqual(vm("--", "true").returncode, 0)
        limit = round(2 + 2 * (time.monotonic() - start))
        start = time.monotonic()
        result = vm("--timeout", str(limit), "--", "sh", "-c", "echo before; sleep 1000")
        self.assertEqual((result.returncode, result.stdout), (124, b"before\n"), result.stderr)
        self.assertLess(time.monotonic() - start, limit + 20)
        self.assertIn(b"limit of %d s" % limit, result.stderr)

    def test_warning_in_the_log_fails_a_command_that_passed(self) -> None:
        log = self.scratch / "log"
        result = vm("--console", log, "--", "sh", "-c",
                    "echo 1 >/proc/sys/kernel/printk; echo 7 >/proc/sys/kernel/printk;"
                    "echo '<4>WARNING: CPU: 0 PID: 1 at here.c:1' >/dev/kmsg; echo fine")
        self.assertEqual((result.returncode, result.stdout), (99, b"fine\n"), result.stderr)
        self.assertIn(b"at here.c:1", result.stderr)
        self.assertIn("at here.c:1", log.read_text())
        self.assertNotIn("\r", log.read_text())

    def test_crash_of_the_kernel(self) -> None:
        start = time.monotonic()
        result = vm("--", "sh", "-c", "echo before; sleep 0.2; echo c >/proc/sysrq-trigger; sleep 1000")
        self.assertEqual((result.returncode, result.stdout), (99, b"before\n"), result.stderr)
        self.assertIn(b"sysrq triggered crash", result.stderr)
        self.assertLess(time.monotonic() - start, 100)

    def test_guest_that_vanishes(self) -> None:
        result = vm("--", "poweroff", "-f")
        self.assertEqual(result.returncode, 98, result.stderr)
        self.assertIn(b"without an exit status", result.stderr)

    def test_module_left_loaded(self) -> None:
        module = self.scratch / "left.ko"
        kernel = kernels.resolve(kernels.DEFAULT_SERIES, build_dir)
        base, _ = initramfs.base_archive(kernel, build_dir)
        # The kernel's own dummy.ko under a name as extension modules have it.
        found = base.index(b"kernel/drivers/net/dummy.ko\0")
        start = base.index(b"\x7fELF", found)
        end = base.index(b"070701", start)
        module.write_bytes(base[start:end].replace(b"dummy\0", b"rex_d\0"))
        result = vm("--expect-clean", "--add", module, "--", "insmod", "/root/left.ko")
        self.assertEqual(result.returncode, 97, result.stderr)
        self.assertIn(b"rex_d", result.stderr)

    def test_deterministic_time(self) -> None:
        result = vm("--icount", "--", "sh", "-c", "sleep 30; cut -d. -f1 /proc/uptime")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertGreater(int(result.stdout), 29)


def qemus_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build-dir", type=Path, default=build_dir)
    options, rest = parser.parse_known_args()
    build_dir = options.build_dir.resolve()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
