// SPDX-License-Identifier: GPL-2.0-only
#include "advice.h"

#include <llvm/ADT/StringSwitch.h>

namespace rex {

llvm::StringRef insteadOfHeader(llvm::StringRef Name) {
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Cases({"vector", "array", "list", "deque"},
             "there is no heap in an extension: use rex::Array, or a map such as rex::Queue")
      .Cases({"map", "unordered_map", "set", "unordered_set"},
             "use a map of the SDK: user space sees it, too")
      .Cases({"string", "string_view", "cstring", "string.h"}, "use rex::Text")
      .Cases({"cstdio", "stdio.h", "iostream", "print", "format"},
             "print with rex::print(\"pid {}\", pid), which rex log shows, or send records with "
             "rex::RingBuf")
      .Cases({"cstdint", "stdint.h", "cstddef", "stddef.h"},
             "remove the line: rex::u8 to rex::u64, rex::i8 to rex::i64 and rex::usize are there "
             "already")
      .Cases({"optional", "expected", "variant"}, "use rex::Option or rex::Expected")
      .Cases({"algorithm", "ranges", "numeric"}, "use the algorithms of the SDK: rex::sort, "
                                                 "rex::find, rex::min and others")
      .Cases({"memory", "cstdlib", "stdlib.h", "new"},
             "there is no heap in an extension: declare a local variable, or a map")
      .Cases({"atomic", "mutex", "thread"}, "use a global rex::Atomic, or a map")
      .Default("");
}

llvm::StringRef insteadOfStd(llvm::StringRef Name) {
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Cases({"vector", "array", "list", "deque", "span"},
             "write rex::Array<T, N>, whose size is known; larger or shared data goes into a map")
      .Cases({"map", "unordered_map", "set", "unordered_set"},
             "use a map of the SDK, which user space sees, too")
      .Cases({"string", "string_view"}, "write rex::Text<N>, a text of at most N characters")
      .Cases({"cout", "cerr", "printf", "print", "println", "format"},
             "write rex::print(\"pid {}\", pid), which rex log shows, or send records with "
             "rex::RingBuf")
      .Cases({"unique_ptr", "shared_ptr", "make_unique", "make_shared"},
             "declare a local variable, or a map: there is no heap")
      .Cases({"optional", "expected", "variant"}, "write rex::Option<T> or rex::Expected<T>")
      .Cases({"move", "forward"}, "write rex::move")
      .Cases({"uint8_t", "uint16_t", "uint32_t", "uint64_t", "size_t"},
             "write rex::u8, rex::u16, rex::u32, rex::u64 or rex::usize")
      .Cases({"int8_t", "int16_t", "int32_t", "int64_t"},
             "write rex::i8, rex::i16, rex::i32 or rex::i64")
      .Cases({"atomic", "mutex"}, "write a global rex::Atomic<T>, or use a map")
      .Cases({"function", "bind"}, "take the function as a template parameter")
      .Cases({"sort", "find", "min", "max", "swap", "for_each", "accumulate"},
             "use the algorithm of that name in rex::")
      .Default("");
}

llvm::StringRef insteadOfLibraryName(llvm::StringRef Name) {
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Cases({"printf", "puts", "putchar", "fprintf", "printk", "pr_info", "bpf_printk",
              "bpf_trace_printk"},
             "write rex::print(\"pid {}\", pid), which rex log shows, or end the program with "
             "rex::panic(\"message\")")
      .Cases({"malloc", "calloc", "realloc", "free", "kmalloc", "kzalloc", "kfree"},
             "declare a local variable, a rex::Array<T, N>, or a map: there is no heap")
      .Cases({"memcpy", "memmove", "strcpy", "strncpy"},
             "assign the object: a = b copies all of it")
      .Cases({"memset", "bzero"}, "initialise it with {}, or call its fill()")
      .Cases({"memcmp", "strcmp", "strncmp", "strlen"},
             "use ==, starts_with() or size() of rex::Text")
      .Cases({"exit", "abort", "panic", "BUG"},
             "return from the program, or end it with rex::panic(\"message\")")
      .Cases({"assert", "BUG_ON", "WARN_ON"}, "write if (!condition) rex::panic(\"message\")")
      .Case("NULL", "take a reference (T&), or return rex::Option<T>")
      .Cases({"uint8_t", "uint16_t", "uint32_t", "uint64_t", "size_t"},
             "write rex::u8, rex::u16, rex::u32, rex::u64 or rex::usize")
      .Cases({"int8_t", "int16_t", "int32_t", "int64_t", "ssize_t", "pid_t"},
             "write rex::i8, rex::i16, rex::i32 or rex::i64")
      .Cases({"u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "usize", "s8", "s16", "s32",
              "s64"},
             "write the namespace: rex::u32, rex::i64 and so on")
      .Cases({"string", "vector", "cout"},
             "see rex/rex.hpp: rex::Text<N>, rex::Array<T, N>, rex::RingBuf")
      .Cases(
          {"bpf_map_lookup_elem", "bpf_map_update_elem", "bpf_get_current_pid_tgid", "SEC"},
          "maps are objects with member functions, programs are functions: see samples/mp4/mp4.cpp")
      .Default("");
}

} // namespace rex
