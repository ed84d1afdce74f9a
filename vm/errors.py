# SPDX-License-Identifier: GPL-2.0-only
"""The one kind of error that a user of the runner sees: cause, place, remedy; never a traceback."""

import sys

# Exit statuses of the runner that are not the command's own. 124 is what timeout(1) uses.
STATUS_USAGE = 2
STATUS_LEFTOVER_MODULES = 97
STATUS_GUEST_LOST = 98
STATUS_KERNEL_FAULT = 99
STATUS_TIMEOUT = 124


class VmError(Exception):
    """Something the user can understand and put right."""

    def __init__(self, message: str, remedy: str = "", status: int = STATUS_GUEST_LOST):
        super().__init__(message)
        self.remedy = remedy
        self.status = status


def say(text: str) -> None:
    """The runner's own voice, told apart from the command's stderr by its prefix."""
    print(f"vm: {text}", file=sys.stderr, flush=True)


def report(error: VmError) -> int:
    say(f"error: {error}")
    if error.remedy:
        say(f"remedy: {error.remedy}")
    return error.status
