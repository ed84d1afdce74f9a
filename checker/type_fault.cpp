// SPDX-License-Identifier: GPL-2.0-only
#include "type_fault.h"

#include "context.h"

#include <clang/AST/DeclCXX.h>

using namespace clang;

namespace rex {
namespace {

TypeFault faultOf(const BuiltinType *T) {
  switch (T->getKind()) {
  case BuiltinType::Void:
  case BuiltinType::Bool:
  case BuiltinType::Char_S:
  case BuiltinType::Char_U:
  case BuiltinType::SChar:
  case BuiltinType::UChar:
  case BuiltinType::Char8:
  case BuiltinType::Char16:
  case BuiltinType::Char32:
  case BuiltinType::Short:
  case BuiltinType::UShort:
  case BuiltinType::Int:
  case BuiltinType::UInt:
  case BuiltinType::Long:
  case BuiltinType::ULong:
  case BuiltinType::LongLong:
  case BuiltinType::ULongLong:
  // Placeholders of the callee in a call; they have no value.
  case BuiltinType::BoundMember:
  case BuiltinType::Overload:
  case BuiltinType::Dependent:
    return TypeFault::None;
  case BuiltinType::NullPtr:
    return TypeFault::Pointer;
  default:
    return T->isFloatingPoint() ? TypeFault::FloatingPoint : TypeFault::Other;
  }
}

} // namespace

TypeFault faultOf(const Context &C, QualType T) {
  if (T.isNull())
    return TypeFault::None;
  T = T.getCanonicalType();
  if (T.isVolatileQualified())
    return TypeFault::Volatile;
  if (T.hasAddressSpace() || T.isRestrictQualified())
    return TypeFault::Other;
  switch (T->getTypeClass()) {
  case Type::Builtin:
    return faultOf(cast<BuiltinType>(T));
  case Type::Enum:
    return TypeFault::None;
  case Type::Record: {
    const RecordDecl *Record = T->getAsRecordDecl();
    return Record->isUnion() && !C.isTrusted(Record) ? TypeFault::Union : TypeFault::None;
  }
  case Type::LValueReference:
  case Type::RValueReference:
    if (T->getPointeeType()->isFunctionType())
      return TypeFault::FunctionPointer;
    return faultOf(C, T->getPointeeType());
  case Type::FunctionProto:
    return TypeFault::None; // of a declaration; its result and parameters are checked there
  case Type::Pointer:
    return T->getPointeeType()->isFunctionType() ? TypeFault::FunctionPointer : TypeFault::Pointer;
  case Type::BlockPointer:
    return TypeFault::FunctionPointer;
  case Type::ObjCObjectPointer:
    return TypeFault::Pointer;
  case Type::MemberPointer:
    return TypeFault::MemberPointer;
  case Type::ConstantArray:
  case Type::IncompleteArray:
  case Type::VariableArray:
    return TypeFault::Array;
  case Type::Complex:
    return TypeFault::FloatingPoint;
  default:
    return T->isDependentType() ? TypeFault::None : TypeFault::Other;
  }
}

} // namespace rex
