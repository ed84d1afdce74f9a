// SPDX-License-Identifier: GPL-2.0-only
// Names in namespaces.
// expect: value 7
#include <rex/rex.hpp>

namespace tools::math {
namespace {
constexpr rex::u32 cube(rex::u32 x) { return x * x * x; }
}  // namespace
}  // namespace tools::math

namespace m = tools::math;
using tools::math::cube;

rex::Result nested_namespaces(const rex::Once&) { return cube(2) - m::cube(1); }
