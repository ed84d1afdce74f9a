// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The kernel's own structures: any field, by its name in the kernel's source.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/field.hpp>
#include <rex/detail/map_value.hpp>
#include <rex/detail/range.hpp>
#include <rex/error.hpp>
#include <rex/fixed_string.hpp>
#include <rex/option.hpp>
#include <rex/types.hpp>

/// What the running kernel is like, from its BTF.  All answers are known when the extension is
/// loaded: a question costs an instruction, and no memory is read.  Any context.  Minimum
/// kernel: 6.1.
namespace rex::kernel {

/// Whether a structure or union has a field: has_field<"task_struct", "se.sum_exec_runtime">().
/// False where there is no such structure either.
template <FixedString Structure, FixedString Name>
[[gnu::always_inline]] inline bool has_field() {
  return detail::KernelField<Structure, Name>::exists();
}

/// Whether there is a structure or union of that name.
template <FixedString Structure>
[[gnu::always_inline]] inline bool has_struct() {
  static_assert(detail::is_kernel_name<Structure>(false));
  return detail::kernel_number<"struct", Structure>() != 0;
}

/// Whether there is a function of that name, exported or not, a kfunc too.
template <FixedString Name>
[[gnu::always_inline]] inline bool has_function() {
  static_assert(detail::is_kernel_name<Name>(false));
  return detail::kernel_number<"function", Name>() != 0;
}

/// Whether there is a tracepoint of that name, without its system: "sched_switch".
template <FixedString Name>
[[gnu::always_inline]] inline bool has_tracepoint() {
  static_assert(detail::is_kernel_name<Name>(false));
  return detail::kernel_number<"tracepoint", Name>() != 0;
}

/// Whether an enumeration has a name: has_enumerator<"bpf_map_type", "BPF_MAP_TYPE_ARENA">().
template <FixedString Enumeration, FixedString Name>
[[gnu::always_inline]] inline bool has_enumerator() {
  static_assert(detail::is_kernel_name<Enumeration>(false) && detail::is_kernel_name<Name>(false));
  return detail::kernel_number<"has_enumerator", Enumeration, Name>() != 0;
}

/// The value of an enumeration's name.  A kernel without it does not load the extension.
template <FixedString Enumeration, FixedString Name>
[[gnu::always_inline]] inline i64 enumerator() {
  static_assert(detail::is_kernel_name<Enumeration>(false) && detail::is_kernel_name<Name>(false));
  return static_cast<i64>(detail::kernel_number<"enumerator", Enumeration, Name>());
}

/// Bytes of a structure.  A kernel without it does not load the extension.
template <FixedString Structure>
[[gnu::always_inline]] inline u64 size_of() {
  static_assert(detail::is_kernel_name<Structure>(false));
  return detail::kernel_number<"size", Structure>();
}

/// The address of a kernel structure, which may be null or stale: each read is a copy that reports
/// a fault as Error::fault and never brings the kernel down.  What is read of memory that the
/// kernel has meanwhile given to something else may be anything, and is only ever data.
///
///     const auto file = task.pointer<"mm_struct", "mm">().pointer<"file", "exe_file">();
///     if (file) inode = file->pointer<"inode", "f_inode">();
///
/// Fields are named and typed as in Task::field(): what a field does not fit is refused when the
/// extension is loaded.  Each further name is another name of the field, in other kernels.
///
/// All calls: any context; 20 to 40 ns a read.  Minimum kernel: 6.1.
/// @tparam Structure  the name of a struct or union in the kernel's source
template <FixedString Structure>
class [[clang::annotate("rex::kernel", "pointer")]] Pointer {
 public:
  /// Null.
  constexpr Pointer() = default;
  /// An address from elsewhere, such as a probe's argument.
  constexpr explicit Pointer(u64 address) : address_{address} {}

  constexpr u64 address() const { return address_; }
  constexpr explicit operator bool() const { return address_ != 0; }

  /// A field.  Error::fault.
  template <detail::KernelValue T, FixedString... Names>
  Expected<T> field() const {
    return load<T>(address_ + Field<Names...>::template offset<detail::type_name<T>>());
  }

  /// A field that some kernels do not have.  Error::not_found in those, Error::fault.
  template <detail::KernelValue T, FixedString... Names>
  Expected<T> optional_field() const {
    if (!Field<Names...>::exists()) return Error::not_found;
    return load<T>(address_ + Field<Names...>::template offset<detail::optional_type_name<T>>());
  }

  /// A bit-field, or a field that is none.  T is the type it is declared with.  Error::fault.
  template <detail::KernelScalar T, FixedString... Names>
  Expected<T> bits() const {
    const auto unit = load<T>(address_ + Field<Names...>::template unit<detail::type_name<T>>());
    if (!unit) return unit.error();
    return Field<Names...>::template bits_of<detail::type_name<T>>(*unit);
  }

  /// An element of an array.  Error::invalid where the array has no such element, Error::fault.
  template <detail::KernelScalar T, FixedString... Names>
  Expected<T> element(u64 index) const {
    if (index >= Field<Names...>::template count<detail::array_type_name<T>>())
      return Error::invalid;
    return load<T>(address_ + Field<Names...>::template offset<detail::array_type_name<T>>() +
                   index * sizeof(T));
  }

