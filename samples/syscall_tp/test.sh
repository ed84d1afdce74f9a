#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# System calls by their tracepoints (tracepoint)
# shellcheck disable=SC2016  # awk's variables, not the shell's
. checks.sh

syscall_tp-loader 1000 >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
check "1,000 calls, each seen when it began" grep -qE '^1000 ' "$work/out"
check "and when it failed" awk '$2 < 1000 { exit 1 }' "$work/out"
finish
