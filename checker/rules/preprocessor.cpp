// SPDX-License-Identifier: GPL-2.0-only
// Preprocessor directives: what may be included, and nothing that changes what other tokens
// mean.
#include "advice.h"
#include "context.h"

#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Regex.h>

using namespace clang;

namespace rex {
namespace {

class Callbacks : public PPCallbacks {
public:
  explicit Callbacks(Context &C) : C(C) {}

  void InclusionDirective(SourceLocation Hash, const Token &Directive, llvm::StringRef Name, bool,
                          CharSourceRange, OptionalFileEntryRef File, llvm::StringRef,
                          llvm::StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (!fromUser(Hash))
      return;
    if (Directive.getIdentifierInfo()->getPPKeywordID() != tok::pp_include)
      C.report(rules::Module, Hash, "this directive is not part of the language");
    else if (!File)
      reportHeader(Hash, Name);
    else if (C.trust().isTrustedPath(File->getName()))
      checkSdkHeader(Hash, Name);
    else if (!isProjectHeader(File->getName()))
      C.report(rules::Include, Hash, "'" + Name + "' is neither of the SDK nor of this project")
          .remedy("put the header beside the extension's source");
  }

  bool FileNotFound(llvm::StringRef) override { return true; } // said above

  void PragmaDirective(SourceLocation Loc, PragmaIntroducerKind) override {
    if (fromUser(Loc) && !isPragmaOnce(Loc))
      C.report(rules::Pragma, Loc, "a pragma can change what the checked source means");
  }

  void FileChanged(SourceLocation Loc, FileChangeReason Reason, SrcMgr::CharacteristicKind,
                   FileID) override {
    if ((Reason == RenameFile || Reason == SystemHeaderPragma) && fromUser(Loc))
      C.report(rules::LineMarker, Loc.getLocWithOffset(-1),
               "the source may not change its own place");
  }

  void EmbedDirective(SourceLocation Hash, llvm::StringRef, bool, OptionalFileEntryRef,
                      const LexEmbedParametersResult &) override {
    if (fromUser(Hash))
      C.report(rules::Embed, Hash, "#embed reads a file that nobody has checked");
  }
  bool EmbedFileNotFound(llvm::StringRef) override { return true; }

  void Ident(SourceLocation Loc, llvm::StringRef) override {
    if (fromUser(Loc))
      C.report(rules::Pragma, Loc, "#ident writes into the object file").remedy("remove the line");
  }

  void moduleImport(SourceLocation Loc, ModuleIdPath, const clang::Module *) override {
    if (fromUser(Loc))
      C.report(rules::Module, Loc, "modules are not part of the language");
  }

  void MacroDefined(const Token &Name, const MacroDirective *Definition) override {
    if (!fromUser(Name.getLocation()))
      return;
    const IdentifierInfo *Id = Name.getIdentifierInfo();
    if (Id->getTokenID() != tok::identifier || Id->isCPlusPlusOperatorKeyword())
      C.report(rules::Macro, Name.getLocation(), "'" + Id->getName() + "' is a keyword");
    else if (isReserved(Id->getName()))
      C.report(rules::Macro, Name.getLocation(),
               "'" + Id->getName() + "' is a name of the SDK, or reserved");
    else if (const MacroDirective *Previous = Definition->getPrevious();
             Previous && Previous->getMacroInfo() && isPredefined(*Previous->getMacroInfo()))
      C.report(rules::Macro, Name.getLocation(), "'" + Id->getName() + "' is a macro of the SDK");
  }

  void MacroUndefined(const Token &Name, const MacroDefinition &Definition,
                      const MacroDirective *) override {
    if (fromUser(Name.getLocation()) && Definition.getMacroInfo() &&
        isPredefined(*Definition.getMacroInfo()))
      C.report(rules::Macro, Name.getLocation(),
               "'" + Name.getIdentifierInfo()->getName() + "' is not this file's macro")
          .remedy("remove the line");
  }

private:
  /// Spelled in a file, and not in one of the SDK.
  bool fromUser(SourceLocation Loc) const {
    if (Loc.isInvalid() || C.isTrusted(Loc))
      return false;
    return C.sources()
        .getFileEntryRefForID(C.sources().getFileID(C.sources().getSpellingLoc(Loc)))
        .has_value();
  }

