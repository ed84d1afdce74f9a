// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Printing, to the log that `rex log` shows.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/log_format.hpp>
#include <rex/types.hpp>

namespace rex {

/// What is printed, as a string literal in the language of std::format: "pid {} did {:#x}".
/// Checked when it is compiled: as many braces as arguments, each with a presentation that its
/// argument has (d, x, X, o, b of numbers; s of text), fill, alignment, '#', '0' and width; without
/// numbers of arguments, precision or locale.  At most 160 characters.
template <class... Arguments>
class Format {
 public:
  template <usize Size>
  consteval Format(const char (&literal)[Size], const char* file = __builtin_FILE(),
                   u32 line = __builtin_LINE(), u32 column = __builtin_COLUMN())
      : text_{literal}, file_{file}, line_{line}, column_{column} {
    static_assert(Size - 1 <= REX_LOG_FORMAT_MAX, "a format has 160 characters at most");
    detail::check_format(literal, Size - 1, {{detail::LogArgument<Arguments>::kind...}},
                         sizeof...(Arguments));
  }

  /// For the SDK's own use.
  constexpr detail::rex_log_site site(u32 level) const {
    return {text_, file_, line_, column_, level, 0};
  }

 private:
  const char* text_;
  const char* file_;
  u32 line_, column_;
};

namespace detail {

template <class T>
struct AsIs {
  using type = T;
};
/// Takes its types from the arguments only.
template <class... Arguments>
using FormatOf = Format<typename AsIs<Arguments>::type...>;

template <class... Arguments>
[[gnu::always_inline]] inline void log(rex_log_level level, const Format<Arguments...>& format,
                                       const Arguments&... arguments) {
  constexpr usize most = (LogArgument<Arguments>::size + ... + 0);
  static_assert(most <= REX_LOG_ARGUMENTS_MAX,
                "the arguments of a line have 192 bytes at most: 9 for a number, the capacity and "
                "2 for a Text");
  u8 bytes[most + 1];
  usize used = 0;
  ((used += LogArgument<Arguments>::write(bytes + used, arguments)), ...);
  const rex_log_site site = format.site(level);
  // SAFETY: `used` bytes are initialised, and as enum rex_log_argument says; the texts of a Format
  // are literals.
  rex_log(&site, bytes, used);
}

}  // namespace detail

/// Lines of the log, each with its level, program, file, line and time.  Arguments: integers, bool,
/// enumerations (as numbers), Text, Ipv4, Mac, be16 to be64, kernel::Pointer (as numbers); together
/// 192 bytes at most.
///
/// A line costs about 100 ns: its text is made by who reads it.  It is seen with `rex log -f`, and
/// in the kernel's trace_pipe with `rex log -f --trace-pipe`.  The log keeps the last 1,024 lines;
/// a reader that falls behind is told how many it lost.  Any context, also where the kernel's own
/// printing would hang.  Minimum kernel: 6.1.
///
///     rex::log::warn("{} has {} packets", address, count);
namespace log {

template <class... Arguments>
[[gnu::always_inline]] inline void debug(detail::FormatOf<Arguments...> format,
                                         const Arguments&... arguments) {
  detail::log<Arguments...>(detail::REX_LOG_DEBUG, format, arguments...);
}
template <class... Arguments>
[[gnu::always_inline]] inline void info(detail::FormatOf<Arguments...> format,
                                        const Arguments&... arguments) {
  detail::log<Arguments...>(detail::REX_LOG_INFO, format, arguments...);
}
template <class... Arguments>
[[gnu::always_inline]] inline void warn(detail::FormatOf<Arguments...> format,
                                        const Arguments&... arguments) {
  detail::log<Arguments...>(detail::REX_LOG_WARN, format, arguments...);
}
template <class... Arguments>
[[gnu::always_inline]] inline void error(detail::FormatOf<Arguments...> format,
                                         const Arguments&... arguments) {
  detail::log<Arguments...>(detail::REX_LOG_ERROR, format, arguments...);
}

}  // namespace log

/// A line of level info: rex::print("pid {} did {}", task.pid(), count).  As log::info().
template <class... Arguments>
[[gnu::always_inline]] inline void print(detail::FormatOf<Arguments...> format,
                                         const Arguments&... arguments) {
  detail::log<Arguments...>(detail::REX_LOG_INFO, format, arguments...);
}

}  // namespace rex
