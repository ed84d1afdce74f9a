// SPDX-License-Identifier: GPL-2.0-only
// Records until the buffer is full: 4,096 bytes hold 255 of 8 + 8: the last byte is never used.
// expect: value 255
#include <rex/rex.hpp>

rex::RingBuf<4096> records;

struct Record {
  rex::u32 sequence;
  rex::u32 value;
};

rex::Result ring_records(const rex::Once&) {
  rex::u32 sent = 0;
  while (records.output(Record{sent, sent * sent})) ++sent;
  return sent;
}
