// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Hooks of BPF trampolines.  Their programs are called with the address of an array of the
// function's arguments, followed by its result; the stub copies that to its stack.
#include <bpf/bpf.h>
#include <fmt/core.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "attachment.hpp"
#include "failure.hpp"
#include "stub_hooks.hpp"
#include "stub_program.hpp"

namespace rex::internal {

namespace {

constexpr std::size_t kMostArguments = 12;
constexpr std::int16_t kSlot = 8;  // bytes

/// Copies slots of the context to the stack, in the order given, and passes their address and size.
std::function<void(BpfCode&)> pass_slots(std::vector<std::size_t> slots) {
  return [slots = std::move(slots)](BpfCode& code) {
    const auto count = static_cast<std::int16_t>(slots.empty() ? 1 : slots.size());
    if (slots.empty()) {
      code.set(BPF_REG_2, 0);
      code.store(BPF_REG_10, -kSlot, BPF_REG_2);
    }
    for (std::int16_t i = 0; i < static_cast<std::int16_t>(slots.size()); ++i) {
      const auto from = static_cast<std::int16_t>(slots[static_cast<std::size_t>(i)] * kSlot);
      code.load(BPF_REG_2, BPF_REG_1, from);
      code.store(BPF_REG_10, static_cast<std::int16_t>((i - count) * kSlot), BPF_REG_2);
    }
    code.copy(BPF_REG_1, BPF_REG_10);
    code.add_to(BPF_REG_1, -count * kSlot);
    code.set(BPF_REG_2, count * kSlot);
  };
}

void return_zero(BpfCode& code) { code.set(BPF_REG_0, 0); }

/// The kernel takes 0 and negated errors only, and must be able to see that.
void return_error(BpfCode& code) {
  code.sign_extend(BPF_REG_0);
  code.skip_if(BPF_JSLE, BPF_REG_0, 0, 1);
  code.set(BPF_REG_0, 0);
  code.skip_if(BPF_JSGE, BPF_REG_0, -4095, 1);
  code.set(BPF_REG_0, -1);
}

struct TracingKind {
  bpf_prog_type type;
  bpf_attach_type attach_type;
  std::string function;  // in the kernel's BTF
  std::string_view kfunc;
  bool has_result;
};

Result<LinkState> attach_tracing(const StubRequest& request, const TracingKind& kind) {
  const auto arguments = request.types.function_arguments(kind.function);
  if (!arguments) return std::unexpected(arguments.error());
  if (arguments->size() > kMostArguments)
    return stub_failure(request, fmt::format("it has more than {} arguments", kMostArguments));
  if (auto result = compare_arguments(request.program, request.target, *arguments, request.place);
      !result)
    return pass_on(std::move(result));
  const auto id = request.types.function_id(kind.function);
  if (!id) return std::unexpected(id.error());

  std::vector<std::size_t> slots;
  if (kind.has_result) slots.push_back(arguments->size());
  for (std::size_t i = 0; i < arguments->size(); ++i) slots.push_back(i);
  auto stub =
      load_stub(request, {.type = kind.type,
                          .attach_type = kind.attach_type,
                          .attach_type_id = *id,
                          .kfunc = kind.kfunc,
                          .prepare = pass_slots(std::move(slots)),
                          .number = BPF_REG_3,
                          .finish = kind.type == BPF_PROG_TYPE_LSM ? return_error : return_zero,
                          .keep = true});
  if (!stub) return pass_on(std::move(stub));
  FileDescriptor link(bpf_raw_tracepoint_open(nullptr, stub->program.get()));
  if (!link.is_open() && errno == EBUSY)
    return stub_failure(request, "the function's direct call is taken, and not by BPF programs",
                        "use Kprobe or Kretprobe there, or detach the other program");
  if (!link.is_open())
    return stub_failure(request, "the kernel refuses it: " + errno_text(errno),
                        "functions of the trampolines' own machinery cannot be traced");
  return std::move(*stub).attached(std::move(link), request);
}

/// Whether the kernel asks BPF programs at all.  True where it does not tell.
bool is_lsm_active() {
  std::string modules;
  std::ifstream file("/sys/kernel/security/lsm");
  if (!std::getline(file, modules)) return true;
  return ("," + modules + ",").find(",bpf,") != std::string::npos;
}

}  // namespace

Result<void> check_stub(const Manifest::Program& program, std::string_view target,
                        std::string_view place) {
  // A packet has no arguments.
  if (program.hook != REX_HOOK_LSM && program.hook != REX_HOOK_FEXIT) return {};
  const auto types = KernelTypes::load();
  if (!types) return std::unexpected(types.error());
  const auto arguments = types->function_arguments(
      program.hook == REX_HOOK_LSM ? fmt::format("bpf_lsm_{}", target) : std::string(target));
  if (!arguments) return std::unexpected(arguments.error());
  return compare_arguments(program, target, *arguments, place);
}

Result<LinkState> attach_lsm(const StubRequest& request) {
  const std::string function = fmt::format("bpf_lsm_{}", request.target);
  if (!request.types.function_id(function))
    return stub_failure(request, "this kernel has no such security hook",
                        "use a name of <linux/lsm_hook_defs.h>");
  if (!is_lsm_active())
    return stub_failure(request, "this kernel was started without BPF as a security module",
                        "add bpf to the list in /sys/kernel/security/lsm, and give that to the "
                        "kernel as lsm=");
  return attach_tracing(request, {BPF_PROG_TYPE_LSM, BPF_LSM_MAC, function, "rex_stub_lsm", false});
}

Result<LinkState> attach_fexit(const StubRequest& request) {
  return attach_tracing(request, {BPF_PROG_TYPE_TRACING, BPF_TRACE_FEXIT,
                                  std::string(request.target), "rex_stub_fexit", true});
}

}  // namespace rex::internal
