// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What a portable object says about itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rex/abi.h"
#include "rex/error.hpp"

namespace rex {

struct TypeField;

/// The layout of wire data: what a map's key or value looks like in memory.
struct Type {
  enum class Kind { kInteger, kStruct, kArray, kEnum, kPointer, kField, kSpinLock };

  Kind kind = Kind::kInteger;
  std::string name;               ///< as in the source; empty for an array; a pointer's structure
  std::uint32_t size = 0;         ///< bytes
  bool is_signed = false;         ///< integers and enums
  std::vector<TypeField> fields;  ///< structs, in order of offset
  std::uint32_t count = 0;        ///< arrays: elements
  std::vector<Type> element;      ///< arrays and fields of a tracepoint: exactly one
};

struct TypeField {
  std::string name;
  std::uint32_t offset = 0;  ///< bytes from the start of the struct
  Type type;
};

/// The name of a hook in a manifest ("kprobe", "once"); empty for a value that is no hook.
std::string_view name_of(rex_hook hook);

/// A pure description, read from a file: nothing in it refers to a kernel.
///
/// A manifest that came out of parse() has unique names of programs and maps, names that
/// are identifiers and fit the ABI's limits, and at least one program.
struct Manifest {
  struct Program {
    std::string name;
    rex_hook hook = REX_HOOK_ONCE;
    std::string target;            ///< what it attaches to; empty where the hook has none
    std::vector<Type> parameters;  ///< of the hook's arguments, as far as the source declares them
    std::int64_t panic_value = 0;  ///< what its hook is told by a run that panics
    std::string file;              ///< of the source
    std::uint32_t line = 0;
  };

  struct Map {
    std::string name;
    std::string type;               ///< as in the source's vocabulary: "queue"
    std::uint32_t kernel_type = 0;  ///< enum bpf_map_type
    std::uint32_t key_size = 0;     ///< bytes
    std::uint32_t value_size = 0;   ///< bytes
    std::uint32_t max_entries = 0;  ///< elements; bytes for a ring buffer
    std::uint32_t flags = 0;        ///< BPF_F_*, and REX_MAP_LOCKED
    std::optional<Type> key;        ///< none where the map has no key
    std::optional<Type> value;
    std::string file;
    std::uint32_t line = 0;
  };

  /// A global that is no map.
  struct Global {
    enum class Kind {
      kAtomic,  ///< rex::Atomic: shared with user space while programs run
      kParam,   ///< rex::Param: set when the extension is loaded
      kLocked,  ///< rex::SpinLocked: for programs only
    };

    std::string name;
    Kind kind = Kind::kAtomic;
    std::uint32_t size = 0;  ///< bytes
    std::optional<Type> value;
    std::string file;
    std::uint32_t line = 0;
  };

  std::string name;         ///< of the extension
  std::string license;      ///< SPDX expression
  std::string source;       ///< name of the source file, without its folder
  std::string rex_version;  ///< of the tools that built it
  std::string compiler;
  std::uint32_t abi_version = 0;
  std::vector<Program> programs;
  std::vector<Map> maps;
  std::vector<Global> globals;

  /// Reads a manifest.  `place` names the file in errors.
  /// Errors: kDamagedObject (not a manifest), kAbiMismatch (of another version).
  static Result<Manifest> parse(std::string_view json, std::string_view place);

  const Program* find_program(std::string_view name) const;
  const Map* find_map(std::string_view name) const;
  const Global* find_global(std::string_view name) const;

  /// The symbol that stands for one of its programs or maps in the object.
  std::string symbol_of(std::string_view member) const;
};

/// True for [a-z][a-z0-9_]* of at most 32 characters: what an extension may be called.
bool is_extension_name(std::string_view name);

}  // namespace rex
