// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/outcome.hpp>

#include <ostream>

#include "world.hpp"

namespace rex::testing {

const Panic* Outcome::panic() const {
  if (!report_) return nullptr;
  report_->seen = true;
  return &report_->panic;
}

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  switch (outcome.kind()) {
    case Outcome::Kind::kReturned: return out << "returned " << outcome.value();
    case Outcome::Kind::kPanicked: return out << *outcome.panic();
    case Outcome::Kind::kSkipped: return out << "did not run";
  }
  return out;
}

}  // namespace rex::testing
