#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A system call that fails as one wants (kprobe_override)
. checks.sh

error_injector-loader 28 mkdir "$work/made" >"$work/out" 2>"$work/err"
check "the command fails" test $? -ne 0
check "with the error" grep -q 'No space left on device' "$work/err"
check "and has made nothing" test ! -e "$work/made"
check "afterwards it works" mkdir "$work/made"
error_injector-loader 28 sh -c "mkdir '$work/other'" >"$work/out" 2>"$work/err"
check "other processes are left alone" test -d "$work/other"
error_injector-loader 4096 true >"$work/out" 2>"$work/err"
check "an error number that there is not is refused" test $? -eq 2
finish
