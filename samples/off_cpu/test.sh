#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Where threads wait, and for how long (sched_switch)
# shellcheck disable=SC2016  # awk's variables, not the shell's
. checks.sh

# The name of a program that waits for 0.2 seconds, again and again.
cp "$(command -v bash)" "$work/waiter"
"$work/waiter" -c 'while :; do read -t 0.2 <>/dev/ptmx; done' 2>/dev/null &
waiter=$!
off_cpu-loader 2 >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
kill $waiter
check "it waited for 0.2 seconds at least" \
  awk '$2 == "waiter" { time += $1 } END { exit time < 200000000 }' "$work/out"
check "with a stack of the kernel" \
  awk '$2 == "waiter" { here = 1; next } here && /^  0xffff/ { found = 1 } { here = 0 } END { exit !found }' "$work/out"
check "the idle task does not wait" sh -c "! grep -q ' swapper' '$work/out'"
finish
