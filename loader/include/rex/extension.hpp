// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// An extension in the kernel.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "rex/error.hpp"
#include "rex/link.hpp"
#include "rex/manifest.hpp"
#include "rex/map.hpp"
#include "rex/object.hpp"
#include "rex/options.hpp"

namespace rex {

/// Counters of a program since it was loaded.
struct ProgramStats {
  std::uint64_t runs = 0;    ///< invocations, finished or panicked
  std::uint64_t missed = 0;  ///< events skipped because of re-entrancy
  std::uint64_t panics = 0;
  bool disabled = false;  ///< after a panic
};

/// An extension in the kernel: a module with its maps.  Destruction detaches its programs,
/// unloads the module and closes the maps; the end of the process, also by SIGKILL, detaches
/// them too, and the next load() unloads what is left.
///
/// Needs CAP_SYS_ADMIN, CAP_SYS_MODULE and CAP_BPF: root.  Not for use by two threads at once.
///
///     auto extension = rex::Extension::load("mp4.rex");
///     if (!extension) return complain(extension.error().summary);
///     auto link = extension->attach("mp4");
class Extension {
 public:
  /// Verifies an object, creates its maps, links it for the running kernel, and loads it.
  /// A path without a folder is looked for beside the running program, then in the current
  /// folder.  Nothing is attached yet.
  /// Errors: those of Object::open(), and kNotPermitted, kRuntimeMissing, kKernelUnsupported,
  /// kMapCreationFailed, kModuleRefused, kInvalidArgument (an option names no program).
  static Result<Extension> load(const std::filesystem::path& path, const LoadOptions& options = {});

  /// The same for an object already open.
  static Result<Extension> load(const Object& object, const LoadOptions& options = {});

  Extension(Extension&&) noexcept;
  Extension& operator=(Extension&&) noexcept;
  ~Extension();

  const Manifest& manifest() const;
  /// What the kernel calls it, in /proc/modules and in backtraces.
  const std::string& module_name() const;

  /// Attaches a program to the target its source names.
  /// Errors: kInvalidArgument (no such program, no target), kAttachRefused, kPanicked.
  Result<Link> attach(std::string_view program);

  /// Attaches it to another target: a kernel function, "write_null", or a place in one,
  /// "write_null+0x10".
  Result<Link> attach(std::string_view program, std::string_view target);

  /// Lets a program of this extension run where a link has run another one's, such as an older
  /// build's: no event is lost, and none is seen by both.  The link then belongs to this
  /// extension; what it is attached to stays.
  /// Errors: kInvalidArgument (no such program, the link is closed), kAttachRefused (another hook,
  /// a tracepoint's other fields, a program that panicked), kKernelUnsupported (arguments).
  Result<void> replace(Link& link, std::string_view program);

  /// One of its maps.
  /// Errors: kInvalidArgument (no such map).
  Result<Map> map(std::string_view name) const;

  /// Runs a program with the hook "once" here and now, and returns its value.
  /// Errors: kInvalidArgument, kPanicked.
  Result<std::int64_t> run(std::string_view program);

  /// Errors: kInvalidArgument (no such program), kIo.
  Result<ProgramStats> stats(std::string_view program) const;

  /// Loads a global number (rex::Atomic) that programs share, or stores it, atomically.  A value of
  /// 32 bits comes without its sign extended.
  /// Errors: kInvalidArgument (no such atomic), kIo.
  Result<std::uint64_t> global(std::string_view name) const;
  Result<void> set_global(std::string_view name, std::uint64_t value);

  /// What the destructor does, with its failure told.  The object is of no further use.
  /// Errors: kBusy (something else holds the module; the next load() unloads it).
  Result<void> unload();

 private:
  struct State;
  explicit Extension(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace rex
