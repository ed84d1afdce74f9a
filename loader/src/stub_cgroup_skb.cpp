// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <bpf/bpf.h>
#include <fcntl.h>

#include <string>

#include "failure.hpp"
#include "stub_hooks.hpp"
#include "stub_program.hpp"

namespace rex::internal {

Result<LinkState> attach_cgroup_skb(const StubRequest& request) {
  std::string path(request.target);
  bool egress = false;
  if (path.ends_with(":egress") || path.ends_with(":ingress")) {
    egress = path.ends_with(":egress");
    path.resize(path.rfind(':'));
  }
  const FileDescriptor group(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!group.is_open())
    return stub_failure(request, "the control group cannot be opened: " + errno_text(errno),
                        "name its folder below /sys/fs/cgroup");

  const bpf_attach_type type = egress ? BPF_CGROUP_INET_EGRESS : BPF_CGROUP_INET_INGRESS;
  auto stub = load_stub(request, {.type = BPF_PROG_TYPE_CGROUP_SKB,
                                  .attach_type = type,
                                  .attach_type_id = 0,
                                  .kfunc = "rex_stub_cgroup_skb",
                                  .prepare = {},
                                  .number = BPF_REG_2,
                                  // The kernel takes 0 and 1 only.
                                  .finish = [](BpfCode& code) { code.and_with(BPF_REG_0, 1); },
                                  .keep = true});
  if (!stub) return pass_on(std::move(stub));
  FileDescriptor link(bpf_link_create(stub->program.get(), group.get(), type, nullptr));
  if (!link.is_open())
    return stub_failure(request, errno_text(errno),
                        "name a folder of the unified hierarchy (cgroup2)");
  return std::move(*stub).attached(std::move(link), request);
}

}  // namespace rex::internal
