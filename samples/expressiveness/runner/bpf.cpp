// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include <cstdarg>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

#include "sides.hpp"

namespace expressiveness {

namespace {

using Object = std::unique_ptr<bpf_object, decltype(&bpf_object__close)>;

// Only messages and statistics, not each instruction: BPF_LOG_STATS of the kernel.
constexpr std::uint32_t kMessagesOnly = 4;

/// The last line that tells why.
std::string last_words(std::string_view log) {
  std::istringstream lines{std::string(log)};
  std::string result;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && !line.starts_with("processed ") &&
        !line.starts_with("verification time") && !line.starts_with("stack depth") &&
        // What states an endless loop has is not why.
        !line.starts_with("old state") && !line.starts_with("cur state"))
      result = line;
  return result;
}

/// A global variable of the object.
struct Variable {
  bpf_map* map = nullptr;  // its section
  std::size_t offset = 0;  // in bytes
  std::size_t size = 0;
};

std::optional<Variable> find_variable(bpf_object* object, const std::string& name) {
  const btf* types = bpf_object__btf(object);
  for (const char* section : {".bss", ".data"}) {
    const int id = btf__find_by_name_kind(types, section, BTF_KIND_DATASEC);
    bpf_map* map = bpf_object__find_map_by_name(object, section);
    if (id < 0 || map == nullptr) continue;
    const btf_type* variables = btf__type_by_id(types, static_cast<std::uint32_t>(id));
    const btf_var_secinfo* entry = btf_var_secinfos(variables);
    for (std::uint32_t i = 0; i < btf_vlen(variables); ++i, ++entry) {
      const btf_type* type = btf__type_by_id(types, entry->type);
      if (name == btf__name_by_offset(types, type->name_off))
        return Variable{map, entry->offset, entry->size};
    }
  }
  return std::nullopt;
}

bool set_variables(bpf_object* object, const Case& program, const Sizes& sizes) {
  for (const auto& [name, values] : program.inputs) {
    const auto variable = find_variable(object, name);
    if (!variable) continue;  // a map
    const auto bytes = bytes_of(values, sizes.at(name));
    std::size_t size = 0;
    // SAFETY: libbpf's copy of the section, from which it makes the map, has the variable there.
    auto* section =
        static_cast<char*>(const_cast<void*>(bpf_map__initial_value(variable->map, &size)));
    if (section == nullptr || bytes.size() > variable->size) return false;
    std::memcpy(section + variable->offset, bytes.data(), bytes.size());
  }
  return true;
}

/// The global variable `answer` after a run.
std::optional<std::int64_t> answer_of(bpf_object* object) {
  const auto variable = find_variable(object, "answer");
  if (!variable || variable->size != sizeof(std::int64_t)) return std::nullopt;
  std::vector<char> section(bpf_map__value_size(variable->map));
  const std::uint32_t first = 0;
  if (bpf_map_lookup_elem(bpf_map__fd(variable->map), &first, section.data()) != 0)
    return std::nullopt;
  std::int64_t answer = 0;
  std::memcpy(&answer, &section.at(variable->offset), sizeof answer);
  return answer;
}

bool fill_queues(bpf_object* object, const Case& program, const Sizes& sizes) {
  for (const auto& [name, values] : program.inputs) {
    const int queue = bpf_object__find_map_fd_by_name(object, name.c_str());
    if (queue < 0) continue;  // a variable
    const auto bytes = bytes_of(values, sizes.at(name));
    for (std::size_t at = 0; at < bytes.size(); at += sizes.at(name))
      if (bpf_map_update_elem(queue, nullptr, &bytes[at], BPF_ANY) != 0) return false;
  }
  return true;
}

std::string* library_words = nullptr;  // what libbpf says goes here

int keep_words(libbpf_print_level level, const char* format, va_list arguments) {
  char line[512];
  const int size = std::vsnprintf(line, sizeof line, format, arguments);
  if (level == LIBBPF_WARN && library_words != nullptr) *library_words = line;
  return size;
}

}  // namespace

std::string run_bpf(const Case& program, const std::filesystem::path& object_file,
                    const Sizes& sizes) {
  if (!std::filesystem::exists(object_file)) {
    std::ifstream error(object_file.string() + ".error");
    std::string line;
    std::getline(error, line);
    return line.empty() ? "nothing was built" : "clang: " + line;
  }
  std::string words;
  library_words = &words;
  libbpf_set_print(keep_words);
  std::string log(1 << 16, '\0');
  bpf_object_open_opts options{};
  options.sz = sizeof options;
  options.kernel_log_buf = log.data();
  options.kernel_log_size = log.size();
  options.kernel_log_level = kMessagesOnly;
  const Object object(bpf_object__open_file(object_file.c_str(), &options), &bpf_object__close);
  if (!object) return "libbpf: " + last_words(words);
  if (!set_variables(object.get(), program, sizes)) return "the inputs have no room";
  if (bpf_object__load(object.get()) != 0) {
    const std::string reason = last_words(log.c_str());
    return reason.empty() ? "libbpf: " + last_words(words) : reason;
  }
  if (!fill_queues(object.get(), program, sizes)) return "the inputs have no room";
  const int fd = bpf_program__fd(bpf_object__next_program(object.get(), nullptr));
  if (!run_once(fd, program)) return "accepted, does not run";
  return answer_of(object.get()) == program.expect ? "accepted" : "accepted, wrong answer";
}

}  // namespace expressiveness
