// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/error.hpp"

#include <system_error>

#include "failure.hpp"

namespace rex {

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument: return "invalid_argument";
    case ErrorCode::kIo: return "io";
    case ErrorCode::kDamagedObject: return "damaged_object";
    case ErrorCode::kAbiMismatch: return "abi_mismatch";
    case ErrorCode::kNotPermitted: return "not_permitted";
    case ErrorCode::kRuntimeMissing: return "runtime_missing";
    case ErrorCode::kKernelUnsupported: return "kernel_unsupported";
    case ErrorCode::kMapCreationFailed: return "map_creation_failed";
    case ErrorCode::kModuleRefused: return "module_refused";
    case ErrorCode::kAttachRefused: return "attach_refused";
    case ErrorCode::kPanicked: return "panicked";
    case ErrorCode::kBusy: return "busy";
  }
  return "unknown";
}

namespace internal {

std::unexpected<Error> failure(ErrorCode code, std::string_view place, std::string_view cause,
                               std::string_view remedy, std::string details) {
  std::string summary(place);
  if (!summary.empty()) summary += ": ";
  summary += cause;
  if (!remedy.empty()) {
    summary += "; ";
    summary += remedy;
  }
  // Names out of a damaged object may hold anything; a summary is one printable line.
  for (char& c : summary)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  return std::unexpected(Error{code, std::move(summary), std::move(details)});
}

std::string errno_text(int number) { return std::generic_category().message(number); }

}  // namespace internal
}  // namespace rex
