// SPDX-License-Identifier: GPL-2.0-only
// An offset is asked for with the type that it is read as.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return static_cast<rex::i64>(rex::detail::kernel_symbol<"offset", "u8", "cred", "uid">());  // expect: sdk-internal
}
