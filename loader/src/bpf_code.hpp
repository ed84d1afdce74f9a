// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Instructions of a BPF program, written one by one: the target needs no compiler.
#pragma once

#include <linux/bpf.h>

#include <cstdint>
#include <vector>

namespace rex::internal {

// BPF instruction codes name parts whose value is 0.
// NOLINTBEGIN(misc-redundant-expression)
class BpfCode {
 public:
  /// to = value
  void set(std::uint8_t to, std::int32_t value) {
    add(BPF_ALU64 | BPF_MOV | BPF_K, to, 0, 0, value);
  }
  /// to = from
  void copy(std::uint8_t to, std::uint8_t from) {
    add(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0);
  }
  /// to += value
  void add_to(std::uint8_t to, std::int32_t value) {
    add(BPF_ALU64 | BPF_ADD | BPF_K, to, 0, 0, value);
  }
  /// to &= value
  void and_with(std::uint8_t to, std::int32_t value) {
    add(BPF_ALU64 | BPF_AND | BPF_K, to, 0, 0, value);
  }
  /// to = *(u64 *)(from + offset)
  void load(std::uint8_t to, std::uint8_t from, std::int16_t offset) {
    add(BPF_LDX | BPF_MEM | BPF_DW, to, from, offset, 0);
  }
  /// *(u64 *)(to + offset) = from
  void store(std::uint8_t to, std::int16_t offset, std::uint8_t from) {
    add(BPF_STX | BPF_MEM | BPF_DW, to, from, offset, 0);
  }
  /// A map's address; two instructions.
  void load_map(std::uint8_t to, int map_fd) {
    add(BPF_LD | BPF_DW | BPF_IMM, to, BPF_PSEUDO_MAP_FD, 0, map_fd);
    add(0, 0, 0, 0, 0);
  }
  /// Sign-extends the lower half.
  void sign_extend(std::uint8_t to) {
    add(BPF_ALU64 | BPF_LSH | BPF_K, to, 0, 0, 32);
    add(BPF_ALU64 | BPF_ARSH | BPF_K, to, 0, 0, 32);
  }
  /// Skips instructions where a register compares so with a value: BPF_JEQ, BPF_JSLE, ….
  void skip_if(int comparison, std::uint8_t what, std::int32_t value, std::int16_t count) {
    add(BPF_JMP | comparison | BPF_K, what, 0, count, value);
  }
  /// A kernel function of a module.  `module` is the position of its BTF in the list of
  /// descriptors that goes with the program.
  void call_kfunc(std::uint32_t type_id, std::int16_t module) {
    add(BPF_JMP | BPF_CALL, 0, BPF_PSEUDO_KFUNC_CALL, module, static_cast<std::int32_t>(type_id));
  }
  void exit() { add(BPF_JMP | BPF_EXIT, 0, 0, 0, 0); }

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
};
// NOLINTEND(misc-redundant-expression)

}  // namespace rex::internal
