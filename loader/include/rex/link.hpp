// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// An attached program.
#pragma once

#include <memory>

namespace rex {

class Extension;

namespace internal {
class FileDescriptor;
}

/// A program attached to its hook.  Closing detaches: by close(), by destruction, with the
/// Extension, or by the end of the process, also by SIGKILL.  Not for use by two threads at once.
class Link {
 public:
  Link(Link&&) noexcept = default;
  Link& operator=(Link&& other) noexcept;
  ~Link();

  /// Detaches.  When it returns, the program has run for the last time by this link.
  void close();
  bool is_attached() const;
  /// The link's descriptor, -1 after detaching.
  int fd() const;

 private:
  friend class Extension;
  explicit Link(std::shared_ptr<internal::FileDescriptor> descriptor);

  // Shared with the Extension, which closes what its user left open before it unloads.
  std::shared_ptr<internal::FileDescriptor> descriptor_;
};

}  // namespace rex
