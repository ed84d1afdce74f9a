#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Reports DNS queries that arrive at an interface (XDP)
. checks.sh
network_up

# send BYTES: one UDP datagram to the DNS port, with escapes as printf has them.
send() { ip netns exec client bash -c "printf '$1' >/dev/udp/10.0.0.2/53"; }
header='\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00'

for mode in native generic; do
  dns-loader "server:$mode" 4 >"$work/out" 2>"$work/err-$mode" &
  loader=$!
  wait_for grep -q attached "$work/err-$mode"
  send "$header"'\x03www\x07example\x03org\x00\x00\x01\x00\x01'
  send "$header"'\x00\x00\x02\x00\x01'
  send 'short'
  send "$header"'\xc0\x0c\x00\x01\x00\x01'
  send "$header"'\x3fcut off'
  send '\x12\x34\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00\x03not\x00\x00\x01\x00\x01'
  long='\x3f'$(printf '%063d' 0 | tr 0 a)
  send "$header$long$long$long"'\x00\x00\x1c\x00\x01'
  send "$header$long$long$long$long"'\x00\x00\x1c\x00\x01'
  send "$header"'\x02a\x01\x00\x00\xff\x00\x01'
  wait $loader
  check "$mode: the loader ends after the fourth query" test $? -eq 0
  check "$mode: a name of three labels" grep -qx '10.0.0.1 1 www.example.org' "$work/out"
  check "$mode: the root" grep -qx '10.0.0.1 2 ' "$work/out"
  check "$mode: labels of 63 characters" grep -qxE '10.0.0.1 28 a{63}\.a{63}\.a{63}' "$work/out"
  check "$mode: no control character is printed" grep -qxF '10.0.0.1 255 a?' "$work/out"
  check "$mode: four malformed ones, and the answer is no query" \
    grep -qx 'malformed: 4' "$work/out"
done
network_down
finish
