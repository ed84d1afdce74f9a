// SPDX-License-Identifier: GPL-2.0-only
#pragma once
// A class whose members are defined in a file of their own.
namespace stats {

class Counter {
 public:
  Counter() = default;
  explicit Counter(rex::u32 start);

  void add(rex::u32 value);
  rex::u32 mean() const;
  const rex::u32& largest() const [[clang::lifetimebound]];
  static rex::u32 limit();

 private:
  rex::u32 sum_ = 0;
  rex::u32 count_ = 0;
  rex::u32 largest_ = 0;
};

const rex::u32& larger(const rex::u32& a [[clang::lifetimebound]],
                       const rex::u32& b [[clang::lifetimebound]]);

}  // namespace stats
