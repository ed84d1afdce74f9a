# SPDX-License-Identifier: GPL-2.0-only
"""Reads the kernel's log for what must never be in it."""

from __future__ import annotations

import re

# One line of the log that means: the kernel is broken, or says that its own rules were broken. A fault of
# an ordinary process ("traps: x general protection fault ip:...", "segfault at") is not among them.
FAULTS = re.compile(
    "|".join((
        r"Kernel panic",
        r"\bBUG: ",
        r"\bBUG at ",
        r"\bOops\b",
        r"\bWARNING: ",
        r"general protection fault[:,]",
        r"unable to handle ",
        r"(invalid opcode|divide error|int3|double fault|stack segment|alignment check): [0-9a-f]{4} \[#",
        r"stack guard page was hit|kernel stack overflow|stack-protector: ",
        r"traps: PANIC",
        r"INFO: (task .* blocked for more than|possible |rcu|trying to register non-static key)",
        r"possible (recursive|circular) locking|inconsistent lock state|suspicious RCU usage",
        r"lock order inversion|bad unlock balance|held lock freed|Invalid wait context",
        r"detected (expedited )?stalls? on|self-detected stall|soft lockup|hard LOCKUP|Hard LOCKUP",
        r"scheduling while atomic|sleeping function called from invalid context",
        r"\bKASAN: |\bUBSAN: |\bKCSAN: |\bKFENCE: |\bKMSAN: |kmemleak: [1-9][0-9]* new suspected",
        r"unchecked MSR access",
        r"[Uu]npatched return thunk|Missing ENDBR|CFI failure|retpoline.*vulnerable module",
        r"refcount_t: |list_(add|del) corruption|Bad page (state|map)|slab .*: (Poison|Redzone) overwritten",
        r"detected buffer overflow|usercopy: Kernel memory",
        r"unregister_netdevice: waiting|Out of memory: Killed|Memory cgroup out of memory",
        r"module .*: (overflow in relocation|Skipping invalid relocation)",
    ))
)

# How the log ends for who asked only what happened; the whole is in the file of --console.
SHOWN_LINES = 400


def faults(log: str) -> list[str]:
    """The lines that tell of a fault, in the order of the log."""
    return [line for line in log.splitlines() if FAULTS.search(line)]


def text(raw: bytes) -> str:
    """The log as lines of text: the serial console ends them with CR LF."""
    return raw.decode("utf-8", "replace").replace("\r", "")


def excerpt(log: str) -> str:
    """The end of the log; what comes before the shown part is counted, not silently dropped."""
    lines = log.rstrip("\n").splitlines()
    left_out = len(lines) - SHOWN_LINES
    if left_out > 0:
        lines = [f"... {left_out} lines before (--console FILE keeps all)", *lines[left_out:]]
    return "\n".join(lines)
