// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct My {
  T x{};
};
template <class T>
constexpr bool rex::detail::is_range<My<T>> = true;  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
