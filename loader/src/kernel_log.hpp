// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What the kernel says while a call of ours fails.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "file_descriptor.hpp"

namespace rex::internal {

/// Notes where the kernel's log ends, and reads on from there when asked.  Where the log may
/// not be read it reads nothing: an explanation is welcome, not needed.
class KernelLog {
 public:
  KernelLog();

  /// Notes anew where the log ends.
  void skip();

  /// The messages since then that contain one of the words, a line each.
  std::string messages(std::initializer_list<std::string_view> words);

 private:
  FileDescriptor log_;
};

}  // namespace rex::internal
