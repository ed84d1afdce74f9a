// SPDX-License-Identifier: GPL-2.0-only
// Runs one program of an accepted extension in user space: the few functions of the contract that
// such programs call, in their simplest form.  The linker is told that rex_entry is the program.
#include <rex/abi.h>
#include <rex/log.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <vector>

namespace {

using Bytes = std::vector<unsigned char>;

std::deque<Bytes>& contentsOf(rex_map* Map) {
  static std::map<rex_map*, std::deque<Bytes>> All;
  return All[Map];
}

int take(rex_map* Map, void* Value, bool Remove) {
  auto& Contents = contentsOf(Map);
  if (Contents.empty()) return -ENOENT;
  std::memcpy(Value, Contents.front().data(), Map->value_size);
  if (Remove) Contents.pop_front();
  return 0;
}

rex_spin_lock*& lockOf(__u32 Slot) {
  static std::map<__u32, rex_spin_lock*> All;
  return All[Slot];
}

}  // namespace

extern "C" {

long long rex_entry(const void* Context);

int rex_queue_pop(rex_map* Map, void* Value) { return take(Map, Value, true); }
int rex_queue_peek(rex_map* Map, void* Value) { return take(Map, Value, false); }
int rex_queue_push(rex_map* Map, const void* Value) {
  auto& Contents = contentsOf(Map);
  if (Contents.size() >= Map->max_entries) return -E2BIG;
  const auto* First = static_cast<const unsigned char*>(Value);
  Contents.emplace_back(First, First + Map->value_size);
  return 0;
}

int rex_ringbuf_output(rex_map* Map, const void* Data, __u64 Size) {
  auto& Contents = contentsOf(Map);
  __u64 Used = 0;
  for (const Bytes& Record : Contents) Used += (Record.size() + 8 + 7) / 8 * 8;
  if (Used + (Size + 8 + 7) / 8 * 8 >= Map->max_entries) return -EAGAIN;
  const auto* First = static_cast<const unsigned char*>(Data);
  Contents.emplace_back(First, First + Size);
  return 0;
}

// Nobody else takes a lock here.
int rex_spin_lock(struct rex_spin_lock* Lock, __u32) {
  static int Slot;
  if (Lock->value != 0) return -EDEADLK;
  Lock->value = 1;
  lockOf(static_cast<__u32>(++Slot)) = Lock;
  return Slot;
}
int rex_spin_unlock(__u32 Slot) {
  lockOf(Slot)->value = 0;
  return 0;
}

struct rex_task* rex_task_from_pid(__s32) { return nullptr; }
struct rex_task* rex_task_next(struct rex_task*) { return nullptr; }

__u64 rex_kernel_symbol(const char*) { return 0; }
void rex_log(const struct rex_log_site*, const void*, __u64) {}
int rex_read_kernel(void*, __u64, __u64) { return -EFAULT; }

// A failed check.  In the kernel the invocation ends; here the process does.
[[noreturn]] void rex_trap(__u32 Kind, __u64 First, __u64 Second, __u32, const char* Message) {
  std::printf("panic %u %llu %llu %s\n", Kind, First, Second, Message ? Message : "");
  std::fflush(stdout);
  std::_Exit(0);
}
}

int main() {
  alignas(16) static const char Context[256]{};
  std::printf("value %lld\n", rex_entry(Context));
}
