// SPDX-License-Identifier: GPL-2.0-only
// Sendmmsg: messages of several vectors, all lengths read at run time.
// As in https://github.com/falcosecurity/libs/issues/2248
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 3> counts;   // vectors of each message
rex::ArrayMap<rex::u32, 6> lengths;  // of the vectors of all messages

rex::Result message_vectors(const rex::Once&) {
  rex::Array<rex::u64, 3> bytes{};
  rex::u32 vector = 0;
  for (rex::u32 message = 0; message < counts.capacity(); ++message)
    for (rex::u32 i = 0; i < *counts.get(message); ++i) bytes[message] += *lengths.get(vector++);
  rex::i64 sum = 0;
  for (rex::u32 i = 0; i < bytes.size(); ++i) sum += static_cast<rex::i64>(bytes[i] * (i + 1));
  return sum;
}
