// SPDX-License-Identifier: GPL-2.0-only
// Names for types.
// expect: value 20
#include <rex/rex.hpp>

template <class T>
using Four = rex::Array<T, 4>;
typedef rex::u16 Short;

template <class T>
constexpr rex::usize bytes = sizeof(T);

rex::Result alias_templates(const rex::Once&) {
  Four<Short> values{1, 2, 4, 5};
  return rex::sum(values, 0u) + bytes<Four<Short>>;
}
