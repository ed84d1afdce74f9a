// SPDX-License-Identifier: GPL-2.0-only
// Programs instead of functions of the kernel.
#include <rex/rex.hpp>

static bool is_test() {
  const auto name = rex::Task::current().comm();
  return name == rex::Text{"kernel_tests"};
}

rex::Override no_mkdir(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
  return is_test() ? rex::override_with_error(13) : rex::Override::none;
}

rex::Override only_looks(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
  return rex::Override::none;
}

rex::Override another_user(const rex::KprobeOverride<"__x64_sys_getuid">&) {
  return is_test() ? rex::override_with_value(4242) : rex::Override::none;
}

rex::Override panics(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
  if (is_test()) rex::panic("instead of a system call");
  return rex::Override::none;
}

rex::Override panics_closed(
    const rex::OnPanic<rex::KprobeOverride<"__x64_sys_mkdir">, rex::override_with_error(13)>&) {
  if (is_test()) rex::panic("instead of a system call");
  return rex::Override::none;
}

rex::Override no_such_error(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
  return is_test() ? rex::override_with_error(4096) : rex::Override::none;
}

// May return errors only.
rex::Override succeeds(const rex::KprobeOverride<"__filemap_add_folio">&) {
  return is_test() ? rex::override_with_value(0) : rex::Override::none;
}

rex::Override fails(const rex::KprobeOverride<"__filemap_add_folio">&) {
  return is_test() ? rex::override_with_error(12) : rex::Override::none;
}

rex::Override not_allowed(const rex::KprobeOverride<"vfs_mkdir">&) {
  return rex::override_with_error(1);
}
