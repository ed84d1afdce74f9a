// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What came of one run of a program.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>

#include <rex/testing/panic.hpp>

namespace rex::testing {

/// A program returned a value, panicked, or did not run because it is disabled or because another
/// tracing program was running.
class Outcome {
 public:
  enum class Kind { kReturned, kPanicked, kSkipped };

  Kind kind() const { return kind_; }
  bool returned() const { return kind_ == Kind::kReturned; }
  bool skipped() const { return kind_ == Kind::kSkipped; }

  /// What the hook got: the program's value, or its value on panic.
  std::int64_t value() const { return value_; }

  /// The panic; null unless the program panicked.  Lives as long as the Outcome.  A panic that a
  /// test does not look at fails it.
  const Panic* panic() const;

  /// Equal to a number: the program returned it.
  friend bool operator==(const Outcome& outcome, std::int64_t value) {
    return outcome.returned() && outcome.value_ == value;
  }

  /// For the host's own use.
  struct Report;
  Outcome(Kind kind, std::int64_t value, std::shared_ptr<Report> report)
      : kind_(kind), value_(value), report_(std::move(report)) {}

 private:
  Kind kind_;
  std::int64_t value_;
  std::shared_ptr<Report> report_;  // null unless it panicked
};

std::ostream& operator<<(std::ostream& out, const Outcome& outcome);

}  // namespace rex::testing
