// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Text of limited length.
#pragma once

#include <rex/array.hpp>
#include <rex/detail/range.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {
struct TextBytes;
}

/// Up to Capacity characters in place; unused ones are zero, as in the kernel's own fixed names.
/// Wire data: user space reads `char name[Capacity]`, without a NUL where all are used.
template <usize Capacity>
  requires(Capacity > 0)
class [[clang::annotate("rex::wire")]] Text {
 public:
  constexpr Text() = default;

  /// Text{"literal"} of that length, or Text<32>{"literal"}.
  template <usize Size>
    requires(Size <= Capacity + 1)
  constexpr Text(const char (&literal)[Size]) {
    for (usize i = 0; i + 1 < Size; ++i) characters_[i] = literal[i];
  }

  static constexpr usize capacity() { return Capacity; }

  /// Characters up to the first zero.
  constexpr usize size() const {
    usize length = 0;
    while (length < Capacity && characters_[length] != 0) ++length;
    return length;
  }
  constexpr bool empty() const { return characters_[0] == 0; }

  /// The character at an index, zero past the text's end.  Panics unless index < capacity().
  constexpr char operator[](usize index) const {
    detail::check_index(index, Capacity);
    return characters_[index];
  }

  /// Adds a character.  False where there is no room; nothing is added then.
  constexpr bool append(char character) {
    const usize length = size();
    if (length == Capacity) return false;
    characters_[length] = character;
    return true;
  }

  /// Adds a text.  False where not all of it has room; as much as has is added.
  template <usize Other>
  constexpr bool append(const Text<Other>& text) {
    const usize more = text.size();
    for (usize i = 0; i < more; ++i)
      if (!append(text[i])) return false;
    return true;
  }

  constexpr void clear() { *this = Text{}; }

  template <usize Other>
  constexpr bool starts_with(const Text<Other>& text) const {
    const usize length = text.size();
    for (usize i = 0; i < length; ++i)
      if (i >= Capacity || characters_[i] != text[i]) return false;
    return true;
  }

  template <usize Other>
  friend constexpr bool operator==(const Text& a, const Text<Other>& b) {
    return a.size() == b.size() && a.starts_with(b);
  }

 private:
  friend struct detail::TextBytes;

  char characters_[Capacity]{};
};

template <usize Size>
Text(const char (&)[Size]) -> Text<(Size > 1 ? Size - 1 : 1)>;

namespace detail {

/// Text from elsewhere.
struct TextBytes {
  /// Characters up to the first NUL, Capacity at most.
  template <usize Capacity, class Source>
  [[gnu::always_inline]] static Text<Capacity> copy(const Source& source) {
    Text<Capacity> text;
    for (usize i = 0; i < Capacity; ++i) {
      const char character = source(i);
      if (character == 0) break;
      text.characters_[i] = character;
    }
    return text;
  }
  template <usize Capacity>
  static const char* data(const Text<Capacity>& text) {
    return text.characters_;
  }
};

}  // namespace detail

}  // namespace rex
