// SPDX-License-Identifier: GPL-2.0-only
// tcp_log-loader: prints TCP connections as they are made and end, "open FROM:PORT TO:PORT" and
// "close ...", until a signal comes.
#include <bpf/libbpf.h>
#include <fmt/core.h>
#include <signal.h>

#include <cstdint>
#include <cstring>
#include <rex/loader.hpp>

namespace {

struct Connection {  // as in tcp_log.cpp
  std::uint8_t source[4], destination[4];
  std::uint16_t source_port, destination_port;
  std::uint32_t is_open;
};

int print(void*, void* data, std::size_t) {
  Connection connection;
  std::memcpy(&connection, data, sizeof connection);
  const auto& [from, to, from_port, to_port, is_open] = connection;
  fmt::print("{} {}.{}.{}.{}:{} {}.{}.{}.{}:{}\n", is_open != 0 ? "open" : "close", from[0],
             from[1], from[2], from[3], from_port, to[0], to[1], to[2], to[3], to_port);
  std::fflush(stdout);
  return 0;
}

}  // namespace

int main() {
  auto extension = rex::must(rex::Extension::load("tcp_log.rex"));
  ring_buffer* connections =
      ring_buffer__new(rex::must(extension.map("connections")).fd(), print, nullptr, nullptr);
  if (connections == nullptr) return 1;
  const auto link = rex::must(extension.attach("tcp_log"));
  // A signal ends the poll.
  for (const int number : {SIGINT, SIGTERM}) ::signal(number, [](int) {});
  fmt::print(stderr, "attached\n");
  while (ring_buffer__poll(connections, -1) >= 0) {
  }
  ring_buffer__free(connections);
}
