// SPDX-License-Identifier: GPL-2.0-only
#include "manifest/manifest.h"

#include <llvm/Support/FileSystem.h>

using namespace llvm;

namespace rex {
namespace {

void writePlace(json::OStream &Out, const Place &Where) {
  Out.attribute("file", Where.File);
  Out.attribute("line", Where.Line);
}

void write(json::OStream &Out, const ProgramEntry &P) {
  Out.object([&] {
    Out.attribute("name", P.Name);
    Out.attribute("symbol", P.Symbol);
    Out.attribute("hook", P.Hook);
    Out.attribute("target", P.Target);
    Out.attribute("parameters", json::Value(json::Array(P.Parameters)));
    Out.attribute("panic_value", P.PanicValue);
    writePlace(Out, P.Where);
  });
}

void write(json::OStream &Out, const MapEntry &M) {
  Out.object([&] {
    Out.attribute("name", M.Name);
    Out.attribute("symbol", M.Symbol);
    Out.attribute("type", M.Type);
    Out.attribute("key_size", M.KeySize);
    Out.attribute("value_size", M.ValueSize);
    Out.attribute("max_entries", M.MaxEntries);
    Out.attribute("flags", M.Flags);
    Out.attribute("key", M.Key);
    Out.attribute("value", M.Value);
    writePlace(Out, M.Where);
  });
}

void write(json::OStream &Out, const GlobalEntry &G) {
  Out.object([&] {
    Out.attribute("name", G.Name);
    Out.attribute("symbol", G.Symbol);
    Out.attribute("kind", G.Kind);
    Out.attribute("size", G.Size);
    Out.attribute("value", G.Value);
    writePlace(Out, G.Where);
  });
}

void writeStrings(json::OStream &Out, StringRef Name, const auto &Strings) {
  Out.attributeArray(Name, [&] {
    for (const std::string &Text : Strings)
      Out.value(Text);
  });
}

void write(json::OStream &Out, const SharedEntry &E) {
  Out.object([&] {
    Out.attribute("name", E.Name);
    Out.attribute("symbol", E.Symbol);
    Out.attribute("type", E.Type);
    Out.attribute("text", E.Text);
    writeStrings(Out, "layouts", E.Layouts);
    Out.attribute("defined", E.Defined);
    Out.attribute("used", E.Used);
    writePlace(Out, E.Where);
  });
}

void write(json::OStream &Out, const TypeEntry &T) {
  Out.object([&] {
    Out.attribute("key", T.Key);
    Out.attribute("name", T.Name);
    Out.attribute("named", T.Named);
    writeStrings(Out, "members", T.Members);
    Out.attribute("exact", T.Exact);
    writePlace(Out, T.Where);
  });
}

template <class Entry>
void writeList(json::OStream &Out, StringRef Name, const std::vector<Entry> &Entries) {
  Out.attributeArray(Name, [&] {
    for (const Entry &E : Entries)
      write(Out, E);
  });
}

} // namespace

Error write(const Manifest &M, StringRef File) {
  return writeToOutput(File, [&](raw_ostream &Stream) {
    json::OStream Out(Stream, 2);
    Out.object([&] {
      Out.attribute("license", M.License);
      writeList(Out, "programs", M.Programs);
      writeList(Out, "maps", M.Maps);
      writeList(Out, "globals", M.Globals);
      if (M.Shared) {
        writeList(Out, "functions", M.Shared->Functions);
        writeList(Out, "variables", M.Shared->Variables);
        writeList(Out, "types", M.Shared->Types);
      }
    });
    Stream << '\n';
    return Error::success();
  });
}

} // namespace rex
