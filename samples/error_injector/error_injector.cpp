// SPDX-License-Identifier: GPL-2.0-only
// Lets mkdir() of a process fail; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Param<rex::i32> process{0};
rex::Param<rex::u32> error{5};  // EIO

rex::Override error_injector(const rex::KprobeOverride<"__x64_sys_mkdir">&) {
  return rex::Task::current().tgid() == process ? rex::override_with_error(error)
                                                : rex::Override::none;
}
