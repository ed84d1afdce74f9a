#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Files that nobody opens (LSM)
. checks.sh

echo secret >"$work/secret"
echo public >"$work/public"
open_policy-loader "$work/secret" sh -c "cat '$work/public' '$work/secret'; cat '$work/secret'" \
  >"$work/out" 2>"$work/err"
check "the loader succeeds" test $? -eq 0
check "root cannot open it" grep -q "secret.*Permission denied" "$work/err"
check "nothing of it was read" sh -c "! grep -q secret '$work/out'"
check "other files open" grep -qx public "$work/out"
check "both attempts were counted" grep -qx 2 "$work/out"
check "afterwards it opens" grep -qx secret "$work/secret"
finish
