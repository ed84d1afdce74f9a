// SPDX-License-Identifier: GPL-2.0-only
#include "object_fixture.hpp"

#include <linux/bpf.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <iostream>

#include "verify.hpp"

namespace rex::test {

using internal::ElfFile;
using internal::ElfRelocation;
using internal::ElfSection;
using internal::ElfSymbol;

namespace {

void set_data(ElfSection& section, const void* bytes, std::size_t size) {
  const auto* begin = static_cast<const std::byte*>(bytes);
  section.data.assign(begin, begin + size);
  section.size = size;
}

std::uint32_t add_symbol(ElfFile& elf, const char* name, std::uint8_t type, std::int32_t section,
                         std::uint64_t value, std::uint64_t size) {
  ElfSymbol& symbol = elf.symbols.emplace_back();
  symbol.name = name;
  symbol.binding = STB_GLOBAL;
  symbol.type = type;
  symbol.section = section;
  symbol.value = value;
  symbol.size = size;
  return static_cast<std::uint32_t>(elf.symbols.size() - 1);
}

// Four functions of 32 bytes each.  The instructions only have to look right to the verifier,
// which reads the opcodes of calls and jumps.
constexpr std::size_t kFunctionSize = 32;

struct Text {
  std::vector<unsigned char> bytes;
  std::vector<ElfRelocation> relocations;

  void put(std::initializer_list<unsigned char> code) { bytes.insert(bytes.end(), code); }
  void refer(std::uint32_t type, std::uint32_t symbol, std::int64_t addend) {
    relocations.push_back({bytes.size(), type, symbol, addend});
    put({0, 0, 0, 0});
  }
  void call(std::uint32_t symbol) {
    put({0xe8});
    refer(R_X86_64_PLT32, symbol, -4);
  }
  void jump(std::uint32_t symbol) {
    put({0xe9});
    refer(R_X86_64_PLT32, symbol, -4);
  }
  void pad() { bytes.resize((bytes.size() + kFunctionSize - 1) / kFunctionSize * kFunctionSize); }
};

}  // namespace

std::string sample_manifest() {
  return R"({"format":1,"name":"sample","abi_version":)" + std::to_string(REX_ABI_VERSION) +
         R"(,"rex_version":"0.1.0","compiler":"none","source":"sample.cpp",)"
         R"("license":"GPL-2.0-only","programs":[)"
         R"({"name":"count","hook":"kprobe","target":"write_null","file":"sample.cpp","line":3},)"
         R"({"name":"first","hook":"once","target":"","file":"sample.cpp","line":9}],)"
         R"("maps":[{"name":"pids","type":"queue","key_size":0,"value_size":4,"max_entries":16,)"
         R"("flags":0,"key":null,"value":{"kind":"int","name":"i32","size":4,"signed":true},)"
         R"("file":"sample.cpp","line":1}]})";
}

ElfFile sample_object() {
  enum : std::int32_t { kText, kData, kRodata, kManifest };
  ElfFile elf;
  elf.sections.resize(4);
  elf.symbols.emplace_back();  // ELF's null symbol

  ElfSymbol& file = elf.symbols.emplace_back();
  file.name = "sample.cpp";
  file.type = STT_FILE;
  file.section = ElfSymbol::kAbsolute;
  ElfSymbol& rodata_symbol = elf.symbols.emplace_back();
  rodata_symbol.type = STT_SECTION;
  rodata_symbol.section = kRodata;
  const std::uint32_t constants = 2;

  const auto undefined = [&](const char* name) {
    return add_symbol(elf, name, STT_NOTYPE, ElfSymbol::kUndefined, 0, 0);
  };
  const std::uint32_t queue_pop = undefined("rex_queue_pop");
  const std::uint32_t fuel = undefined("rex_fuel");
  const std::uint32_t utime = undefined("rex_kernel:offset:u64:task_struct:utime");
  const std::uint32_t thunk = undefined("__x86_return_thunk");
  const std::uint32_t init = undefined("rex_extension_init");
  const std::uint32_t exit = undefined("rex_extension_exit");
  const std::uint32_t image = undefined("rex_extension");
  const std::uint32_t map =
      add_symbol(elf, "rex_sample__pids", STT_OBJECT, kData, 0, sizeof(rex_map));

  Text text;
  const auto function = [&](const char* name) {
    text.pad();
    add_symbol(elf, name, STT_FUNC, kText, text.bytes.size(), kFunctionSize);
  };
  function("rex_sample__count");
  text.put({0x48, 0xc7, 0xc7});  // mov $map, %rdi
  text.refer(R_X86_64_32S, map, 0);
  text.call(queue_pop);
  text.put({0x65, 0x48, 0xff, 0x0d});  // decq %gs:rex_fuel(%rip)
  text.refer(R_X86_64_PC32, fuel, -4);
  text.jump(thunk);
  function("rex_sample__first");
  text.put({0x48, 0x8b, 0x80});  // mov utime(%rax), %rax
  text.refer(R_X86_64_32S, utime, 0);
  text.put({0x48, 0xc7, 0xc7});  // mov $constant, %rdi
  text.refer(R_X86_64_32S, constants, 0);
  text.jump(thunk);
  function("init_module");
  text.put({0x48, 0xc7, 0xc7});
  text.refer(R_X86_64_32S, image, 0);
  text.call(init);
  text.jump(thunk);
  function("cleanup_module");
  text.put({0x48, 0xc7, 0xc7});
  text.refer(R_X86_64_32S, image, 0);
  text.call(exit);
  text.jump(thunk);
  text.pad();

  elf.sections[kText].name = internal::kTextSection;
  elf.sections[kText].flags = SHF_ALLOC | SHF_EXECINSTR;
  elf.sections[kText].alignment = 16;
  elf.sections[kText].relocations = text.relocations;
  set_data(elf.sections[kText], text.bytes.data(), text.bytes.size());

  const rex_map body = {BPF_MAP_TYPE_QUEUE, 0, 4, 16, 0, -1, 0, 0};
  elf.sections[kData].name = ".data";
  elf.sections[kData].flags = SHF_ALLOC | SHF_WRITE;
  elf.sections[kData].alignment = 8;
  set_data(elf.sections[kData], &body, sizeof body);

  elf.sections[kRodata].name = ".rodata";
  elf.sections[kRodata].flags = SHF_ALLOC;
  elf.sections[kRodata].alignment = 8;
  elf.sections[kRodata].relocations = {{0, R_X86_64_64, constants, 8}};
  set_data(elf.sections[kRodata], "\0\0\0\0\0\0\0\0hello\0\0", 16);

  const std::string manifest = sample_manifest();
  elf.sections[kManifest].name = internal::kManifestSection;
  set_data(elf.sections[kManifest], manifest.data(), manifest.size());
  return elf;
}

std::vector<std::byte> bytes_of(const ElfFile& elf) {
  const int fd = ::memfd_create("object", MFD_CLOEXEC);
  if (auto written = internal::write_elf(elf, fd, "object"); !written) {
    std::cerr << written.error().summary << '\n';
    std::abort();
  }
  std::vector<std::byte> bytes(static_cast<std::size_t>(::lseek(fd, 0, SEEK_END)));
  if (::pread(fd, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    std::abort();
  ::close(fd);
  return bytes;
}

std::uint32_t index_of(const ElfFile& elf, std::string_view symbol) {
  const ElfSymbol* found = elf.find_global(symbol);
  if (!found) std::abort();
  return static_cast<std::uint32_t>(found - elf.symbols.data());
}

Result<Object> open_object(const ElfFile& elf) {
  return Object::parse(bytes_of(elf), "sample.rex");
}

}  // namespace rex::test
