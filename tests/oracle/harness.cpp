// SPDX-License-Identifier: GPL-2.0-only
// Runs the programs of an accepted translation unit, each some times with random inputs, and looks
// for what a sanitizer does not: resources that are still held, and slots that nobody holds.
// A panic ends a program as in the kernel: by a jump, without any code of the program's.
//
//   harness SEED ROUNDS

// The C++ library is compiled without MemorySanitizer, which then knows nothing of what it writes:
// the harness's own memory counts as initialised, and what a program hands over is looked at.
#pragma clang attribute push(__attribute__((no_sanitize("memory"))), apply_to = function)

#include <pthread.h>
#include <rex/abi.h>
#include <sanitizer/common_interface_defs.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/time.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <random>
#include <vector>

#include "harness.h"

#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#define REX_CHECK_INITIALISED(address, size) __msan_check_mem_is_initialized(address, size)
// What the contract writes, and what is no memory of a program.
#define REX_MARK_INITIALISED(address, size) __msan_unpoison(address, size)
#else
#define REX_CHECK_INITIALISED(address, size)
#define REX_MARK_INITIALISED(address, size)
#endif

namespace {

using Bytes = std::vector<unsigned char>;

struct Record {
  std::unique_ptr<unsigned char[]> data;
  std::uint64_t size;
};

constexpr long kMilliseconds = 500;  // of one run
constexpr std::size_t kStackSize = std::size_t{4} << 20;
constexpr std::size_t kStackEnd = std::size_t{1} << 20;

std::mt19937_64 generator;
sigjmp_buf landing;
const char* running = "";
std::uintptr_t stack_end = 0;     // the lowest address of the memory without access
std::map<unsigned, Record> held;  // the ledger: slot to record
std::map<const rex_map*, std::deque<Bytes>> queues;
std::map<const rex_map*, std::map<Bytes, std::unique_ptr<unsigned char[]>>> hashes;
// As the kernel, which gives a removed value back after the invocation.
std::vector<std::unique_ptr<unsigned char[]>> removed;

[[noreturn]] void leave() { siglongjmp(landing, 1); }

[[noreturn]] void finding(const char* what) {
  std::fprintf(stderr, "finding: %s, in %s\n", what, running);
  __sanitizer_print_stack_trace();
  std::_Exit(1);
}

void name_program() { std::fprintf(stderr, "finding: a sanitizer's report, in %s\n", running); }

void on_alarm(int) { leave(); }

/// The end of the stack is a panic, as in the kernel, which looks before each recursive call.
void on_fault(int, siginfo_t* info, void*) {
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  if (address - stack_end < kStackEnd) leave();
  finding("access to memory that is not there");
}

/// A stack that ends in memory without access, more of it than any frame of a program takes.
char* make_stack() {
  void* memory = mmap(nullptr, kStackEnd + kStackSize, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED || mprotect(memory, kStackEnd, PROT_NONE) != 0) std::abort();
  stack_end = reinterpret_cast<std::uintptr_t>(memory);
  return static_cast<char*>(memory) + kStackEnd;
}

/// Of this thread.
void catch_signals() {
  static char stack[1 << 16];
  const stack_t other{.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
  sigaltstack(&other, nullptr);
  struct sigaction action{};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, nullptr);
  sigaction(SIGBUS, &action, nullptr);
  signal(SIGVTALRM, on_alarm);
  sigset_t alarms;
  sigemptyset(&alarms);
  sigaddset(&alarms, SIGVTALRM);
  pthread_sigmask(SIG_UNBLOCK, &alarms, nullptr);
}

void limit(long milliseconds) {
  const itimerval time{{0, 0}, {0, milliseconds * 1000}};
  setitimer(ITIMER_VIRTUAL, &time, nullptr);
}

Bytes bytes_of(const void* from, std::uint64_t size) {
  REX_CHECK_INITIALISED(from, size);
  const auto* first = static_cast<const unsigned char*>(from);
  return {first, first + size};
}

int take(const rex_map* map, void* value, bool remove) {
  auto& queue = queues[map];
  if (queue.empty()) return -ENOENT;
  std::memcpy(value, queue.front().data(), map->value_size);
  REX_MARK_INITIALISED(value, map->value_size);
  if (remove) queue.pop_front();
  return 0;
}

void prepare() {
  removed.clear();
  for (rex_map* const* map = rex_oracle_queues; *map; ++map) {
    auto& queue = queues[*map];
    queue.clear();
    for (int i = 0; i < 8; ++i) {
      Bytes value((*map)->value_size);
      for (auto& byte : value) byte = static_cast<unsigned char>(generator() >> (8 * (i % 2)));
      queue.push_back(std::move(value));
    }
  }
  for (rex_map* const* map = rex_oracle_arrays; *map; ++map) {
    const std::size_t size = ((*map)->value_size + 7) / 8 * 8 * (*map)->max_entries;
    if ((*map)->elements == 0)
      (*map)->elements = reinterpret_cast<std::uint64_t>(std::calloc(size, 1));
    auto* first = reinterpret_cast<unsigned char*>((*map)->elements);
    for (std::size_t i = 0; i < size; ++i) first[i] = static_cast<unsigned char>(generator());
  }
}

#pragma clang attribute pop

/// Here MemorySanitizer looks at the result.
[[gnu::noinline]] void call(const rex_oracle_program& program, const void* context) {
  if (program.entry(context) == 0x5ca1ab1e) std::fputs("", stdout);
}

#pragma clang attribute push(__attribute__((no_sanitize("memory"))), apply_to = function)

/// Whether the program returned.
bool run(const rex_oracle_program& program) {
  alignas(16) static const char kContext[256]{};
  running = program.name;
  const bool returned = sigsetjmp(landing, 1) == 0;
  if (returned) {
    limit(kMilliseconds);
    call(program, kContext);
    limit(0);
    if (!held.empty()) finding("it returned with resources");
  } else {
    limit(0);
    held.clear();
  }
  return returned;
}

}  // namespace

