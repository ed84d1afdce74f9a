// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Packets for the programs of networks.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace rex::testing {

/// What a program of Xdp, Tc, Netfilter or CgroupSkb is called for, and what it made of it.
struct Packet {
  /// From the Ethernet header on; for Netfilter and CgroupSkb, from the IP header on.
  std::vector<std::uint8_t> bytes;
  std::uint32_t interface = 1;           ///< index of the one that it came by
  std::uint32_t outgoing_interface = 0;  ///< of a Netfilter program; 0: none
  std::uint32_t mark = 0;
  /// Index of the interface that the program redirected it to.
  std::optional<std::uint32_t> redirected = {};
};

}  // namespace rex::testing
