// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

struct Flag {
#ifdef FIRST
  rex::u8 set = 0;
#else
  bool set = false;
#endif
};
int ask(Flag flag);
