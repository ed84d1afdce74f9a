#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Builds rex.ko for one kernel: build.sh HEADERS OUTPUT_DIR ABI_DIR RELEASE
# Kbuild wants the objects beside the sources, so the sources are linked into OUTPUT_DIR.
# A warning, the compiler's or objtool's, is an error.
set -euo pipefail
headers=$1 output=$2 abi=$3 release=$4
sources=$(cd "$(dirname "$0")" && pwd)
log=$output/build.log

mkdir -p "$output"
cp -rsf "$sources"/. "$output"/
if ! make --no-print-directory -s -C "$headers" M="$output" W=1 REX_ABI="$abi" \
    REX_RELEASE="$release" CONFIG_DEBUG_INFO_BTF_MODULES= modules >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
if grep -q 'warning' "$log"; then
  cat "$log" >&2
  rm -f "$output/rex.ko"
  exit 1
fi
strip --strip-debug "$output/rex.ko"
