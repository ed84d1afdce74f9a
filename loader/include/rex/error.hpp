// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What can be expected to fail, as data.
#pragma once

#include <expected>
#include <string>

namespace rex {

/// What kind of failure it was.  Programs decide by this; people read the summary.
enum class ErrorCode {
  kInvalidArgument,    ///< the caller's argument is unusable: a name, an option
  kIo,                 ///< a file cannot be read or written
  kDamagedObject,      ///< the object is no portable object, or breaks its rules
  kAbiMismatch,        ///< object, loader and runtime are of different ABI versions
  kNotPermitted,       ///< needs more privilege, or a kernel policy forbids it
  kRuntimeMissing,     ///< rex.ko is not loaded, or not installed for this kernel
  kKernelUnsupported,  ///< this kernel lacks what the object or the runtime needs
  kMapCreationFailed,  ///< the kernel refuses a map
  kModuleRefused,      ///< the kernel's module loader refuses the extension
  kAttachRefused,      ///< the kernel or the runtime refuses the attachment
  kPanicked,           ///< the program panicked: now, or earlier and is disabled
  kBusy,               ///< in use; try again
};

/// A stable, lower-case name of the code: "damaged_object".
const char* name_of(ErrorCode code);

/// A failure.
struct Error {
  ErrorCode code = ErrorCode::kIo;
  /// One line without a newline: place, cause and remedy.
  std::string summary;
  /// The long story, if there is one: the kernel's messages, a log.  May hold several lines.
  std::string details;
};

/// A value, or why there is none.
template <class T>
using Result = std::expected<T, Error>;

}  // namespace rex
