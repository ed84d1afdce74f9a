// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Node {
  Node* next{};  // expect: pointer
};

rex::Result program(const rex::Once&) { return 0; }
