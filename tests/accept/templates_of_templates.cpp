// SPDX-License-Identifier: GPL-2.0-only
// A class template with a policy.
// expect: value 72
#include <rex/rex.hpp>

struct Doubling {
  static constexpr rex::u32 apply(rex::u32 value) { return value * 2; }
};

struct Tripling {
  static constexpr rex::u32 apply(rex::u32 value) { return value * 3; }
};

template <class First, class Second>
struct Both {
  static constexpr rex::u32 apply(rex::u32 value) { return Second::apply(First::apply(value)); }
};

template <template <class, class> class Combine>
static rex::u32 run(rex::u32 value) {
  return Combine<Doubling, Tripling>::apply(value);
}

rex::Result templates_of_templates(const rex::Once&) { return run<Both>(12); }
