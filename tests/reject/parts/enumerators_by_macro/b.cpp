// SPDX-License-Identifier: GPL-2.0-only
#define MORE
#include "shared.hpp"
Kind next(Kind kind) { return kind == Kind::extra ? Kind::first : Kind::second; }
