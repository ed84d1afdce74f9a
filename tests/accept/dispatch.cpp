// SPDX-License-Identifier: GPL-2.0-only
// Messages by their kind.
// expect: value 37
#include <rex/rex.hpp>

enum class Kind : rex::u16 { add = 1, remove = 2, clear = 3 };

struct Message {
  Kind kind;
  rex::u16 amount;
  rex::u32 sequence;
};

rex::Queue<Message, 8> inbox;

static rex::i64 apply(rex::i64 state, const Message& message) {
  switch (message.kind) {
    case Kind::add: return state + message.amount;
    case Kind::remove: return state - message.amount;
    case Kind::clear: return 0;
  }
  return state;
}

rex::Result dispatch(const rex::Once&) {
  inbox.push({Kind::add, 500, 1});
  inbox.push({Kind::clear, 0, 2});
  inbox.push({Kind::add, 40, 3});
  inbox.push({Kind::remove, 3, 4});
  rex::i64 state = 0;
  while (auto message = inbox.pop()) state = apply(state, *message);
  return state;
}
