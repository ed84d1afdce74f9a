// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_module.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <thread>

#include "failure.hpp"
#include "file_descriptor.hpp"
#include "kernel_log.hpp"

namespace rex::internal {

namespace {

/// What finit_module() means by an errno.  Those of the runtime's own rex_extension_init(),
/// which the kernel passes on, are among them.
struct Refusal {
  int number;
  ErrorCode code;
  std::string_view cause;
  std::string_view remedy;
};

constexpr Refusal kRefusals[] = {
    {EPERM, ErrorCode::kNotPermitted, "may not be loaded into the kernel",
     "run as root; where Secure Boot lockdown or module.sig_enforce is on, or "
     "kernel.modules_disabled is 1, no unsigned module can be loaded"},
    {EACCES, ErrorCode::kNotPermitted, "is forbidden by a security policy",
     "allow loading of modules in SELinux, AppArmor or the like"},
    {EKEYREJECTED, ErrorCode::kNotPermitted, "is not signed, which this kernel demands",
     "turn module.sig_enforce and Secure Boot lockdown off"},
    {ENOEXEC, ErrorCode::kModuleRefused, "is not accepted as a module of this kernel",
     "install the rex.ko that was built for this very kernel, and load that one"},
    {EINVAL, ErrorCode::kModuleRefused, "is refused as invalid",
     "load the rex.ko that is installed, not one of another build: rmmod rex && modprobe rex"},
    {ENOENT, ErrorCode::kRuntimeMissing, "needs a symbol that the loaded rex.ko does not have",
     "load the installed one: rmmod rex && modprobe rex"},
    {ENOMEM, ErrorCode::kModuleRefused, "does not fit into memory", "free kernel memory"},
    {EPROTO, ErrorCode::kAbiMismatch, "is refused by a runtime of another ABI version",
     "install runtime and loader of one version"},
    {EAGAIN, ErrorCode::kBusy, "was loaded before the runtime was set up", "try again"},
    {EEXIST, ErrorCode::kBusy, "has the name of a loaded module", "try again"},
    {EBUSY, ErrorCode::kBusy, "is being loaded already", "try again"},
    {EINTR, ErrorCode::kBusy, "was interrupted while it was loaded", "try again"},
    {ETXTBSY, ErrorCode::kBusy, "is still being written", "try again"},
    {EBADF, ErrorCode::kModuleRefused, "lost its control device while it was loaded",
     "do not close the descriptors of the loader"},
};

std::unexpected<Error> refused(int number, std::string_view place, std::string details) {
  for (const Refusal& refusal : kRefusals)
    if (refusal.number == number)
      return failure(refusal.code, place, refusal.cause, refusal.remedy, std::move(details));
  return failure(
      ErrorCode::kModuleRefused, place, "is refused by the kernel: " + errno_text(number),
      details.empty() ? "see dmesg" : "the kernel's messages follow", std::move(details));
}

}  // namespace

int delete_module(const std::string& name) {
  return ::syscall(SYS_delete_module, name.c_str(), O_NONBLOCK) == 0 ? 0 : errno;
}

Result<KernelModule> KernelModule::load(const ElfFile& elf, std::string name,
                                        std::string_view place) {
  const FileDescriptor file(::memfd_create(name.c_str(), MFD_CLOEXEC));
  if (!file.is_open())
    return failure(ErrorCode::kIo, place, "no memory file can be created: " + errno_text(errno));
  if (auto result = write_elf(elf, file.get(), place); !result) return pass_on(std::move(result));

  KernelLog log;
  if (::syscall(SYS_finit_module, file.get(), "", 0) != 0) {
    const int number = errno;
    return refused(number, place, log.messages({name, "rex:", "rex_"}));
  }
  return KernelModule(std::move(name));
}

KernelModule::~KernelModule() {
  [[maybe_unused]] const auto ignored = unload();  // what stays is swept by the next load
}

Result<void> KernelModule::unload() {
  if (name_.empty()) return {};
  using namespace std::chrono_literals;
  // A reader of /sys/module or /proc may hold it for a moment; a program that just ran too.
  constexpr auto kPatience = 2s;
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  auto pause = 1ms;
  const std::string name = std::exchange(name_, {});
  int number = delete_module(name);
  while ((number == EAGAIN || number == EBUSY || number == EWOULDBLOCK) &&
         std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(pause);
    if (pause < 100ms) pause *= 2;
    number = delete_module(name);
  }
  // ENOENT: another loader found it without an owner, and swept it.
  if (number == 0 || number == ENOENT) return {};
  return failure(ErrorCode::kBusy, "module " + name, "cannot be unloaded: " + errno_text(number),
                 "its programs are detached; the next load unloads it");
}

}  // namespace rex::internal
