// SPDX-License-Identifier: GPL-2.0-only
// Each map: what programs do with it, and that user space sees the same.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <numeric>

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

TEST_F(Map, QueueAndStack) { EXPECT_EQ(fault("queue_and_stack"), 0); }

}  // namespace
}  // namespace rex::test
