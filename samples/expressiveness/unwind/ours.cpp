// SPDX-License-Identifier: GPL-2.0-only
// Unwind 100 frames, each with a binary search in a table of functions.
// As in https://github.com/open-telemetry/opentelemetry-ebpf-profiler/issues/698
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4096> starts;  // of functions, sorted
rex::ArrayMap<rex::u32, 4096> sizes;   // of their frames, words
rex::ArrayMap<rex::u32, 8192> memory;  // of the stack

static rex::u32 function_of(rex::u32 address) {
  rex::u32 low = 0;
  rex::u32 high = starts.capacity();
  while (high - low > 1) {
    const rex::u32 middle = low + (high - low) / 2;
    if (*starts.get(middle) <= address)
      low = middle;
    else
      high = middle;
  }
  return low;
}

rex::Result unwind(const rex::Once&) {
  rex::u32 address = 12345;
  rex::u32 sp = 0;
  rex::i64 sum = 0;
  for (rex::u32 frame = 0; frame < 100; ++frame) {
    const rex::u32 function = function_of(address);
    sum += function;
    sp += *sizes.get(function);
    address = *memory.get(sp) * 97 % 262144;
  }
  return sum;
}
