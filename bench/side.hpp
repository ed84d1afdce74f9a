// SPDX-License-Identifier: GPL-2.0-only
// The two sides of a comparison.
#pragma once

#include <memory>
#include <string_view>

#include "event.hpp"
#include "rows.hpp"

namespace rex::bench {

/// Programs of one object, ours or eBPF.
class Side {
 public:
  virtual ~Side() = default;

  /// Makes a program of the row's object ready to run: attaches it, if its event needs that.
  /// Throws Failed.
  virtual Probe attach(const Row& row, std::string_view program) = 0;
};

/// Extension::load() of programs/OBJECT.cpp.  Throws Failed.
std::unique_ptr<Side> rex_side(std::string_view object);

/// libbpf's load of programs/OBJECT.bpf.c.  Throws Failed.
std::unique_ptr<Side> ebpf_side(std::string_view object);

/// The folder of this program, with the objects in it.
std::string object_path(std::string_view name);

}  // namespace rex::bench
