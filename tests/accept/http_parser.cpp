// SPDX-License-Identifier: GPL-2.0-only
// A state machine over text.
// expect: value 404
#include <rex/rex.hpp>

namespace {

enum class State : rex::u8 { version, space, code, reason, done, failed };

struct Parser {
  State state = State::version;
  rex::u32 code = 0;

  void feed(char c) {
    switch (state) {
      case State::version:
        if (c == ' ') state = State::space;
        return;
      case State::space:
        if (c == ' ') return;
        state = State::code;
        [[fallthrough]];
      case State::code:
        if (c == ' ')
          state = State::reason;
        else if (c >= '0' && c <= '9')
          code = code * 10 + static_cast<rex::u32>(c - '0');
        else
          state = State::failed;
        return;
      case State::reason:
        if (c == 0) state = State::done;
        return;
      case State::done:
      case State::failed: return;
    }
  }
};

}  // namespace

rex::Result http_parser(const rex::Once&) {
  const rex::Text<32> line{"HTTP/1.1 404 Not Found"};
  Parser parser{};
  for (rex::usize i = 0; i < line.capacity(); ++i) parser.feed(line[i]);
  return parser.state == State::done ? parser.code : 0;
}
