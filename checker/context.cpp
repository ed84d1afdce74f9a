// SPDX-License-Identifier: GPL-2.0-only
#include "context.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/Expr.h>
#include <clang/Sema/Sema.h>

using namespace clang;

namespace rex {

Context::Context(CompilerInstance &CI, Options Opts)
    : CI(CI), Opts(std::move(Opts)),
      Trust(std::make_shared<SourceTrust>(
          CI.getSourceManager(), llvm::ArrayRef<std::string>{this->Opts.Sdk, this->Opts.Abi})),
      Sink(std::make_shared<DiagnosticSink>(CI.getSourceManager(), Trust)) {}

Diagnostic &Context::report(const Rule &R, SourceLocation Loc, const llvm::Twine &Message,
                            Strength S) {
  if (R.Id == Opts.Disable)
    return Disabled = {};
  return Sink->add(R, Loc, Message, S);
}

bool Context::isTrusted(const Decl *D) const {
  // The compiler's own declarations have no place.
  return D->getLocation().isInvalid() || isTrusted(D->getLocation());
}

void Context::complete(QualType T, SourceLocation Loc) const {
  CI.getSema().isCompleteType(Loc, T);
}

llvm::StringRef Context::ownAnnotation(const Decl *D, llvm::StringRef Key) const {
  for (const auto *A : D->specific_attrs<AnnotateAttr>()) {
    if (A->getAnnotation() != Key || !isTrusted(A->getLocation()))
      continue;
    if (A->args_size() == 0)
      return "yes";
    if (const auto *Text = dyn_cast<StringLiteral>((*A->args_begin())->IgnoreParenImpCasts()))
      return Text->getString();
    if (const auto *Constant = dyn_cast<ConstantExpr>(*A->args_begin()))
      if (const auto *Text = dyn_cast<StringLiteral>(Constant->getSubExpr()->IgnoreParenImpCasts()))
        return Text->getString();
  }
  return "";
}

const CXXRecordDecl *Context::definitionOf(const CXXRecordDecl *Record) {
  if (!Record || Record->hasDefinition())
    return Record ? Record->getDefinition() : nullptr;
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record))
    return Special->getSpecializedTemplate()->getTemplatedDecl()->getDefinition();
  return nullptr;
}

llvm::StringRef Context::annotation(const CXXRecordDecl *Record, llvm::StringRef Key) const {
  if (!Record)
    return "";
  for (const Decl *D : Record->redecls())
    if (llvm::StringRef Name = ownAnnotation(D, Key); !Name.empty())
      return Name;
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record))
    for (const Decl *D : Special->getSpecializedTemplate()->getTemplatedDecl()->redecls())
      if (llvm::StringRef Name = ownAnnotation(D, Key); !Name.empty())
        return Name;
  if (const CXXRecordDecl *Definition = definitionOf(Record))
    for (const CXXBaseSpecifier &Base : Definition->bases())
      if (llvm::StringRef Name = annotation(Base.getType()->getAsCXXRecordDecl(), Key);
          !Name.empty())
        return Name;
  return "";
}

std::optional<int64_t> Context::annotatedNumber(const CXXRecordDecl *Record,
                                                llvm::StringRef Key) const {
  Record = definitionOf(Record);
  if (!Record)
    return std::nullopt;
  for (const auto *A : Record->specific_attrs<AnnotateAttr>()) {
    if (A->getAnnotation() != Key || !isTrusted(A->getLocation()) || A->args_size() == 0)
      continue;
    const Expr *Argument = *A->args_begin();
    Expr::EvalResult Result;
    if (!Argument->isValueDependent() && Argument->EvaluateAsInt(Result, ast()))
      return Result.Val.getInt().getExtValue();
  }
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (auto Number = annotatedNumber(Base.getType()->getAsCXXRecordDecl(), Key))
      return Number;
  return std::nullopt;
}

llvm::StringRef Context::annotation(QualType T, llvm::StringRef Key) const {
  return T.isNull() ? "" : annotation(T.getNonReferenceType()->getAsCXXRecordDecl(), Key);
}

llvm::StringRef Context::annotation(const FunctionDecl *Function, llvm::StringRef Key) const {
  if (!Function)
    return "";
  if (const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern())
    Function = Pattern;
  for (const Decl *D : Function->redecls())
    if (llvm::StringRef Name = ownAnnotation(D, Key); !Name.empty())
      return Name;
  return "";
}

bool Context::isInternal(const Decl *D) const {
  if (!isTrusted(D) || D->getLocation().isInvalid())
    return false;
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent()) {
    if (isa<LinkageSpecDecl>(DC))
      return true;
    if (const auto *NS = dyn_cast<NamespaceDecl>(DC); NS && NS->getName() == "detail")
      return true;
  }
  const auto *NS = dyn_cast<NamespaceDecl>(D);
  return NS && NS->getName() == "detail";
}

} // namespace rex
