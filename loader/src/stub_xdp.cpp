// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <bpf/bpf.h>
#include <linux/if_link.h>
#include <net/if.h>

#include <string>

#include "failure.hpp"
#include "stub_hooks.hpp"
#include "stub_program.hpp"

namespace rex::internal {

namespace {

const StubKind kXdp = {.type = BPF_PROG_TYPE_XDP,
                       .attach_type = BPF_XDP,
                       .attach_type_id = 0,
                       .kfunc = "rex_stub_xdp",
                       .prepare = {},
                       .number = BPF_REG_2,
                       .finish = {},
                       .keep = true};

std::unexpected<Error> attach_failure(const StubRequest& request, int number) {
  switch (number) {
    case EBUSY:
    case EEXIST:
      return stub_failure(request, "the interface has an XDP program already",
                          "detach that first (bpftool net shows it), or add the other of :native "
                          "and :generic to the interface's name");
    case EOPNOTSUPP:
      return stub_failure(request, "the interface's driver has no native XDP",
                          "add :generic to the interface's name");
    case EINVAL:
      return stub_failure(
          request, "the interface refuses it",
          "native XDP wants an MTU of one page at most, and no LRO; or add :generic "
          "to the interface's name");
    default: return stub_failure(request, errno_text(number));
  }
}

}  // namespace

Result<LinkState> attach_xdp(const StubRequest& request) {
  const std::size_t colon = request.target.find(':');
  const std::string name(request.target.substr(0, colon));
  const std::string_view mode =
      colon == std::string_view::npos ? std::string_view() : request.target.substr(colon + 1);
  bpf_link_create_opts options{};
  options.sz = sizeof options;
  if (mode == "native")
    options.flags = XDP_FLAGS_DRV_MODE;
  else if (mode == "generic")
    options.flags = XDP_FLAGS_SKB_MODE;
  else if (!mode.empty())
    return stub_failure(request, "there is no such mode", "write native or generic, or nothing");
  const unsigned interface = ::if_nametoindex(name.c_str());
  if (interface == 0)
    return stub_failure(request, "there is no such network interface",
                        "name one that ip link shows, in this network namespace");

  auto stub = load_stub(request, kXdp);
  if (!stub) return pass_on(std::move(stub));
  FileDescriptor link(
      bpf_link_create(stub->program.get(), static_cast<int>(interface), BPF_XDP, &options));
  if (!link.is_open()) return attach_failure(request, errno);
  return std::move(*stub).attached(std::move(link), request);
}

}  // namespace rex::internal
