// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The kernel exports addresses of BPF helpers to BPF programs only.  So this file builds a
// program that uses each; the kernel's verifier writes the addresses into it, the runtime
// reads them there.  The program is never attached.
//
// A new helper in REX_KERNEL_HELPERS needs a call_<helper>() here, and nothing else.
#include "setup.hpp"

#include <bpf/bpf.h>
#include <fmt/core.h>
#include <linux/bpf.h>

#include <array>
#include <vector>

#include "failure.hpp"
#include "kernel_log.hpp"

namespace rex::internal {

namespace {

// BPF instruction codes name parts whose value is 0.
// NOLINTBEGIN(misc-redundant-expression)
constexpr int kLoadImmediate = BPF_LD | BPF_DW | BPF_IMM;
constexpr int kStoreImmediate = BPF_ST | BPF_MEM | BPF_DW;
constexpr int kSetImmediate = BPF_ALU64 | BPF_MOV | BPF_K;
constexpr int kAddImmediate = BPF_ALU64 | BPF_ADD | BPF_K;
constexpr int kCopyRegister = BPF_ALU64 | BPF_MOV | BPF_X;
// NOLINTEND(misc-redundant-expression)

/// Instructions of a BPF program, and what they refer to.
class SetupProgram {
 public:
  /// Keeps the context throughout.
  static constexpr std::uint8_t kContext = BPF_REG_7;

  /// ld_imm64: a 64-bit constant, or what a pseudo register makes of it.
  void load(std::uint8_t to, std::uint8_t pseudo, std::uint32_t value) {
    add(kLoadImmediate, to, pseudo, 0, static_cast<std::int32_t>(value));
    add(0, 0, 0, 0, 0);
  }
  void set(std::uint8_t to, std::int32_t value) { add(kSetImmediate, to, 0, 0, value); }
  void point_to_stack(std::uint8_t to, std::int32_t bytes) {
    copy(to, BPF_REG_10);
    add(kAddImmediate, to, 0, 0, -bytes);
  }
  /// Zeroes 8 bytes of stack and points a register at them.
  void point_to_zero(std::uint8_t to) {
    add(kStoreImmediate, BPF_REG_10, 0, -8, 0);
    point_to_stack(to, 8);
  }
  void copy(std::uint8_t to, std::uint8_t from) { add(kCopyRegister, to, from, 0, 0); }
  /// Leaves out instructions if a register is zero.
  void skip_if_zero(std::uint8_t tested, std::int16_t instructions) {
    add(BPF_JMP | BPF_JEQ | BPF_K, tested, 0, instructions, 0);
  }
  void call(std::int32_t helper) { add(BPF_JMP | BPF_CALL, 0, 0, 0, helper); }
  void exit() {
    set(BPF_REG_0, 0);
    add(BPF_JMP | BPF_EXIT, 0, 0, 0, 0);
  }
  /// Keeps a map open until the program is loaded; -1 with errno where there is none.
  int add_map(bpf_map_type type, std::uint32_t key, std::uint32_t value, std::uint32_t entries) {
    maps_.emplace_back(bpf_map_create(type, "rex_setup", key, value, entries, nullptr));
    return maps_.back().get();
  }
  const std::vector<bpf_insn>& instructions() const { return instructions_; }

 private:
  void add(int code, std::uint8_t to, std::uint8_t from, std::int16_t offset, std::int32_t value) {
    bpf_insn instruction{};
    instruction.code = static_cast<std::uint8_t>(code);
    instruction.dst_reg = to & 0xf;
    instruction.src_reg = from & 0xf;
    instruction.off = offset;
    instruction.imm = value;
    instructions_.push_back(instruction);
  }

