// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Token {
  constexpr Token(rex::u32 v) : value(v) {}
#ifdef STRICT
  Token(const Token&) = delete;
  Token(Token&&) = delete;
#endif
  rex::u32 value;
};
rex::u32 spend(Token token);
