// SPDX-License-Identifier: GPL-2.0-only
// What the kernel tests share.  They run as root in the VM, linked with the loader library.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <rex/loader.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rex::test {

/// Loads an extension of this folder; a test that cannot has failed.
Extension load(std::string_view name);

/// Attaches to an instruction inside a function, where the kernel puts a breakpoint.
std::optional<Link> attach_inside(Extension& extension, std::string_view program,
                                  const std::string& function);

/// What the kernel logs from construction on.
class KernelLog {
 public:
  KernelLog();
  KernelLog(const KernelLog&) = delete;
  KernelLog& operator=(const KernelLog&) = delete;
  ~KernelLog();

  /// Everything so far that was logged since construction.
  const std::string& text();
  /// Waits, some seconds at most, until the log has a line with this text.
  bool wait_for(std::string_view wanted);

 private:
  int fd_;
  std::string text_;
};

/// Pushes to a queue map.
void push(const Extension& extension, std::string_view map, std::int32_t value);
/// Takes everything out of a queue map.
std::vector<std::int32_t> drain(const Extension& extension, std::string_view map);

/// The text that a program wrote into a ring buffer; exactly one record.
std::string first_text(const Extension& extension, std::string_view map);

/// One write to /dev/null.
void write_null();

/// Writes a file of sysfs, tracefs or procfs; false where the kernel refuses.
bool write_file(const std::string& path, std::string_view text);
std::string read_file(const std::string& path);

/// Loaded modules whose names begin with rex_: extensions.
std::vector<std::string> extension_modules();

}  // namespace rex::test
