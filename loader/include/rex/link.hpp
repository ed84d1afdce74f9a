// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// An attached program.
#pragma once

#include <filesystem>
#include <memory>

#include "rex/error.hpp"

namespace rex {

class Extension;

namespace internal {
struct LinkState;
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
  /// The link's descriptor, -1 after detaching.  Where a BPF program is what the kernel has on the
  /// hook (XDP, TC, LSM, …), that of the kernel's own link: for libbpf.
  int fd() const;

  /// Pins the kernel's link in bpffs, "/sys/fs/bpf/filter": the program stays attached, and its
  /// extension loaded, until the file is removed, also after the end of this process.
  /// Errors: kInvalidArgument (the hook has no link that can be pinned), kIo.
  Result<void> pin(const std::filesystem::path& path);

 private:
  friend class Extension;
  explicit Link(std::shared_ptr<internal::LinkState> state);

  // Shared with the Extension, which closes what its user left open before it unloads.
  std::shared_ptr<internal::LinkState> state_;
};

}  // namespace rex
