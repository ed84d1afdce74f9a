// SPDX-License-Identifier: GPL-2.0-only
// Encoding three bytes at a time.
// expect: value 1
#include <rex/rex.hpp>

static constexpr rex::Text<64> alphabet{
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"};

static rex::Text<16> encode(rex::Span<const char> bytes) {
  rex::Text<16> text{};
  for (rex::usize i = 0; i < bytes.size(); i += 3) {
    rex::u32 group = 0;
    for (rex::usize j = 0; j < 3; ++j)
      group = group << 8 | (i + j < bytes.size() ? static_cast<rex::u8>(bytes[i + j]) : 0u);
    for (rex::usize j = 0; j < 4; ++j)
      text.append(i + j > bytes.size() ? '=' : alphabet[group >> (18 - 6 * j) & 63]);
  }
  return text;
}

rex::Result base64(const rex::Once&) {
  return encode(rex::Array{'M', 'a', 'n', 'y'}) == rex::Text{"TWFueQ=="} ? 1 : 0;
}
