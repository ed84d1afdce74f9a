# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=dash
# What the tests of the samples share: `. checks.sh`, then `check`, at the end `finish`.
set -u
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# check NAME COMMAND...: one line of the result; the last output, in $work/out, where it fails.
check() {
  check_name=$1
  shift
  if "$@" >"$work/check" 2>&1; then
    passed=$((passed + 1))
    echo "ok: $check_name"
  else
    failed=$((failed + 1))
    echo "FAILED: $check_name"
    for check_file in "$work/check" "$work/out" "$work/err"; do
      if [ -s "$check_file" ]; then tail -n 20 "$check_file" | sed 's/^/  | /'; fi
    done
  fi
}

# wait_for COMMAND...: until it succeeds, some seconds at most.
wait_for() {
  tries=0
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || return 1
    sleep 0.05
  done
}

# A network: `server` in this namespace, 10.0.0.2, and `client` in the namespace of that name,
# 10.0.0.1.
network_up() {
  ip netns add client
  ip link add server type veth peer name client netns client
  ip addr add 10.0.0.2/24 dev server
  ip link set server up
  ip -n client addr add 10.0.0.1/24 dev client
  ip -n client link set client up
  ip -n client link set lo up
  ip neigh replace 10.0.0.1 dev server nud permanent \
    lladdr "$(ip netns exec client cat /sys/class/net/client/address)"
  ip -n client neigh replace 10.0.0.2 dev client nud permanent \
    lladdr "$(cat /sys/class/net/server/address)"
}

network_down() {
  ip link del server
  ip netns del client
}

finish() {
  echo "$passed passed, $failed failed"
  [ $failed -eq 0 ] && [ $passed -gt 0 ]
}
