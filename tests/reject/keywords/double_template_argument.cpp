// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Box {};
static constexpr Box<float> box{};  // expect: floating-point

rex::Result program(const rex::Once&) { return 0; }
