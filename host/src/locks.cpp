// SPDX-License-Identifier: GPL-2.0-only
// Spin locks: runtime/locks.c.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <vector>

#include "contract.hpp"
#include "invocation.hpp"
#include "ledger.hpp"

namespace rex::host {

namespace {

/// The function of the same name hides the type.
using LockWord = struct rex_spin_lock;

class HeldLock final : public Resource {
 public:
  HeldLock(const Invocation& invocation, LockWord& lock, std::uint32_t order)
      : invocation_(invocation), lock_(lock), order_(order) {}

  static bool take(LockWord& lock) {
    std::uint32_t nobody = 0;
    return std::atomic_ref(lock.value).compare_exchange_strong(nobody, 1);
  }

  bool is_of(const Invocation& invocation) const { return &invocation_ == &invocation; }
  bool is(const LockWord& lock) const { return &lock_ == &lock; }
  /// Whether one of an order may be taken while this one is held.
  bool precedes(std::uint32_t order) const { return order_ != 0 && order_ < order; }

  /// The end of this object.
  void release() override;

 private:
  const Invocation& invocation_;
  LockWord& lock_;
  std::uint32_t order_;
};

/// Of the programs that run on this thread, which stands for a processor.
std::vector<std::unique_ptr<HeldLock>>& held_locks() {
  thread_local std::vector<std::unique_ptr<HeldLock>> locks;
  return locks;
}

void HeldLock::release() {
  std::atomic_ref(lock_.value).store(0);
  std::erase_if(held_locks(), [this](const auto& held) { return held.get() == this; });
}

}  // namespace

}  // namespace rex::host

int rex_spin_lock(struct rex_spin_lock* lock, __u32 order) {
  using namespace rex::host;

  Invocation& invocation = calling_invocation("rex_spin_lock");
  for (const auto& held : held_locks())
    if (held->is_of(invocation)) {
      if (held->is(*lock)) return -EDEADLK;
      if (!held->precedes(order)) return -ENOLCK;
    }
  if (!invocation.ledger.has_room()) return -ENOBUFS;
  if (std::ranges::any_of(held_locks(), [&](const auto& held) { return held->is(*lock); }))
    return -EBUSY;
  mark_initialised(lock, sizeof *lock);
  if (!HeldLock::take(*lock)) return -EAGAIN;
  auto& held = held_locks().emplace_back(std::make_unique<HeldLock>(invocation, *lock, order));
  return static_cast<int>(invocation.ledger.enter(*held));
}

int rex_spin_unlock(__u32 slot) {
  using namespace rex::host;

  auto* held = calling_invocation("rex_spin_unlock").ledger.take<HeldLock>(slot);
  if (!held) return -EINVAL;
  held->release();
  return 0;
}
