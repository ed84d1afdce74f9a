// SPDX-License-Identifier: GPL-2.0-only
#include "manifest/layout.h"

#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecordLayout.h>

using namespace clang;

namespace rex {

LayoutTable::LayoutTable(const Context &C)
    : C(C), AST(C.ast()), Mangler(AST.createMangleContext()) {}

std::set<std::string> LayoutTable::reach(QualType T) {
  std::set<std::string> Keys;
  llvm::DenseSet<const TagDecl *> Seen;
  Tags Open;
  collect(T, Open);
  while (!Open.empty()) {
    const TagDecl *Tag = Open.pop_back_val();
    if (!Seen.insert(Tag).second)
      continue;
    // Of an incomplete type nothing but references exist here.
    const Described &Type = describe(Tag);
    if (!Type.Entry.Exact.empty())
      Keys.insert(Type.Entry.Key);
    Open.append(Type.MadeOf);
  }
  return Keys;
}

std::string LayoutTable::keyOf(QualType T) const {
  std::string Key;
  llvm::raw_string_ostream Out(Key);
  Mangler->mangleCanonicalTypeName(T.getCanonicalType(), Out);
  return Key;
}

std::vector<TypeEntry> LayoutTable::entries() const {
  std::vector<TypeEntry> All;
  for (const auto &[Tag, Type] : Known)
    if (!Type->Entry.Exact.empty())
      All.push_back(Type->Entry);
  llvm::sort(All, [](const TypeEntry &A, const TypeEntry &B) { return A.Key < B.Key; });
  return All;
}

const LayoutTable::Described &LayoutTable::describe(const TagDecl *Tag) {
  std::unique_ptr<Described> &Type = Known[Tag->getCanonicalDecl()];
  if (Type)
    return *Type;
  Type = std::make_unique<Described>();
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Tag);
  if (Special)
    for (const TemplateArgument &Argument : Special->getTemplateArgs().asArray())
      collect(Argument, Type->MadeOf);
  const TagDecl *Definition = Tag->getDefinition();
  if (!Definition || Definition->isInvalidDecl() || Definition->isDependentContext())
    return *Type;
  const QualType T = AST.getCanonicalTagType(Definition);
  Type->Entry.Key = keyOf(T);
  Type->Entry.Name = textOf(T);
  Type->Entry.Named = isNamed(Definition);
  Type->Entry.Where = placeOf(C, Definition);
  if (const auto *Record = dyn_cast<CXXRecordDecl>(Definition))
    describe(Record, *Type);
  else if (const auto *Enum = dyn_cast<EnumDecl>(Definition))
    describe(Enum, *Type);
  return *Type;
}

void LayoutTable::describe(const CXXRecordDecl *Record, Described &To) const {
  const ASTRecordLayout &Layout = AST.getASTRecordLayout(Record);
  llvm::raw_string_ostream Out(To.Entry.Exact);
  // Where in memory, where the next object may begin, and in which registers it is passed.
  Out << "class size " << Layout.getSize().getQuantity() << " align "
      << Layout.getAlignment().getQuantity() << " data " << Layout.getDataSize().getQuantity()
      << " part " << Layout.getNonVirtualSize().getQuantity() << " empty " << Record->isEmpty()
      << " in registers " << Record->canPassInRegisters() << " copied by bytes "
      << Record->isTriviallyCopyable() << " ends silently " << Record->hasTrivialDestructor()
      << ';';
  for (const CXXBaseSpecifier &Base : Record->bases()) {
    const QualType T = Base.getType();
    const int64_t Offset = Layout.getBaseClassOffset(T->getAsCXXRecordDecl()).getQuantity();
    Out << "base " << keyOf(T) << " at " << Offset << ';';
    To.Entry.Members.push_back(("base " + textOf(T) + " at byte " + llvm::Twine(Offset)).str());
    collect(T, To.MadeOf);
  }
  for (const FieldDecl *Field : Record->fields()) {
    const QualType T = Field->getType();
    const uint64_t Offset = Layout.getFieldOffset(Field->getFieldIndex()); // bits
    Out << "field " << Field->getName() << ' ' << keyOf(T) << " at " << Offset << ';';
    To.Entry.Members.push_back(
        (textOf(T) + " " + Field->getName() + " at byte " + llvm::Twine(Offset / 8)).str());
    collect(T, To.MadeOf);
  }
}

void LayoutTable::describe(const EnumDecl *Enum, Described &To) const {
  llvm::raw_string_ostream Out(To.Entry.Exact);
  Out << "enum " << keyOf(Enum->getIntegerType()) << " fixed " << Enum->isFixed() << ';';
  To.Entry.Members.push_back("an enum of " + textOf(Enum->getIntegerType()));
  for (const EnumConstantDecl *Constant : Enum->enumerators()) {
    llvm::SmallString<24> Number;
    Constant->getInitVal().toString(Number, 10);
    Out << Constant->getName() << ' ' << Number << ';';
    To.Entry.Members.push_back((Constant->getName() + " = " + Number).str());
  }
}

bool LayoutTable::isNamed(const TagDecl *Tag) const {
  const auto *Record = dyn_cast<CXXRecordDecl>(Tag);
  return !C.isTrusted(Tag) && Tag->isExternallyVisible() && Tag->hasNameForLinkage() &&
         !(Record && Record->isLambda()) && !Tag->getParentFunctionOrMethod();
}

std::string LayoutTable::textOf(QualType T) const { return T.getAsString(AST.getPrintingPolicy()); }

void LayoutTable::collect(QualType T, Tags &To) {
  if (T.isNull())
    return;
  T = T.getCanonicalType();
  if (const TagDecl *Tag = T->getAsTagDecl()) {
    To.push_back(Tag);
  } else if (T->isReferenceType() || T->isPointerType()) {
    collect(T->getPointeeType(), To);
  } else if (T->isArrayType()) {
    collect(QualType(T->getArrayElementTypeNoTypeQual(), 0), To);
  } else if (const auto *Function = T->getAs<FunctionProtoType>()) {
    collect(Function->getReturnType(), To);
    for (QualType Parameter : Function->getParamTypes())
      collect(Parameter, To);
  }
}

void LayoutTable::collect(const TemplateArgument &Argument, Tags &To) {
  switch (Argument.getKind()) {
  case TemplateArgument::Type:
    return collect(Argument.getAsType(), To);
  case TemplateArgument::Integral:
    return collect(Argument.getIntegralType(), To);
  case TemplateArgument::Declaration:
    return collect(Argument.getAsDecl()->getType(), To);
  case TemplateArgument::StructuralValue:
    return collect(Argument.getStructuralValueType(), To);
  case TemplateArgument::Pack:
    for (const TemplateArgument &Element : Argument.pack_elements())
      collect(Element, To);
    return;
  case TemplateArgument::Null:
  case TemplateArgument::NullPtr:
  case TemplateArgument::Template:
  case TemplateArgument::TemplateExpansion:
  case TemplateArgument::Expression:
    return;
  }
}

} // namespace rex
