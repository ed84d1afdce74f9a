// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <net/if.h>

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
      default: return attached(bpf_program__attach(program));
    }
  }

 private:
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
  if (bpf_object__load(object.get()) != 0) failed(path + " is refused", errno);
  return std::make_unique<EbpfSide>(std::move(object));
}

}  // namespace rex::bench
