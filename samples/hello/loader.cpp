// SPDX-License-Identifier: GPL-2.0-only
// hello-loader: runs a program in the kernel once, and prints what it logged.
#include <fmt/core.h>

#include <rex/loader.hpp>
#include <rex/log.hpp>

int main() {
  auto log = rex::must(rex::Log::open());
  auto extension = rex::must(rex::Extension::load("hello.rex"));
  rex::must(extension.run("hello"));
  while (const auto record = rex::must(log.next()))
    if (record->kind == rex::LogKind::kLine && record->extension == "hello")
      fmt::print("{}:{}: {}\n", record->file, record->line, record->text);
}
