// SPDX-License-Identifier: GPL-2.0-only
// A parser with a mistake that only some packets reach: rex fuzz has to find one.
#include <rex/rex.hpp>

struct Chunk {
  rex::be32 magic;
  rex::u8 size;
  rex::u8 count;
};

rex::Atomic<rex::u64> total;

rex::XdpAction parse(const rex::Xdp& packet) {
  const auto chunk = packet.read<Chunk>(14);
  if (!chunk || chunk->magic != rex::be32{0x72657821}) return rex::XdpAction::pass;
  total.add(chunk->size / chunk->count);
  return rex::XdpAction::drop;
}
