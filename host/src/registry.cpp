// SPDX-License-Identifier: GPL-2.0-only
#include "registry.hpp"

#include <rex/host/image.h>

#include <stdexcept>
#include <string>

#include "fatal.hpp"

namespace {

// Constant-initialised: extensions register from constructors.
constinit rex_host_extension* head = nullptr;

std::string names() {
  std::string text;
  for (const auto* extension = head; extension; extension = extension->next)
    text += std::string(" ") + extension->name;
  return text.empty() ? " none" : text;
}

}  // namespace

void rex_host_register(rex_host_extension* extension) {
  if (extension->abi_version != REX_ABI_VERSION)
    rex::host::fatal(std::string("extension ") + extension->name + " was built for ABI version " +
                     std::to_string(extension->abi_version) + ", this host has " +
                     std::to_string(REX_ABI_VERSION) + "; build it again");
  extension->next = head;
  head = extension;
}

namespace rex::host {

const rex_host_extension* first_extension() { return head; }

const rex_host_extension& only_extension() {
  if (!head || head->next)
    throw std::invalid_argument("name one of this program's extensions:" + names());
  return *head;
}

const rex_host_extension& extension(std::string_view name) {
  for (const auto* extension = head; extension; extension = extension->next)
    if (extension->name == name) return *extension;
  throw std::invalid_argument("this program has no extension " + std::string(name) + "; it has" +
                              names());
}

}  // namespace rex::host
