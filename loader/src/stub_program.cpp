// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "stub_program.hpp"

#include <fmt/core.h>
#include <sys/ioctl.h>

#include <array>
#include <string>

#include "failure.hpp"
#include "kernel_log.hpp"
#include "runtime_types.hpp"

namespace rex::internal {

namespace {

/// Where the BTF of rex.ko is in the list that goes with a stub; 0 stands for the kernel's.
constexpr std::int16_t kRuntimeTypes = 1;

std::unexpected<Error> number_failure(const StubRequest& request, int number, std::string details) {
  switch (number) {
    case EPERM:
      return failure(ErrorCode::kPanicked, request.place,
                     fmt::format("program {} panicked and is disabled", request.program.name),
                     "see dmesg for the place, mend it, and load it again", std::move(details));
    case EOPNOTSUPP:
      return failure(ErrorCode::kKernelUnsupported, request.place,
                     fmt::format("this kernel lets no BPF program of hook {} call the runtime",
                                 name_of(request.program.hook)),
                     "use Linux 6.12 or newer, and a rex.ko built for it", std::move(details));
    case ENOSPC:
      return stub_failure(request, "too many programs are attached this way", "detach some",
                          std::move(details));
    default: return stub_failure(request, errno_text(number), {}, std::move(details));
  }
}

std::vector<bpf_insn> write_code(const StubKind& kind, std::uint32_t kfunc, std::uint32_t number,
                                 int map_fd) {
  BpfCode code;
  if (kind.prepare) kind.prepare(code);
  const auto value = static_cast<std::int32_t>(number);
  code.set(kind.number, value);
  if (map_fd >= 0) {
    // Always skipped, and the kernel removes it; but the program holds the map.
    code.skip_if(BPF_JEQ, kind.number, value, 2);
    code.load_map(BPF_REG_0, map_fd);
  }
  code.call_kfunc(kfunc, kRuntimeTypes);
  if (kind.finish) kind.finish(code);
  code.exit();
  return code.instructions();
}

}  // namespace

std::unexpected<Error> stub_failure(const StubRequest& request, std::string_view cause,
                                    std::string_view remedy, std::string details) {
  return failure(ErrorCode::kAttachRefused, request.place,
                 fmt::format("program {} cannot be attached to {}: {}", request.program.name,
                             request.target, cause),
                 remedy, std::move(details));
}

Result<Stub> load_stub(const StubRequest& request, const StubKind& kind) {
  auto runtime = RuntimeTypes::load(request.types);
  if (!runtime) return pass_on(std::move(runtime));
  const auto kfunc = runtime->function_id(kind.kfunc);
  if (!kfunc) return std::unexpected(kfunc.error());

  // Without a map the program ends with this process, also where the BPF link is pinned.
  const FileDescriptor map = kind.keep ? create_stub_map(request.types) : FileDescriptor();
  rex_stub_create create{};
  create.program = request.index;
  create.map_fd = map.is_open() ? map.get() : -1;
  KernelLog log;
  Stub stub;
  const int result = request.control.call(REX_IOC_STUB, create);
  if (result < 0) return number_failure(request, -result, log.messages({"rex:"}));
  stub.link = FileDescriptor(result);

  const auto code = write_code(kind, *kfunc, create.number, create.map_fd);
  const std::array<int, 2> types = {0, runtime->fd()};
  std::array<char, 16384> verifier_log{};
  bpf_prog_load_opts options{};
  options.sz = sizeof options;
  options.expected_attach_type = kind.attach_type;
  options.attach_btf_id = kind.attach_type_id;
  options.fd_array = types.data();
  options.log_buf = verifier_log.data();
  options.log_size = verifier_log.size();
  // The kernel keeps 15 characters.
  const std::string name = ("rex_" + request.program.name).substr(0, BPF_OBJ_NAME_LEN - 1);
  stub.program = FileDescriptor(
      bpf_prog_load(kind.type, name.c_str(), "GPL", code.data(), code.size(), &options));
  if (stub.program.is_open()) return stub;

  const int number = errno;
  if (number == EPERM)
    return failure(ErrorCode::kNotPermitted, request.place,
                   "loading a BPF program is not permitted",
                   "run as root, outside a container, and not under kernel lockdown");
  return stub_failure(request, "the kernel refuses its stub: " + errno_text(number),
                      "set net.core.bpf_jit_enable to 1, if it is 0", verifier_log.data());
}

Result<LinkState> Stub::attached(FileDescriptor bpf_link, const StubRequest& request) && {
  if (::ioctl(link.get(), REX_IOC_STUB_LINK, bpf_link.get()) != 0)
    return number_failure(request, errno, {});
  LinkState state(std::move(link));
  state.bpf_link = std::move(bpf_link);
  return state;
}

}  // namespace rex::internal
