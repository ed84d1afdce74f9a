// SPDX-License-Identifier: GPL-2.0-only
// bmc-workload SERVER COUNT [SEED]: sends the same commands to two memcacheds, on port 11211 and,
// as a reference, 11212, and compares reply by reply; then GETs in a race with SETs.
#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr int kPatience = 5000;  // milliseconds until a reply counts as lost
constexpr std::size_t kFrame = 8;

[[noreturn]] void fail(std::string_view what) {
  fmt::print("bmc-workload: error: {}\n", what);
  std::exit(2);
}

class Server {
 public:
  Server(const char* address, std::uint16_t port) {
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    if (inet_pton(AF_INET, address, &name.sin_addr) != 1) fail("no IPv4 address");
    udp_ = open(SOCK_DGRAM, name);
    tcp_ = open(SOCK_STREAM, name);
    const int on = 1;
    setsockopt(tcp_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    close(udp_);
    close(tcp_);
  }

  /// A command by UDP, and the whole reply; "lost" where none came.
  std::string datagram(std::string_view text, std::uint16_t id) {
    send_datagram(text, id, 1);
    std::vector<std::string> parts;
    for (std::size_t missing = 1; missing > 0;) {
      std::array<char, 2048> buffer;
      const std::size_t size = receive(udp_, buffer);
      if (size < kFrame) return "lost";
      const auto field = [&](std::size_t i) {
        return static_cast<std::uint8_t>(buffer[2 * i]) << 8 |
               static_cast<std::uint8_t>(buffer[2 * i + 1]);
      };
      if (field(0) != id) continue;  // of a request that was given up
      if (parts.empty()) parts.resize(missing = static_cast<std::size_t>(std::max(field(2), 1)));
      const auto number = static_cast<std::size_t>(field(1));
      if (number >= parts.size()) return "numbered wrongly";
      parts[number].assign(&buffer[kFrame], size - kFrame);
      --missing;
    }
    std::string reply;
    for (const std::string& part : parts) reply += part;
    return reply;
  }

  /// Sends a part of a request of two datagrams, to which memcached says nothing.
  void send_part(std::string_view text, std::uint16_t id) { send_datagram(text, id, 2); }

  /// A command by TCP, cut into pieces at some places, and its reply up to its last line.
  std::string stream(std::string_view text, std::string_view last,
                     std::span<const std::size_t> cuts) {
    std::size_t from = 0;
    for (const std::size_t cut : cuts) {
      send_all(text.substr(from, cut - from));
      from = cut;
    }
    send_all(text.substr(from));
    std::string reply;
    while (!reply.ends_with(last) || reply.empty()) {
      std::array<char, 8192> buffer;
      const std::size_t size = receive(tcp_, buffer);
      if (size == 0) return "lost";
      reply.append(buffer.data(), size);
    }
    return reply;
  }

 private:
  static int open(int type, const sockaddr_in& name) {
    const int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    // SAFETY: what the socket interface calls a sockaddr.
    if (fd < 0 || connect(fd, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0)
      fail("cannot connect");
    return fd;
  }
  void send_datagram(std::string_view text, std::uint16_t id, std::uint16_t count) {
    std::string packet{
        static_cast<char>(id >> 8), static_cast<char>(id), 0, 0, 0, static_cast<char>(count), 0, 0};
    packet += text;
    if (::send(udp_, packet.data(), packet.size(), 0) < 0) fail("cannot send");
  }
  template <std::size_t Size>
  static std::size_t receive(int fd, std::array<char, Size>& buffer) {
    pollfd ready{fd, POLLIN, 0};
    if (poll(&ready, 1, kPatience) != 1) return 0;
    const ssize_t size = recv(fd, buffer.data(), buffer.size(), 0);
    return size < 0 ? 0 : static_cast<std::size_t>(size);
  }
  void send_all(std::string_view text) {
    while (!text.empty()) {
      const ssize_t size = ::send(tcp_, text.data(), text.size(), MSG_NOSIGNAL);
      if (size <= 0) fail("cannot send");
      text.remove_prefix(static_cast<std::size_t>(size));
    }
  }

  int udp_ = -1;
  int tcp_ = -1;
};

struct Command {
  std::string text;
  std::string last = "\r\n";  // how its reply ends, by TCP
  bool by_udp = false;
  bool has_reply = true;
};

class Mix {
 public:
  explicit Mix(std::uint64_t seed) : random_(seed) {
    for (std::size_t size : {1, 2, 3, 7, 11, 12, 16, 31, 64, 100, 128, 200, 249, 250})
      for (char first = 'a'; first < 'k'; ++first) keys_.push_back(std::string(size, first));
    keys_.push_back(std::string(20, 't'));
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Command next() {
    const std::size_t kind = below(1000);
    if (kind < 700) return {"get " + key() + "\r\n", {}, true};
    if (kind < 780) return {"get " + key() + " " + key() + "  " + key() + "\n", {}, true};
    if (kind < 800) return {"gets " + key() + "\r\n", {}, true};
    if (kind < 820) return wrong();
    if (kind < 830) return {"get " + key() + " " + key() + "\r\n", "END\r\n"};
    if (kind < 832) return {"flush_all\r\n"};
    const bool by_udp = below(4) == 0;
    if (kind < 850) return {"delete " + key() + "\r\n", "\r\n", by_udp};
    if (kind < 870) return {"incr " + key() + " 7\r\n", "\r\n", by_udp};
    if (kind < 880) return {"decr " + key() + " 3\r\n", "\r\n", by_udp};
    if (kind < 885) return {"touch " + std::string(20, 't') + " 1000\r\n", "\r\n", by_udp};
    if (kind < 895)  // what has no reply is done when the reply to the next one is there
      return {"set " + key() + " 1 0 2 noreply\r\n42\r\nget " + key() + "\r\n", "END\r\n"};
    if (kind < 900)
      return {"set " + key() + " 1 0 2\r\n43\r\nset " + key() + " 2 0 2\r\n44\r\nversion\r\n",
              "18\r\n"};
    std::string text = store();
    // Larger datagrams come in fragments.
    return {text, "\r\n", by_udp && text.size() <= 1400};
  }

  std::vector<std::size_t> cuts(std::size_t size) {
    std::vector<std::size_t> places;
    if (below(3) == 0)
      for (std::size_t place = below(size); place < size; place += 1 + below(size))
        places.push_back(place);
    return places;
  }

 private:
  const std::string& key() { return keys_[below(below(2) == 0 ? 10 : keys_.size())]; }

  std::string store() {
    constexpr std::array verbs{"set", "set", "set", "add", "replace", "append", "prepend"};
    std::string value;
    switch (below(4)) {
      case 0: value = fmt::format("{}", below(1000)); break;
      case 1: value = "two\r\nlines\r\nEND\r\n"; break;
      default: value.assign(below(below(8) == 0 ? 1300 : 1001), static_cast<char>('A' + below(26)));
    }
    // Values that expire are not cached, and their keys not any more.
    const bool expires = below(20) == 0;
    return fmt::format("{} {} {} {} {}\r\n{}\r\n", verbs[below(verbs.size())],
                       expires ? std::string(20, 't') : key(),
                       below(2) == 0 ? 0 : random_() & 0xffffffff, expires ? 1000 : 0, value.size(),
                       value);
  }

  Command wrong() {
    switch (below(6)) {
      case 0: return {"get\r\n", {}, true};
      case 1: return {"get " + std::string(251, 'x') + "\r\n", {}, true};
      case 2: return {"nonsense " + key() + "\r\n", {}, true};
      case 3: return {"get " + key() + "\r\n", {}, true, false};
      case 4: return {"set " + key() + " 0 0\r\n"};
      default: return {"incr " + key() + " x\r\n"};
    }
  }

  std::mt19937_64 random_;
  std::vector<std::string> keys_;
};

/// Returns how many replies differ.
std::size_t compare(Server& cached, Server& reference, std::size_t count, std::uint64_t seed) {
  Mix mix(seed);
  std::size_t mismatches = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Command command = mix.next();
    const auto cuts = command.by_udp ? std::vector<std::size_t>{} : mix.cuts(command.text.size());
    const auto id = static_cast<std::uint16_t>(i);
    const auto ask = [&](Server& server) {
      if (!command.has_reply) server.send_part(command.text, static_cast<std::uint16_t>(id + 1));
      return !command.has_reply ? server.datagram("version\r\n", id)
             : command.by_udp   ? server.datagram(command.text, id)
                                : server.stream(command.text, command.last, cuts);
    };
    const std::string expected = ask(reference);
    const std::string reply = ask(cached);
    if (reply == expected && reply != "lost") continue;
    if (++mismatches <= 5)
      fmt::print("{:.60} by {}: '{:.80}' instead of '{:.80}'\n", command.text,
                 command.by_udp ? "UDP" : "TCP", reply, expected);
  }
  return mismatches;
}

/// GETs while SETs count up.  Returns how many replies were older than a SET that was acknowledged
/// before they were asked for, and how many were lost.
std::size_t race(const char* address, std::size_t count) {
  std::atomic<std::size_t> acknowledged{0};
  std::atomic<std::size_t> stale{0};
  std::jthread writer([&] {
    Server server(address, 11211);
    for (std::size_t i = 1; i <= count; ++i) {
      const std::string value = fmt::format("{:08}", i);
      const std::array<std::size_t, 1> cut{i % 20};
      if (server.stream("set race 0 0 8\r\n" + value + "\r\n", "STORED\r\n", cut) != "STORED\r\n")
        ++stale;
      acknowledged = i;
      // Time for the value to be cached.
      if (i % 2 == 0) usleep(2000);
    }
  });
  const auto read = [&](std::uint16_t id) {
    Server server(address, 11211);
    while (acknowledged < count) {
      const std::size_t least = acknowledged;
      const std::string reply = server.datagram("get race\r\n", ++id);
      if (reply == "END\r\n" && least == 0) continue;
      if (reply.size() < 26 || std::strtoull(&reply[16], nullptr, 10) < least) ++stale;
    }
  };
  std::jthread first(read, 0);
  std::jthread second(read, 0);
  writer.join();
  first.join();
  second.join();
  return stale;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: bmc-workload SERVER COUNT [SEED]\n");
    return 2;
  }
  const std::size_t count = std::strtoull(argv[2], nullptr, 10);
  Server cached(argv[1], 11211);
  Server reference(argv[1], 11212);
  const std::size_t mismatches =
      compare(cached, reference, count, argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);
  const std::size_t stale = race(argv[1], count / 20);
  fmt::print("{} requests, {} mismatches; {} stale in {} SETs that race with GETs\n", count,
             mismatches, stale, count / 20);
  return mismatches + stale == 0 ? 0 : 1;
}
