// SPDX-License-Identifier: GPL-2.0-only
// Constants that the loader sets, and numbers that user space shares.
#include <rex/rex.hpp>

rex::Param<rex::u32> limit{100};
rex::Param<rex::i8> small;
rex::Atomic<rex::u64> hits;
rex::Atomic<rex::u32> level{3};

rex::Result get_limit(const rex::Once&) { return limit.get(); }

rex::Result get_small(const rex::Once&) { return small.get(); }

rex::Result hit(const rex::Once&) { return static_cast<rex::i64>(hits.add(level.load())); }
