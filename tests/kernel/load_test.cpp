// SPDX-License-Identifier: GPL-2.0-only
// Damaged objects are refused before anything reaches the kernel, or by it: never half loaded.
#include <elf.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "support.hpp"

namespace rex::test {
namespace {

std::string object_bytes(std::string_view name) {
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  return read_file(folder / (std::string(name) + ".rex"));
}

// Loads bytes as an object; the summary of the refusal, "" where there is none.
std::string refusal(const std::string& bytes) {
  const std::string path = "/tmp/damaged.rex";
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  const auto extension = Extension::load(path);
  return extension ? std::string() : extension.error().summary;
}

void replace(std::string& bytes, std::string_view from, std::string_view to) {
  ASSERT_EQ(from.size(), to.size());
  const std::size_t at = bytes.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
}

TEST(Damaged, NothingIsWrongWithTheUndamagedObject) {
  EXPECT_EQ(refusal(object_bytes("probes")), "");
}

TEST(Damaged, TruncatedAnywhere) {
  const std::string bytes = object_bytes("probes");
  for (std::size_t size = 0; size < bytes.size(); size += bytes.size() / 37 + 1)
    EXPECT_NE(refusal(bytes.substr(0, size)), "") << size << " bytes of " << bytes.size();
  EXPECT_TRUE(extension_modules().empty());
}

TEST(Damaged, AnotherAbiVersion) {
  std::string bytes = object_bytes("probes");
  replace(bytes, "\"abi_version\":1", "\"abi_version\":9");
  EXPECT_NE(refusal(bytes).find("ABI version"), std::string::npos) << refusal(bytes);
  EXPECT_TRUE(extension_modules().empty());
}

TEST(Damaged, AnUndefinedSymbol) {
  std::string bytes = object_bytes("probes");
  std::string name("\0rex_queue_push", 15);
  std::string other("\0do_exit_no_way", 15);
  replace(bytes, name, other);
  EXPECT_NE(refusal(bytes).find("do_exit_no_way"), std::string::npos) << refusal(bytes);
  EXPECT_TRUE(extension_modules().empty());
}

TEST(Damaged, WritableText) {
  std::string bytes = object_bytes("probes");
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  int changed = 0;
  for (int i = 0; i < header.e_shnum; ++i) {
    Elf64_Shdr section;
    char* place = bytes.data() + header.e_shoff + i * sizeof section;
    std::memcpy(&section, place, sizeof section);
    if ((section.sh_flags & SHF_EXECINSTR) == 0) continue;
    section.sh_flags |= SHF_WRITE;
    std::memcpy(place, &section, sizeof section);
    ++changed;
  }
  ASSERT_GT(changed, 0);
  EXPECT_NE(refusal(bytes).find("writable"), std::string::npos) << refusal(bytes);
  EXPECT_TRUE(extension_modules().empty());
}

}  // namespace
}  // namespace rex::test
