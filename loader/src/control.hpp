// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// An open control device of the runtime.
#pragma once

#include <sys/ioctl.h>

#include <cerrno>
#include <string>
#include <vector>

#include "file_descriptor.hpp"
#include "rex/control.h"
#include "rex/error.hpp"

namespace rex::internal {

/// /dev/rex.  Owns at most one extension; closing it detaches that extension's programs.
class Control {
 public:
  /// Opens the device, and compares versions.
  /// Errors: kRuntimeMissing (no rex.ko in the kernel), kNotPermitted, kAbiMismatch.
  static Result<Control> open();

  int fd() const { return device_.get(); }
  const rex_info& info() const { return info_; }

  /// ioctl(): its result, or the negated errno.
  template <class Argument>
  int call(unsigned long request, Argument& argument) const {
    const int result = ::ioctl(device_.get(), request, &argument);
    return result < 0 ? -errno : result;
  }

  /// The modules of extensions that nobody owns.
  std::vector<std::string> orphans() const;

  /// Detaches everything that was attached through this device.
  void close() { device_.close(); }

 private:
  Control(FileDescriptor device, const rex_info& info) : device_(std::move(device)), info_(info) {}

  FileDescriptor device_;
  rex_info info_;
};

}  // namespace rex::internal
