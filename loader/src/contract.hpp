// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The contract between extension and runtime (rex/functions.h) as a table.
#pragma once

#include <cstdint>
#include <string_view>

namespace rex::internal {

/// Where the address of a symbol comes from that an extension may leave undefined.
enum class SymbolKind {
  kFunction,  // the runtime or the kernel; may only be called
  kPerCpu,    // a per-CPU variable of the runtime
  kImage,     // rex_extension, made by the linker
  kModule,    // __this_module, made by the linker
};

struct ContractSymbol {
  std::string_view name;
  SymbolKind kind;
};

/// Null for a symbol that is not of the contract.
const ContractSymbol* find_contract_symbol(std::string_view name);

// What the instrumentation adds to every extension, and the linker provides.
inline constexpr std::string_view kImageSymbol = "rex_extension";
inline constexpr std::string_view kModuleSymbol = "__this_module";
inline constexpr std::string_view kInitSymbol = "init_module";
inline constexpr std::string_view kExitSymbol = "cleanup_module";
inline constexpr std::string_view kReturnThunk = "__x86_return_thunk";

}  // namespace rex::internal
