// SPDX-License-Identifier: GPL-2.0-only
#include "support.hpp"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>

namespace rex::test {

Extension load(std::string_view name) {
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  auto extension = Extension::load(folder / (std::string(name) + ".rex"));
  if (!extension) {
    // No test can go on without, and gtest has no fatal failure with a return value.
    std::cerr << extension.error().summary << '\n' << extension.error().details << '\n';
    std::exit(1);
  }
  return std::move(*extension);
}

std::optional<Link> attach_inside(Extension& extension, std::string_view program,
                                  const std::string& function) {
  for (int offset = 5; offset < 32; ++offset) {
    auto link = extension.attach(program, function + "+" + std::to_string(offset));
    if (link) return std::move(*link);
  }
  return std::nullopt;
}

KernelLog::KernelLog() : fd_(open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {
  lseek(fd_, 0, SEEK_END);
}

KernelLog::~KernelLog() { close(fd_); }

const std::string& KernelLog::text() {
  std::array<char, 8192> record;
  // EPIPE says that records were overwritten: what is left follows.
  for (;;) {
    const ssize_t size = read(fd_, record.data(), record.size());
    if (size > 0)
      text_.append(record.data(), static_cast<std::size_t>(size));
    else if (size == 0 || errno != EPIPE)
      return text_;
  }
}

bool KernelLog::wait_for(std::string_view wanted) {
  for (int attempt = 0; attempt < 500; ++attempt) {
    if (text().find(wanted) != std::string::npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

void push(const Extension& extension, std::string_view map, std::int32_t value) {
  ASSERT_EQ(bpf_map_update_elem(extension.map(map)->fd(), nullptr, &value, BPF_ANY), 0);
}

std::vector<std::int32_t> drain(const Extension& extension, std::string_view map) {
  std::vector<std::int32_t> values;
  std::int32_t value = 0;
  while (bpf_map_lookup_and_delete_elem(extension.map(map)->fd(), nullptr, &value) == 0)
    values.push_back(value);
  return values;
}

std::string first_text(const Extension& extension, std::string_view map) {
  std::string text;
  const auto collect = [](void* context, void* data, std::size_t size) {
    const auto* characters = static_cast<const char*>(data);
    *static_cast<std::string*>(context) = std::string(characters, strnlen(characters, size));
    return 0;
  };
  const std::unique_ptr<ring_buffer, decltype(&ring_buffer__free)> reader(
      ring_buffer__new(extension.map(map)->fd(), collect, &text, nullptr), &ring_buffer__free);
  EXPECT_EQ(ring_buffer__consume(reader.get()), 1);
  return text;
}

void write_null() {
  const int fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
  ASSERT_EQ(write(fd, "", 1), 1);
  close(fd);
}

bool write_file(const std::string& path, std::string_view text) {
  const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  close(fd);
  return written;
}

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<std::string> extension_modules() {
  std::vector<std::string> names;
  std::ifstream modules("/proc/modules");
  for (std::string line; std::getline(modules, line);)
    if (line.starts_with("rex_")) names.push_back(line.substr(0, line.find(' ')));
  return names;
}

}  // namespace rex::test
