// SPDX-License-Identifier: GPL-2.0-only
// A portable object from anywhere: read, checked, and where it is accepted written and read again.
#include <cstdint>
#include <cstdlib>

#include "../objects/object_fixture.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto* bytes = reinterpret_cast<const std::byte*>(data);
  const auto object = rex::Object::parse({bytes, bytes + size}, "input.rex");
  if (!object) return object.error().summary.empty() ? std::abort(), 0 : 0;
  // What was accepted must survive our own writer.
  if (!rex::Object::parse(rex::test::bytes_of(object->elf()), "again.rex")) std::abort();
  return 0;
}
