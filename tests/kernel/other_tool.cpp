// SPDX-License-Identifier: GPL-2.0-only
#include "other_tool.hpp"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <gtest/gtest.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "support.hpp"

namespace rex::test {

OtherTool::OtherTool(OtherTool&& other) noexcept
    : map_(std::exchange(other.map_, -1)),
      program_(std::exchange(other.program_, -1)),
      link_(std::exchange(other.link_, -1)),
      error_(other.error_) {}

OtherTool::~OtherTool() {
  for (const int fd : {link_, program_, map_})
    if (fd >= 0) close(fd);
}

void OtherTool::load(int type, int attach_type, int attach_id) {
  map_ = bpf_map_create(BPF_MAP_TYPE_ARRAY, "other", 4, 8, 1, nullptr);
  ASSERT_GE(map_, 0);
  const bpf_insn code[] = {// r1 = the address of the map's first value; r2 = 1; *r1 += r2; return 0
                           {BPF_LD | BPF_DW | BPF_IMM, BPF_REG_1, BPF_PSEUDO_MAP_VALUE, 0, map_},
                           {0, 0, 0, 0, 0},
                           {BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_2, 0, 0, 1},
                           {BPF_STX | BPF_ATOMIC | BPF_DW, BPF_REG_1, BPF_REG_2, 0, BPF_ADD},
                           {BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_0, 0, 0, 0},
                           {BPF_JMP | BPF_EXIT, 0, 0, 0, 0}};
  bpf_prog_load_opts options{};
  options.sz = sizeof options;
  options.expected_attach_type = static_cast<bpf_attach_type>(attach_type);
  options.attach_btf_id = static_cast<std::uint32_t>(attach_id);
  program_ = bpf_prog_load(static_cast<bpf_prog_type>(type), "other", "GPL", code, std::size(code),
                           &options);
  ASSERT_GE(program_, 0) << errno;
}

OtherTool OtherTool::tracing(const std::string& function, int attach_type) {
  OtherTool tool;
  const int id =
      libbpf_find_vmlinux_btf_id(function.c_str(), static_cast<bpf_attach_type>(attach_type));
  tool.load(BPF_PROG_TYPE_TRACING, attach_type, id);
  tool.link_ = bpf_raw_tracepoint_open(nullptr, tool.program_);
  if (tool.link_ < 0) tool.error_ = errno;
  return tool;
}

OtherTool OtherTool::fentry(const std::string& function) {
  return tracing(function, BPF_TRACE_FENTRY);
}

OtherTool OtherTool::fexit(const std::string& function) {
  return tracing(function, BPF_TRACE_FEXIT);
}

OtherTool OtherTool::raw_tracepoint(const std::string& name) {
  OtherTool tool;
  tool.load(BPF_PROG_TYPE_RAW_TRACEPOINT, 0, 0);
  tool.link_ = bpf_raw_tracepoint_open(name.c_str(), tool.program_);
  if (tool.link_ < 0) tool.error_ = errno;
  return tool;
}

OtherTool OtherTool::kprobe(const std::string& function) {
  OtherTool tool;
  tool.load(BPF_PROG_TYPE_KPROBE, 0, 0);
  perf_event_attr attribute{};
  attribute.size = sizeof attribute;
  attribute.type = static_cast<std::uint32_t>(
      std::stoul(read_file("/sys/bus/event_source/devices/kprobe/type")));
  attribute.config1 = reinterpret_cast<std::uintptr_t>(function.c_str());
  tool.link_ =
      static_cast<int>(syscall(SYS_perf_event_open, &attribute, -1, 0, -1, PERF_FLAG_FD_CLOEXEC));
  if (tool.link_ < 0 || ioctl(tool.link_, PERF_EVENT_IOC_SET_BPF, tool.program_) != 0 ||
      ioctl(tool.link_, PERF_EVENT_IOC_ENABLE, 0) != 0)
    tool.error_ = errno;
  return tool;
}

std::uint64_t OtherTool::count() const {
  const std::uint32_t key = 0;
  std::uint64_t value = 0;
  EXPECT_EQ(bpf_map_lookup_elem(map_, &key, &value), 0);
  return value;
}

}  // namespace rex::test
