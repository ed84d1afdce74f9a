#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Builds rex.ko for one kernel: build.sh HEADERS OUTPUT_DIR ABI_DIR RELEASE [KERNEL_BTF]
# Kbuild wants the objects beside the sources, so the sources are linked into OUTPUT_DIR.
# A warning, the compiler's or objtool's, is an error.
set -euo pipefail
headers=$1 output=$2 abi=$3 release=$4
# 6.12's headers come with the kernel's BTF; where they do not, it is given.
kernel_btf=${5-$headers/vmlinux}
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

# BTF of rex.ko on top of the kernel's, made from the debug information: BPF programs call the
# module's kfuncs by it.  Kbuild would do the same, but not for 6.1, whose headers lack both the
# kernel's BTF and the tool; the tool of any newer kernel does.
tools=("$headers"/tools/bpf/resolve_btfids/resolve_btfids
  /usr/lib/linux-kbuild-*/tools/bpf/resolve_btfids/resolve_btfids)
for resolve_btfids in "${tools[@]}"; do
  [[ ! -x $resolve_btfids ]] || break
done
if ! { pahole -J --btf_gen_floats --lang_exclude=rust --btf_base "$kernel_btf" "$output/rex.ko" &&
  "$resolve_btfids" -b "$kernel_btf" "$output/rex.ko"; } >>"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$output/rex.ko"
  exit 1
fi
strip --strip-debug "$output/rex.ko"
