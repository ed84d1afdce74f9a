// SPDX-License-Identifier: GPL-2.0-only
// Functions of the contract on packets.  Each finds the packet by its address, which is that of the
// running program's context.
#include "packets.hpp"

#include <arpa/inet.h>
#include <rex/host/image.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include "contract.hpp"
#include "hooks.hpp"
#include "invocation.hpp"

namespace rex::host {

namespace {

constexpr std::size_t kHeadRoom = 256;  // bytes, as XDP has them
constexpr std::size_t kLargest =
    4096 - 320;  // with the head room: a page without the kernel's part
constexpr std::size_t kEthernet = 14;

/// A packet while a program has it.  The structures come first, and their address is the context.
struct Frame {
  testing::xdp_buff xdp;
  testing::sk_buff skb;
  testing::Packet* packet;
  std::vector<std::uint8_t> memory;
  std::size_t begin, end;  // of the packet in it

  explicit Frame(testing::Packet& described)
      : packet(&described),
        memory(std::max(kLargest, kHeadRoom + described.bytes.size())),
        begin(kHeadRoom),
        end(kHeadRoom + described.bytes.size()) {
    std::ranges::copy(described.bytes, memory.begin() + kHeadRoom);
    skb.mark = described.mark;
    skb.data_len = 0;
    publish();
  }

  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  ~Frame() { watch(memory.data(), memory.size(), memory.size()); }

  std::size_t size() const { return end - begin; }
  std::uint8_t* data() { return memory.data() + begin; }
  bool has(std::uint64_t offset, std::uint64_t count) const {
    return offset <= size() && count <= size() - offset;
  }

  /// After a change of place or size.  What lies around the packet is reported.
  void publish() {
    watch(memory.data(), begin, 0);
    watch(memory.data() + begin, memory.size() - begin, size());
    xdp.data = reinterpret_cast<std::uint64_t>(memory.data() + begin);
    xdp.data_end = reinterpret_cast<std::uint64_t>(memory.data() + end);
    skb.data = xdp.data;
    skb.len = static_cast<std::uint32_t>(size());
  }

  void finish() const {
    packet->bytes.assign(memory.begin() + static_cast<std::ptrdiff_t>(begin),
                         memory.begin() + static_cast<std::ptrdiff_t>(end));
    packet->mark = skb.mark;
  }

  int move_end(std::int64_t bytes, std::size_t smallest) {
    const std::int64_t moved = static_cast<std::int64_t>(end) + bytes;
    if (moved < static_cast<std::int64_t>(begin + smallest) ||
        moved > static_cast<std::int64_t>(memory.size()))
      return -EINVAL;
    const std::size_t before = size();
    end = static_cast<std::size_t>(moved);
    publish();
    if (size() > before) std::fill(data() + before, data() + size(), 0);
    return 0;
  }
};

constinit thread_local Frame* running = nullptr;

Frame& frame(const char* function) {
  calling_invocation(function);
  if (!running) fatal(std::string(function) + " was called by a program that has no packet");
  return *running;
}

}  // namespace

testing::Outcome fire_packet(World& world, Program& program, testing::Packet& packet) {
  if (context_of(program) != Context::kPacket)
    throw std::invalid_argument(std::string("program ") + program.image->name + " has the hook " +
                                program.image->hook + ": it takes no packet");
  Frame current(packet);
  Frame* const outer = running;
  running = &current;
  const bool is_xdp = program.image->hook == std::string_view("xdp");
  void* const context = is_xdp ? static_cast<void*>(&current.xdp) : &current.skb;
  auto outcome = run(world, program, context);
  running = outer;
  current.finish();
  return outcome;
}

}  // namespace rex::host

using rex::host::frame;

int rex_xdp_adjust_head(rex_xdp*, __s32 bytes) {
  auto& packet = frame("rex_xdp_adjust_head");
  const std::int64_t moved = static_cast<std::int64_t>(packet.begin) + bytes;
  if (moved < 0 || moved + static_cast<std::int64_t>(rex::host::kEthernet) >
                       static_cast<std::int64_t>(packet.end))
    return -EINVAL;
  packet.begin = static_cast<std::size_t>(moved);
  packet.publish();
  return 0;
}

