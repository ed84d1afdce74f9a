// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <net/if.h>

#include <string>

#include "failure.hpp"
#include "stub_hooks.hpp"
#include "stub_program.hpp"

namespace rex::internal {

namespace {

// enum bpf_attach_type since Linux 6.6; headers and libbpf may be older.
constexpr auto kTcxIngress = static_cast<bpf_attach_type>(46);
constexpr auto kTcxEgress = static_cast<bpf_attach_type>(47);

StubKind make_kind(bool keep) {
  return {.type = BPF_PROG_TYPE_SCHED_CLS,
          .attach_type = static_cast<bpf_attach_type>(0),
          .attach_type_id = 0,
          .kfunc = "rex_stub_tc",
          .prepare = {},
          .number = BPF_REG_2,
          .finish = {},
          .keep = keep};
}

/// A filter of the queueing discipline clsact, which has no link: it stays when this process is
/// killed.  It does nothing then, because its program ended with the process.
Result<LinkState> attach_clsact(const StubRequest& request, int interface, bool egress) {
  auto stub = load_stub(request, make_kind(/*keep=*/false));
  if (!stub) return pass_on(std::move(stub));
  bpf_tc_hook hook{};  // NOLINT(bugprone-invalid-enum-default-initialization): set below
  hook.sz = sizeof hook;
  hook.ifindex = interface;
  hook.attach_point = egress ? BPF_TC_EGRESS : BPF_TC_INGRESS;
  libbpf_set_print(nullptr);  // it complains where clsact is there already
  if (const int error = bpf_tc_hook_create(&hook); error != 0 && error != -EEXIST)
    return stub_failure(request, "clsact cannot be added: " + errno_text(-error),
                        "modprobe sch_ingress cls_bpf");
  bpf_tc_opts options{};
  options.sz = sizeof options;
  options.prog_fd = stub->program.get();
  if (const int error = bpf_tc_attach(&hook, &options); error != 0)
    return stub_failure(request, errno_text(-error), "modprobe cls_bpf");

  LinkState state(std::move(stub->link));
  state.detach = [hook, handle = options.handle, priority = options.priority]() mutable {
    bpf_tc_opts filter{};
    filter.sz = sizeof filter;
    filter.handle = handle;
    filter.priority = priority;
    bpf_tc_detach(&hook, &filter);  // gone already with its interface: no failure
  };
  return state;
}

}  // namespace

Result<LinkState> attach_tc(const StubRequest& request) {
  const std::size_t colon = request.target.find(':');
  const std::string name(request.target.substr(0, colon));
  const std::string_view direction =
      colon == std::string_view::npos ? "ingress" : request.target.substr(colon + 1);
  if (direction != "ingress" && direction != "egress")
    return stub_failure(request, "there is no such direction", "write ingress or egress");
  const auto interface = static_cast<int>(::if_nametoindex(name.c_str()));
  if (interface == 0)
    return stub_failure(request, "there is no such network interface",
                        "name one that ip link shows, in this network namespace");
  const bool egress = direction == "egress";
  // tcx came with Linux 6.6.
  if (!request.types.has_enumerator("bpf_attach_type", "BPF_TCX_INGRESS"))
    return attach_clsact(request, interface, egress);

  auto stub = load_stub(request, make_kind(/*keep=*/true));
  if (!stub) return pass_on(std::move(stub));
  FileDescriptor link(
      bpf_link_create(stub->program.get(), interface, egress ? kTcxEgress : kTcxIngress, nullptr));
  if (!link.is_open()) return stub_failure(request, errno_text(errno));
  return std::move(*stub).attached(std::move(link), request);
}

}  // namespace rex::internal
