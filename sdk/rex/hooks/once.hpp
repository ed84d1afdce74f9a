// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run on request.
#pragma once

#include <rex/result.hpp>

namespace rex {

/// A program with this parameter runs when a loader asks for it (`rex run --once NAME`,
/// `Extension::run`), in the context of the asking process, preemption off, interrupts on.
/// What it returns goes back to who asked.  Minimum kernel: 6.1.
class [[clang::annotate("rex::hook", "once")]] Once {
 public:
  using result_type = Result;

  Once(const Once&) = delete;
  Once& operator=(const Once&) = delete;

 private:
  Once() = default;
};

}  // namespace rex
