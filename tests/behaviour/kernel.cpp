// SPDX-License-Identifier: GPL-2.0-only
// behaviour_kernel FOLDER: the cases of FOLDER/cases with the objects beside them, in the kernel.
// Reads and prints the same lines as host/simulate/main.cpp.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <rex/loader.hpp>
#include <sstream>

#include "../kernel/support.hpp"

namespace {

using nlohmann::json;
using rex::Extension;

struct Case {
  std::string extension;
  std::string program;
  std::vector<std::string> inputs;
};

std::string hex(const void* data, std::size_t size) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result;
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned byte = static_cast<const unsigned char*>(data)[i];
    result += kDigits[byte >> 4];
    result += kDigits[byte & 15];
  }
  return result;
}

void push(const Extension& extension, const std::string& input) {
  const std::size_t sign = input.find('=');
  std::istringstream numbers(input.substr(sign + 1));
  for (std::string number; std::getline(numbers, number, ',');)
    rex::test::push(extension, input.substr(0, sign), std::stoi(number));
}

json drain_queue(const rex::Map& map, std::uint32_t value_size) {
  json elements = json::array();
  std::vector<unsigned char> value(value_size);
  while (bpf_map_lookup_and_delete_elem(map.fd(), nullptr, value.data()) == 0)
    elements.push_back(hex(value.data(), value.size()));
  return elements;
}

json drain_ringbuf(const rex::Map& map) {
  json elements = json::array();
  const auto add = [](void* context, void* data, std::size_t size) {
    static_cast<json*>(context)->push_back(hex(data, size));
    return 0;
  };
  ring_buffer* buffer = ring_buffer__new(map.fd(), add, &elements, nullptr);
  ring_buffer__consume(buffer);
  ring_buffer__free(buffer);
  return elements;
}

/// "key=value" in order, the values that are not zero; of the first CPU where each has one.
json read_entries(const rex::Map& map, std::uint32_t key_size, std::uint32_t value_size) {
  std::vector<std::string> entries;
  std::vector<unsigned char> key(key_size), next(key_size);
  const auto cpus = static_cast<std::size_t>(libbpf_num_possible_cpus());
  std::vector<unsigned char> values((value_size + 7) / 8 * 8 * cpus);
  for (const void* from = nullptr; bpf_map_get_next_key(map.fd(), from, next.data()) == 0;) {
    key = next;
    from = key.data();
    if (bpf_map_lookup_elem(map.fd(), key.data(), values.data()) != 0) continue;
    const std::string value = hex(values.data(), value_size);
    if (value.find_first_not_of('0') != std::string::npos)
      entries.push_back(hex(key.data(), key_size) + "=" + value);
  }
  std::ranges::sort(entries);
  return entries;
}

constexpr std::string_view kKeyed[] = {"array", "percpu_array", "hash", "percpu_hash", "lpm_trie"};

json contents(const Extension& extension) {
  json maps = json::object();
  for (const auto& map : extension.manifest().maps) {
    json elements = json::array();
    if (map.type == "queue" || map.type == "stack")
      elements = drain_queue(*extension.map(map.name), map.value_size);
    else if (map.type == "ringbuf")
      elements = drain_ringbuf(*extension.map(map.name));
    else if (std::ranges::find(kKeyed, map.type) != std::end(kKeyed))
      elements = read_entries(*extension.map(map.name), map.key_size, map.value_size);
    maps[map.name] = std::move(elements);
  }
  return maps;
}

/// "program a/b panicked at …", without the kernel's prefix.
std::string panic_line(rex::test::KernelLog& log) {
  if (!log.wait_for(" panicked ")) return "";
  const std::string& text = log.text();
  const std::size_t start = text.find("program ");
  return text.substr(start, text.find('\n', start) - start);
}

json run(const std::filesystem::path& folder, const Case& wanted) {
  json result = {{"extension", wanted.extension}, {"program", wanted.program}};
  rex::test::KernelLog log;
  auto extension = Extension::load(folder / (wanted.extension + ".rex"));
  if (!extension) {
    result["outcome"] = extension.error().summary;
    return result;
  }
  for (const std::string& input : wanted.inputs) push(*extension, input);
  const auto value = extension->run(wanted.program);
  const bool panicked = !value && value.error().code == rex::ErrorCode::kPanicked;
  result["outcome"] = value ? "returned" : panicked ? "panicked" : value.error().summary;
  result["value"] = value.value_or(0);
  result["panic"] = panicked ? panic_line(log) : "";
  result["maps"] = contents(*extension);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::ifstream lines(folder / "cases");
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    Case wanted;
    words >> wanted.extension >> wanted.program;
    for (std::string input; words >> input;) wanted.inputs.push_back(input);
    std::cout << run(folder, wanted).dump() << '\n';
  }
}
