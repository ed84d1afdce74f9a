// SPDX-License-Identifier: GPL-2.0-only
// The checker's part of an extension's manifest.
#pragma once

#include "manifest/interface.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/JSON.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rex {

class Context;

struct ProgramEntry {
  std::string Name;
  std::string Symbol;           // in the object file
  std::string Hook;             // "kprobe"
  std::string Target;           // "write_null", empty where the loader gives it
  int64_t PanicValue = 0;       // what the hook is told by a run that panics
  llvm::json::Array Parameters; // descriptions of the types that the hook's context declares
  Place Where;
};

struct MapEntry {
  std::string Name;
  std::string Symbol;
  std::string Type; // "queue"
  uint64_t KeySize = 0, ValueSize = 0, MaxEntries = 0, Flags = 0;
  llvm::json::Value Key = nullptr, Value = nullptr; // descriptions of types
  Place Where;
};

struct GlobalEntry {
  std::string Name;
  std::string Symbol;
  std::string Kind; // "atomic", "param"
  uint64_t Size = 0;
  llvm::json::Value Value = nullptr;
  Place Where;
};

struct Manifest {
  std::string License;
  std::vector<ProgramEntry> Programs;
  std::vector<MapEntry> Maps;
  std::vector<GlobalEntry> Globals;
  std::optional<Interface> Shared; // of a file of several
};

/// Of a translation unit without errors.
Manifest describe(const Context &C);

llvm::Error write(const Manifest &M, llvm::StringRef File);

} // namespace rex
