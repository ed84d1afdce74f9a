#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# TCP connections as they are made and end (tracepoint)
. checks.sh
network_up

tcp_log-loader >"$work/out" 2>"$work/err" &
loader=$!
wait_for grep -q attached "$work/err"
memcached -u root -l 10.0.0.2 -p 7777 -U 0 &
server=$!
wait_for ip netns exec client bash -c 'echo quit >/dev/tcp/10.0.0.2/7777'
check "the client's connection is made" \
  wait_for grep -qE '^open 10\.0\.0\.1:[0-9]+ 10\.0\.0\.2:7777$' "$work/out"
check "the server's too" wait_for grep -qE '^open 10\.0\.0\.2:7777 10\.0\.0\.1:[0-9]+$' "$work/out"
check "the client's ends" wait_for grep -qE '^close 10\.0\.0\.1:[0-9]+ 10\.0\.0\.2:7777$' "$work/out"
ip netns exec client bash -c 'echo >/dev/tcp/10.0.0.2/7778' 2>/dev/null
check "one that is refused is not made, and ends" \
  wait_for grep -qE '^close 10\.0\.0\.1:[0-9]+ 10\.0\.0\.2:7778$' "$work/out"
check "and only that" sh -c "! grep -q 'open.*:7778' '$work/out'"
kill $server $loader
wait $loader
check "the loader ends" test $? -eq 0
network_down
finish
