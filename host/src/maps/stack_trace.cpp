// SPDX-License-Identifier: GPL-2.0-only
#include "stack_trace.hpp"

#include <linux/bpf.h>

#include <algorithm>
#include <bit>
#include <cerrno>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

// As __bpf_get_stackid(), but for the hash: programs only see that equal stacks have equal ids.
std::int64_t StackTraceMap::id_of(const std::vector<std::uint64_t>& stack, std::size_t skip) {
  if (stack.size() <= skip) return -EFAULT;
  const std::size_t depth = definition().value_size / sizeof(std::uint64_t);
  const auto count = static_cast<std::ptrdiff_t>(std::min(depth, stack.size() - skip));
  const auto first = stack.begin() + static_cast<std::ptrdiff_t>(skip);
  const std::vector<std::uint64_t> kept(first, first + count);
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const std::uint64_t address : kept)
    for (unsigned shift = 0; shift < 64; shift += 8)
      hash = (hash ^ (address >> shift & 0xff)) * 1099511628211u;
  const auto id = static_cast<std::uint32_t>((hash ^ hash >> 32) &
                                             (std::bit_ceil(definition().max_entries) - 1));
  const auto [entry, is_new] = stacks_.try_emplace(id, kept);
  return is_new || entry->second == kept ? std::int64_t{id} : -EEXIST;
}

const std::vector<std::uint64_t>* StackTraceMap::find(std::uint32_t id) const {
  const auto found = stacks_.find(id);
  return found == stacks_.end() ? nullptr : &found->second;
}

}  // namespace rex::host

__s64 rex_stack_trace_id(rex_map* map, __u64 flags) {
  auto& traces = rex::host::map_argument<rex::host::StackTraceMap>(map, "rex_stack_trace_id");
  if (traces.locked()) return -EBUSY;
  const auto& machine = rex::host::calling_invocation("rex_stack_trace_id").world->machine();
  return traces.id_of(flags & BPF_F_USER_STACK ? machine.user_stack : machine.kernel_stack,
                      flags & BPF_F_SKIP_FIELD_MASK);
}
