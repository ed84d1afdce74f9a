// SPDX-License-Identifier: GPL-2.0-only
// Netfilter programs, fired by datagrams over the loopback interface.
#include <arpa/inet.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <thread>

#include "support.hpp"

namespace rex::test {
namespace {

Link attach(Extension& extension, std::string_view program) {
  auto link = extension.attach(program);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

/// A UDP socket on port 7 of the calling thread's network namespace, which sends to itself.
class Echo {
 public:
  explicit Echo(bool is_ipv6 = false)
      : socket_(socket(is_ipv6 ? AF_INET6 : AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    if (is_ipv6) {
      auto& address = reinterpret_cast<sockaddr_in6&>(address_);
      address.sin6_family = AF_INET6;
      address.sin6_port = htons(7);
      address.sin6_addr = in6addr_loopback;
      size_ = sizeof address;
    } else {
      auto& address = reinterpret_cast<sockaddr_in&>(address_);
      address.sin_family = AF_INET;
      address.sin_port = htons(7);
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      size_ = sizeof address;
    }
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address_), size_), 0) << errno;
  }
  Echo(const Echo&) = delete;
  Echo& operator=(const Echo&) = delete;
  ~Echo() { close(socket_); }

  /// 0 or the errno of sending.
  int send() const {
    const char data[] = "datagram";
    return sendto(socket_, data, 8, 0, reinterpret_cast<const sockaddr*>(&address_), size_) == 8
               ? 0
               : errno;
  }
  /// What has arrived; empty if nothing has.
  std::string received() const {
    char data[64];
    const ssize_t size = recv(socket_, data, sizeof data, MSG_DONTWAIT);
    return size < 0 ? std::string() : std::string(data, static_cast<std::size_t>(size));
  }
  bool arrives() const { return send() == 0 && received() == "datagram"; }

 private:
  int socket_;
  sockaddr_storage address_{};
  socklen_t size_;
};

constexpr std::int32_t kLoopback = 1;  // its interface index, in every namespace

TEST(Netfilter, DropsWhatIsReceived) {
  Extension extension = load("netfilter");
  const Echo echo;
  ASSERT_TRUE(echo.arrives());
  Link link = attach(extension, "drop_input");
  EXPECT_EQ(echo.send(), 0);
  EXPECT_EQ(echo.received(), "");
  EXPECT_EQ(drain(extension, "seen"), (std::vector{kLoopback, 0}));
  link.close();
  EXPECT_TRUE(echo.arrives());
}

TEST(Netfilter, TellsTheSenderOfADrop) {
  Extension extension = load("netfilter");
  const Echo echo;
  const Link link = attach(extension, "drop_output");
  EXPECT_EQ(echo.send(), EPERM);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{0, kLoopback}));
}

TEST(Netfilter, ChangesPackets) {
  Extension extension = load("netfilter");
  const Echo echo;
  const Link link = attach(extension, "change");
  EXPECT_EQ(echo.send(), 0);
  EXPECT_EQ(echo.received(), "data\1\2\3\4");
}

TEST(Netfilter, SeesBothFamilies) {
  Extension extension = load("netfilter");
  const Link link = attach(extension, "versions");
  EXPECT_TRUE(Echo().arrives());
  EXPECT_TRUE(Echo(true).arrives());
  const auto seen = drain(extension, "seen");
  EXPECT_TRUE(std::ranges::count(seen, 4) >= 1 && std::ranges::count(seen, 6) >= 1);
}

TEST(Netfilter, RunsByPriority) {
  Extension extension = load("netfilter");
  const Link third = attach(extension, "third");
  const Link second = attach(extension, "second");
  EXPECT_TRUE(Echo().arrives());
  EXPECT_EQ(drain(extension, "order"), (std::vector{2, 3}));
}

TEST(Netfilter, DropsWhatNobodyTakesFromAQueue) {
  Extension extension = load("netfilter");
  const Echo echo;
  const Link link = attach(extension, "to_nobody");
  EXPECT_EQ(echo.send(), 0);
  EXPECT_EQ(echo.received(), "");
}

TEST(Netfilter, AcceptsWhenItPanics) {
  Extension extension = load("netfilter");
  KernelLog log;
  const Echo echo;
  const Link link = attach(extension, "panics");
  EXPECT_TRUE(echo.arrives());
  EXPECT_TRUE(log.wait_for("netfilter/panics panicked at netfilter.cpp")) << log.text();
  EXPECT_EQ(extension.stats("panics")->panics, 1u);
}

TEST(Netfilter, DropsWhenItPanicsIfDeclared) {
  Extension extension = load("netfilter");
  const Echo echo;
  KernelLog log;
  const Link link = attach(extension, "panics_closed");
  EXPECT_EQ(echo.send(), 0);
  EXPECT_EQ(echo.received(), "");
  EXPECT_TRUE(log.wait_for("netfilter/panics_closed panicked at netfilter.cpp")) << log.text();
}

// The link keeps the namespace, though nobody else does.
TEST(Netfilter, IsOfTheNamespaceOfWhoAttaches) {
  Extension extension = load("netfilter");
  std::optional<Link> link;
  std::thread([&] {
    ASSERT_EQ(unshare(CLONE_NEWNET), 0) << errno;
    ASSERT_EQ(std::system("ip link set lo up"), 0);
    const Echo echo;
    EXPECT_TRUE(echo.arrives());
    link = attach(extension, "drop_input");
    EXPECT_EQ(echo.send(), 0);
    EXPECT_EQ(echo.received(), "");
  }).join();
  ASSERT_TRUE(link);
  EXPECT_TRUE(Echo().arrives());
  link->close();
}

TEST(Netfilter, TargetsAreCheckedByName) {
  Extension extension = load("netfilter");
  for (const char* target : {"ip", "ip:", "ipx:input", "ip:ingress", "ip:input:", "ip:input:early",
                             "ip:input:1:2", "ip:input:99999999999"}) {
    const auto link = extension.attach("drop_input", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_EQ(link.error().code, ErrorCode::kInvalidArgument);
    EXPECT_NE(link.error().summary.find(target), std::string::npos) << link.error().summary;
  }
}

}  // namespace
}  // namespace rex::test
