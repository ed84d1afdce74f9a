// SPDX-License-Identifier: GPL-2.0-only
// What is wrong with a type, whoever spelled it.
#pragma once

#include <clang/AST/Type.h>

namespace rex {

class Context;

enum class TypeFault {
  None,
  Pointer,
  MemberPointer,
  FunctionPointer,
  Array,
  FloatingPoint,
  Volatile,
  Union,
  Other, // vectors, _Complex, _Atomic, _BitInt, 128 bits, address spaces, what is not known
};

/// The allow-list of types: bool, integers and characters up to 64 bits, enumerations,
/// classes, references to them, void as a result.
TypeFault faultOf(const Context &C, clang::QualType T);

} // namespace rex
