// SPDX-License-Identifier: GPL-2.0-only
// Runs programs of the extensions that are linked in, one case after the other, each with a fresh
// extension in a process of its own.  A case is a line of the standard input:
//
//   EXTENSION PROGRAM [QUEUE=NUMBER,NUMBER…]…
//
// and gives a line on the standard output, JSON:
//
//   {"extension": …, "program": …, "outcome": "returned", "value": 0, "panic": "",
//    "reason": [kind, first, second], "maps": {…}}
//
// where a map is the list of its elements or records, in hexadecimal; of a map with keys, of
// "key=value" in order, the values that are not zero, of the first processor where there is one for
// each.  Which entries an LRU hash has kept is left out, and what is in no program's hands: stacks,
// counters.  Without input, each program
// with the hook once is a case.
#include <linux/bpf.h>
#include <rex/host/image.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <rex/testing/extension.hpp>
#include <sstream>
#include <stdexcept>

#include "../src/maps/keyed.hpp"
#include "../src/maps/queue.hpp"
#include "../src/maps/ringbuf.hpp"
#include "../src/registry.hpp"
#include "../src/world.hpp"

namespace {

using rex::host::Map;
using rex::testing::Extension;
using rex::testing::Outcome;

struct Case {
  std::string extension;
  std::string program;
  std::vector<std::string> inputs;
};

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string hex(std::span<const std::byte> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result;
  for (const std::byte byte : bytes) {
    result += kDigits[std::to_integer<unsigned>(byte) >> 4];
    result += kDigits[std::to_integer<unsigned>(byte) & 15];
  }
  return result;
}

std::vector<std::string> entries(rex::host::KeyedMap& map) {
  std::vector<std::string> elements;
  const std::size_t value_size = map.definition().value_size;
  std::vector<std::byte> key(map.definition().key_size), next(key.size());
  for (int more = map.next(std::nullopt, next); more == 0; more = map.next(key, next)) {
    key = next;
    const std::span value(map.find(key, 0), value_size);
    if (std::ranges::any_of(value, [](std::byte byte) { return byte != std::byte{0}; }))
      elements.push_back(hex(key) + "=" + hex(value));
  }
  std::ranges::sort(elements);
  return elements;
}

/// The elements of a map, taken out of it.
std::vector<std::string> contents(Extension& extension, Map& map) {
  std::vector<std::string> elements;
  if (auto* queue = dynamic_cast<rex::host::QueueMap*>(&map)) {
    std::vector<std::byte> value(queue->definition().value_size);
    while (queue->pop(value) == 0) elements.push_back(hex(value));
  } else if (dynamic_cast<rex::host::RingbufMap*>(&map)) {
    for (const auto& record : extension.raw_records(map.name())) elements.push_back(hex(record));
  } else if (auto* keyed = dynamic_cast<rex::host::KeyedMap*>(&map);
             keyed && map.definition().type != BPF_MAP_TYPE_LRU_HASH) {
    elements = entries(*keyed);
  }
  return elements;
}

/// "numbers=1,2,3"
void push(Extension& extension, const std::string& input) {
  const std::size_t sign = input.find('=');
  if (sign == std::string::npos)
    throw std::invalid_argument("\"" + input + "\" is no QUEUE=NUMBER,NUMBER…");
  auto queue = extension.queue<std::int32_t>(input.substr(0, sign));
  std::istringstream numbers(input.substr(sign + 1));
  for (std::string number; std::getline(numbers, number, ',');) {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size())
      throw std::invalid_argument("\"" + number + "\" is no 32-bit number");
    queue.push(value);
  }
}

const char* name_of(Outcome::Kind kind) {
  switch (kind) {
    case Outcome::Kind::kReturned: return "returned";
    case Outcome::Kind::kPanicked: return "panicked";
    case Outcome::Kind::kSkipped: return "skipped";
  }
  return "";
}

void print(Extension& extension, const Case& wanted, const Outcome& outcome) {
  const rex::testing::Panic* panic = outcome.panic();
  std::string reason;
  if (panic)
    reason = std::to_string(panic->kind) + ", " + std::to_string(panic->first) + ", " +
             std::to_string(panic->second);
  std::string maps;
  for (const auto& map : extension.world().maps()) {
    std::string elements;
    for (const std::string& element : contents(extension, *map))
      elements += (elements.empty() ? "" : ", ") + quoted(element);
    maps += (maps.empty() ? "" : ", ") + quoted(map->name()) + ": [" + elements + "]";
  }
  std::printf(
      "{\"extension\": %s, \"program\": %s, \"outcome\": \"%s\", \"value\": %lld, \"panic\": %s, "
      "\"reason\": [%s], \"maps\": {%s}}\n",
      quoted(wanted.extension).c_str(), quoted(wanted.program).c_str(), name_of(outcome.kind()),
      static_cast<long long>(outcome.value()), quoted(panic ? panic->text() : "").c_str(),
      reason.c_str(), maps.c_str());
}

void run(const Case& wanted) {
  Extension extension(wanted.extension);
  for (const std::string& input : wanted.inputs) push(extension, input);
  const Outcome outcome = extension.fire(wanted.program);
  print(extension, wanted, outcome);
}

/// In a process of its own, so that a sanitizer's report ends this case only.
bool run_apart(const Case& wanted) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      run(wanted);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "rex: error: %s\n", error.what());
      std::_Exit(2);
    }
    std::fflush(stdout);
    std::_Exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status == 0) return true;
  std::printf("{\"extension\": %s, \"program\": %s, \"outcome\": \"failed\"}\n",
              quoted(wanted.extension).c_str(), quoted(wanted.program).c_str());
  return false;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto* image = rex::host::first_extension(); image; image = image->next)
    for (const auto& program : std::span(image->programs, image->program_count))
      if (std::string_view(program.hook) == "once")
        cases.push_back({image->name, program.name, {}});
  return cases;
}

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    Case wanted;
    words >> wanted.extension >> wanted.program;
    for (std::string input; words >> input;) wanted.inputs.push_back(input);
    if (!wanted.extension.empty()) cases.push_back(wanted);
  }
  return cases;
}

}  // namespace

int main(int argc, char**) {
  bool all_ended = true;
  for (const Case& wanted : argc > 1 ? read_cases() : all_cases())
    all_ended = run_apart(wanted) && all_ended;
  return all_ended ? 0 : 1;
}