int rex_xdp_adjust_tail(rex_xdp*, __s32 bytes) {
  return frame("rex_xdp_adjust_tail").move_end(bytes, rex::host::kEthernet);
}

void rex_xdp_redirect(rex_xdp*, __u32 interface) {
  frame("rex_xdp_redirect").packet->redirected = interface;
}

__u32 rex_xdp_interface(rex_xdp*) { return frame("rex_xdp_interface").packet->interface; }

int rex_skb_load(rex_skb*, __u64 offset, void* to, __u64 size) {
  auto& packet = frame("rex_skb_load");
  if (!packet.has(offset, size)) return -EINVAL;
  std::memcpy(to, packet.data() + offset, size);
  return 0;
}

int rex_skb_store(rex_skb*, __u64 offset, const void* from, __u64 size) {
  auto& packet = frame("rex_skb_store");
  if (!packet.has(offset, size)) return -EINVAL;
  std::memcpy(packet.data() + offset, from, size);
  return 0;
}

// Here no network card completes a checksum: it is in the packet, whole.
int rex_skb_replace_checksum(rex_skb*, __u64 offset, __u32 before, __u32 after, __u32) {
  auto& packet = frame("rex_skb_replace_checksum");
  std::uint16_t checksum = 0;
  if (!packet.has(offset, sizeof checksum)) return -EINVAL;
  std::memcpy(&checksum, packet.data() + offset, sizeof checksum);
  std::uint64_t sum = static_cast<std::uint16_t>(~checksum);
  for (const std::uint32_t word : {~before, after}) sum += (word & 0xffff) + (word >> 16);
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  checksum = static_cast<std::uint16_t>(~sum);
  std::memcpy(packet.data() + offset, &checksum, sizeof checksum);
  return 0;
}

int rex_skb_adjust_tail(rex_skb*, __s32 bytes) {
  return frame("rex_skb_adjust_tail").move_end(bytes, rex::host::kEthernet);
}

// Tags are in the packet here, none beside it.
int rex_skb_push_vlan(rex_skb*, __u32 protocol, __u32 control) {
  constexpr std::size_t kAddresses = 12;
  auto& packet = frame("rex_skb_push_vlan");
  if ((protocol != 0x8100 && protocol != 0x88a8) || control > 0xffff) return -EINVAL;
  if (packet.begin < 4 || packet.size() < rex::host::kEthernet) return -EBUSY;
  packet.begin -= 4;
  packet.publish();
  std::memmove(packet.data(), packet.data() + 4, kAddresses);
  const std::uint16_t tag[] = {htons(static_cast<std::uint16_t>(protocol)),
                               htons(static_cast<std::uint16_t>(control))};
  std::memcpy(packet.data() + kAddresses, tag, sizeof tag);
  return 0;
}

int rex_skb_pop_vlan(rex_skb*) {
  constexpr std::size_t kAddresses = 12;
  auto& packet = frame("rex_skb_pop_vlan");
  std::uint16_t type = 0;
  if (!packet.has(kAddresses, 6)) return 0;
  std::memcpy(&type, packet.data() + kAddresses, sizeof type);
  if (type != htons(0x8100) && type != htons(0x88a8)) return 0;
  std::memmove(packet.data() + 4, packet.data(), kAddresses);
  packet.begin += 4;
  packet.publish();
  return 0;
}

void rex_skb_set_mark(rex_skb*, __u32 mark) { frame("rex_skb_set_mark").skb.mark = mark; }

__u32 rex_skb_interface(rex_skb*) { return frame("rex_skb_interface").packet->interface; }

void rex_skb_redirect(rex_skb*, __u32 interface) {
  frame("rex_skb_redirect").packet->redirected = interface;
}

__u32 rex_netfilter_interface(__u32 outgoing) {
  const auto& packet = *frame("rex_netfilter_interface").packet;
  return outgoing ? packet.outgoing_interface : packet.interface;
}
