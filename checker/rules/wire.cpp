// SPDX-License-Identifier: GPL-2.0-only
// Data that leaves the program: every byte has a meaning, and every pattern of bytes is a value.
#include "contents.h"
#include "context.h"
#include "manifest/entity.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecordLayout.h>

using namespace clang;

namespace rex {
namespace {

/// Why a type is not wire data.
struct Fault {
  std::string Message;
  std::string Remedy;
  SourceLocation Where;
};

class WireRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || Var->getType()->isReferenceType())
      return;
    checkArguments(Var->getType()->getAsCXXRecordDecl(), Var->getLocation());
  }

  void checkStmt(const Stmt *S) override {
    const auto *Call = dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || C.annotation(Callee, "rex::wire").empty() ||
        !Callee->getTemplateSpecializationArgs())
      return;
    for (const QualType T : typeArguments(Callee->getTemplateSpecializationArgs()->asArray()))
      checkWire(T, Call->getBeginLoc());
  }

private:
  /// Of a map, a parameter, an atomic: whatever lives outside the program.
  void checkArguments(const CXXRecordDecl *Class, SourceLocation Loc) {
    if (!Class || !isSharedObject(C, C.ast().getCanonicalTagType(Class)))
      return;
    for (const QualType T : typeArguments(Class))
      if (isSpinLocked(T))
        checkLocked(Class, T, Loc);
      else
        checkWire(T, Loc);
    checkKey(Class, Loc);
  }

  bool isSpinLocked(QualType T) const { return C.annotation(T, "rex::global") == "spin_locked"; }

  /// A lock in a map's value, where the kernel takes care of it.
  void checkLocked(const CXXRecordDecl *Map, QualType Value, SourceLocation Loc) {
    if (C.annotation(Map, "rex::locked").empty()) {
      C.report(rules::Wire, Loc, "this map's values, or its keys, cannot have a lock")
          .remedy("write rex::ArrayMap<" + name(Value) + ", N>, or a preallocated rex::HashMap");
      return;
    }
    for (const QualType T : typeArguments(Value->getAsCXXRecordDecl()))
      checkWire(T, Loc);
  }

  /// A key that the SDK puts together of the user's data: that of an LpmTrieMap.
  void checkKey(const CXXRecordDecl *Map, SourceLocation Loc) {
    for (const NamedDecl *Member : Map->lookup(&C.ast().Idents.get("key_type"))) {
      const auto *Alias = dyn_cast<TypedefNameDecl>(Member);
      const CXXRecordDecl *Key = Alias ? Alias->getUnderlyingType()->getAsCXXRecordDecl() : nullptr;
      if (!Key || Key->getDeclContext() != Map)
        continue;
      C.complete(Alias->getUnderlyingType(), Loc);
      Fault F;
      if (Key->hasDefinition() && findFaultInStruct(Key->getDefinition(), F))
        C.report(rules::Wire, Loc, "in the key, " + F.Message)
            .remedy("let the key's data have a size that is a multiple of 4 bytes");
    }
  }

  void checkWire(QualType T, SourceLocation Loc) {
    Fault F;
    if (!findFault(T, F))
      return;
    Diagnostic &D = C.report(rules::Wire, Loc, F.Message);
    if (F.Where.isValid())
      D.note(F.Where, "this one");
    if (!F.Remedy.empty())
      D.remedy(F.Remedy);
  }

  std::string name(QualType T) const { return T.getAsString(C.ast().getPrintingPolicy()); }

  bool fail(Fault &F, const llvm::Twine &Message, const llvm::Twine &Remedy = "") const {
    F.Message = Message.str();
    F.Remedy = Remedy.str();
    return true;
  }

  bool findFault(QualType T, Fault &F) const {
    T = T.getCanonicalType().getUnqualifiedType();
    if (T->isBooleanType())
      return fail(F, "a bool has only two of the values of its byte",
                  "store a rex::u8, and compare it with 0 after reading");
    if (const EnumDecl *Enum = T->getAsEnumDecl()) {
      if (!Enum->isFixed())
        return fail(F, "'" + name(T) + "' has no type of its own",
                    "write enum class " + Enum->getName() + " : rex::u32");
      return findFault(Enum->getIntegerType(), F);
    }
    if (T->isIntegerType())
      return false;
    const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || Record->isUnion() || Record->isLambda())
      return fail(F, "'" + name(T) + "' is not data for others to read");
    if (C.isTrusted(Record))
      return findFaultInSdkType(T, Record, F);
    return findFaultInStruct(Record, F);
  }

  bool findFaultInSdkType(QualType T, const CXXRecordDecl *Record, Fault &F) const {
    if (C.annotation(Record, "rex::wire").empty())
      return fail(F, "'" + name(T) + "' is not data for others to read");
    return llvm::any_of(typeArguments(Record), [&](QualType Part) { return findFault(Part, F); });
  }

  bool findFaultInStruct(const CXXRecordDecl *Record, Fault &F) const {
    for (const CXXBaseSpecifier &Base : Record->bases())
      if (const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
          Class && !Class->isEmpty())
        return fail(F, "'" + Record->getName() + "' has a base class with members",
                    "make the base class its first member");
    const ASTRecordLayout &Layout = C.ast().getASTRecordLayout(Record);
    uint64_t End = 0;
    const FieldDecl *Last = nullptr;
    for (const FieldDecl *Field : Record->fields()) {
      if (findFault(Field->getType(), F)) {
        F.Where = F.Where.isValid() ? F.Where : Field->getLocation();
        return true;
      }
      const uint64_t Offset = Layout.getFieldOffset(Field->getFieldIndex()) / 8;
      if (Offset != End)
        return hole(Last, Offset - End, F);
      End = Offset + C.ast().getTypeSizeInChars(Field->getType()).getQuantity();
      Last = Field;
    }
    const uint64_t Size = Layout.getSize().getQuantity();
    if (!Last)
      return fail(F, "'" + Record->getName() + "' has no members");
    return End != Size && hole(Last, Size - End, F);
  }

  bool hole(const FieldDecl *After, uint64_t Bytes, Fault &F) const {
    F.Where = After ? After->getLocation() : SourceLocation();
    const std::string Name = After ? After->getNameAsString() : "the start";
    return fail(F,
                llvm::Twine(Bytes) + (Bytes == 1 ? " byte" : " bytes") + " after '" + Name +
                    "' would leave the program unwritten",
                "add after '" + Name + "': rex::Array<rex::u8, " + llvm::Twine(Bytes) +
                    "> reserved{};");
  }
};

} // namespace

std::unique_ptr<Family> createWireRules(Context &C) { return std::make_unique<WireRules>(C); }

} // namespace rex
