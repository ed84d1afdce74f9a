// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"

int ask(Of<int>& o) { return static_cast<int>(o.x); }
