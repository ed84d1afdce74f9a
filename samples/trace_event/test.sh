#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Stacks of what the processors do (perf_event)
. checks.sh

sh -c 'while :; do :; done' &
busy=$!
dd if=/dev/zero of=/dev/null bs=64k 2>/dev/null &  # what the kernel computes
kernel=$!
trace_event-loader 1 >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
kill $busy $kernel
check "the shell that computes was seen" grep -qE '^[1-9][0-9]* sh$' "$work/out"
check "in its own code" grep -qE '^  u 0x[0-9a-f]+$' "$work/out"
check "and some work of the kernel" grep -qE '^  k 0xffffffff[0-9a-f]+$' "$work/out"
finish
