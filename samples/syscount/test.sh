#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# System calls of a command, and those that failed (raw tracepoints)
. checks.sh

syscount-loader sh -c 'cd /; cd /proc; cd /nowhere; cd /nowhere; exit 0' >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
check "chdir (80): four calls, two of them failed" grep -qx '80 4 2' "$work/out"
check "exit_group (231): once" grep -qx '231 1 0' "$work/out"
check "no other process is counted: no fork (56 to 58)" sh -c "! grep -qE '^5[678] ' '$work/out'"
finish
