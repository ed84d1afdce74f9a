#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Compiles each *.cpp here with the instrumentation alone and compares its IR with the CHECK
# lines: run.sh BUILD_DIR
set -uo pipefail
build=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
repository=$(cd ../.. && pwd)
plugin=$build/lib/rex/instrument.so
passed=0 failed=0

for source in *.cpp; do
  if clang++-22 --target=x86_64-linux-gnu -std=c++23 -O2 -ffreestanding -nostdinc -nostdinc++ \
      -fno-exceptions -fno-rtti -mcmodel=kernel -fno-pic -fno-finite-loops \
      -fno-optimize-sibling-calls -gline-tables-only -fno-sanitize-merge \
      -fsanitize=signed-integer-overflow,integer-divide-by-zero,shift,return -fsanitize-trap=all \
      -ffile-prefix-map="$repository/sdk=/rex/sdk" -DREX_SDK \
      -isystem "$repository/sdk" -isystem "$repository/abi" \
      -fplugin="$plugin" -fpass-plugin="$plugin" -mllvm -rex-extension=t \
      -S -emit-llvm -o - "$source" | FileCheck-22 "$source"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: tests/instrument/$source"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
