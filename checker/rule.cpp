// SPDX-License-Identifier: GPL-2.0-only
#include "rule.h"

namespace rex {

Family::~Family() = default;

llvm::ArrayRef<const Rule *> allRules() {
  static const Rule *const All[] = {
#define REX_RULE(Name, Id, Family, Summary, Remedy) &rules::Name,
#include "rules.def"
#undef REX_RULE
  };
  return All;
}

std::vector<std::unique_ptr<Family>> createFamilies(Context &C) {
  std::vector<std::unique_ptr<Family>> All;
  for (auto *Create : {
           // Those that read tokens first, the catch-all last.
           createPreprocessorRules,
           createKeywordRules,
           createAttributeRules,
           createEncapsulationRules,
           createLinkingRules,
           createGlobalRules,
           createTypeRules,
           createFunctionRules,
           createWireRules,
           createExpressionRules,
           createInitialisationRules,
           createLifetimeRules,
           createLimitRules,
           createConstructRules,
       })
    All.push_back(Create(C));
  return All;
}

} // namespace rex
