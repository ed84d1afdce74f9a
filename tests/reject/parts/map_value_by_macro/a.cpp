// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Queue<Event, 16> events;
rex::Result start(const rex::Once&) { return rex::ok; }
