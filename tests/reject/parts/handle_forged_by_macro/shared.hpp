// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

struct Held {
#ifdef FIRST
  rex::Array<rex::u64, 4> record{};
#else
  rex::Expected<rex::Record<rex::u64>> record{rex::Error::full};
#endif
};
void submit(Held& held);
