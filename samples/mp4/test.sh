#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# User CPU times of tasks, by a queue and a ring buffer (kprobe)
#
# Checks mp4-loader.  Runs as root in the VM:
#   ./dev vm --kernel 6.12 -- mp4-test
set -u
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() { # NAME STATUS
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok: $1"
  else
    failed=$((failed + 1))
    echo "FAILED: $1"
    sed 's/^/  | /' "$work/out" "$work/err" 2>/dev/null | head -n 20
  fi
}

run() { # ARGUMENTS…: leaves $work/out, $work/err and $status
  mp4-loader "$@" >"$work/out" 2>"$work/err"
  status=$?
}

lines() { wc -l <"$1"; }
modules() { grep -c '^rex_' /proc/modules; }
probes() { grep -c 'write_null' /sys/kernel/debug/kprobes/list; }

run $$
test $status -eq 0 && grep -qx "$$: [0-9]*" "$work/out" && test "$(lines "$work/out")" -eq 1
check "its own pid" $?

run 1 999999 -5 0 1
test $status -eq 0 && test "$(lines "$work/out")" -eq 2 && ! grep -qvx '1: [0-9]*' "$work/out"
check "dead and invalid pids are skipped, a repeated pid is repeated" $?

run 999999
test $status -eq 0 && test ! -s "$work/out" && test ! -s "$work/err"
check "a dead pid alone" $?

run 0 -1 -2147483648 2147483647
test $status -eq 0 && test ! -s "$work/out"
check "invalid pids alone" $?

# A child that computes and makes no system call.  Stopped, so that both sides look at the same.
sh -c 'while :; do :; done' &
child=$!
sleep 2
kill -STOP $child
sleep 0.1
run $child
ticks=$(cut -d' ' -f14 /proc/$child/stat)
kill -KILL $child
wait $child 2>/dev/null
ours=$(sed "s/^$child: //" "$work/out")
shown=$((ticks * 10000000))
echo "  user time: $ours ns here, $shown ns in /proc/$child/stat"
test $status -eq 0 && test "$shown" -gt 0 && test "$((ours * 10))" -ge "$((shown * 9))" &&
  test "$((ours * 10))" -le "$((shown * 11))"
check "a busy child's time agrees with /proc within 10 %" $?

for argument in abc 1x '' 99999999999 +1 ' 1' 1.5 0x10; do
  run 1 "$argument"
  test $status -eq 2 && grep -qF "'$argument'" "$work/err" && test ! -s "$work/out" &&
    test "$(modules)" -eq 0
  check "argument '$argument' is refused by name, and nothing is loaded" $?
done

run
test $status -eq 2 && grep -q '^usage:' "$work/err" && test ! -s "$work/out"
check "no pids: usage" $?

# 100,000 pids, alternating, so that a lost or misplaced one shows.
awk -v a=1 -v b=$$ 'BEGIN { for (i = 0; i < 50000; i++) print a "\n" b }' >"$work/many"
# The list is to be split into words.
# shellcheck disable=SC2046
run $(cat "$work/many")
cut -d: -f1 "$work/out" >"$work/pids"
test $status -eq 0 && cmp -s "$work/many" "$work/pids"
check "100,000 pids, nothing lost, in order" $?

head -n 20000 "$work/many" >"$work/some"
# shellcheck disable=SC2046
mp4-loader $(cat "$work/some") >"$work/first" 2>"$work/err" &
first=$!
# shellcheck disable=SC2046
run $(cat "$work/some")
wait $first && test $status -eq 0 &&
  cut -d: -f1 "$work/first" | cmp -s "$work/some" - &&
  cut -d: -f1 "$work/out" | cmp -s "$work/some" -
check "two loaders at once, each with its own results" $?

# What bpftool sees meanwhile.
# shellcheck disable=SC2046
mp4-loader $(cat "$work/many") >/dev/null 2>"$work/err" &
loader=$!
seen=1
while kill -0 $loader 2>/dev/null; do
  bpftool map list >"$work/out" 2>>"$work/err"
  if grep -q 'queue *name pids' "$work/out" && grep -q 'ringbuf *name cpu_times' "$work/out"; then
    seen=0
    break
  fi
done
wait $loader && test $seen -eq 0
check "bpftool shows the queue and the ring buffer" $?

# Killed at different moments: nothing stays attached.
attached=0
for delay in 0.02 0.1 0.2 0.3 0.5 0.8; do
  # shellcheck disable=SC2046
  mp4-loader $(cat "$work/many") >/dev/null 2>&1 &
  loader=$!
  sleep $delay
  kill -KILL $loader
  wait $loader 2>/dev/null
  attached=$((attached + $(probes)))
done
test $attached -eq 0
check "killed with SIGKILL: no program stays attached" $?

run 1
test $status -eq 0 && test "$(modules)" -eq 0
check "what a killed loader left is unloaded by the next run" $?

test "$(probes)" -eq 0 && ! bpftool map list | grep -q 'name pids'
check "nothing is left behind" $?

echo "$passed passed, $failed failed"
test $failed -eq 0
