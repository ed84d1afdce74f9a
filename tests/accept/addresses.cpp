// SPDX-License-Identifier: GPL-2.0-only
// Networks.
// expect: value 3
#include <rex/rex.hpp>

rex::Result addresses(const rex::Once&) {
  rex::i64 right = 0;
  const rex::Ipv4 host{192, 168, 1, 77};
  if (host.in(rex::Ipv4{192, 168, 0, 0}, 16) && !host.in(rex::Ipv4{10, 0, 0, 0}, 8)) ++right;
  if (rex::Mac{255, 255, 255, 255, 255, 255}.is_broadcast()) ++right;
  rex::Ipv6 address{};
  address.bytes[0] = 0xfe;
  address.bytes[1] = 0x80;
  rex::Ipv6 network{};
  network.bytes[0] = 0xfe;
  network.bytes[1] = 0x80;
  if (address.in(network, 10)) ++right;
  return right;
}
