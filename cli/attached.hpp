// SPDX-License-Identifier: GPL-2.0-only
// An extension whose programs are all attached, and that a newer build takes the place of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rex/extension.hpp"

namespace rex::cli {

class Attached {
 public:
  explicit Attached(Extension extension) : extension_(std::move(extension)) {}

  /// Attaches every program that has a target; their number.
  Result<std::size_t> attach();

  /// Loads a newer build and lets its programs run where those of the same names did, from one
  /// event to the next.  Maps that both have alike are shared, others are new.  Where it fails, all
  /// stays as it was.
  Result<void> replace(const Object& object, LoadOptions options);

  /// Detaches all.
  void detach() { links_.clear(); }
  Result<void> unload() { return extension_.unload(); }

  Extension& extension() { return extension_; }
  const Extension& extension() const { return extension_; }

  /// Of a program, over all builds.
  Result<ProgramStats> stats(const std::string& program) const;

 private:
  struct Place {
    std::string program;
    Link link;
  };

  /// Attaches the programs of a build that have no link yet.
  Result<std::vector<Place>> attach_others(Extension& extension) const;
  /// Moves the links to another extension, or none.
  Result<void> move_links(Extension& newer);
  void share_maps(const Manifest& newer, LoadOptions& options) const;

  Extension extension_;
  std::vector<Place> links_;
  std::map<std::string, ProgramStats> earlier_;  // of the builds before
};

}  // namespace rex::cli
