// SPDX-License-Identifier: GPL-2.0-only
// Answers GETs that come to memcached by UDP, from a cache in the kernel; loader.cpp is the other
// half.
//
// `get` answers before the network stack sees the packet; `requests`, behind it, answers what needs
// more room than a driver's packet has.  What is not cached goes on to memcached, and `replies`
// puts its answer into the cache.  A command that changes a key takes it out of the cache from when
// it is seen until memcached's reply to it is: what memcached says in between may be older or
// newer. Commands by TCP are followed however they are cut into segments.
//
// Values that expire, and their keys from then on, are memcached's business.
// memcached is to be reached by this interface and IPv4 only.  The cache goes off for good where a
// command is not followed here, or a connection is older than these programs.
#include <rex/rex.hpp>

using rex::be16;
using rex::u32;
using rex::u64;
using rex::u8;
using rex::usize;

namespace {

constexpr be16 port{11211};
constexpr usize most_text = 1392;  // of one datagram of memcached's

constexpr u32 slots = 16384;  // a key has one, with others
constexpr u32 all_slots = slots;
constexpr u32 no_slot = slots + 1;

// A slot's version, which only ever grows.  Its low 16 bits tell how many changes are under way,
// or that there is no end of them.
constexpr u64 change_begins = 0x1'0001;
constexpr u64 change_ends = 0x0'ffff;
constexpr u64 no_end = 0x8000;
constexpr u64 changing = 0xffff;

}  // namespace

struct Frame {  // of memcached's datagrams
  be16 id, sequence, count, reserved;
};

struct ReplyHeaders {
  rex::EthernetHeader ethernet;
  rex::Ipv4Header ip;
  rex::UdpHeader udp;
  Frame frame;
};

struct Entry {
  u64 version;
  u32 key_size;
  u32 size;
  rex::Array<u8, 1280> text;  // "VALUE KEY FLAGS BYTES", the value, each with "\r\n"
};

struct Question {  // a key of a GET that went on to memcached
  rex::Ipv4 client;
  be16 port, id;
  u32 slot;
};

struct Flow {
  rex::Ipv4 client, server;
  be16 port;  // the client's
  be16 kind;  // one of the numbers below
};
inline constexpr be16 request_flow{0}, reply_flow{1}, datagram_flow{2};

struct Change {  // what ends when a command's reply has come
  Flow flow;
  u32 reply;  // its number; of a datagram its id
  u32 order;  // commands without a reply come before the one that has
};

struct Stream {  // one direction of a TCP connection
  u32 next;      // sequence number of the first byte that has not come
  u32 skip;      // bytes of a value that come first
  u32 replies;   // due, or given
  u32 silent;    // changes since then that have no reply
  u32 open;
  u32 size;  // of the line so far
  rex::Array<u8, 320> line;
};

rex::ArrayMap<u64, slots + 1> versions;
rex::ArrayMap<Entry, slots> entries;
rex::LruHashMap<Question, u64, 16384> questions;  // with the version at that time
rex::LruHashMap<Flow, Stream, 8192> streams;
rex::HashMap<Change, u32, 8192> changes;  // with their slots

rex::Atomic<u64> served, passed, filled;
rex::Atomic<u32> off;

