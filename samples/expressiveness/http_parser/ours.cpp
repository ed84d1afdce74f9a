// SPDX-License-Identifier: GPL-2.0-only
// A seven-state HTTP parser over 1,400 bytes.
#include <rex/rex.hpp>

rex::Atomic<rex::i64> answer;

namespace {

enum class State : rex::u8 { method, path, version, line_start, name, value, done };

struct Parser {
  State state = State::method;
  rex::i64 headers = 0;

  void feed(rex::u8 c) {
    switch (state) {
      case State::method:
        if (c == ' ') state = State::path;
        return;
      case State::path:
        if (c == ' ') state = State::version;
        return;
      case State::version:
      case State::value:
        if (c == '\n') state = State::line_start;
        return;
      case State::line_start: state = c == '\r' ? State::done : State::name; return;
      case State::name:
        if (c != ':') return;
        ++headers;
        state = State::value;
        return;
      case State::done: return;
    }
  }
};

}  // namespace

rex::XdpAction http_parser(const rex::Xdp& packet) {
  Parser parser{};
  for (rex::usize i = 14; i < packet.size(); ++i) parser.feed(*packet.read<rex::u8>(i));
  answer.store(parser.state == State::done ? parser.headers : -1);
  return rex::XdpAction::pass;
}
