// SPDX-License-Identifier: GPL-2.0-only
// What people and their editors send to the command line: arguments, messages of the language
// server protocol, sources with faults in odd places.
#include <fuzzer/FuzzedDataProvider.h>
#include <sys/mman.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include "messages.hpp"
#include "rule_diagnostics.hpp"
#include "verbs.hpp"

namespace {

using nlohmann::json;

/// Parsed only: no verb is run.
void parse_arguments(FuzzedDataProvider& input) {
  std::vector<std::string> arguments;
  while (input.remaining_bytes() != 0 && arguments.size() < 16)
    arguments.push_back(input.ConsumeRandomLengthString(64));
  CLI::App app("", "rex");
  int exit_code = 0;
  for (const auto add : {rex::cli::add_build, rex::cli::add_check, rex::cli::add_clangd,
                         rex::cli::add_explain, rex::cli::add_fuzz, rex::cli::add_run,
                         rex::cli::add_samples, rex::cli::add_simulate, rex::cli::add_test})
    add(app, exit_code);
  // What nobody can give is wanted: parsing ends before the verb would run.
  app.add_option("--never")->required()->check([](const std::string&) { return "never"; });
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError&) {
  }
}

void read_messages(FuzzedDataProvider& input) {
  const std::string stream = input.ConsumeRemainingBytesAsString();
  const int fd = ::memfd_create("messages", MFD_CLOEXEC);
  if (::pwrite(fd, stream.data(), stream.size(), 0) != static_cast<ssize_t>(stream.size()))
    std::abort();
  rex::cli::Inbox inbox(fd);
  while (inbox.read())
    while (const auto message = inbox.next())
      if (message->size() > stream.size()) std::abort();
  ::close(fd);
  if (const std::string path = rex::cli::path_of_uri(stream); !path.empty())
    if (rex::cli::path_of_uri(rex::cli::uri_of_path(path)) != path) std::abort();
}

json place(FuzzedDataProvider& input) {
  return {{"file", input.ConsumeBool() ? "/a.cpp" : input.ConsumeRandomLengthString(8)},
          {"line", input.ConsumeIntegral<int>()},
          {"column", input.ConsumeIntegral<int>()},
          {"message", "message"}};
}

void merge_diagnostics(FuzzedDataProvider& input) {
  json findings = json::array(), clangd = json::array();
  for (int i = input.ConsumeIntegralInRange(0, 4); i > 0; --i) {
    json finding = place(input);
    finding["rule"] = input.ConsumeBool() ? "compiler" : "pointer";
    finding["severity"] = input.ConsumeBool() ? "error" : "warning";
    finding["remedy"] = input.ConsumeBool() ? "" : "remedy";
    finding["notes"] = json::array({place(input)});
    findings.push_back(std::move(finding));
    const int line = input.ConsumeIntegralInRange(0, 100);
    clangd.push_back({{"severity", input.ConsumeIntegralInRange(1, 4)},
                      {"range", {{"start", {{"line", line}}}, {"end", {{"line", line}}}}}});
  }
  const std::string path = "/a.cpp";
  const std::filesystem::path pages = "/rules";
  const std::string text = input.ConsumeRemainingBytesAsString();
  const json merged = rex::cli::merge(clangd, findings, {path, text, pages});
  if (merged.size() > clangd.size() + findings.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  switch (input.ConsumeIntegralInRange(0, 2)) {
    case 0: parse_arguments(input); break;
    case 1: read_messages(input); break;
    default: merge_diagnostics(input);
  }
  return 0;
}
