// SPDX-License-Identifier: GPL-2.0-only
#define DEBUG
#include "mode.hpp"

rex::i64 other_mode() { return mode(); }
rex::i64 other_scale() { return kScale; }
