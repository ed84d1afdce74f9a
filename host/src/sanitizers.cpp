// SPDX-License-Identifier: GPL-2.0-only
#include "sanitizers.hpp"

#include <sanitizer/common_interface_defs.h>

#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#endif
#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#endif

namespace rex::host {

#if __has_feature(memory_sanitizer)

void mark_initialised(const void* address, std::size_t size) { __msan_unpoison(address, size); }

void require_initialised(const void* address, std::size_t size) {
  __msan_check_mem_is_initialized(address, size);
}

// Functions of the C library check their arguments, whoever calls them; an extension calls none,
// and what GoogleTest and libstdc++ hand them was written without the sanitizer's knowledge.
[[gnu::constructor(101)]] static void trust_the_library() {
  __msan_scoped_disable_interceptor_checks();
}

#else

void mark_initialised(const void*, std::size_t) {}
void require_initialised(const void*, std::size_t) {}

#endif

#if __has_feature(address_sanitizer)

void watch(void* address, std::size_t size, std::size_t usable) {
  ASAN_UNPOISON_MEMORY_REGION(address, usable);
  ASAN_POISON_MEMORY_REGION(static_cast<char*>(address) + usable, size - usable);
}

#else

void watch(void*, std::size_t, std::size_t) {}

#endif

void print_stack() { __sanitizer_print_stack_trace(); }

}  // namespace rex::host

// Read by the sanitizers before main(), by these names.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

// No leak check: it needs ptrace(), which many containers refuse, and an extension cannot allocate.
const char* __asan_default_options() {
  return "detect_leaks=0:detect_stack_use_after_return=1:strict_init_order=1";
}

const char* __ubsan_default_options() { return "print_stacktrace=1"; }
}
// NOLINTEND(bugprone-reserved-identifier)