namespace {

void switch_off(const rex::Text<40>& why) {
  versions.cell(all_slots)->bit_or(no_end);
  if (off.exchange(1) == 0) rex::log::warn("the cache is off: {}", why);
}

// The version of what a slot has; nothing while that may change.
rex::Option<u64> version_of(u32 slot) {
  const u64 own = versions.cell(slot)->load();
  const u64 all = versions.cell(all_slots)->load();
  if (((own | all) & changing) != 0) return {};
  return own + all;  // both only grow: the sum is the same only where both are
}

// --- Commands

u32 slot_of(rex::Span<const u8> key) {
  u64 hash = 0xcbf29ce484222325;
  for (const u8 byte : key) hash = (hash ^ byte) * 0x100000001b3;
  return static_cast<u32>(hash >> 16) % slots;
}

struct Command {
  u32 slot = no_slot;  // what it changes
  u32 data = 0;        // bytes that follow its line
  bool has_reply = false;
  bool expires = false;  // what it stores goes by itself
  bool is_followed = true;
};

// What memcached does with a line.  What it answers with an error changes nothing, and no data
// follows; where that is not certain, the command is not followed.
Command command_of(rex::Span<const u8> line) {
  const auto verb = rex::word(line, 0), key = rex::word(line, 1);
  const usize count = rex::count_words(line);
  Command command{};
  command.has_reply = count > 0 && !rex::is_one_of<"noreply">(rex::word(line, count - 1));
  if (rex::is_one_of<"set", "add", "replace", "append", "prepend", "cas">(verb)) {
    const usize fields = rex::is_one_of<"cas">(verb) ? 6 : 5;
    if (count < fields || count > fields + 1 || key.size() > 250) return {};
    const auto flags = rex::parse<u32>(rex::word(line, 2));
    const auto time = rex::parse<rex::i32>(rex::word(line, 3));
    const auto bytes = rex::parse<u32>(rex::word(line, 4));
    command.is_followed = flags && time && bytes && *bytes < 0x7ffffff0;
    if (!command.is_followed) return command;
    command.slot = slot_of(key);
    command.data = *bytes + 2;
    command.expires = *time != 0;
  } else if (rex::is_one_of<"incr", "decr", "delete", "touch">(verb)) {
    if (count < 2 || key.size() > 250) return {};
    command.slot = slot_of(key);
    command.expires = rex::is_one_of<"touch">(verb);
  } else if (rex::is_one_of<"flush_all">(verb)) {
    command.slot = all_slots;
    command.expires = count > (command.has_reply ? 1u : 2u);  // it comes later
  } else if (rex::is_one_of<"get", "gets", "version", "verbosity", "stats">(verb)) {
    command.has_reply = verb[0] != 'g' || count > 1;
  } else {
    command.has_reply = false;
    command.is_followed =
        !rex::is_one_of<"gat", "gats", "mg", "ms", "md", "ma", "mn", "me", "lru", "lru_crawler",
                        "slabs", "cache_memlimit", "watch", "extstore", "debugtime">(verb);
  }
  return command;
}

// A change is under way until end_changes() is told of its reply.
void begin_change(const Command& command, const Change& change) {
  const auto version = versions.cell(command.slot);
  version->add(change_begins);
  if (command.expires || !changes.insert(change, command.slot)) version->bit_or(no_end);
}

void end_changes(const Flow& flow, u32 reply) {
  Change change{flow, reply, 0};
  while (const auto slot = changes.get(change)) {
    changes.remove(change);
    versions.cell(*slot)->add(change_ends);
    ++change.order;
  }
}

// Calls a function with each line that ends in a part of a packet, and passes over the data that
// the function finds to follow.
template <class OnLine>
void read_lines(const rex::Tc& packet, usize at, usize end, Stream& stream, OnLine&& on_line) {
  while (at < end) {
    if (stream.skip > 0) {
      const u32 bytes = rex::min(stream.skip, static_cast<u32>(end - at));
      stream.skip -= bytes;
      at += bytes;
      continue;
    }
    const u8 byte = packet.read<u8>(at++).value_or('\n');
    if (stream.size == 0 && byte == 0x80) switch_off({"the binary protocol"});
    if (byte != '\n') {
      if (stream.size < stream.line.size()) stream.line[stream.size++] = byte;
      continue;
    }
    const usize size =
        stream.size > 1 && stream.line[stream.size - 1] == '\r' ? stream.size - 1 : stream.size;
    const auto line = stream.line.span().first(size);
    on_line(line.first(rex::find(line, u8{0}).value_or(size)));
    stream.size = 0;
  }
}

// --- Packets

struct Headers {
  rex::EthernetHeader ethernet;
  rex::Ipv4Header ip;
  usize transport = 0, end = 0;  // bytes from the packet's start
};

template <class Packet>
rex::Option<Headers> headers_of(const Packet& packet) {
  const auto ethernet = packet.template read<rex::EthernetHeader>(0);
  const auto ip = packet.template read<rex::Ipv4Header>(sizeof(rex::EthernetHeader));
  if (!ip || ethernet->type != rex::EtherType::ipv4) return {};
  Headers headers{*ethernet, *ip, sizeof(rex::EthernetHeader) + ip->header_size(),
                  sizeof(rex::EthernetHeader) + ip->total_size.value()};
  if (ip->total_size == be16{0}) headers.end = packet.size();  // more than fits in the field
  if (headers.end > packet.size() || ip->fragment_offset() != 0) return {};
  return headers;
}

// A GET: its line, without the end.  Nothing else is in the datagram.
template <class Packet>
rex::Option<usize> read_get(const Packet& packet, const Headers& headers,
                            rex::Array<u8, 1024>& line) {
  const usize at = headers.transport + sizeof(rex::UdpHeader) + sizeof(Frame);
  if (headers.end < at + 6 || headers.end - at > line.size()) return {};
  usize size = headers.end - at;
  if (!packet.read_bytes(at, line.span().first(size))) return {};
  if (line[--size] != '\n') return {};
  if (line[size - 1] == '\r') --size;
  const auto whole = line.span().first(size);
  if (!rex::is_one_of<"get ">(whole.first(4)) ||
      rex::any_of(whole, [](u8 c) { return c == '\n' || c == 0; }))
    return {};
  return size;
}

// Adds what memcached would say of a key.  False where that is not known, or too long.
bool append_value(rex::Span<const u8> key, rex::Span<u8> reply, usize& size) {
  const u32 slot = slot_of(key);
  const auto version = version_of(slot);
  if (!version) return false;
  const auto entry = entries.get(slot);
  // Where it was replaced meanwhile, the version has changed.
  if (!entry || entry->version != *version || version_of(slot).value_or(0) != *version)
    return false;
  if (entry->key_size != key.size() || size + entry->size + 5 > reply.size()) return false;
  for (usize i = 0; i < key.size(); ++i)
    if (entry->text[6 + i] != key[i]) return false;
  for (usize i = 0; i < entry->size; ++i) reply[size + i] = entry->text[i];
  size += entry->size;
  return true;
}

// Makes the reply to a GET out of its packet.  False where memcached has to be asked, or the packet
// has no room; it is unchanged then.
template <class Packet>
bool answer(Packet& packet, const Headers& headers) {
  const auto udp = packet.template read<rex::UdpHeader>(headers.transport);
  const auto frame = packet.template read<Frame>(headers.transport + sizeof(rex::UdpHeader));
  if (!frame || udp->destination != port || frame->count != be16{1}) return false;
  if (headers.ip.header_size() != sizeof(rex::Ipv4Header)) return false;
  rex::Array<u8, 1024> line{};
  const auto line_size = read_get(packet, headers, line);
  if (!line_size) return false;

  rex::Array<u8, most_text> text{};
  usize size = 0;
  const auto get = line.span().first(*line_size);
  const usize words = rex::count_words(get);
  for (usize i = 1; i < words; ++i)
    if (!append_value(rex::word(get, i), text, size)) return false;
  if (words < 2) return false;
  for (const u8 character : rex::Array<u8, 5>{'E', 'N', 'D', '\r', '\n'}) text[size++] = character;

  const usize udp_size = sizeof(rex::UdpHeader) + sizeof(Frame) + size;
  ReplyHeaders reply{headers.ethernet, headers.ip, *udp, {frame->id, 0, 1, 0}};
  rex::swap(reply.ethernet.source, reply.ethernet.destination);
  rex::swap(reply.ip.source, reply.ip.destination);
  reply.ip.total_size = static_cast<rex::u16>(sizeof(rex::Ipv4Header) + udp_size);
  reply.ip.time_to_live = 64;
  reply.ip.checksum = 0;
  reply.ip.checksum = rex::checksum_of(reply.ip);
  reply.udp = {udp->destination, udp->source, static_cast<rex::u16>(udp_size), 0};
  const auto more =
      static_cast<rex::i32>(sizeof reply + size) - static_cast<rex::i32>(packet.size());
  if (!packet.adjust_tail(more)) return false;
  if (!packet.write_bytes(sizeof reply, text.span().first(size))) return false;
  packet.write(0, reply);
  served.add(1);
  return true;
}

// Puts what memcached said to a GET into the cache.
void fill(const rex::Tc& packet, usize at, usize end, const Question& question) {
  Stream stream{};
  while (at < end) {
    usize size = 0;
    while (packet.read<u8>(at + size).value_or('\n') != '\n' && size < stream.line.size()) ++size;
    if (size < 2 || !packet.read_bytes(at, stream.line.span().first(size))) return;
    const auto line = stream.line.span().first(size - 1);
    const auto key = rex::word(line, 1);
    const auto bytes = rex::parse<rex::u16>(rex::word(line, 3));
    if (!rex::is_one_of<"VALUE">(rex::word(line, 0)) || !bytes || rex::count_words(line) != 4)
      return;
    Entry entry{};
    entry.key_size = static_cast<u32>(key.size());
    entry.size = static_cast<u32>(size + 1 + *bytes + 2);
    Question asked = question;
    asked.slot = slot_of(key);
    const auto version = questions.get(asked);
    questions.remove(asked);
    if (version && *version != 0 && entry.size <= entry.text.size() && at + entry.size <= end &&
        packet.read_bytes(at, entry.text.span().first(entry.size))) {
      // The slot changes, if nothing has changed since the question; readers see that.
      const u64 all = versions.cell(all_slots)->load();
      u64 expected = *version - all;
      if (versions.cell(asked.slot)->compare_exchange(expected, expected + change_begins)) {
        entry.version = *version + change_begins + change_ends;
        entries.set(asked.slot, entry);
        versions.cell(asked.slot)->add(change_ends);
        filled.add(1);
      }
    }
    at += entry.size;
  }
}

// Follows a direction of a TCP connection.  False where a segment before this one is missing.
template <class OnLine>
bool follow(const rex::Tc& packet, const Headers& headers, const rex::TcpHeader& tcp,
            const Flow& flow, OnLine&& on_line) {
  usize at = headers.transport + tcp.header_size();
  const u32 first = tcp.sequence.value() + (tcp.syn() ? 1 : 0);
  auto stream = streams.get(flow);
  if (tcp.syn() && (!stream || stream->open == 0)) {
    Stream fresh{};
    fresh.next = first;
    fresh.open = 1;
    if (!streams.set(flow, fresh)) switch_off({"no room for a connection"});
    stream = fresh;
  }
  if (at >= headers.end) return true;
  if (!stream) switch_off({"a connection is older than it"});
  if (!stream || stream->open == 0) return true;
  const u32 size = static_cast<u32>(headers.end - at);
  const auto known = static_cast<rex::i32>(stream->next - first);
  if (known < 0) return false;
  if (static_cast<u32>(known) >= size) return true;  // it has come before
  read_lines(packet, at + static_cast<u32>(known), headers.end, *stream,
             [&](rex::Span<const u8> line) { on_line(line, *stream); });
  stream->next = first + size;
  if (!streams.set(flow, *stream)) switch_off({"no room for a connection"});
  return true;
}

void on_request(rex::Span<const u8> line, Stream& stream, const Flow& flow) {
  const Command command = command_of(line);
  const bool is_cut = stream.size == stream.line.size() && command.slot != no_slot;
  if (!command.is_followed || is_cut) switch_off({"a command by TCP is not followed"});
  stream.skip = command.data;
  if (command.has_reply) ++stream.replies;
  if (command.slot != no_slot) {
    const u32 reply = stream.replies + (command.has_reply ? 0 : 1);
    begin_change(command, {flow, reply, stream.silent++});
  }
  if (command.has_reply) stream.silent = 0;
}

void on_reply(rex::Span<const u8> line, Stream& stream, const Flow& requests) {
  const auto word = rex::word(line, 0);
  if (rex::is_one_of<"VALUE">(word)) {
    stream.skip = rex::parse<u32>(rex::word(line, 3)).value_or(0) + 2;
    return;
  }
  // Errors are not counted, as they may be of commands without a reply: changes end later then.
  if (rex::is_one_of<"STAT", "ITEM", "ERROR", "CLIENT_ERROR", "SERVER_ERROR">(word)) return;
  const auto asked = streams.get(requests);
  if (asked && stream.replies < asked->replies) end_changes(requests, ++stream.replies);
}

// memcached does no more of what came by a connection.
void end_connection(Flow flow) {
  flow.kind = reply_flow;
  const auto replies = streams.get(flow);
  streams.remove(flow);
  flow.kind = request_flow;
  auto stream = streams.get(flow);
  if (!stream) return;
  const u32 given = replies ? replies->replies : 0;
  for (u32 reply = given + 1; reply <= stream->replies + 1; ++reply) end_changes(flow, reply);
  stream->open = 0;
  streams.set(flow, *stream);
}

// A datagram that is not answered here.
void pass_on(const rex::Tc& packet, const Headers& headers, const Frame& frame, be16 client_port) {
  const rex::Ipv4 client = headers.ip.source;
  rex::Array<u8, 1024> get{};
  if (const auto size = read_get(packet, headers, get)) {
    passed.add(1);
    const auto line = get.span().first(*size);
    const usize words = rex::count_words(line);
    for (usize i = 1; i < words; ++i) {
      const Question question{client, client_port, frame.id, slot_of(rex::word(line, i))};
      const u64 version = version_of(question.slot).value_or(0);
      // Two of the same name at a time: their replies cannot be told apart.
      if (!questions.insert(question, version)) questions.set(question, 0);
    }
    return;
  }
  const Flow flow{client, headers.ip.destination, client_port, datagram_flow};
  Stream stream{};
  read_lines(packet, headers.transport + sizeof(rex::UdpHeader) + sizeof(Frame), headers.end,
             stream, [&](rex::Span<const u8> line) {
               Command command = command_of(line);
               if (!command.is_followed) switch_off({"a command by UDP is not followed"});
               stream.skip = command.data;
               // When the first of several replies comes, what the others are about is not known.
               command.expires = command.expires || !command.has_reply || stream.silent > 0;
               if (command.slot != no_slot)
                 begin_change(command, {flow, frame.id.value(), stream.silent++});
             });
}

}  // namespace

