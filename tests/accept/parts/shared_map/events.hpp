// SPDX-License-Identifier: GPL-2.0-only
#pragma once
// The project's events, and the map that they go through.
struct Event {
  rex::u32 kind;
  rex::u32 value;
};

enum class Kind : rex::u32 { low = 1, high = 2 };

constexpr rex::u32 number_of(Kind kind) { return kind == Kind::low ? 1 : 2; }

extern rex::Queue<Event, 64> events;

void record(Kind kind, rex::u32 value);