  bool isPredefined(const MacroInfo &Info) const { return !fromUser(Info.getDefinitionLoc()); }

  static bool isReserved(llvm::StringRef Name) {
    return Name.starts_with("REX_") || Name.starts_with("__") || Name == "rex" || Name == "std" ||
           Name == "final" || Name == "override" || Name == "import" || Name == "module" ||
           (Name.size() > 1 && Name[0] == '_' && isUppercase(Name[1]));
  }

  void reportHeader(SourceLocation Hash, llvm::StringRef Name) {
    Diagnostic &D =
        C.report(rules::Include, Hash, "there is no header '" + Name + "' for extensions");
    if (llvm::StringRef Instead = insteadOfHeader(Name); !Instead.empty())
      D.remedy(Instead);
    else
      D.remedy("all of the SDK is in <rex/rex.hpp>; headers of your own go beside the source");
  }

  void checkSdkHeader(SourceLocation Hash, llvm::StringRef Name) {
    if (!Name.starts_with("rex/") || Name.starts_with("rex/detail/") || Name.ends_with(".h"))
      C.report(rules::Include, Hash, "'" + Name + "' is the SDK's own business")
          .remedy("write #include <rex/rex.hpp>");
  }

  bool isProjectHeader(llvm::StringRef Path) const {
    OptionalFileEntryRef Main = C.sources().getFileEntryRefForID(C.sources().getMainFileID());
    if (!Main)
      return false;
    SourceTrust Project(C.sources(), {llvm::sys::path::parent_path(Main->getName()).empty()
                                          ? std::string(".")
                                          : llvm::sys::path::parent_path(Main->getName()).str()});
    return Project.isTrustedPath(Path);
  }

  bool isPragmaOnce(SourceLocation Loc) const {
    bool Invalid = false;
    const char *Text = C.sources().getCharacterData(Loc, &Invalid);
    if (Invalid)
      return false;
    llvm::StringRef Line = llvm::StringRef(Text).take_until([](char Ch) { return Ch == '\n'; });
    return llvm::Regex("^[ \t]*#[ \t]*pragma[ \t]+once[ \t\r]*(//[^\\]*)?$").match(Line);
  }

  Context &C;
};

class PreprocessorRules : public Family {
public:
  using Family::Family;

  void attach(Preprocessor &PP) override { PP.addPPCallbacks(std::make_unique<Callbacks>(C)); }

  void checkToken(const Token &T) override {
    // Predefined macros that the SDK uses have no file.
    if (Started || C.isTrusted(C.trust().fileLocation(T.getLocation())))
      return;
    checkStart(T);
    Started = true;
  }

private:
  /// Before the first token of the user, the SDK must have been read, and by a compiler that
  /// follows the language's rules.
  void checkStart(const Token &T) {
    const LangOptions &Lang = C.compiler().getLangOpts();
    if (!Lang.CPlusPlus23 || Lang.CPlusPlus26 || !Lang.AccessControl || Lang.CXXExceptions ||
        Lang.RTTI)
      C.report(rules::Driver, T.getLocation(),
               "the compiler was started with other options than rex build's");
    else if (!sdkWasRead())
      C.report(rules::Driver, T.getLocation(), "the SDK is not included first");
  }

  bool sdkWasRead() const {
    for (unsigned I = 0, N = C.sources().local_sloc_entry_size(); I < N; ++I) {
      const SrcMgr::SLocEntry &Entry = C.sources().getLocalSLocEntry(I);
      if (Entry.isFile() && C.isTrusted(SourceLocation::getFromRawEncoding(Entry.getOffset())))
        return true;
    }
    return false;
  }

  bool Started = false;
};

} // namespace

std::unique_ptr<Family> createPreprocessorRules(Context &C) {
  return std::make_unique<PreprocessorRules>(C);
}

} // namespace rex
