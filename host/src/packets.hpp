// SPDX-License-Identifier: GPL-2.0-only
// Packets as programs address them: the kernel's structures, with what the SDK reads directly.
#pragma once

#include <rex/testing/outcome.hpp>
#include <rex/testing/packet.hpp>

#include "world.hpp"

namespace rex::testing {

struct xdp_buff {
  std::uint64_t data;
  std::uint64_t data_end;
};

struct sk_buff {
  std::uint64_t data;
  std::uint32_t len;
  std::uint32_t data_len;
  std::uint32_t mark;
};

}  // namespace rex::testing

namespace rex::host {

/// Throws std::invalid_argument for a program with another hook.
testing::Outcome fire_packet(World& world, Program& program, testing::Packet& packet);

}  // namespace rex::host
