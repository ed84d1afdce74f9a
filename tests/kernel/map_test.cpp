// SPDX-License-Identifier: GPL-2.0-only
// Each map: what programs do with it, and that user space sees the same.
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <numeric>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

class Map : public testing::Test {
 protected:
  int fd(std::string_view name) { return extension.map(name)->fd(); }

  // Where the program found something wrong; 0 for nothing.
  std::int64_t fault(std::string_view program) { return extension.run(program).value(); }

  Extension extension = load("maps");
};

TEST_F(Map, Array) {
  EXPECT_EQ(fault("array"), 0);
  struct {
    std::uint32_t x, y;
    std::uint64_t z;
  } point{};
  std::uint32_t index = 4;
  ASSERT_EQ(bpf_map_lookup_elem(fd("points"), &index, &point), 0);
  EXPECT_EQ(point.x, 1u);
  EXPECT_EQ(point.z, 3u);

  index = 2;
  std::uint64_t value = 1234;
  ASSERT_EQ(bpf_map_update_elem(fd("counters"), &index, &value, BPF_ANY), 0);
  push(extension, "input", 2);
  EXPECT_EQ(extension.run("array_at").value(), 1234);
  for (const std::int32_t outside : {3, 4, -1, 2147483647}) {
    push(extension, "input", outside);
    EXPECT_EQ(extension.run("array_at").value(), -1) << outside;
  }
}

TEST_F(Map, PerCpuArray) {
  EXPECT_EQ(fault("percpu_array"), 0);
  std::vector<std::uint64_t> values(static_cast<std::size_t>(libbpf_num_possible_cpus()));
  const std::uint32_t index = 2;
  ASSERT_EQ(bpf_map_lookup_elem(fd("cpu_counters"), &index, values.data()), 0);
  EXPECT_EQ(std::accumulate(values.begin(), values.end(), 0u), 3u) << "on one CPU only";
}

TEST_F(Map, Hash) {
  EXPECT_EQ(fault("hash"), 0);
  const std::uint32_t key = 77;
  const std::uint64_t value = 7;
  ASSERT_EQ(bpf_map_update_elem(fd("totals"), &key, &value, BPF_ANY), 0);
}

TEST_F(Map, HashEntries) { EXPECT_EQ(fault("hash_entries"), 0); }

TEST_F(Map, PerCpuHash) {
  EXPECT_EQ(fault("percpu_hash"), 0);
  std::vector<std::uint64_t> values(static_cast<std::size_t>(libbpf_num_possible_cpus()));
  const std::uint32_t key = 1;
  ASSERT_EQ(bpf_map_lookup_elem(fd("cpu_totals"), &key, values.data()), 0);
  EXPECT_EQ(std::accumulate(values.begin(), values.end(), 0u), 42u) << "on one CPU only";
  // What the kernel copies beyond a value of 4 bytes is zero.
  ASSERT_EQ(bpf_map_lookup_elem(fd("cpu_places"), &key, values.data()), 0);
  EXPECT_EQ(std::accumulate(values.begin(), values.end(), std::uint64_t{0}) >> 32, 0u);
}

TEST_F(Map, LruHash) { EXPECT_EQ(fault("lru_hash"), 0); }

TEST_F(Map, LpmTrie) {
  EXPECT_EQ(fault("lpm_trie"), 0);
  struct {
    std::uint32_t length;
    std::uint8_t data[4];
  } key{32, {10, 9, 8, 7}};
  std::uint32_t value = 0;
  ASSERT_EQ(bpf_map_lookup_elem(fd("routes"), &key, &value), 0);
  EXPECT_EQ(value, 8u);
}

std::string dump(int fd) {
  bpf_map_info info{};
  std::uint32_t size = sizeof info;
  EXPECT_EQ(bpf_obj_get_info_by_fd(fd, &info, &size), 0);
  const std::string command = "bpftool map dump id " + std::to_string(info.id) + " >/tmp/dump 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
  return read_file("/tmp/dump");
}

TEST_F(Map, FieldsAreDumpedByName) {
  ASSERT_EQ(fault("hash"), 0);
  const std::string places = dump(fd("places"));
  for (const char* field : {"number", "letter", "digit", "\"x\"", "\"y\"", "\"z\""})
    EXPECT_NE(places.find(field), std::string::npos) << field << " in " << places;
  ASSERT_EQ(fault("lpm_trie"), 0);
  EXPECT_NE(dump(fd("routes")).find("length"), std::string::npos);
  ASSERT_EQ(fault("array"), 0);
  EXPECT_NE(dump(fd("points")).find("\"x\""), std::string::npos);
  ASSERT_EQ(fault("percpu_array"), 0);
  EXPECT_NE(dump(fd("cpu_names")).find("letter"), std::string::npos);
  ASSERT_EQ(fault("lru_hash"), 0);
  EXPECT_NE(dump(fd("recent")).find("\"key\""), std::string::npos);
  ASSERT_EQ(fault("percpu_hash"), 0);
  EXPECT_NE(dump(fd("cpu_places")).find("\"cpu\""), std::string::npos);
}

