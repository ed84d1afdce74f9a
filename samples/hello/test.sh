#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# A line in the log (once)
. checks.sh

hello-loader >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
check "the log has the line, with its place" \
  grep -qE '^.*hello\.cpp:7: hello, hello-loader \(pid [0-9]+\), from CPU 0$' "$work/out"
finish