extern "C" {

int rex_queue_pop(rex_map* map, void* value) { return take(map, value, true); }
int rex_queue_peek(rex_map* map, void* value) { return take(map, value, false); }
int rex_queue_push(rex_map* map, const void* value) {
  Bytes copy = bytes_of(value, map->value_size);
  if (queues[map].size() >= map->max_entries) return -E2BIG;
  queues[map].push_back(std::move(copy));
  return 0;
}

void* rex_hash_lookup(rex_map* map, const void* key) {
  auto& hash = hashes[map];
  const auto found = hash.find(bytes_of(key, map->key_size));
  return found == hash.end() ? nullptr : found->second.get();
}
int rex_hash_update(rex_map* map, const void* key, const void* value, __u64) {
  auto& hash = hashes[map];
  Bytes copy = bytes_of(key, map->key_size);
  REX_CHECK_INITIALISED(value, map->value_size);
  if (!hash.contains(copy) && hash.size() >= map->max_entries) return -E2BIG;
  // A value of 8 bytes is aligned to them, as the kernel's.
  auto& slot = hash[std::move(copy)];
  if (!slot) slot = std::make_unique<unsigned char[]>(map->value_size);
  std::memcpy(slot.get(), value, map->value_size);
  return 0;
}
int rex_hash_remove(rex_map* map, const void* key) {
  auto& hash = hashes[map];
  const auto found = hash.find(bytes_of(key, map->key_size));
  if (found == hash.end()) return -ENOENT;
  removed.push_back(std::move(found->second));
  hash.erase(found);
  return 0;
}
int rex_hash_next(rex_map* map, const void* key, void* next) {
  auto& hash = hashes[map];
  const auto found = key ? hash.upper_bound(bytes_of(key, map->key_size)) : hash.begin();
  if (found == hash.end()) return -ENOENT;
  std::memcpy(next, found->first.data(), map->key_size);
  REX_MARK_INITIALISED(next, map->key_size);
  return 0;
}

int rex_ringbuf_output(rex_map*, const void* data, __u64 size) {
  bytes_of(data, size);
  return generator() % 8 == 0 ? -EAGAIN : 0;
}
int rex_ringbuf_reserve(rex_map*, __u64 size, rex_record* record) {
  REX_MARK_INITIALISED(record, sizeof *record);
  if (held.size() >= REX_RESOURCES_MAX) return -ENOBUFS;
  if (generator() % 8 == 0) return -EAGAIN;
  unsigned slot = 1;
  while (held.contains(slot)) ++slot;
  // Zeroed, for what older records left: it is the buffer's own, and user space has read it.
  Record made{std::make_unique<unsigned char[]>(size), size};
  record->data = reinterpret_cast<std::uint64_t>(made.data.get());
  record->size = static_cast<__u32>(size);
  record->slot = slot;
  held.emplace(slot, std::move(made));
  return 0;
}
int rex_ringbuf_submit(__u32 slot) {
  const auto found = held.find(slot);
  if (found == held.end()) finding("it submits a record that it does not hold");
  bytes_of(found->second.data.get(), found->second.size);
  held.erase(found);
  return 0;
}
int rex_ringbuf_discard(__u32 slot) {
  if (held.erase(slot) == 0) finding("it discards a record that it does not hold");
  return 0;
}

__u32 rex_random() { return static_cast<__u32>(generator()); }
__u64 rex_clock_monotonic() { return generator(); }

/// There are no processes.
struct rex_task* rex_task_next(struct rex_task*) { return nullptr; }

void rex_oracle_leave() { leave(); }

[[noreturn]] void rex_trap(__u32, __u64, __u64, __u32, const char*) { leave(); }

// The compiler's checks that an accepted program may fail.  The linker puts these in the place of
// the sanitizer's own; the other checks, which the language rules out, are the sanitizer's.
#define REX_PANIC(name) \
  [[noreturn]] void __wrap___ubsan_handle_##name() { leave(); }
REX_PANIC(add_overflow_abort)
REX_PANIC(sub_overflow_abort)
REX_PANIC(mul_overflow_abort)
REX_PANIC(negate_overflow_abort)
REX_PANIC(divrem_overflow_abort)
REX_PANIC(shift_out_of_bounds_abort)
REX_PANIC(missing_return)

const char* __asan_default_options() {
  return "detect_leaks=0:detect_stack_use_after_return=1:handle_segv=0:handle_sigbus=0";
}

const char* __msan_default_options() { return "handle_segv=0:handle_sigbus=0"; }
}

namespace {

int rounds = 0;

void* run_all(void*) {
  catch_signals();
  unsigned long returned = 0;
  unsigned long panicked = 0;
  for (const rex_oracle_program* program = rex_oracle_programs; program->entry; ++program)
    for (int round = 0; round < rounds; ++round) {
      prepare();
      ++(run(*program) ? returned : panicked);
    }
  std::printf("%lu %lu\n", returned, panicked);
  std::fflush(stdout);
  // AddressSanitizer would free the other stack of a thread that ends, which is not its own.
  std::_Exit(0);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  generator.seed(std::strtoull(arguments[1], nullptr, 10));
  rounds = std::atoi(arguments[2]);
  __sanitizer_set_death_callback(name_program);
  // They are for the thread that runs programs.
  sigset_t alarms;
  sigemptyset(&alarms);
  sigaddset(&alarms, SIGVTALRM);
  pthread_sigmask(SIG_BLOCK, &alarms, nullptr);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, make_stack(), kStackSize);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, run_all, nullptr) != 0) return 2;
  pthread_join(thread, nullptr);
}

#pragma clang attribute pop
