// SPDX-License-Identifier: GPL-2.0-only
// Where the processors spend their time: stacks, a thousand times a second; loader.cpp is the other
// half.
#include <rex/rex.hpp>

struct Place {
  rex::Text<16> comm;
  rex::u32 kernel_stack, user_stack;  // no_stack where there is none
};

constexpr rex::u32 no_stack = 0xffffffff;

rex::StackTraceMap<64, 4096> stacks;
rex::HashMap<Place, rex::u64, 4096> samples;
rex::Atomic<rex::u64> lost;

rex::Result sample(const rex::PerfEvent<"cpu-clock/1000000">& event) {
  const auto user = stacks.user_stack();
  const auto kernel = stacks.kernel_stack();
  const Place place{rex::Task::current().comm(),
                    event.in_user_mode() ? no_stack : kernel.value_or(no_stack),
                    user.value_or(no_stack)};
  samples.insert(place, 0);
  if (const auto count = samples.cell(place))
    count->add(1);
  else
    lost.add(1);
  return rex::ok;
}
