// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "contract.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "rex/abi.h"

namespace rex::internal {

namespace {

#define REX_ABI_FUNCTION(result, name, parameters) {#name, SymbolKind::kFunction},
#define REX_ABI_NORETURN(name, parameters) {#name, SymbolKind::kFunction},
#define REX_ABI_PERCPU(type, name) {#name, SymbolKind::kPerCpu},
#define REX_ABI_KERNEL(name) {#name, SymbolKind::kFunction},

constexpr ContractSymbol kContract[] = {
#include "rex/functions.h"
    // Not in functions.h, because no source may name them: the instrumentation does.
    {"rex_extension_init", SymbolKind::kFunction},
    {"rex_extension_exit", SymbolKind::kFunction},
    {kImageSymbol, SymbolKind::kImage},
    {kModuleSymbol, SymbolKind::kModule},
};

}  // namespace

const ContractSymbol* find_contract_symbol(std::string_view name) {
  const auto* it = std::ranges::find(kContract, name, &ContractSymbol::name);
  return it == std::end(kContract) ? nullptr : it;
}

}  // namespace rex::internal
