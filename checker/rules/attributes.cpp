// SPDX-License-Identifier: GPL-2.0-only
// Attributes, by their tokens: also those that clang ignores, and those in templates that are
// never instantiated.  `[[` begins an attribute wherever it stands.
#include "context.h"

#include <clang/Lex/Token.h>

using namespace clang;

namespace rex {
namespace {

bool isAllowed(llvm::StringRef Name) {
  return llvm::is_contained({"nodiscard", "maybe_unused", "fallthrough", "likely", "unlikely",
                             "deprecated", "clang::lifetimebound"},
                            Name);
}

class AttributeRules : public Family {
public:
  using Family::Family;

  void checkToken(const Token &T) override {
    if (!Inside) {
      if (T.is(tok::l_square) && Previous.is(tok::l_square))
        begin();
    } else if (T.isOneOf(tok::l_paren, tok::l_square, tok::l_brace)) {
      ++Depth;
    } else if (Depth > 0 && T.isOneOf(tok::r_paren, tok::r_square, tok::r_brace)) {
      --Depth;
    } else if (Depth == 0) {
      continueList(T);
    }
    Previous = T;
  }

private:
  void begin() {
    Inside = true;
    Depth = 0;
    Name.clear();
  }

  void continueList(const Token &T) {
    if (T.isOneOf(tok::comma, tok::r_square)) {
      end();
      Inside = T.is(tok::comma);
      return;
    }
    if (Name.empty())
      Start = T.getLocation();
    if (const IdentifierInfo *Id = T.getIdentifierInfo())
      Name += Id->getName();
    else
      Name += T.is(tok::coloncolon) ? "::" : "?";
  }

  void end() {
    if (!Name.empty() && !isAllowed(Name))
      C.report(rules::Attribute, Start, "the attribute '" + Name + "' is not part of the language");
    Name.clear();
  }

  Token Previous = [] {
    Token T;
    T.startToken();
    return T;
  }();
  bool Inside = false;
  unsigned Depth = 0;
  std::string Name; // of the attribute being read
  SourceLocation Start;
};

} // namespace

std::unique_ptr<Family> createAttributeRules(Context &C) {
  return std::make_unique<AttributeRules>(C);
}

} // namespace rex
