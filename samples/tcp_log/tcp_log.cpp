// SPDX-License-Identifier: GPL-2.0-only
// TCP connections over IPv4 as they are made and end; loader.cpp is the other half.
#include <rex/rex.hpp>

struct Connection {
  rex::Array<rex::u8, 4> source, destination;
  rex::u16 source_port, destination_port;
  rex::u32 is_open;
};

rex::RingBuf<64 * 1024> connections;

using SetState =
    rex::Tracepoint<"sock:inet_sock_set_state", rex::TraceField<"oldstate", rex::i32>,
                    rex::TraceField<"newstate", rex::i32>, rex::TraceField<"family", rex::u16>,
                    rex::TraceField<"sport", rex::u16>, rex::TraceField<"dport", rex::u16>,
                    rex::TraceField<"saddr", rex::Array<rex::u8, 4>>,
                    rex::TraceField<"daddr", rex::Array<rex::u8, 4>>>;

rex::Result tcp_log(const SetState& event) {
  constexpr rex::i32 established = 1, close = 7, listen = 10;
  const bool opens = event.get<"newstate">() == established;
  const bool closes = event.get<"newstate">() == close && event.get<"oldstate">() != listen;
  if (event.get<"family">() == 2 && (opens || closes))
    connections.output(Connection{event.get<"saddr">(), event.get<"daddr">(), event.get<"sport">(),
                                  event.get<"dport">(), opens ? 1u : 0u});
  return rex::ok;
}
