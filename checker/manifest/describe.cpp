// SPDX-License-Identifier: GPL-2.0-only
#include "context.h"
#include "manifest/entity.h"
#include "manifest/manifest.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/Mangle.h>
#include <clang/AST/RecordLayout.h>

using namespace clang;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace rex {
namespace {

class Describer {
public:
  explicit Describer(const Context &C) : C(C), AST(C.ast()), Names(AST) {}

  Manifest run() {
    M.License = licenseOf(C);
    visit(AST.getTranslationUnitDecl());
    if (!C.options().Part.empty())
      M.Shared = interfaceOf(C);
    return std::move(M);
  }

private:
  void visit(const DeclContext *DC) {
    for (const Decl *D : DC->decls()) {
      if (const auto *Inner = dyn_cast<NamespaceDecl>(D))
        visit(Inner);
      if (C.isTrusted(D))
        continue;
      if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
        if (Function->isThisDeclarationADefinition() && isProgram(C, Function))
          addProgram(Function);
      } else if (const auto *Var = dyn_cast<VarDecl>(D);
                 Var && Var->isThisDeclarationADefinition() == VarDecl::Definition) {
        if (isMap(C, Var->getType()))
          addMap(Var);
        else if (isSharedObject(C, Var->getType()))
          addGlobal(Var);
      }
    }
  }

  void addProgram(const FunctionDecl *Function) {
    const CXXRecordDecl *Hook = hookOf(C, Function);
    M.Programs.push_back({Function->getName().str(), Names.getName(Function),
                          C.annotation(Hook, "rex::hook").str(), targetOf(Hook),
                          C.annotatedNumber(Hook, "rex::panic_value").value_or(0),
                          parametersOf(Hook), placeOf(C, Function)});
  }

  /// The types after a hook's target: bool, Task of RawTracepoint<"sched_switch", bool, Task>,
  /// also where the hook is the base of OnPanic.
  Array parametersOf(const CXXRecordDecl *Hook) {
    Array Parameters;
    Hook = Context::definitionOf(Hook);
    if (!Hook)
      return Parameters;
    if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Hook))
      for (const TemplateArgument &Argument : Special->getTemplateArgs().asArray())
        if (Argument.getKind() == TemplateArgument::Pack)
          for (const TemplateArgument &Type : Argument.pack_elements())
            if (Type.getKind() == TemplateArgument::Type)
              Parameters.push_back(describe(Type.getAsType()));
    if (Parameters.empty() && Hook->getNumBases() == 1)
      return parametersOf(Hook->bases_begin()->getType()->getAsCXXRecordDecl());
    return Parameters;
  }

  void addMap(const VarDecl *Var) {
    const CXXRecordDecl *Map = Var->getType()->getAsCXXRecordDecl();
    MapEntry Entry;
    Entry.Name = Var->getName().str();
    Entry.Symbol = Names.getName(Var);
    Entry.Type = C.annotation(Map, "rex::map").str();
    Entry.Key = describeMember(Map, "key_type");
    Entry.Value = describeMember(Map, "value_type");
    Entry.Where = placeOf(C, Var);
    // From the initialiser that goes into the object, so that the two always agree.
    if (const APValue *Init = Var->evaluateValue())
      readSizes(Map, *Init, Entry);
    M.Maps.push_back(std::move(Entry));
  }

  void addGlobal(const VarDecl *Var) {
    const CXXRecordDecl *Class = Var->getType()->getAsCXXRecordDecl();
    GlobalEntry Entry;
    Entry.Name = Var->getName().str();
    Entry.Symbol = Names.getName(Var);
    Entry.Kind = C.annotation(Class, "rex::global").str();
    Entry.Size = AST.getTypeSizeInChars(Var->getType()).getQuantity();
    Entry.Value = describeMember(Class, "value_type");
    Entry.Where = placeOf(C, Var);
    M.Globals.push_back(std::move(Entry));
  }

  /// Finds the rex_map in a map's initial value.
  bool readSizes(const CXXRecordDecl *Record, const APValue &Init, MapEntry &Entry) {
    if (!Init.isStruct())
      return false;
    if (Record->getName() == "rex_map") {
      for (const FieldDecl *Field : Record->fields()) {
        const APValue &Member = Init.getStructField(Field->getFieldIndex());
        if (!Member.isInt())
          continue;
        const uint64_t Number = Member.getInt().getZExtValue();
        if (Field->getName() == "key_size")
          Entry.KeySize = Number;
        else if (Field->getName() == "value_size")
          Entry.ValueSize = Number;
        else if (Field->getName() == "max_entries")
          Entry.MaxEntries = Number;
        else if (Field->getName() == "flags")
          Entry.Flags = Number;
      }
      return true;
    }
    for (const FieldDecl *Field : Record->fields())
      if (const CXXRecordDecl *Inner = Field->getType()->getAsCXXRecordDecl())
        if (readSizes(Inner, Init.getStructField(Field->getFieldIndex()), Entry))
          return true;
    return false;
  }

  /// The text of a hook's FixedString argument: "write_null" of Kprobe<"write_null">, also where
  /// the hook is the base of OnPanic.
  static std::string targetOf(const CXXRecordDecl *Hook) {
    Hook = Context::definitionOf(Hook);
    if (!Hook)
      return "";
    if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Hook))
      for (const TemplateArgument &Argument : Special->getTemplateArgs().asArray())
        if (std::string Text = textOf(Argument); !Text.empty())
          return Text;
    for (const CXXBaseSpecifier &Base : Hook->bases())
      if (std::string Target = targetOf(Base.getType()->getAsCXXRecordDecl()); !Target.empty())
        return Target;
    return "";
  }

  static std::string textOf(const TemplateArgument &Argument) {
    if (Argument.getKind() == TemplateArgument::Declaration)
      if (const auto *Object = dyn_cast<TemplateParamObjectDecl>(Argument.getAsDecl()))
        return textOf(Object->getValue());
    return "";
  }

  static std::string textOf(const APValue &FixedString) {
    std::string Text;
    if (!FixedString.isStruct() || FixedString.getStructNumFields() == 0)
      return Text;
    const APValue &Chars = FixedString.getStructField(0);
    for (unsigned I = 0; Chars.isArray() && I < Chars.getArrayInitializedElts(); ++I)
      if (const auto Char = Chars.getArrayInitializedElt(I).getInt().getZExtValue())
        Text.push_back(static_cast<char>(Char));
    return Text;
  }

  /// The public member type of a map class, null without one.
  Value describeMember(const CXXRecordDecl *Class, llvm::StringRef Name) {
    for (const NamedDecl *Member : Class->lookup(&AST.Idents.get(Name)))
      if (const auto *Alias = dyn_cast<TypedefNameDecl>(Member))
        return describe(Alias->getUnderlyingType());
    return nullptr;
  }

  Value describe(QualType T) {
    T = T.getCanonicalType().getUnqualifiedType();
    if (!C.annotation(T, "rex::field").empty())
      return describeField(T->getAsCXXRecordDecl());
    const int64_t Size = AST.getTypeSizeInChars(T).getQuantity();
    if (const EnumDecl *Enum = T->getAsEnumDecl()) {
      Array Values;
      for (const EnumConstantDecl *Constant : Enum->enumerators())
        Values.push_back(
            Object{{"name", Constant->getName()}, {"value", Constant->getInitVal().getExtValue()}});
      return Object{{"kind", "enum"},
                    {"name", Enum->getName()},
                    {"size", Size},
                    {"signed", Enum->getIntegerType()->isSignedIntegerType()},
                    {"values", std::move(Values)}};
    }
    if (T->isIntegerType())
      return Object{
          {"kind", "int"},
          {"name", ((T->isSignedIntegerType() ? "i" : "u") + llvm::Twine(Size * 8)).str()},
          {"size", Size},
          {"signed", T->isSignedIntegerType()}};
    if (const auto *CArray = AST.getAsConstantArrayType(T))
      return Object{{"kind", "array"},
                    {"count", static_cast<int64_t>(CArray->getZExtSize())},
                    {"element", describe(CArray->getElementType())}};
    // A class of the SDK that stands for an object of the kernel.
    if (llvm::StringRef Structure = C.annotation(T, "rex::kernel"); !Structure.empty())
      return Object{{"kind", "pointer"},
                    {"structure",
                     Structure == "pointer" ? targetOf(T->getAsCXXRecordDecl()) : Structure.str()}};
    if (!C.annotation(T, "rex::spin_lock").empty())
      return Object{{"kind", "spin_lock"}};
    if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl(); Record && Record->hasDefinition())
      return describe(Record, Size);
    return nullptr;
  }

  /// TraceField<"prev_pid", rex::i32>: its name, and the type that the program takes it for.
  Value describeField(const CXXRecordDecl *Field) {
    const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Field);
    if (!Special || Special->getTemplateArgs().size() != 2)
      return nullptr;
    const QualType Type = Special->getTemplateArgs()[1].getAsType();
    C.complete(Type, Field->getLocation()); // nothing else may use it
    return Object{{"kind", "field"},
                  {"name", textOf(Special->getTemplateArgs()[0])},
                  {"type", describe(Type)}};
  }

  Value describe(const CXXRecordDecl *Record, int64_t Size) {
    const ASTRecordLayout &Layout = AST.getASTRecordLayout(Record);
    Array Fields;
    for (const FieldDecl *Field : Record->fields())
      Fields.push_back(Object{
          {"name", Field->getName()},
          {"offset", static_cast<int64_t>(Layout.getFieldOffset(Field->getFieldIndex()) / 8)},
          {"type", describe(Field->getType())}});
    return Object{{"kind", "struct"},
                  {"name", Record->getName()},
                  {"size", Size},
                  {"fields", std::move(Fields)}};
  }

  const Context &C;
  ASTContext &AST;
  ASTNameGenerator Names;
  Manifest M;
};

} // namespace

Manifest describe(const Context &C) { return Describer(C).run(); }

} // namespace rex
