// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Why a program could not go on, as data.
#pragma once

#include <rex/abi.h>

#include <cstdint>
#include <iosfwd>
#include <string>

namespace rex::testing {

struct Panic {
  rex_panic_kind kind = REX_PANIC_EXPLICIT;
  std::string file;          ///< of the extension's source, as the compiler was given it
  std::uint32_t line = 0;    ///< from 1; 0 unknown
  std::uint32_t column = 0;  ///< from 1; 0 unknown
  std::string message;       ///< of rex::panic("…"), or the operation that overflowed
  std::uint64_t first = 0;   ///< the values at fault; enum rex_panic_kind says which
  std::uint64_t second = 0;
  std::int32_t bits = 0;  ///< width of the values, negative where they are signed; 0 unknown
  std::string extension;
  std::string program;

  /// "division of 7 by 0", as the kernel's log has it.
  std::string reason() const;
  /// "program filter/count panicked at filter.cpp:12:17: division of 7 by 0"
  std::string text() const;
};

std::ostream& operator<<(std::ostream& out, const Panic& panic);

}  // namespace rex::testing
