// SPDX-License-Identifier: GPL-2.0-only
// Each map operation, 64 times.  What is looked up and not there is put there: the first time only.
#include <rex/rex.hpp>

constexpr rex::u32 kTimes = 64;

rex::ArrayMap<rex::u64, kTimes> array;
rex::PerCpuArrayMap<rex::u64, kTimes> percpu_array;
rex::HashMap<rex::u32, rex::u64, 1024> hash;
rex::PerCpuHashMap<rex::u32, rex::u64, 1024> percpu_hash;
rex::LruHashMap<rex::u32, rex::u64, 1024> lru_hash;
rex::LpmTrieMap<rex::u32, rex::u64, 1024> trie;
rex::Queue<rex::u64, 128> queue;
rex::Stack<rex::u64, 128> stack;

/// What was read has a use.
rex::Atomic<rex::u64> total;

template <class Operation>
static rex::XdpAction repeat(Operation operation) {
  rex::u64 sum = 0;
  for (rex::u32 i = 0; i < kTimes; ++i) sum += operation(i);
  total.add(sum);
  return rex::XdpAction::pass;
}

template <class Map>
static rex::u64 get_from(Map& map, const typename Map::key_type& key, rex::u64 value) {
  if (const auto found = map.get(key)) return *found;
  return map.set(key, value) ? 1 : 0;
}

template <class Map>
static rex::u64 add_in(Map& map, rex::u32 key) {
  if (auto cell = map.cell(key)) {
    cell->add(1);
    return 1;
  }
  return map.insert(key, 1) ? 1 : 0;
}

rex::XdpAction map_base(const rex::Xdp&) {
  total.add(1);
  return rex::XdpAction::pass;
}
rex::XdpAction array_get(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return array.get(i).value_or(0); });
}
rex::XdpAction array_set(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return array.set(i, i) ? 1U : 0U; });
}
rex::XdpAction array_add(const rex::Xdp&) {
  return repeat([](rex::u32 i) {
    if (auto cell = array.cell(i)) cell->add(1);
    return 1U;
  });
}
rex::XdpAction pcpu_array_add(const rex::Xdp&) {
  return repeat([](rex::u32 i) {
    if (auto cell = percpu_array.cell(i)) cell->add(1);
    return 1U;
  });
}
rex::XdpAction hash_set(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return hash.set(i, i) ? 1U : 0U; });
}
rex::XdpAction hash_get(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return get_from(hash, i, i); });
}
rex::XdpAction hash_add(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return add_in(hash, i); });
}
rex::XdpAction hash_cycle(const rex::Xdp&) {
  return repeat([](rex::u32 i) {
    const bool inserted{hash.insert(1000 + i, i)};
    return hash.remove(1000 + i) && inserted ? 1U : 0U;
  });
}
rex::XdpAction pcpu_hash_add(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return add_in(percpu_hash, i); });
}
rex::XdpAction lru_hash_set(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return lru_hash.set(i, i) ? 1U : 0U; });
}
rex::XdpAction lru_hash_get(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return get_from(lru_hash, i, i); });
}
rex::XdpAction lpm_trie_set(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return trie.set({32, i}, i) ? 1U : 0U; });
}
rex::XdpAction lpm_trie_get(const rex::Xdp&) {
  return repeat([](rex::u32 i) { return get_from(trie, {32, i}, i); });
}
rex::XdpAction queue_cycle(const rex::Xdp&) {
  return repeat([](rex::u32 i) {
    const bool pushed{queue.push(i)};
    return queue.pop().value_or(0) + (pushed ? 1U : 0U);
  });
}
rex::XdpAction stack_cycle(const rex::Xdp&) {
  return repeat([](rex::u32 i) {
    const bool pushed{stack.push(i)};
    return stack.pop().value_or(0) + (pushed ? 1U : 0U);
  });
}
