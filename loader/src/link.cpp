// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/link.hpp"

#include <bpf/bpf.h>

#include <utility>

#include "failure.hpp"
#include "link_state.hpp"

namespace rex {

Link::Link(std::shared_ptr<internal::LinkState> state) : state_(std::move(state)) {}

Link& Link::operator=(Link&& other) noexcept {
  if (this != &other) {
    close();
    state_ = std::move(other.state_);
  }
  return *this;
}

Link::~Link() { close(); }

void Link::close() {
  if (state_) state_->close();
}

bool Link::is_attached() const { return fd() >= 0; }

int Link::fd() const { return state_ ? state_->fd() : -1; }

Result<void> Link::pin(const std::filesystem::path& path) {
  if (!state_ || !state_->bpf_link.is_open())
    return internal::failure(ErrorCode::kInvalidArgument, path.string(),
                             "this hook has no link of the kernel's that could be pinned",
                             "keep the process that holds the link");
  if (bpf_obj_pin(state_->bpf_link.get(), path.c_str()) == 0) {
    *state_->pinned = true;
    return {};
  }
  return internal::failure(ErrorCode::kIo, path.string(),
                           "cannot be made a pin: " + internal::errno_text(errno),
                           "name a new file below /sys/fs/bpf");
}

}  // namespace rex
