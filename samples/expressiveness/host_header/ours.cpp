// SPDX-License-Identifier: GPL-2.0-only
// Find a Host header, and copy the name after it.
// As in https://github.com/parttimenerd/ebpf-verifier-errors/issues/5
#include <rex/rex.hpp>

struct ServerName {
  rex::Array<rex::u8, 256> text;
  rex::u16 length;
};

rex::RingBuf<4096> names;
rex::Atomic<rex::i64> answer;

rex::XdpAction host_header(const rex::Xdp& packet) {
  using Header = rex::Array<rex::u8, 6>;
  constexpr Header host{'H', 'o', 's', 't', ':', ' '};
  rex::usize at = 14;
  while (const auto header = packet.read<Header>(at)) {
    if (*header == host) break;
    ++at;
  }
  ServerName name{};
  for (at += host.size(); name.length < name.text.size(); ++at) {
    const auto character = packet.read<rex::u8>(at);
    if (!character || *character == '\r') break;
    name.text[name.length++] = *character;
  }
  names.output(name);
  answer.store(name.length);
  return rex::XdpAction::pass;
}
