// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "failure.hpp"
#include "file_descriptor.hpp"

namespace rex::internal {

namespace {
constexpr off_t kLargestFile = 64 << 20;
}

Result<std::vector<std::byte>> read_file(const std::filesystem::path& path) {
  // O_NONBLOCK: a named pipe must not hang the caller before it is seen to be no file.
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status{};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0)
    return failure(ErrorCode::kIo, path.native(), "cannot be read: " + errno_text(errno));
  if (!S_ISREG(status.st_mode))
    return failure(ErrorCode::kIo, path.native(), "is not a regular file");
  if (status.st_size > kLargestFile)
    return failure(ErrorCode::kIo, path.native(), "is larger than 64 MiB");

  std::vector<std::byte> bytes(static_cast<std::size_t>(status.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return failure(ErrorCode::kIo, path.native(), "cannot be read: " + errno_text(errno));
    if (count == 0) break;  // truncated meanwhile
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

}  // namespace rex::internal