  /// What a field points to, a structure of that name.  Error::fault; a null pointer is a value.
  template <FixedString Target, FixedString... Names>
  Expected<Pointer<Target>> pointer() const {
    const auto address =
        load<u64>(address_ + Field<Names...>::template offset<detail::joined<"*", Target>()>());
    if (!address) return address.error();
    return Pointer<Target>{*address};
  }

  /// The address of a structure inside this one.
  template <FixedString Target, FixedString... Names>
  Pointer<Target> member() const {
    return Pointer<Target>{address_ +
                           Field<Names...>::template offset<detail::joined<"=", Target>()>()};
  }

  friend constexpr bool operator==(const Pointer&, const Pointer&) = default;

 private:
  template <FixedString... Names>
  using Field = detail::KernelField<Structure, Names...>;

  template <class T>
  static Expected<T> load(u64 address) {
    if constexpr (__is_same(T, bool)) {
      const auto byte = load<u8>(address);
      if (!byte) return byte.error();
      return *byte != 0;
    } else if constexpr (detail::text_capacity<T> != 0) {
      char characters[detail::text_capacity<T>];
      if (detail::rex_read_kernel(characters, address, sizeof characters) != 0) return Error::fault;
      return detail::TextBytes::copy<detail::text_capacity<T>>(
          [&characters](usize i) { return characters[i]; });
    } else {
      // SAFETY: all patterns of bytes are values of an integer, and of an array of them.
      T value{};
      if (detail::rex_read_kernel(&value, address, sizeof value) != 0) return Error::fault;
      return value;
    }
  }

  u64 address_ = 0;
};

}  // namespace rex::kernel

namespace rex::detail {

/// The fields of an object of the kernel that lives until the program returns, read in place.
///
///     const auto runtime = task.field<rex::u64, "se.sum_exec_runtime">();
///     const auto state = task.field<rex::u32, "__state", "state">();  // either name
///
/// T is a u8 to u64, i8 to i64 or bool of the size and sign that the kernel's source gives the
/// field (enumerations: either sign; pointers: u64), Text<N> for a char[N], Array<U, N> for an
/// array.  Names may lead into structures and arrays: "se.avg.load_avg",
/// "numa_faults_locality[1]".  A field that the running kernel does not have, or has with another
/// type, is refused when the extension is loaded, with structure, field and both types.
///
/// All calls: any context; one load, at an offset that is part of the instruction.
template <FixedString Structure>
class LiveObject {
 public:
  /// A field.  An array or a text that is changed meanwhile may be half old and half new.
  template <KernelValue T, FixedString... Names>
  T field() const {
    return load_value<T>(object_ + Field<Names...>::template offset<type_name<T>>());
  }

  /// A field that some kernels do not have; nothing in those.
  template <KernelValue T, FixedString... Names>
  Option<T> optional_field() const {
    if (!Field<Names...>::exists()) return {};
    return load_value<T>(object_ + Field<Names...>::template offset<optional_type_name<T>>());
  }

  /// A bit-field, or a field that is none.  T is the type it is declared with.
  template <KernelScalar T, FixedString... Names>
  T bits() const {
    return Field<Names...>::template bits_of<type_name<T>>(
        load_value<T>(object_ + Field<Names...>::template unit<type_name<T>>()));
  }

  /// A bit-field that some kernels do not have; nothing in those.
  template <KernelScalar T, FixedString... Names>
  Option<T> optional_bits() const {
    if (!Field<Names...>::exists()) return {};
    return Field<Names...>::template bits_of<optional_type_name<T>>(
        load_value<T>(object_ + Field<Names...>::template unit<optional_type_name<T>>()));
  }

  /// An element of an array of scalars.  Panics where the array has no such element.
  template <KernelScalar T, FixedString... Names>
  [[gnu::always_inline]] T element(usize index) const {
    const u64 count = Field<Names...>::template count<array_type_name<T>>();
    check_index(index, count);
    // SAFETY: below the number of elements, which the loader took from the kernel's BTF.
    return load_value<T>(object_ + Field<Names...>::template offset<array_type_name<T>>() +
                         clamp_speculation(index, count) * sizeof(T));
  }

  /// What a field points to, a structure of that name; it may be null or stale.
  template <FixedString Target, FixedString... Names>
  kernel::Pointer<Target> pointer() const {
    return kernel::Pointer<Target>{
        load_value<u64>(object_ + Field<Names...>::template offset<joined<"*", Target>()>())};
  }

  /// The address of a structure inside this one.
  template <FixedString Target, FixedString... Names>
  kernel::Pointer<Target> member() const {
    return kernel::Pointer<Target>{object_ +
                                   Field<Names...>::template offset<joined<"=", Target>()>()};
  }

 protected:
  constexpr LiveObject() = default;
  constexpr explicit LiveObject(u64 object) : object_{object} {}

  constexpr u64 object() const { return object_; }

 private:
  template <FixedString... Names>
  using Field = KernelField<Structure, Names...>;

  // SAFETY: the address of a structure of that name which outlives the invocation, in every object
  // that a program can reach.
  u64 object_ = 0;
};

}  // namespace rex::detail
