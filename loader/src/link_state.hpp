// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What keeps a program attached.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "file_descriptor.hpp"

namespace rex::internal {

/// The descriptors behind a Link.  Closing them detaches, whoever closes them: the end of the
/// process does too.
struct LinkState {
  explicit LinkState(FileDescriptor runtime_link) : link(std::move(runtime_link)) {}
  LinkState(LinkState&&) noexcept = default;
  LinkState& operator=(LinkState&&) noexcept = default;
  ~LinkState() { close(); }

  FileDescriptor link;           ///< the runtime's
  FileDescriptor bpf_link;       ///< the kernel's, where a stub is what is attached
  std::shared_ptr<bool> pinned;  ///< of the extension: whether one of its links ever was
  std::string target;            ///< what it is attached to
  const void* owner = nullptr;   ///< whose program it runs: an Extension's state
  /// Detaches a stub that the kernel attached without a link; empty otherwise.
  std::function<void()> detach;

  bool is_open() const { return link.is_open(); }
  /// The descriptor to show: the kernel's own link, which libbpf and bpftool know, if there is one.
  int fd() const { return bpf_link.is_open() ? bpf_link.get() : link.get(); }

  void close() {
    // The BPF link first: the runtime sees then whether anything else, such as a pin, holds it.
    bpf_link.close();
    if (detach) std::exchange(detach, {})();
    link.close();
  }
};

}  // namespace rex::internal
