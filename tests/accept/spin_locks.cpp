// SPDX-License-Identifier: GPL-2.0-only
// Locks: by a global and by maps, handed on, in an order.
// expect: value 42
#include <rex/rex.hpp>

struct Account {
  rex::u64 balance;
  rex::u64 changes;
};

rex::SpinLocked<Account, 1> from{Account{40, 0}};
rex::SpinLocked<Account, 2> to;
rex::SpinLocked<rex::u32> plain;

// A guard is handed on, and out.
static rex::LockGuard<Account> change(rex::LockGuard<Account> locked, rex::u64 by) {
  locked.update([&](Account& account) {
    account.balance += by;
    account.changes += 1;
  });
  return locked;
}

static rex::u64 balance(const rex::LockGuard<Account>& locked) { return locked.get().balance; }

rex::Result spin_locks(const rex::Once&) {
  plain.lock()->set(2);
  const rex::u32 more = plain.lock()->get();
  auto first = from.lock();
  auto second = to.lock();
  if (!first || !second) return -1;
  const rex::u64 amount = balance(*first);
  first->set({0, 1});
  auto changed = change(rex::move(*second), amount + more);
  first->unlock();
  return rex::narrow<rex::i64>(changed.get().balance * changed.get().changes);
}
