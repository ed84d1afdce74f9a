// SPDX-License-Identifier: GPL-2.0-only
// Functions of the contract that the host does not have yet: weak, so that the first real
// definition takes their place.  A new function of the contract is a file of its own here, or a
// few lines in the file of its subject.
#include <string>

#include "contract.hpp"
#include "fatal.hpp"

#pragma clang diagnostic ignored "-Wunused-parameter"

#define REX_ABI_FUNCTION(result, name, parameters)                                              \
  [[gnu::weak]] result name parameters {                                                        \
    rex::host::fatal(#name " is not implemented in user space yet: see host/src/contract.hpp"); \
  }
#include <rex/functions.h>
