// SPDX-License-Identifier: GPL-2.0-only
// Two network interfaces joined by a wire, and packets over it.
#pragma once

#include <cstdint>
#include <rex/loader.hpp>
#include <string>
#include <vector>

namespace rex::test {

using Packet = std::vector<std::uint8_t>;
using Packets = std::vector<Packet>;

/// An Ethernet frame with an IPv4 UDP datagram of 18 bytes of data: 60 bytes.
Packet udp_packet(std::uint16_t port);

/// A veth pair, `rx0` and `tx0`, up and without traffic of the kernel's own.
class Wire {
 public:
  Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire();

  /// Sends a frame out of tx0, so that rx0 receives it.
  void send(const Packet& packet) const;
  /// Frames that rx0 handed to the network stack since the last call.
  Packets received() const { return drain(inside_); }
  /// Frames that arrived at tx0 since the last call.
  Packets returned() const { return drain(outside_); }

  int inside() const;  ///< index of rx0
  int outside() const;

 private:
  static Packets drain(int socket);

  int inside_;
  int outside_;
};

/// What BPF_PROG_TEST_RUN of the program behind a link gives.
struct TestRun {
  int error;  ///< negated errno, or 0
  std::uint32_t value;
  Packet packet;
};
TestRun test_run(const Link& link, const Packet& packet);

/// The output of a command.
std::string output_of(const std::string& command);

/// Waits, some seconds at most, until something holds.
template <class Condition>
bool wait_until(Condition&& condition);

}  // namespace rex::test

#include <chrono>
#include <thread>

template <class Condition>
bool rex::test::wait_until(Condition&& condition) {
  for (int attempt = 0; attempt < 500; ++attempt) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}
