// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run at a tracepoint of the kernel, with the record that its users know.
#pragma once

#include <rex/array.hpp>
#include <rex/detail/abi.hpp>
#include <rex/fixed_string.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

/// What a field of a record can be taken for.
template <class T>
inline constexpr bool is_trace_type = __is_integral(T);
template <class T, usize Size>
inline constexpr bool is_trace_type<Array<T, Size>> = __is_integral(T) && !__is_same(T, bool);
template <usize Size>
inline constexpr bool is_trace_type<Text<Size>> = true;

}  // namespace detail

/// A field of a tracepoint's record, with the type that a program takes it for.
///
/// Integers and bool of the kernel's size and sign; a rex::u64 for an address; Array<T, N> for an
/// array of numbers; Text<N> for an array of characters and for text of any length (`__data_loc
/// char[]`), of which a longer one is cut to N.
template <FixedString Name, class T>
  requires(detail::is_trace_type<T>)
class [[clang::annotate("rex::field", "tracepoint")]] TraceField {};

namespace detail {

template <usize A, usize B>
consteval bool same_text(const FixedString<A>& a, const FixedString<B>& b) {
  if (A != B) return false;
  for (usize i = 0; i < A && i < B; ++i)
    if (a.text[i] != b.text[i]) return false;
  return true;
}

template <class Field>
struct TraceFieldOf;
template <FixedString Name, class T>
struct TraceFieldOf<TraceField<Name, T>> {
  using type = T;
  template <usize Size>
  static consteval bool is(const FixedString<Size>& name) {
    return same_text(Name, name);
  }
};

/// How the bytes of a record become a value.
template <class T>
struct TraceValue;
template <class T>
  requires(__is_integral(T))
struct TraceValue<T> {
  static T read(const u8* record, u32, const rex_trace_field& field) {
    // SAFETY: the loader has checked that the record has this field with the size of T, and the
    // runtime that this record is long enough.
    if constexpr (__is_same(T, bool)) {
      return record[field.offset] != 0;
    } else {
      T value;
      __builtin_memcpy(&value, record + field.offset, sizeof value);
      return value;
    }
  }
};
template <class T, usize Size>
struct TraceValue<Array<T, Size>> {
  static Array<T, Size> read(const u8* record, u32, const rex_trace_field& field) {
    Array<T, Size> value{};
    // SAFETY: as above; the sizes of the elements and of the whole were compared.
    __builtin_memcpy(&value, record + field.offset, sizeof value);
    return value;
  }
};
template <usize Size>
struct TraceValue<Text<Size>> {
  static Text<Size> read(const u8* record, u32 record_size, const rex_trace_field& field) {
    u32 offset = field.offset;
    u32 size = field.size;
    if (field.kind != REX_TRACE_FIELD_PLAIN) {
      // Its length and its offset, in the record or from the end of this field.
      u32 where;
      // SAFETY: as above, for a field of 4 bytes.
      __builtin_memcpy(&where, record + offset, sizeof where);
      size = where >> 16;
      offset = (where & 0xffff) + (field.kind == REX_TRACE_FIELD_RELATIVE ? offset + 4 : 0);
      if (offset > record_size || size > record_size - offset) return {};
    }
    Text<Size> text;
    for (u32 i = 0; i < size && i < Size; ++i) {
      // SAFETY: the field's bytes are in the record: checked above, or by the loader.
      const char character = static_cast<char>(record[offset + i]);
      if (character == 0 || !text.append(character)) break;
    }
    return text;
  }
};

}  // namespace detail

/// The record of every Tracepoint.
class [[clang::annotate("rex::context")]] TracepointContext {
 public:
  TracepointContext(const TracepointContext&) = delete;
  TracepointContext& operator=(const TracepointContext&) = delete;

 protected:
  TracepointContext() = default;

  template <u32 Index, class T>
  T read() const {
    return detail::TraceValue<T>::read(record_, size_, fields_[Index]);
  }

 private:
  // SAFETY: the runtime's own structure of this layout (struct rex_trace_context), which refers to
  // the record for as long as the handler that called the program.
  const u8* record_;
  u64 size_;
  const detail::rex_trace_field* fields_;
};

/// A program with this parameter runs at a tracepoint, with the fields of its record as
/// /sys/kernel/tracing/events/GROUP/NAME/format describes them.
///
///     using Switch = rex::Tracepoint<"sched:sched_switch", rex::TraceField<"prev_pid", rex::i32>,
///                                    rex::TraceField<"next_comm", rex::Text<16>>>;
///     rex::Result on_switch(const Switch& event) {
///       if (event.get<"prev_pid">() == 1) names.push(event.get<"next_comm">());
///       return rex::ok;
///     }
///
/// `rex tracepoint sched:sched_switch` prints the declaration for the running kernel.  Any subset
/// of the fields may be declared, in any order.  When the program is attached, each is compared
/// with the running kernel's format: where one is missing or has another type, attaching says
/// which, and what the kernel has.  The fields' places are those of the running kernel.
///
/// RawTracepoint costs less, and has the kernel's own arguments.
///
/// Context: preemption off; interrupts as the kernel has them there (off in sched:sched_switch).
/// CPUs that come online later are seen from a moment after.  What it returns is ignored.
/// Minimum kernel: 6.1.
/// @tparam Event   "GROUP:NAME"
/// @tparam Fields  TraceField<"name", type>, each
template <FixedString Event, class... Fields>
class [[clang::annotate("rex::hook", "tracepoint")]] Tracepoint : public TracepointContext {
  template <FixedString Name>
  static consteval u32 index_of() {
    u32 index = 0;
    static_cast<void>(((detail::TraceFieldOf<Fields>::is(Name) || (++index, false)) || ...));
    return index;
  }

 public:
  /// The value of a field that the tracepoint's declaration names.
  template <FixedString Name>
    requires(index_of<Name>() < sizeof...(Fields))
  auto get() const {
    constexpr u32 index = index_of<Name>();
    using Field = detail::TraceFieldOf<__type_pack_element<index, Fields...>>;
    return this->template read<index, typename Field::type>();
  }
};

}  // namespace rex
