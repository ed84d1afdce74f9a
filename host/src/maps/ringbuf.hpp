// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "../ledger.hpp"
#include "../map.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_RINGBUF.
class RingbufMap : public Map {
 public:
  using Map::Map;

  /// A reserved record, in an allocation of its own.  Lives until the consumer is past it.
  class Record : public Resource {
   public:
    explicit Record(std::size_t size);
    std::span<std::byte> bytes() { return value_.bytes(); }
    void submit() { state_ = State::kSubmitted; }
    void release() override { state_ = State::kDiscarded; }

   private:
    friend class RingbufMap;
    enum class State { kReserved, kSubmitted, kDiscarded };

    Value value_;
    State state_ = State::kReserved;
  };

  /// Null where the record does not fit: all that the kernel says of it.
  Record* reserve(std::uint64_t size);
  /// Takes the records up to the first that is still reserved, as a consumer does.
  std::vector<std::vector<std::byte>> consume();

 private:
  // Positions as in the kernel: bytes since the start, headers and padding included.
  std::uint64_t producer_ = 0;
  std::uint64_t consumer_ = 0;
  std::deque<std::unique_ptr<Record>> records_;
};

}  // namespace rex::host