rex::XdpAction get(rex::Xdp& packet) {
  const auto headers = headers_of(packet);
  if (!headers || headers->ip.protocol != rex::IpProtocol::udp) return rex::XdpAction::pass;
  return answer(packet, *headers) ? rex::XdpAction::tx : rex::XdpAction::pass;
}

constexpr u32 answered = 0xb3c;  // mark of a packet that leaves again

rex::TcAction requests(rex::Tc& packet) {
  const auto headers = headers_of(packet);
  if (!headers) {
    const auto ipv6 = packet.read<rex::Ipv6Header>(sizeof(rex::EthernetHeader));
    const auto ports = packet.read<rex::UdpHeader>(sizeof(rex::EthernetHeader) + sizeof(*ipv6));
    if (ports && ipv6->version() == 6 && ports->destination == port &&
        (ipv6->next_header == rex::IpProtocol::tcp || ipv6->next_header == rex::IpProtocol::udp))
      switch_off({"a packet of IPv6"});
    return rex::TcAction::unspec;
  }
  const auto ports = packet.read<rex::UdpHeader>(headers->transport);
  if (!ports || ports->destination != port) return rex::TcAction::unspec;
  if (headers->ip.more_fragments()) switch_off({"a fragment"});
  const Flow flow{headers->ip.source, headers->ip.destination, ports->source, request_flow};
  if (const auto tcp = packet.read<rex::TcpHeader>(headers->transport);
      tcp && headers->ip.protocol == rex::IpProtocol::tcp) {
    const bool in_order =
        follow(packet, *headers, *tcp, flow,
               [&](rex::Span<const u8> line, Stream& stream) { on_request(line, stream, flow); });
    // It comes again, after what is missing.
    return in_order ? rex::TcAction::unspec : rex::TcAction::shot;
  }
  if (headers->ip.protocol != rex::IpProtocol::udp) return rex::TcAction::unspec;
  if (answer(packet, *headers)) {
    packet.set_mark(answered);
    return packet.redirect(packet.interface());
  }
  if (const auto frame = packet.read<Frame>(headers->transport + sizeof(rex::UdpHeader)))
    pass_on(packet, *headers, *frame, ports->source);
  return rex::TcAction::unspec;
}

