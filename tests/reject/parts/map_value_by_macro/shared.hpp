// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Event {
  rex::u32 pid;
#ifdef WIDE
  rex::u32 more;
#endif
};
extern rex::Queue<Event, 16> events;
