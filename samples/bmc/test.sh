#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# memcached's GETs from a cache in the kernel, before a real memcached (XDP, TC)
#
# REQUESTS says how many are compared with those of a memcached without the cache, in each mode.
. checks.sh
network_up
requests=${REQUESTS:-400}

# XDP's own packets reach a veth only where the other end runs XDP too.
ip netns exec client dns-loader client:native >"$work/pass" 2>&1 &
pass=$!
wait_for grep -q attached "$work/pass"

served=0
passed_on=0
mismatches=0
for mode in native generic; do
  # A file of its own: in an older one, "attached" may be there before the loader is.
  bmc-loader "server:$mode" >"$work/$mode" 2>&1 &
  loader=$!
  check "$mode: the loader attaches" wait_for grep -q attached "$work/$mode"
  memcached -u root -l 10.0.0.2 -p 11211 -U 11211 -t 2 &
  cached=$!
  memcached -u root -l 10.0.0.2 -p 11212 -U 11212 -t 1 &
  reference=$!
  wait_for ip netns exec client bash -c 'echo >/dev/tcp/10.0.0.2/11212 && echo >/dev/tcp/10.0.0.2/11211'
  ip netns exec client bmc-workload 10.0.0.2 "$requests" >"$work/out" 2>&1
  check "$mode: $requests replies are memcached's own, none is stale" test $? -eq 0
  cat "$work/out"
  mismatches=$((mismatches + $(sed -n 's/.* requests, \([0-9]*\) mismatches.*/\1/p' "$work/out")))
  kill $cached $reference
  wait $cached $reference
  kill $loader
  wait $loader
  check "$mode: the loader ends" test $? -eq 0
  sed 's/^/  /' "$work/$mode"
  count=$(sed -n 's/ requests served.*//p' "$work/$mode")
  check "$mode: a third of the requests at least is served in the kernel" \
    test "$((count * 3))" -ge "$requests"
  check "$mode: the cache is on to the end" sh -c "! grep -q 'went off' '$work/$mode'"
  served=$((served + count))
  passed_on=$((passed_on + $(sed -n 's/.*kernel, \([0-9]*\) passed on.*/\1/p' "$work/$mode")))
done
kill $pass
wait $pass
network_down
finish
status=$?
echo "$served served in the kernel, $passed_on passed on, $mismatches mismatches"
exit $status
