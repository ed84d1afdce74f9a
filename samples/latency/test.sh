#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# How long system calls take, as a histogram (raw tracepoints)
# shellcheck disable=SC2016  # awk's variables, not the shell's
. checks.sh

latency-loader sleep 0.3 >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
check "lines of a power of two and a count" \
  awk '{ n = $1; while (n > 1 && n % 2 == 0) n /= 2 } n != 1 || $2 < 1 { exit 1 }' "$work/out"
check "the one call that sleeps took at least 2^28 nanoseconds" \
  awk '$1 >= 268435456 { calls += $2 } END { exit calls != 1 }' "$work/out"
check "the others did not" awk '$1 < 268435456 { calls += $2 } END { exit calls < 3 }' "$work/out"
finish