  std::vector<bpf_insn> instructions_;
  std::vector<FileDescriptor> maps_;
};

std::unexpected<Error> refused(std::string_view what, int number, std::string details = {}) {
  if (number == EPERM || number == EACCES)
    return failure(
        ErrorCode::kNotPermitted, "runtime setup", fmt::format("{} is not permitted", what),
        "run as root, outside a container, and not under kernel lockdown", std::move(details));
  return failure(ErrorCode::kKernelUnsupported, "runtime setup",
                 fmt::format("{} failed: {}", what, errno_text(number)),
                 "use a kernel that Rex supports (6.1 or 6.12), with CONFIG_BPF_SYSCALL",
                 std::move(details));
}

/// bpf_ringbuf_output(map, data, size, flags)
Result<void> call_ringbuf_output(SetupProgram& program) {
  constexpr std::uint32_t kOnePage = 4096;
  const int map = program.add_map(BPF_MAP_TYPE_RINGBUF, 0, 0, kOnePage);
  if (map < 0) return refused("creating a ring buffer", errno);
  program.load(BPF_REG_1, BPF_PSEUDO_MAP_FD, static_cast<std::uint32_t>(map));
  program.point_to_zero(BPF_REG_2);
  program.set(BPF_REG_3, 8);
  program.set(BPF_REG_4, 0);
  program.call(BPF_FUNC_ringbuf_output);
  return {};
}

/// bpf_ringbuf_reserve(map, size, flags), and what ends a record: bpf_ringbuf_submit(record, flags)
/// or bpf_ringbuf_discard(record, flags).  The verifier wants both halves.
Result<void> call_ringbuf_record(SetupProgram& program, std::int32_t end) {
  constexpr std::uint32_t kOnePage = 4096;
  const int map = program.add_map(BPF_MAP_TYPE_RINGBUF, 0, 0, kOnePage);
  if (map < 0) return refused("creating a ring buffer", errno);
  program.load(BPF_REG_1, BPF_PSEUDO_MAP_FD, static_cast<std::uint32_t>(map));
  program.set(BPF_REG_2, 8);
  program.set(BPF_REG_3, 0);
  program.call(BPF_FUNC_ringbuf_reserve);
  program.skip_if_zero(BPF_REG_0, 3);
  program.copy(BPF_REG_1, BPF_REG_0);
  program.set(BPF_REG_2, 0);
  program.call(end);
  return {};
}
/// With either of the two below.
Result<void> call_ringbuf_reserve(SetupProgram&) { return {}; }
Result<void> call_ringbuf_submit(SetupProgram& program) {
  return call_ringbuf_record(program, BPF_FUNC_ringbuf_submit);
}
Result<void> call_ringbuf_discard(SetupProgram& program) {
  return call_ringbuf_record(program, BPF_FUNC_ringbuf_discard);
}

/// bpf_get_stackid(context, map, flags)
Result<void> call_get_stackid_raw_tp(SetupProgram& program) {
  const int map = program.add_map(BPF_MAP_TYPE_STACK_TRACE, 4, 8, 1);
  if (map < 0) return refused("creating a stack trace map", errno);
  program.copy(BPF_REG_1, SetupProgram::kContext);
  program.load(BPF_REG_2, BPF_PSEUDO_MAP_FD, static_cast<std::uint32_t>(map));
  program.set(BPF_REG_3, 0);
  program.call(BPF_FUNC_get_stackid);
  return {};
}

/// bpf_perf_event_output(context, map, flags, data, size)
Result<void> call_perf_event_output_raw_tp(SetupProgram& program) {
  const int map = program.add_map(BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 1);
  if (map < 0) return refused("creating a perf event array", errno);
  program.copy(BPF_REG_1, SetupProgram::kContext);
  program.load(BPF_REG_2, BPF_PSEUDO_MAP_FD, static_cast<std::uint32_t>(map));
  program.set(BPF_REG_3, 0);
  program.point_to_zero(BPF_REG_4);
  program.set(BPF_REG_5, 8);
  program.call(BPF_FUNC_perf_event_output);
  return {};
}

/// bpf_perf_event_read_value(map, flags, value, size)
Result<void> call_perf_event_read_value(SetupProgram& program) {
  const int map = program.add_map(BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 1);
  if (map < 0) return refused("creating a perf event array", errno);
  program.load(BPF_REG_1, BPF_PSEUDO_MAP_FD, static_cast<std::uint32_t>(map));
  program.set(BPF_REG_2, 0);
  program.point_to_stack(BPF_REG_3, sizeof(bpf_perf_event_value));
  program.set(BPF_REG_4, sizeof(bpf_perf_event_value));
  program.call(BPF_FUNC_perf_event_read_value);
  return {};
}

/// bpf_probe_read_{kernel,user}_str(to, size, address)
Result<void> call_read_text(SetupProgram& program, std::int32_t helper) {
  program.point_to_zero(BPF_REG_1);
  program.set(BPF_REG_2, 8);
  program.set(BPF_REG_3, 0);
  program.call(helper);
  return {};
}
Result<void> call_probe_read_kernel_str(SetupProgram& program) {
  return call_read_text(program, BPF_FUNC_probe_read_kernel_str);
}
Result<void> call_probe_read_user_str(SetupProgram& program) {
  return call_read_text(program, BPF_FUNC_probe_read_user_str);
}

/// bpf_get_prandom_u32(), by the name of its function
Result<void> call_user_rnd_u32(SetupProgram& program) {
  program.call(BPF_FUNC_get_prandom_u32);
  return {};
}

}  // namespace

Result<void> set_up_runtime(const Control& control, const KernelTypes& types) {
  if (control.info().ready != 0) return {};

  SetupProgram program;
  program.copy(SetupProgram::kContext, BPF_REG_1);
  const auto guard = types.variable_id("bpf_prog_active");
  if (!guard) return std::unexpected(guard.error());
  program.load(BPF_REG_6, BPF_PSEUDO_BTF_ID, *guard);
#define REX_KERNEL_HELPER(name) \
  if (auto result = call_##name(program); !result) return result;
  REX_KERNEL_HELPERS(REX_KERNEL_HELPER)
#undef REX_KERNEL_HELPER
  program.exit();

  rex_setup setup{};
#define REX_KERNEL_FIELD(structure, field)                              \
  if (auto offset = types.field_offset(#structure, #field, 0); !offset) \
    return pass_on(std::move(offset));                                  \
  else                                                                  \
    setup.field_offsets[REX_KERNEL_FIELD_##structure##__##field] = *offset;
  REX_KERNEL_FIELDS(REX_KERNEL_FIELD)
#undef REX_KERNEL_FIELD

  std::array<char, 16384> log{};
  bpf_prog_load_opts options{};
  options.sz = sizeof options;
  options.log_buf = log.data();
  options.log_size = log.size();
  const FileDescriptor loaded(bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "rex_setup", "GPL",
                                            program.instructions().data(),
                                            program.instructions().size(), &options));
  if (!loaded.is_open()) return refused("loading a BPF program", errno, log.data());

  KernelLog kernel_log;
  setup.prog_fd = loaded.get();
  if (const int result = control.call(REX_IOC_SETUP, setup); result < 0)
    return failure(
        ErrorCode::kKernelUnsupported, "runtime setup",
        fmt::format("rex.ko does not find the kernel's BPF helpers: {}", errno_text(-result)),
        "set net.core.bpf_jit_harden to 1 or 0 while the first extension is loaded",
        kernel_log.messages({"rex:"}));
  return {};
}

}  // namespace rex::internal