// An ordinary BPF program changes a value that the extension then reads.
TEST_F(Map, IsSharedWithAnOrdinaryBpfProgram) {
  const auto instruction = [](int code, int to, int from, std::int16_t offset, std::int32_t value) {
    bpf_insn result{};
    result.code = static_cast<std::uint8_t>(code);
    result.dst_reg = static_cast<std::uint8_t>(to) & 0xf;
    result.src_reg = static_cast<std::uint8_t>(from) & 0xf;
    result.off = offset;
    result.imm = value;
    return result;
  };
  // *(u32 *)(r10 - 4) = 2; *(u64 *)(r10 - 16) = 55; bpf_map_update_elem(counters, key, value, 0)
  const bpf_insn program[] = {
      instruction(BPF_ST | BPF_MEM | BPF_W, BPF_REG_10, 0, -4, 2),
      instruction(BPF_ST | BPF_MEM | BPF_DW, BPF_REG_10, 0, -16, 55),
      instruction(BPF_LD | BPF_DW | BPF_IMM, BPF_REG_1, BPF_PSEUDO_MAP_FD, 0, fd("counters")),
      instruction(0, 0, 0, 0, 0),
      instruction(BPF_ALU64 | BPF_MOV | BPF_X, BPF_REG_2, BPF_REG_10, 0, 0),
      instruction(BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_2, 0, 0, -4),
      instruction(BPF_ALU64 | BPF_MOV | BPF_X, BPF_REG_3, BPF_REG_10, 0, 0),
      instruction(BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_3, 0, 0, -16),
      instruction(BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_4, 0, 0, BPF_ANY),
      instruction(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_map_update_elem),
      instruction(BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_0, 0, 0, 0),
      instruction(BPF_JMP | BPF_EXIT, 0, 0, 0, 0)};
  const int loaded = bpf_prog_load(BPF_PROG_TYPE_SOCKET_FILTER, "sharer", "GPL", program,
                                   std::size(program), nullptr);
  ASSERT_GE(loaded, 0);
  char packet[64]{};
  bpf_test_run_opts run{};
  run.sz = sizeof run;
  run.data_in = packet;
  run.data_size_in = sizeof packet;
  ASSERT_EQ(bpf_prog_test_run_opts(loaded, &run), 0);
  push(extension, "input", 2);
  EXPECT_EQ(extension.run("array_at").value(), 55);
  close(loaded);
}

// A pinned map is made by the first extension and used by the second, which sees its values.
TEST_F(Map, IsSharedByItsPin) {
  std::system("mkdir -p /sys/fs/bpf; mount -t bpf bpf /sys/fs/bpf 2>/dev/null");
  const std::string pin = "/sys/fs/bpf/rex_totals";
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  LoadOptions options;
  options.maps["counters"].pin = pin;
  {
    auto first = Extension::load(folder / "maps.rex", options);
    ASSERT_TRUE(first.has_value()) << first.error().summary;
    ASSERT_EQ(first->run("array").value(), 0);
  }
  auto second = Extension::load(folder / "maps.rex", options);
  ASSERT_TRUE(second.has_value()) << second.error().summary;
  push(*second, "input", 1);
  EXPECT_EQ(second->run("array_at").value(), 9);

  // Another map is refused by what differs.
  LoadOptions other;
  other.maps["points"].pin = pin;
  const auto refused = Extension::load(folder / "maps.rex", other);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kMapCreationFailed);
  EXPECT_NE(refused.error().summary.find(pin), std::string::npos) << refused.error().summary;
  unlink(pin.c_str());
}

TEST_F(Map, IsPinnedByRexRun) {
  const std::string pin = "/sys/fs/bpf/rex_counters";
  const std::string run = "cd /opt/rex/tests && rex run --once array --pin ";
  EXPECT_EQ(output_of(run + "counters=" + pin + " maps.rex 2>&1"), "0\n");
  EXPECT_NE(output_of("bpftool map show pinned " + pin).find("name counters"), std::string::npos);
  EXPECT_NE(output_of(run + "points=" + pin + " maps.rex 2>&1").find("declare both alike"),
            std::string::npos);
  EXPECT_NE(output_of(run + "points maps.rex 2>&1").find("give MAP=PATH"), std::string::npos);
  EXPECT_NE(output_of(run + "none=" + pin + " maps.rex 2>&1").find("has no map none"),
            std::string::npos);
  unlink(pin.c_str());
}

TEST_F(Map, IsSharedByItsDescriptor) {
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  LoadOptions options;
  options.maps["counters"].fd = fd("counters");
  auto other = Extension::load(folder / "maps.rex", options);
  ASSERT_TRUE(other.has_value()) << other.error().summary;
  ASSERT_EQ(other->run("array").value(), 0);
  push(extension, "input", 1);
  EXPECT_EQ(extension.run("array_at").value(), 9);
}

// An extension would overwrite what the kernel keeps in such values.
TEST_F(Map, WithALockOfTheKernelIsRefused) {
  btf* types = btf__new_empty();
  const int word = btf__add_int(types, "u32", 4, 0);
  const int lock = btf__add_struct(types, "bpf_spin_lock", 4);
  btf__add_field(types, "val", word, 0, 0);
  const int value = btf__add_struct(types, "locked", 8);
  btf__add_field(types, "lock", lock, 0, 0);
  btf__add_field(types, "value", word, 32, 0);
  ASSERT_EQ(btf__load_into_kernel(types), 0);
  bpf_map_create_opts create{};
  create.sz = sizeof create;
  create.btf_fd = static_cast<std::uint32_t>(btf__fd(types));
  create.btf_key_type_id = static_cast<std::uint32_t>(word);
  create.btf_value_type_id = static_cast<std::uint32_t>(value);
  const int map = bpf_map_create(BPF_MAP_TYPE_ARRAY, "locked", 4, 8, 3, &create);
  ASSERT_GE(map, 0);
  LoadOptions options;
  options.maps["counters"].fd = map;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  EXPECT_FALSE(Extension::load(folder / "maps.rex", options).has_value());
  close(map);
  btf__free(types);
}

TEST_F(Map, QueueAndStack) { EXPECT_EQ(fault("queue_and_stack"), 0); }

}  // namespace
}  // namespace rex::test
