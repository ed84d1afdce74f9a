// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Loading of stubs.
#pragma once

#include <bpf/bpf.h>

#include <cstdint>
#include <functional>
#include <string_view>

#include "bpf_code.hpp"
#include "stub.hpp"

namespace rex::internal {

/// How the stubs of a hook differ from others'.
struct StubKind {
  bpf_prog_type type;
  bpf_attach_type attach_type;
  std::uint32_t attach_type_id;  // the BTF id of what it attaches to, 0 for none
  std::string_view kfunc;
  /// Writes what comes before the call: its arguments but the number, which goes into `number`.
  std::function<void(BpfCode&)> prepare;
  std::uint8_t number;  // register
  /// Writes what comes between the call and the end: it limits the value in r0.
  std::function<void(BpfCode&)> finish;
  bool keep;  // whether the program goes on for as long as the stub, without this process
};

/// A stub in the kernel, not attached yet.
struct Stub {
  FileDescriptor program;
  FileDescriptor link;  // the runtime's

  /// Gives what the kernel attached to its runtime link, so that a panic detaches it.
  Result<LinkState> attached(FileDescriptor bpf_link, const StubRequest& request) &&;
};

/// Gets a number for the program, writes a stub that calls it, and loads that.
/// Errors: as attach_stub().
Result<Stub> load_stub(const StubRequest& request, const StubKind& kind);

/// "program filter cannot be attached to eth0: cause".
std::unexpected<Error> stub_failure(const StubRequest& request, std::string_view cause,
                                    std::string_view remedy = {}, std::string details = {});

}  // namespace rex::internal
