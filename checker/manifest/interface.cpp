// SPDX-License-Identifier: GPL-2.0-only
#include "manifest/interface.h"

#include "context.h"
#include "lifetime.h"
#include "manifest/entity.h"
#include "parts.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/Mangle.h>

using namespace clang;

namespace rex {
namespace {

class Collector {
public:
  explicit Collector(const Context &C) : C(C), AST(C.ast()), Names(AST), Layouts(C) {}

  Interface run() {
    visit(AST.getTranslationUnitDecl());
    Found.Types = Layouts.entries();
    return std::move(Found);
  }

private:
  void visit(const DeclContext *DC) {
    for (const Decl *D : DC->decls()) {
      if (const auto *Inner = dyn_cast<NamespaceDecl>(D)) {
        visit(Inner);
        continue;
      }
      if (C.isTrusted(D))
        continue;
      if (const auto *Function = dyn_cast<FunctionDecl>(D))
        addFunction(Function);
      else if (const auto *Var = dyn_cast<VarDecl>(D))
        addVariable(Var);
      else if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
        for (const ClassTemplateSpecializationDecl *Special : Template->specializations())
          addType(Special);
      else if (const auto *Tag = dyn_cast<TagDecl>(D))
        addType(Tag);
    }
  }

  void addType(const TagDecl *Tag) {
    if (Tag->isDependentContext() || !Tag->isThisDeclarationADefinition())
      return;
    if (Tag->isExternallyVisible())
      Layouts.reach(AST.getCanonicalTagType(Tag));
    if (const auto *Record = dyn_cast<CXXRecordDecl>(Tag))
      visit(Record);
  }

  void addFunction(const FunctionDecl *Function) {
    if (!isOneForAllFiles(Function) || !Seen.insert(Function->getCanonicalDecl()).second)
      return;
    SharedEntry Entry = entryOf(Function);
    // A constructor's result is its class: of a member function the object's type counts as well.
    Entry.Type = Layouts.keyOf(Function->getType()) + flagsOf(Function);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function))
      Entry.Layouts.merge(Layouts.reach(AST.getCanonicalTagType(Method->getParent())));
    Entry.Text = textOf(Function);
    Entry.Defined = Function->isDefined();
    Found.Functions.push_back(std::move(Entry));
  }

  void addVariable(const VarDecl *Var) {
    if (!isSharedObject(C, Var->getType()) || Var->getType()->isReferenceType() ||
        !Var->isExternallyVisible() || !Seen.insert(Var->getCanonicalDecl()).second)
      return;
    SharedEntry Entry = entryOf(Var);
    Entry.Type = Layouts.keyOf(Var->getType());
    Entry.Text =
        Var->getType().getAsString(AST.getPrintingPolicy()) + " " + Var->getQualifiedNameAsString();
    Entry.Defined = Var->hasDefinition() == VarDecl::Definition;
    Found.Variables.push_back(std::move(Entry));
  }

  SharedEntry entryOf(const ValueDecl *D) {
    SharedEntry Entry;
    Entry.Name = D->getQualifiedNameAsString();
    Entry.Symbol = Names.getName(D);
    Entry.Layouts = Layouts.reach(D->getType());
    const Decl *Shown = D;
    for (const Decl *Each : D->redecls()) {
      Entry.Used |= Each->isReferenced() || Each->isUsed(/*CheckUsedAttr=*/false);
      const auto *Function = dyn_cast<FunctionDecl>(Each);
      const auto *Var = dyn_cast<VarDecl>(Each);
      if ((Function && Function->isThisDeclarationADefinition()) ||
          (Var && Var->isThisDeclarationADefinition() == VarDecl::Definition))
        Shown = Each;
    }
    Entry.Where = placeOf(C, Shown);
    return Entry;
  }

  /// What neither the symbol nor the type of a function tells.
  std::string flagsOf(const FunctionDecl *Function) const {
    std::string Flags;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function))
      Flags += Method->isStatic() ? " static" : " member";
    Flags += " result refers to";
    for (const ParmVarDecl *Parameter : Function->parameters())
      Flags += isBound(C, Parameter) ? " yes" : " no";
    return Flags;
  }

  std::string textOf(const FunctionDecl *Function) const {
    const PrintingPolicy &Policy = AST.getPrintingPolicy();
    std::string Text = Function->getReturnType().getAsString(Policy) + " " +
                       Function->getQualifiedNameAsString() + "(";
    for (const ParmVarDecl *Parameter : Function->parameters()) {
      if (Parameter->getFunctionScopeIndex() > 0)
        Text += ", ";
      Text += Parameter->getType().getAsString(Policy);
      if (Parameter->hasAttr<LifetimeBoundAttr>())
        Text += " [[clang::lifetimebound]]";
    }
    Text += ")";
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function))
      Text = (Method->isStatic() ? "static " : "") + Text + (Method->isConst() ? " const" : "");
    return Text;
  }

  const Context &C;
  ASTContext &AST;
  ASTNameGenerator Names;
  LayoutTable Layouts;
  llvm::DenseSet<const Decl *> Seen;
  Interface Found;
};

} // namespace

Interface interfaceOf(const Context &C) { return Collector(C).run(); }

} // namespace rex
