// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Whether extensions can be loaded into this kernel, and what stands in the way.
#pragma once

#include <string>
#include <vector>

namespace rex {

/// One thing that was looked at.
struct Check {
  enum class Verdict {
    kGood,
    kWarning,  ///< extensions load, but something that they may want is missing
    kFailure,  ///< no extension loads
  };

  std::string name;  ///< stable, lower case: "lockdown"
  Verdict verdict = Verdict::kGood;
  std::string found;   ///< one line
  std::string remedy;  ///< one line; empty where there is nothing to do
};

/// Looks at the running kernel, its policies, and the installed runtime.  Changes nothing.
/// Needs no privilege; without it some checks say that they could not look.
std::vector<Check> examine_machine();

}  // namespace rex
