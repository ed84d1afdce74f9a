// SPDX-License-Identifier: GPL-2.0-only
#include "events.hpp"

rex::Queue<Event, 64> events;

void record(Kind kind, rex::u32 value) { events.push(Event{number_of(kind), value}); }
