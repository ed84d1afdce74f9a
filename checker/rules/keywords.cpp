// SPDX-License-Identifier: GPL-2.0-only
// Words: an allow-list of keywords, and names that are not the user's to use.  Checked on
// tokens, so that nothing depends on where a word stands: in a template that is never
// instantiated, in a default argument, behind a macro.
#include "advice.h"
#include "context.h"
#include "parts.h"

#include <clang/Lex/Token.h>

using namespace clang;

namespace rex {
namespace {

/// The rule against a keyword; null for those of the language.
const Rule *ruleAgainst(tok::TokenKind Kind) {
  switch (Kind) {
  case tok::kw_alignof:
  case tok::kw_auto:
  case tok::kw_bool:
  case tok::kw_break:
  case tok::kw_case:
  case tok::kw_char:
  case tok::kw_char8_t:
  case tok::kw_char16_t:
  case tok::kw_char32_t:
  case tok::kw_class:
  case tok::kw_concept:
  case tok::kw_const:
  case tok::kw_consteval:
  case tok::kw_constexpr:
  case tok::kw_constinit:
  case tok::kw_continue:
  case tok::kw_decltype:
  case tok::kw_default:
  case tok::kw_delete: // of a function; as an expression, below
  case tok::kw_do:
  case tok::kw_else:
  case tok::kw_enum:
  case tok::kw_explicit:
  case tok::kw_false:
  case tok::kw_for:
  case tok::kw_if:
  case tok::kw_inline:
  case tok::kw_int:
  case tok::kw_long:
  case tok::kw_mutable: // of a closure; of a member, see types
  case tok::kw_namespace:
  case tok::kw_noexcept:
  case tok::kw_operator:
  case tok::kw_private:
  case tok::kw_protected:
  case tok::kw_public:
  case tok::kw_requires:
  case tok::kw_return:
  case tok::kw_short:
  case tok::kw_signed:
  case tok::kw_sizeof:
  case tok::kw_static:
  case tok::kw_static_assert:
  case tok::kw_static_cast:
  case tok::kw_struct:
  case tok::kw_switch:
  case tok::kw_template:
  case tok::kw_this:
  case tok::kw_true:
  case tok::kw_typedef:
  case tok::kw_typename:
  case tok::kw_unsigned:
  case tok::kw_using:
  case tok::kw_void:
  case tok::kw_while:
    return nullptr;
  case tok::kw_alignas:
    return &rules::Alignas;
  case tok::kw_asm:
    return &rules::Asm;
  case tok::kw_catch:
  case tok::kw_throw:
  case tok::kw_try:
    return &rules::Exception;
  case tok::kw_co_await:
  case tok::kw_co_return:
  case tok::kw_co_yield:
    return &rules::Coroutine;
  case tok::kw_const_cast:
  case tok::kw_reinterpret_cast:
    return &rules::Cast;
  case tok::kw_double:
  case tok::kw_float:
    return &rules::FloatingPoint;
  case tok::kw_dynamic_cast:
  case tok::kw_typeid:
    return &rules::Rtti;
  case tok::kw_export:
  case tok::kw_import:
  case tok::kw_module:
    return &rules::Module;
  case tok::kw_extern:
    return &rules::Extern;
  case tok::kw_friend:
    return &rules::Friend;
  case tok::kw_goto:
    return &rules::Goto;
  case tok::kw_new:
    return &rules::NewDelete;
  case tok::kw_nullptr:
    return &rules::Pointer;
  case tok::kw_thread_local:
    return &rules::ThreadLocal;
  case tok::kw_union:
    return &rules::Union;
  case tok::kw_virtual:
    return &rules::Virtual;
  case tok::kw_volatile:
    return &rules::Volatile;
  default:
    return &rules::Keyword;
  }
}

bool isReserved(llvm::StringRef Name) {
  return Name.starts_with("__") || (Name.size() > 1 && Name[0] == '_' && isUppercase(Name[1]));
}

class KeywordRules : public Family {
public:
  using Family::Family;

  void checkToken(const Token &T) override {
    if (Std && T.isOneOf(tok::coloncolon, tok::identifier))
      completeStd(T);
    else
      Std = nullptr;
    if (const IdentifierInfo *Id = T.getIdentifierInfo())
      checkWord(T, *Id);
    Previous = T.getKind();
  }

private:
  void checkWord(const Token &T, const IdentifierInfo &Id) {
    const SourceLocation Loc = T.getLocation();
    // Also every keyword that only clang and gcc know.
    if (isReserved(Id.getName())) {
      if (Id.getName().starts_with("__asm"))
        C.report(rules::Asm, Loc, "assembly can do what nothing can check");
      else if (Id.getName().starts_with("__attribute"))
        C.report(rules::Attribute, Loc, "this attribute is not part of the language");
      else
        C.report(rules::ReservedName, Loc, "'" + Id.getName() + "' belongs to the compiler");
    } else if (T.is(tok::identifier)) {
      if (Id.isStr("std") && Previous != tok::period)
        Std = &C.report(rules::StdLibrary, Loc, "there is no standard library in the kernel");
    } else if (T.is(tok::kw_delete)) {
      if (Previous != tok::equal)
        C.report(rules::NewDelete, Loc, "there is no heap to give back to");
    } else if (!Id.isCPlusPlusOperatorKeyword() || T.isNot(Id.getTokenID())) {
      const Rule *R = ruleAgainst(T.getKind());
      // What may be declared so, and that it is, see the rules on globals.
      if (R == &rules::Extern && !C.options().Part.empty() && isInProjectHeader(C, Loc))
        R = nullptr;
      if (R)
        C.report(*R, Loc, message(*R, Id.getName()));
    }
  }

  static std::string message(const Rule &R, llvm::StringRef Word) {
    if (&R == &rules::NewDelete)
      return "there is no heap to allocate from";
    if (&R == &rules::Exception)
      return "an extension has no exceptions";
    if (&R == &rules::FloatingPoint)
      return ("'" + Word + "': the kernel has no floating point").str();
    if (&R == &rules::Pointer)
      return "there are no pointers, hence no null pointer";
    return ("'" + Word + "' is not part of the language").str();
  }

  void completeStd(const Token &T) {
    if (T.is(tok::coloncolon))
      return;
    llvm::StringRef Name = T.getIdentifierInfo()->getName();
    Std->Message = ("there is no std::" + Name + " in the kernel").str();
    if (llvm::StringRef Instead = insteadOfStd(Name); !Instead.empty())
      Std->remedy(Instead);
    Std = nullptr;
  }

  Diagnostic *Std = nullptr; // waits for the name after std::
  tok::TokenKind Previous = tok::unknown;
};

} // namespace

std::unique_ptr<Family> createKeywordRules(Context &C) { return std::make_unique<KeywordRules>(C); }

} // namespace rex
