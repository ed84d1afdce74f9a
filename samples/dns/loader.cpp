// SPDX-License-Identifier: GPL-2.0-only
// dns-loader INTERFACE [COUNT]: prints DNS queries that arrive, "CLIENT TYPE NAME", one per line,
// until COUNT came or a signal does.
#include <arpa/inet.h>
#include <bpf/libbpf.h>
#include <fmt/core.h>
#include <signal.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <rex/loader.hpp>
#include <string>

namespace {

struct Query {  // as in dns.cpp
  in_addr client;
  std::uint16_t type;
  char name[254];
};

int print(void* count, void* data, std::size_t) {
  Query query;
  std::memcpy(&query, data, sizeof query);
  std::string name(query.name, ::strnlen(query.name, sizeof query.name));
  // What a stranger sends must not reach the terminal as it is.
  for (char& character : name)
    if (character <= ' ' || character > '~') character = '?';
  fmt::print("{} {} {}\n", ::inet_ntoa(query.client), ntohs(query.type), name);
  std::fflush(stdout);
  ++*static_cast<std::uint64_t*>(count);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    fmt::print(stderr, "usage: dns-loader INTERFACE[:native|:generic] [COUNT]\n");
    return 2;
  }
  const std::uint64_t limit = argc == 3 ? std::strtoull(argv[2], nullptr, 10) : UINT64_MAX;
  auto extension = rex::must(rex::Extension::load("dns.rex"));
  std::uint64_t count = 0;
  ring_buffer* queries =
      ring_buffer__new(rex::must(extension.map("queries")).fd(), print, &count, nullptr);
  if (queries == nullptr) return 1;
  const auto link = rex::must(extension.attach("dns", argv[1]));
  // A signal ends the poll, and then the program is detached and unloaded.
  for (const int number : {SIGINT, SIGTERM}) ::signal(number, [](int) {});
  fmt::print(stderr, "attached to {}\n", argv[1]);
  while (count < limit && ring_buffer__poll(queries, -1) >= 0) {
  }
  fmt::print("malformed: {}\n", rex::must(extension.global("malformed")));
  ring_buffer__free(queries);
}