rex::TcAction replies(const rex::Tc& packet) {
  const auto headers = headers_of(packet);
  if (!headers || packet.mark() == answered) return rex::TcAction::unspec;
  const auto ports = packet.read<rex::UdpHeader>(headers->transport);
  if (!ports || ports->source != port) return rex::TcAction::unspec;
  const rex::Ipv4 client = headers->ip.destination;
  const Flow flow{client, headers->ip.source, ports->destination, request_flow};
  if (const auto tcp = packet.read<rex::TcpHeader>(headers->transport);
      tcp && headers->ip.protocol == rex::IpProtocol::tcp) {
    if (tcp->rst()) end_connection(flow);
    Flow back = flow;
    back.kind = reply_flow;
    follow(packet, *headers, *tcp, back,
           [&](rex::Span<const u8> line, Stream& stream) { on_reply(line, stream, flow); });
  } else if (const auto frame = packet.read<Frame>(headers->transport + sizeof(rex::UdpHeader));
             frame && headers->ip.protocol == rex::IpProtocol::udp) {
    end_changes({client, headers->ip.source, ports->destination, datagram_flow}, frame->id.value());
    if (frame->count == be16{1})
      fill(packet, headers->transport + sizeof(rex::UdpHeader) + sizeof(Frame), headers->end,
           {client, ports->destination, frame->id, 0});
  }
  return rex::TcAction::unspec;
}

// memcached has closed a connection.
rex::Result closed(
    const rex::RawTracepoint<"tcp_destroy_sock", rex::kernel::Pointer<"sock">>& event) {
  const auto socket = event.argument<0>().member<"sock_common", "__sk_common">();
  if (be16{socket.field<rex::u16, "skc_num">().value_or(0)} != port) return rex::ok;
  const auto client_port = socket.field<rex::u16, "skc_dport">().value_or(0);
  end_connection({rex::bit_cast<rex::Ipv4>(socket.field<u32, "skc_daddr">().value_or(0)),
                  rex::bit_cast<rex::Ipv4>(socket.field<u32, "skc_rcv_saddr">().value_or(0)),
                  rex::bit_cast<be16>(client_port), request_flow});
  return rex::ok;
}
