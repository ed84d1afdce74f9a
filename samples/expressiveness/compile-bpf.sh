#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# compile-bpf.sh CLANG SOURCE OBJECT: where clang refuses, OBJECT.error says why, in one line.
rm -f "$3" "$3.error"
"$1" -O2 -g -target bpf -Wall -I/usr/include/x86_64-linux-gnu -c "$2" -o "$3" 2>"$3.error" && rm "$3.error" && exit
# Addresses of the compiler's own memory and of files differ from run to run.
words=$(grep -m1 'error: ' "$3.error" | sed 's/.*error: //; s/^0x[0-9a-f]*: //; s/, \/[^ ]*//')
[ -n "$words" ] && echo "$words" >"$3.error"
