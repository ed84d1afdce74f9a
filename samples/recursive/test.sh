#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Recursion, as deep as the kernel's stack allows (once)
. checks.sh

recursive-loader 20 >"$work/out" 2>"$work/err"
check "20 calls deep" grep -qx 210 "$work/out"
recursive-loader 4000000000 >"$work/out" 2>"$work/err"
check "what would go through the stack is ended" test $? -eq 1
check "and its user told" grep -q 'program recursive panicked' "$work/err"
recursive-loader 5 >"$work/out" 2>"$work/err"
check "the kernel goes on" grep -qx 15 "$work/out"
finish
