// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "runtime_types.hpp"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <fmt/core.h>

#include <array>
#include <string>

#include "failure.hpp"

namespace rex::internal {

namespace {

/// The BTF object of a module; not open where there is none, or errno says why.
FileDescriptor find_module_types(std::string_view module) {
  std::uint32_t id = 0;
  while (bpf_btf_get_next_id(id, &id) == 0) {
    FileDescriptor fd(bpf_btf_get_fd_by_id(id));
    if (!fd.is_open()) continue;  // gone meanwhile
    std::array<char, 64> name{};
    bpf_btf_info info{};
    info.name = reinterpret_cast<std::uintptr_t>(name.data());
    info.name_len = name.size();
    std::uint32_t size = sizeof info;
    if (bpf_obj_get_info_by_fd(fd.get(), &info, &size) == 0 && info.kernel_btf != 0 &&
        module == name.data())
      return fd;
  }
  return {};
}

std::uint32_t id_of(int fd) {
  bpf_btf_info info{};
  std::uint32_t size = sizeof info;
  return bpf_obj_get_info_by_fd(fd, &info, &size) == 0 ? info.id : 0;
}

/// struct { struct rex_stub *stub; } with a key of 32 bits.
struct StubMapTypes {
  btf* types;
  int key = 0;
  int value = 0;

  explicit StubMapTypes(const char* tag) : types(btf__new_empty()) {
    key = btf__add_int(types, "u32", 4, 0);
    const int stub = btf__add_struct(types, "rex_stub", 0);
    const int pointer = btf__add_ptr(types, btf__add_type_tag(types, tag, stub));
    value = btf__add_struct(types, "rex_stub_holder", sizeof(void*));
    btf__add_field(types, "stub", pointer, 0, 0);
  }
  StubMapTypes(const StubMapTypes&) = delete;
  StubMapTypes& operator=(const StubMapTypes&) = delete;
  ~StubMapTypes() { btf__free(types); }
};

FileDescriptor create_stub_map(const char* tag) {
  const StubMapTypes map(tag);
  if (!map.types || map.value < 0 || btf__load_into_kernel(map.types) != 0) return {};
  bpf_map_create_opts options{};
  options.sz = sizeof options;
  options.btf_fd = static_cast<std::uint32_t>(btf__fd(map.types));
  options.btf_key_type_id = static_cast<std::uint32_t>(map.key);
  options.btf_value_type_id = static_cast<std::uint32_t>(map.value);
  return FileDescriptor(bpf_map_create(BPF_MAP_TYPE_ARRAY, "rex_stub", sizeof(std::uint32_t),
                                       sizeof(void*), 1, &options));
}

}  // namespace

void RuntimeTypes::Deleter::operator()(btf* types) const { btf__free(types); }

Result<RuntimeTypes> RuntimeTypes::load(const KernelTypes& types) {
  FileDescriptor fd = find_module_types("rex");
  if (!fd.is_open())
    return failure(ErrorCode::kKernelUnsupported, "rex.ko",
                   "has no BTF in this kernel, so no BPF program can call it",
                   "install the rex.ko that was built for this very kernel, which has "
                   "CONFIG_DEBUG_INFO_BTF_MODULES");
  if (btf* loaded = btf__load_from_kernel_by_id_split(id_of(fd.get()), types.get()))
    return RuntimeTypes(std::move(fd), loaded);
  return failure(ErrorCode::kNotPermitted, "rex.ko", "its BTF cannot be read: " + errno_text(errno),
                 "run as root");
}

Result<std::uint32_t> RuntimeTypes::function_id(std::string_view name) const {
  const std::string text(name);
  const int id = btf__find_by_name_kind(types_.get(), text.c_str(), BTF_KIND_FUNC);
  if (id > 0) return static_cast<std::uint32_t>(id);
  return failure(ErrorCode::kKernelUnsupported, "rex.ko", fmt::format("has no function {}", name),
                 "install runtime and loader of one version");
}

FileDescriptor create_stub_map(const KernelTypes& types) {
  // What a pointer that owns its object is called since 6.2, and before; "kptr" was one that
  // does not.
  return create_stub_map(types.field_offset("bpf_map", "record", 0) ? "kptr" : "kptr_ref");
}

}  // namespace rex::internal
