// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_types.hpp"

#include <bpf/btf.h>
#include <fmt/core.h>

#include <optional>

#include "failure.hpp"
#include "kernel_field.hpp"

namespace rex::internal {

namespace {

std::unexpected<Error> unsupported(std::string_view cause) {
  return failure(ErrorCode::kKernelUnsupported, "this kernel", cause,
                 "use a kernel that Rex supports (6.1 or 6.12)");
}

}  // namespace

void KernelTypes::Deleter::operator()(btf* types) const { btf__free(types); }

Result<KernelTypes> KernelTypes::load() {
  if (btf* types = btf__load_vmlinux_btf()) return KernelTypes(types);
  const int number = errno;
  if (number == EACCES || number == EPERM)
    return failure(ErrorCode::kNotPermitted, "/sys/kernel/btf/vmlinux",
                   "cannot be read: " + errno_text(number), "run as root");
  return failure(ErrorCode::kKernelUnsupported, "/sys/kernel/btf/vmlinux",
                 "cannot be read: " + errno_text(number),
                 "mount sysfs, and use a kernel with CONFIG_DEBUG_INFO_BTF=y");
}

Result<KernelTypes> KernelTypes::load_file(const std::string& path) {
  if (btf* types = btf__parse(path.c_str(), nullptr)) return KernelTypes(types);
  return failure(ErrorCode::kIo, path, "holds no BTF: " + errno_text(errno));
}

Result<std::uint32_t> KernelTypes::field_offset(std::string_view structure, std::string_view field,
                                                std::uint32_t size) const {
  const std::string name(structure);
  const int id = btf__find_by_name_kind(types_.get(), name.c_str(), BTF_KIND_STRUCT);
  if (id < 0) return unsupported(fmt::format("has no struct {}", structure));
  const btf_type* type = btf__type_by_id(types_.get(), static_cast<std::uint32_t>(id));
  const std::optional<Field> found = find_member(types_.get(), type, field);
  if (!found) return unsupported(fmt::format("has no field {} in struct {}", field, structure));
  if (found->bit_size != 0 || found->bit_offset % 8 != 0)
    return unsupported(fmt::format("has a bit-field {} in struct {}", field, structure));
  const std::int64_t actual = btf__resolve_size(types_.get(), found->type);
  if (size != 0 && actual != size)
    return unsupported(fmt::format("has a field {} of {} bytes in struct {}, expected {}", field,
                                   actual, structure, size));
  return found->bit_offset / 8;
}

Result<std::vector<KernelArgument>> KernelTypes::tracepoint_arguments(std::string_view name) const {
  // The kernel declares typedef void (*btf_trace_NAME)(void *data, ARGUMENTS) for BPF.
  const std::string alias = fmt::format("btf_trace_{}", name);
  const int id = btf__find_by_name_kind(types_.get(), alias.c_str(), BTF_KIND_TYPEDEF);
  if (id < 0)
    return failure(
        ErrorCode::kKernelUnsupported, "this kernel", fmt::format("has no tracepoint {}", name),
        "see /sys/kernel/tracing/available_events; leave the system before the colon away");
  const btf_type* type = btf__type_by_id(types_.get(), static_cast<std::uint32_t>(id));
  const btf_type* pointer = btf__type_by_id(types_.get(), type->type);
  if (!pointer || !btf_is_ptr(pointer)) return unsupported(fmt::format("has an odd {}", alias));
  return arguments_of(name, pointer->type, 1);
}

Result<std::vector<KernelArgument>> KernelTypes::function_arguments(std::string_view name) const {
  const std::string function(name);
  const int id = btf__find_by_name_kind(types_.get(), function.c_str(), BTF_KIND_FUNC);
  if (id < 0)
    return failure(ErrorCode::kKernelUnsupported, "this kernel",
                   fmt::format("has no function {} in its BTF", name),
                   "look for its name in /proc/kallsyms, or use Kprobe");
  return arguments_of(name, btf__type_by_id(types_.get(), static_cast<std::uint32_t>(id))->type, 0);
}

Result<std::vector<KernelArgument>> KernelTypes::arguments_of(std::string_view name,
                                                              std::uint32_t prototype,
                                                              std::uint32_t skipped) const {
  const btf_type* type = btf__type_by_id(types_.get(), prototype);
  if (!type || !btf_is_func_proto(type)) return unsupported(fmt::format("has an odd {}", name));
  std::vector<KernelArgument> arguments;
  for (std::uint32_t i = skipped; i < btf_vlen(type); ++i) {
    const auto id =
        static_cast<std::uint32_t>(btf__resolve_type(types_.get(), btf_params(type)[i].type));
    const btf_type* actual = btf__type_by_id(types_.get(), id);
    KernelArgument argument;
    if (actual && btf_is_ptr(actual)) {
      argument.is_pointer = true;
      argument.size = sizeof(std::uint64_t);
      const btf_type* target = btf__type_by_id(
          types_.get(), static_cast<std::uint32_t>(btf__resolve_type(types_.get(), actual->type)));
      if (target && btf_is_struct(target))
        argument.structure = btf__name_by_offset(types_.get(), target->name_off);
    } else if (actual && (btf_is_int(actual) || btf_is_any_enum(actual))) {
      argument.size = actual->size;
      argument.is_signed =
          btf_is_int(actual) ? (btf_int_encoding(actual) & BTF_INT_SIGNED) != 0 : btf_kflag(actual);
    } else {
      return unsupported(fmt::format("passes argument {} of {} by value", i - skipped, name));
    }
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

std::string describe(const KernelArgument& argument) {
  if (argument.is_pointer && argument.structure == "task_struct") return "rex::Task";
  if (argument.is_pointer && !argument.structure.empty())
    return fmt::format("rex::kernel::Pointer<\"{}\">", argument.structure);
  if (argument.is_pointer) return "rex::u64";
  return fmt::format("rex::{}{}", argument.is_signed ? 'i' : 'u', argument.size * 8);
}

std::string describe(const std::vector<KernelArgument>& arguments) {
  std::string text;
  for (const KernelArgument& argument : arguments)
    text += (text.empty() ? "" : ", ") + describe(argument);
  return text.empty() ? "no argument" : text;
}

Result<std::uint32_t> KernelTypes::function_id(std::string_view name) const {
  const std::string text(name);
  const int id = btf__find_by_name_kind(types_.get(), text.c_str(), BTF_KIND_FUNC);
  if (id < 0) return unsupported(fmt::format("has no function {} in its BTF", name));
  return static_cast<std::uint32_t>(id);
}

bool KernelTypes::has_enumerator(std::string_view enumeration, std::string_view name) const {
  const std::string text(enumeration);
  const int id = btf__find_by_name_kind(types_.get(), text.c_str(), BTF_KIND_ENUM);
  if (id < 0) return false;
  const btf_type* type = btf__type_by_id(types_.get(), static_cast<std::uint32_t>(id));
  for (std::uint32_t i = 0; i < btf_vlen(type); ++i)
    if (name == btf__name_by_offset(types_.get(), btf_enum(type)[i].name_off)) return true;
  return false;
}

Result<std::uint32_t> KernelTypes::variable_id(std::string_view name) const {
  const std::string text(name);
  const int id = btf__find_by_name_kind(types_.get(), text.c_str(), BTF_KIND_VAR);
  if (id < 0) return unsupported(fmt::format("has no variable {} in its BTF", name));
  return static_cast<std::uint32_t>(id);
}

}  // namespace rex::internal
