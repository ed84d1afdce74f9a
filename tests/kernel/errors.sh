#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# What a loader says where it cannot work.  In a VM without the runtime loaded:
#   errors.sh REX_KO OTHER_REX_KO   (of this kernel, and of another one)
set -u
own=$1
other=$2
installed=/lib/modules/$(uname -r)/extra/rex.ko
mkdir -p "$(dirname "$installed")"
passed=0
failed=0

expect() { # NAME STATUS PATTERN COMMAND...
  name=$1 status=$2 pattern=$3
  shift 3
  "$@" >/tmp/out 2>/tmp/err
  actual=$?
  if [ $actual -eq "$status" ] && grep -q "$pattern" /tmp/err && [ ! -s /tmp/out ] &&
    [ "$(wc -l </tmp/err)" -eq 1 ] && ! grep -q '^rex_' /proc/modules; then
    passed=$((passed + 1))
    echo "ok: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name: status $actual, said:"
    sed 's/^/  | /' /tmp/err
  fi
}

doctor() { # NAME STATUS CHECK VERDICT PATTERN: a row of the table that rex doctor prints
  name=$1 status=$2 row="$3 *$4 .*$5"
  rex doctor >/tmp/out 2>/tmp/err
  actual=$?
  if [ $actual -eq "$status" ] && grep -q "^$row" /tmp/out && [ ! -s /tmp/err ]; then
    passed=$((passed + 1))
    echo "ok: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name: status $actual, said:"
    cat /tmp/out /tmp/err | sed 's/^/  | /'
  fi
}

doctor "the doctor misses the loaded runtime" 1 loaded failure "rex.ko is not loaded.*modprobe rex"
doctor "the doctor misses the installed runtime" 1 installed failure "has no rex.ko"
expect "the runtime is not loaded" 1 "rex.ko is not loaded.*modprobe rex" mp4-loader 1
insmod "$own"
chmod 666 /dev/rex
expect "not root" 1 "root" /root/setpriv --reuid 65534 --clear-groups mp4-loader 1
chmod 600 /dev/rex
expect "not root, device closed to others" 1 "root" /root/setpriv --reuid 65534 --clear-groups mp4-loader 1
expect "the runtime is loaded but not installed" 1 "rex.ko" mp4-loader 1
cp "$other" "$installed"
expect "the installed runtime is another kernel's" 1 "$(uname -r)" mp4-loader 1
cp "$own" "$installed"
doctor "the doctor finds everything in place" 0 loaded good "rex.ko [0-9]"
doctor "the doctor knows the kernel" 0 kernel good "$(uname -r)"
umount /sys/fs/bpf
doctor "the doctor misses bpffs" 0 bpffs warning "nothing can be pinned"
mount -t bpf bpf /sys/fs/bpf
sysctl -q -w net.core.bpf_jit_enable=0
doctor "the doctor misses the JIT" 0 jit warning "interpreted"
sysctl -q -w net.core.bpf_jit_enable=1
expect "with everything in place it works" 0 "^1: [0-9]*$" sh -c 'mp4-loader 1 >&2'

# Nothing loads after this.
sysctl -q -w kernel.modules_disabled=1
doctor "the doctor sees modules disabled" 1 modules failure "kernel.modules_disabled"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
