// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/link.hpp"

#include <utility>

#include "file_descriptor.hpp"

namespace rex {

Link::Link(std::shared_ptr<internal::FileDescriptor> descriptor)
    : descriptor_(std::move(descriptor)) {}

Link& Link::operator=(Link&& other) noexcept {
  if (this != &other) {
    close();
    descriptor_ = std::move(other.descriptor_);
  }
  return *this;
}

Link::~Link() { close(); }

void Link::close() {
  if (descriptor_) descriptor_->close();
}

bool Link::is_attached() const { return fd() >= 0; }

int Link::fd() const { return descriptor_ ? descriptor_->get() : -1; }

}  // namespace rex
