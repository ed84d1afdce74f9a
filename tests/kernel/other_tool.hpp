// SPDX-License-Identifier: GPL-2.0-only
// What another tool does: eBPF programs of its own, attached with libbpf beside ours.
#pragma once

#include <cstdint>
#include <string>

namespace rex::test {

/// An eBPF program that counts how often its hook runs it.
class OtherTool {
 public:
  static OtherTool fentry(const std::string& function);
  static OtherTool fexit(const std::string& function);
  static OtherTool kprobe(const std::string& function);
  static OtherTool raw_tracepoint(const std::string& name);

  OtherTool(OtherTool&& other) noexcept;
  OtherTool& operator=(OtherTool&&) = delete;
  ~OtherTool();

  /// 0, or the errno of attaching.
  int error() const { return error_; }
  /// Events since it was attached, on all CPUs.
  std::uint64_t count() const;

 private:
  OtherTool() = default;
  static OtherTool tracing(const std::string& function, int attach_type);
  void load(int type, int attach_type, int attach_id);

  int map_ = -1;
  int program_ = -1;
  int link_ = -1;
  int error_ = 0;
};

}  // namespace rex::test
