// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <linux/netfilter_ipv4.h>
#include <net/if.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>

#include "failed.hpp"
#include "side.hpp"

namespace rex::bench {

namespace {

struct Closer {
  void operator()(bpf_object* object) const { bpf_object__close(object); }
  void operator()(bpf_link* link) const { bpf_link__destroy(link); }
};

class EbpfSide : public Side {
 public:
  explicit EbpfSide(std::unique_ptr<bpf_object, Closer> object) : object_(std::move(object)) {}

  Probe attach(const Row& row, std::string_view name) override {
    bpf_program* program =
        bpf_object__find_program_by_name(object_.get(), std::string(name).c_str());
    if (!program) throw Failed("there is no eBPF program " + std::string(name));
    const int fd = bpf_program__fd(program);
    switch (row.event) {
      case Event::kTestRun: return prepared(program);
      case Event::kOnce:
        return {.run = [fd] {
          bpf_test_run_opts options{};
          options.sz = sizeof options;
          bpf_prog_test_run_opts(fd, &options);
        }};
      case Event::kCpuClock:
        return attached(bpf_program__attach_perf_event(program, open_cpu_clock()));
      case Event::kCall: return attached(attach_uprobe(program));
      case Event::kDatagram: return attach_netfilter(fd);
      default: return attached(bpf_program__attach(program));
    }
  }

  /// libbpf of Debian bookworm does not know the type: it leaves it to us.
  static void set_netfilter_type(bpf_program* program) {
    constexpr std::uint32_t kNumber = 32;                           // BPF_PROG_TYPE_NETFILTER
    constexpr auto kAttachType = static_cast<bpf_attach_type>(45);  // BPF_NETFILTER
    // Not a value that the installed header's enumeration can have.
    bpf_prog_type type{};
    static_assert(sizeof type == sizeof kNumber);
    std::memcpy(&type, &kNumber, sizeof type);
    bpf_program__set_type(program, type);
    bpf_program__set_expected_attach_type(program, kAttachType);
  }

 private:
  static bpf_link* attach_uprobe(const bpf_program* program) {
    bpf_uprobe_opts options{};
    options.sz = sizeof options;
    options.func_name = "rex_bench_probed";
    options.retprobe = std::string_view(bpf_program__section_name(program)) == "uretprobe";
    return bpf_program__attach_uprobe_opts(program, -1, "/proc/self/exe", 0, &options);
  }

  static Probe attach_netfilter(int program) {
    // The end of union bpf_attr's link_create that the installed headers lack.
    struct {
      std::uint32_t program, target, attach_type, flags, family, hook;
      std::int32_t priority;
      std::uint32_t netfilter_flags;
    } create{};
    create.program = static_cast<std::uint32_t>(program);
    create.attach_type = 45;  // BPF_NETFILTER
    create.family = NFPROTO_IPV4;
    create.hook = NF_INET_LOCAL_IN;
    create.priority = 1;
    const auto link = static_cast<int>(syscall(SYS_bpf, BPF_LINK_CREATE, &create, sizeof create));
    if (link < 0) failed("an eBPF program cannot be attached to netfilter", errno);
    return {.attachment = std::shared_ptr<void>(nullptr, [link](void*) { close(link); })};
  }

  static Probe attached(bpf_link* link) {
    if (!link) failed("an eBPF program cannot be attached", errno);
    return {.attachment = std::shared_ptr<bpf_link>(link, Closer{})};
  }

  /// The kernel's dispatcher of XDP programs is patched when one of them is attached first, or
  /// else in each test run.
  static Probe prepared(bpf_program* program) {
    Probe probe;
    if (bpf_program__type(program) == BPF_PROG_TYPE_XDP)
      probe = attached(bpf_program__attach_xdp(program, static_cast<int>(if_nametoindex("lo"))));
    probe.program = bpf_program__fd(program);
    return probe;
  }

  std::unique_ptr<bpf_object, Closer> object_;
};

}  // namespace

std::unique_ptr<Side> ebpf_side(std::string_view name) {
  const std::string path = object_path(std::string(name) + ".bpf.o");
  std::unique_ptr<bpf_object, Closer> object(bpf_object__open_file(path.c_str(), nullptr));
  if (!object) failed(path, errno);
  bpf_program* program = nullptr;
  bpf_object__for_each_program(
      program,
      object.get()) if (std::string_view(bpf_program__section_name(program)) == "netfilter") {
    bpf_program__set_autoload(program, running_kernel() >= Version{6, 4});
    EbpfSide::set_netfilter_type(program);
  }
  if (bpf_object__load(object.get()) != 0) failed(path + " is refused", errno);
  return std::make_unique<EbpfSide>(std::move(object));
}

}  // namespace rex::bench
