// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "control.hpp"

#include <fcntl.h>
#include <fmt/core.h>

#include "failure.hpp"

namespace rex::internal {

Result<Control> Control::open() {
  FileDescriptor device(::open(REX_DEVICE, O_RDWR | O_CLOEXEC));
  if (!device.is_open()) {
    switch (const int number = errno; number) {
      case ENOENT:
      case ENXIO:
      case ENODEV:
        return failure(ErrorCode::kRuntimeMissing, REX_DEVICE,
                       "does not exist: rex.ko is not loaded",
                       "run as root: modprobe rex (or insmod rex.ko)");
      case EACCES:
      case EPERM:
        return failure(ErrorCode::kNotPermitted, REX_DEVICE,
                       "cannot be opened: loading an extension needs root", "use sudo");
      default:
        return failure(ErrorCode::kIo, REX_DEVICE, "cannot be opened: " + errno_text(number));
    }
  }
  rex_info info{};
  if (::ioctl(device.get(), REX_IOC_INFO, &info) != 0)
    return failure(ErrorCode::kAbiMismatch, REX_DEVICE,
                   "does not answer as a Rex runtime: " + errno_text(errno),
                   "load the rex.ko of this version: rmmod rex && modprobe rex");
  info.release[sizeof info.release - 1] = '\0';
  if (info.abi_version != REX_ABI_VERSION)
    return failure(ErrorCode::kAbiMismatch, REX_DEVICE,
                   fmt::format("rex.ko {} has ABI version {}, this loader has version {}",
                               info.release, info.abi_version, REX_ABI_VERSION),
                   "install runtime and loader of one version");
  return Control(std::move(device), info);
}

std::vector<std::string> Control::orphans() const {
  // Collected before any is unloaded, which moves the positions of the rest.
  constexpr std::uint32_t kMostExtensions = 10'000;
  std::vector<std::string> modules;
  for (std::uint32_t position = 0; position < kMostExtensions; ++position) {
    rex_list entry{};
    entry.position = position;
    if (call(REX_IOC_LIST, entry) != 0) break;
    entry.module[sizeof entry.module - 1] = '\0';
    if (entry.owned == 0) modules.emplace_back(entry.module);
  }
  return modules;
}

}  // namespace rex::internal
