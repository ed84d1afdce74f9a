// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

// The kernel's header wants a C library's.
#include <netinet/in.h>

#include <linux/netfilter.h>

#include "failure.hpp"
#include "target.hpp"

namespace rex::internal {

namespace {

struct Name {
  std::string_view text;
  std::int32_t value;
};

// As nftables spells them.
constexpr Name kFamilies[] = {{"ip", NFPROTO_IPV4}, {"ip6", NFPROTO_IPV6}, {"inet", NFPROTO_INET}};
constexpr Name kHooks[] = {{"prerouting", NF_INET_PRE_ROUTING},
                           {"input", NF_INET_LOCAL_IN},
                           {"forward", NF_INET_FORWARD},
                           {"output", NF_INET_LOCAL_OUT},
                           {"postrouting", NF_INET_POST_ROUTING}};
constexpr Name kPriorities[] = {{"raw", -300}, {"mangle", -150}, {"dstnat", -100},
                                {"filter", 0}, {"security", 50}, {"srcnat", 100}};

std::optional<std::int32_t> find(std::span<const Name> names, std::string_view text) {
  const auto found = std::ranges::find(names, text, &Name::text);
  return found == names.end() ? std::nullopt : std::optional(found->value);
}

std::optional<std::int32_t> parse_priority(std::string_view text) {
  if (const auto named = find(kPriorities, text)) return named;
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// Takes what is before the next colon off a text.
std::string_view take(std::string_view& text) {
  const std::size_t colon = text.find(':');
  const std::string_view part = text.substr(0, colon);
  text.remove_prefix(colon == std::string_view::npos ? text.size() : colon + 1);
  return part;
}

}  // namespace

Result<rex_attach_netfilter> parse_netfilter(std::string_view text, std::string_view place) {
  std::string_view rest = text;
  const auto family = find(kFamilies, take(rest));
  const auto hook = find(kHooks, take(rest));
  const bool has_priority = !rest.empty() || text.ends_with(':');
  const auto priority = has_priority ? parse_priority(rest) : std::optional(0);
  if (!family || !hook || !priority)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("\"{}\" names no hook of netfilter", text),
                   "write FAMILY:HOOK or FAMILY:HOOK:PRIORITY: ip, ip6 or inet; prerouting, input, "
                   "forward, output or postrouting; a number, raw, mangle, dstnat, filter, "
                   "security or srcnat");
  return rex_attach_netfilter{.family = static_cast<std::uint32_t>(*family),
                              .hook = static_cast<std::uint32_t>(*hook),
                              .priority = *priority,
                              .reserved = 0};
}

}  // namespace rex::internal
