// SPDX-License-Identifier: GPL-2.0-only
#include "temporary.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace rex::cli {

namespace {

std::unexpected<Error> io_failure(const std::filesystem::path& path, int number) {
  return std::unexpected(
      Error{ErrorCode::kIo, path.string() + ": cannot be written: " + std::strerror(number), {}});
}

}  // namespace

Result<TemporaryFolder> TemporaryFolder::create() {
  std::error_code error;
  std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  if (error) parent = "/tmp";
  std::string name = (parent / "rex-XXXXXX").string();
  if (!::mkdtemp(name.data())) return io_failure(parent, errno);
  return TemporaryFolder(std::move(name));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::string name = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return io_failure(path, errno);
  return AtomicFile(path, std::move(name), fd);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      fd_(std::exchange(other.fd_, -1)) {}

AtomicFile::~AtomicFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<void> AtomicFile::commit() {
  // mkostemp() makes a file private; a result has the permissions of any other new file.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(fd_, 0666 & ~mask) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0)
    return io_failure(path_, errno);
  temporary_.clear();
  return {};
}

}  // namespace rex::cli
