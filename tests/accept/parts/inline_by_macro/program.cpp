// SPDX-License-Identifier: GPL-2.0-only
#include "mode.hpp"

rex::Result start(const rex::Once&) { return mode() + other_mode() + kScale + other_scale(); }
