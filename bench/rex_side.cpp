// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <rex/loader.hpp>

#include "failed.hpp"
#include "side.hpp"

namespace rex::bench {

namespace {

/// The newest BPF program of a name, which the kernel cuts to 15 characters; a descriptor.
int find_bpf_program(const std::string& name) {
  int found = -1;
  for (std::uint32_t id = 0; bpf_prog_get_next_id(id, &id) == 0;) {
    const int fd = bpf_prog_get_fd_by_id(id);
    bpf_prog_info info{};
    std::uint32_t size = sizeof info;
    if (fd >= 0 && bpf_obj_get_info_by_fd(fd, &info, &size) == 0 &&
        name.substr(0, BPF_OBJ_NAME_LEN - 1) == info.name) {
      if (found >= 0) close(found);
      found = fd;
    } else if (fd >= 0) {
      close(fd);
    }
  }
  if (found < 0) throw Failed("there is no BPF program " + name);
  return found;
}

class RexSide : public Side {
 public:
  explicit RexSide(Extension extension) : extension_(std::move(extension)) {}

  Probe attach(const Row& row, std::string_view program) override {
    if (row.event == Event::kOnce)
      return {.run = [this, program] { static_cast<void>(extension_.run(program)); }};
    auto link =
        row.target.empty() ? extension_.attach(program) : extension_.attach(program, row.target);
    if (!link) throw Failed(link.error().summary);
    Probe probe;
    if (row.event == Event::kTestRun)
      probe.program = find_bpf_program("rex_" + std::string(program));
    probe.attachment = std::shared_ptr<Link>(new Link(std::move(*link)),
                                             [fd = probe.program](const Link* attached) {
                                               if (fd >= 0) close(fd);
                                               delete attached;
                                             });
    return probe;
  }

 private:
  Extension extension_;
};

}  // namespace

std::string object_path(std::string_view name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

std::unique_ptr<Side> rex_side(std::string_view object) {
  auto extension = Extension::load(object_path(std::string(object) + ".rex"));
  if (!extension) throw Failed(extension.error().summary + '\n' + extension.error().details);
  return std::make_unique<RexSide>(std::move(*extension));
}

}  // namespace rex::bench
