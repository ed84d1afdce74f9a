// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/doctor.hpp"

#include <fmt/core.h>
#include <linux/magic.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <fstream>
#include <string_view>

#include "control.hpp"
#include "kernel_types.hpp"
#include "runtime_template.hpp"

namespace rex {

namespace {

using Verdict = Check::Verdict;

/// The first line of a file; empty where it cannot be read.
std::string line_of(const char* path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

/// The summary of an error already names its remedy.
template <class T>
Check of_result(const char* name, const Result<T>& result, std::string found) {
  if (!result) return {name, Verdict::kFailure, result.error().summary, {}};
  return {name, Verdict::kGood, std::move(found), {}};
}

Check kernel() {
  utsname names{};
  ::uname(&names);
  const std::string_view release = names.release;
  const std::string found = fmt::format("{} {}", names.release, names.machine);
  if (std::string_view(names.machine) != "x86_64")
    return {"kernel", Verdict::kFailure, found, "use an x86-64 machine"};
  if (!release.starts_with("6.1.") && !release.starts_with("6.12."))
    return {"kernel", Verdict::kWarning, found, "tested are Debian's kernels 6.1 and 6.12"};
  return {"kernel", Verdict::kGood, found, {}};
}

Check privilege() {
  if (::geteuid() != 0)
    return {"privilege", Verdict::kFailure, "not root", "use sudo: loading is for root"};
  return {"privilege", Verdict::kGood, "root", {}};
}

Check modules() {
  if (line_of("/proc/sys/kernel/modules_disabled") == "1")
    return {"modules", Verdict::kFailure, "kernel.modules_disabled is set: none loads until reboot",
            "reboot without setting it"};
  return {"modules", Verdict::kGood, "can be loaded", {}};
}

Check lockdown() {
  // "[none] integrity confidentiality": the brackets hold what is in force.
  const std::string line = line_of("/sys/kernel/security/lockdown");
  const std::size_t start = line.find('[');
  const std::size_t end = line.find(']');
  if (start == std::string::npos || end == std::string::npos || end < start)
    return {"lockdown", Verdict::kGood, "not part of this kernel, or not visible", {}};
  const std::string mode = line.substr(start + 1, end - start - 1);
  if (mode == "none") return {"lockdown", Verdict::kGood, mode, {}};
  return {"lockdown", Verdict::kFailure, mode + ": unsigned modules are refused",
          "boot without Secure Boot; modules linked on this machine carry no signature"};
}

Check signatures() {
  if (line_of("/sys/module/module/parameters/sig_enforce") == "Y")
    return {"signatures", Verdict::kFailure,
            "module.sig_enforce is set: unsigned modules are refused",
            "boot without module.sig_enforce; modules linked on this machine carry no signature"};
  return {"signatures", Verdict::kGood, "not enforced; the kernel marks itself tainted", {}};
}

Check types() { return of_result("types", internal::KernelTypes::load(), "BTF of the kernel"); }

Check installed() {
  const auto runtime = internal::RuntimeTemplate::of_running_kernel();
  if (!runtime) return of_result("installed", runtime, {});
  return {"installed", Verdict::kGood, runtime->path, {}};
}

Check loaded() {
  const auto control = internal::Control::open();
  if (!control) return of_result("loaded", control, {});
  return {"loaded",
          Verdict::kGood,
          fmt::format("rex.ko {}, ABI version {}", control->info().release,
                      control->info().abi_version),
          {}};
}

bool is_mounted(const char* path, long magic) {
  struct statfs facts{};
  return ::statfs(path, &facts) == 0 && static_cast<long>(facts.f_type) == magic;
}

Check bpf_file_system() {
  if (is_mounted("/sys/fs/bpf", BPF_FS_MAGIC)) return {"bpffs", Verdict::kGood, "/sys/fs/bpf", {}};
  return {"bpffs", Verdict::kWarning, "not mounted: nothing can be pinned",
          "mount -t bpf bpf /sys/fs/bpf"};
}

Check tracing_file_system() {
  if (is_mounted("/sys/kernel/tracing", TRACEFS_MAGIC))
    return {"tracefs", Verdict::kGood, "/sys/kernel/tracing", {}};
  return {"tracefs", Verdict::kWarning, "not mounted: the kernel's descriptions are not to be had",
          "mount -t tracefs trace /sys/kernel/tracing"};
}

Check jit() {
  const std::string value = line_of("/proc/sys/net/core/bpf_jit_enable");
  if (value == "0")
    return {"jit", Verdict::kWarning, "BPF programs are interpreted: hooks through them are slow",
            "sysctl net.core.bpf_jit_enable=1"};
  return {"jit", Verdict::kGood, value.empty() ? "not visible" : "on", {}};
}

Check security_modules() {
  const std::string list = "," + line_of("/sys/kernel/security/lsm") + ",";
  if (list.find(",bpf,") != std::string::npos)
    return {"lsm", Verdict::kGood, "bpf is in the list", {}};
  return {"lsm", Verdict::kWarning,
          "bpf is not in the list, or it is not visible: rex::Lsm does not attach",
          "boot with bpf added to lsm=; mount -t securityfs none /sys/kernel/security"};
}

}  // namespace

std::vector<Check> examine_machine() {
  return {kernel(), privilege(),       modules(), lockdown(),        signatures(),
          types(),  installed(),       loaded(),  bpf_file_system(), tracing_file_system(),
          jit(),    security_modules()};
}

}  // namespace rex
