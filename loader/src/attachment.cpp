// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "attachment.hpp"

#include <fmt/core.h>
#include <linux/perf_event.h>

#include <algorithm>
#include <charconv>

#include "failure.hpp"
#include "target.hpp"

namespace rex::internal {

namespace {

struct Counter {
  std::string_view name;
  std::uint32_t type;
  std::uint64_t config;
};

constexpr Counter kCounters[] = {
    {"cpu-clock", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CPU_CLOCK},
    {"task-clock", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_TASK_CLOCK},
    {"page-faults", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS},
    {"context-switches", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CONTEXT_SWITCHES},
    {"cpu-migrations", PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CPU_MIGRATIONS},
    {"cycles", PERF_TYPE_HARDWARE, PERF_COUNT_HW_CPU_CYCLES},
    {"instructions", PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS},
    {"cache-misses", PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_MISSES},
    {"branch-misses", PERF_TYPE_HARDWARE, PERF_COUNT_HW_BRANCH_MISSES},
};

/// As a program's source names it.
std::string source_name(const Type& type) {
  if (type.kind == Type::Kind::kPointer)
    return type.name == "task_struct" ? "rex::Task" : "struct " + type.name;
  return "rex::" + type.name;
}

bool fits(const Type& declared, const KernelArgument& actual) {
  if (declared.kind == Type::Kind::kPointer)
    return actual.is_pointer && actual.structure == declared.name;
  // A pointer may be read as a number.
  return declared.kind == Type::Kind::kInteger && declared.size == actual.size;
}

Result<void> set_kprobe(rex_attach& how, std::string_view target, std::string_view place) {
  auto probe = KprobeTarget::parse(target, place);
  if (!probe) return pass_on(std::move(probe));
  how.kprobe.offset = probe->offset;
  probe->function.copy(how.target, sizeof how.target - 1);
  return {};
}

Result<void> set_function(rex_attach& how, std::string_view target, std::string_view place) {
  auto result = set_kprobe(how, target, place);
  if (result && how.kprobe.offset != 0)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("cannot be attached to \"{}\"", target),
                   "name a function: this hook is at its start or its end");
  return result;
}

Result<void> set_perf_event(rex_attach& how, std::string_view target, std::string_view place) {
  const std::size_t slash = target.find('/');
  const std::string_view name = target.substr(0, slash);
  const auto* counter = std::ranges::find(kCounters, name, &Counter::name);
  std::uint64_t period = 0;
  bool good = counter != std::end(kCounters) && slash != std::string_view::npos;
  if (good) {
    const std::string_view digits = target.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), period);
    good = error == std::errc() && end == digits.data() + digits.size() && period >= 1000;
  }
  if (!good) {
    std::string names;
    for (const Counter& known : kCounters)
      names += (names.empty() ? "" : ", ") + std::string(known.name);
    return failure(
        ErrorCode::kInvalidArgument, place,
        fmt::format("\"{}\" names no counter and period", target),
        fmt::format("write COUNTER/PERIOD, a period of 1000 at least, with one of {}", names));
  }
  how.perf_event.type = counter->type;
  how.perf_event.config = counter->config;
  how.perf_event.period = period;
  target.copy(how.target, sizeof how.target - 1);
  return {};
}

}  // namespace

Result<void> compare_arguments(const Manifest::Program& program, std::string_view target,
                               const std::vector<KernelArgument>& actual, std::string_view place) {
  const auto& declared = program.parameters;
  if (declared.size() > actual.size())
    return failure(ErrorCode::kKernelUnsupported, place,
                   fmt::format("program {} declares {} arguments of {}, this kernel passes {}",
                               program.name, declared.size(), target, actual.size()),
                   fmt::format("declare: {}", describe(actual)));
  for (std::size_t i = 0; i < declared.size(); ++i)
    if (!fits(declared[i], actual[i]))
      return failure(
          ErrorCode::kKernelUnsupported, place,
          fmt::format("program {} declares argument {} of {} as {}, in this kernel it is {}",
                      program.name, i, target, source_name(declared[i]), describe(actual[i])),
          fmt::format("declare: {}", describe(actual)));
  return {};
}

Result<rex_attach> describe_attachment(const Manifest::Program& program, std::string_view target,
                                       std::string_view place) {
  rex_attach how{};
  Result<void> result;
  switch (program.hook) {
    case REX_HOOK_KPROBE: result = set_kprobe(how, target, place); break;
    case REX_HOOK_KRETPROBE: result = set_function(how, target, place); break;
    case REX_HOOK_PERF_EVENT: result = set_perf_event(how, target, place); break;
    case REX_HOOK_RAW_TRACEPOINT:
    case REX_HOOK_FENTRY: {
      const bool is_tracepoint = program.hook == REX_HOOK_RAW_TRACEPOINT;
      const auto types = KernelTypes::load();
      if (!types) return std::unexpected(types.error());
      const auto arguments =
          is_tracepoint ? types->tracepoint_arguments(target) : types->function_arguments(target);
      if (!arguments) return std::unexpected(arguments.error());
      result = compare_arguments(program, target, *arguments, place);
      if (result) result = set_function(how, target, place);
      if (is_tracepoint) how.tracepoint.arguments = arguments->size();
      break;
    }
    case REX_HOOK_XDP:  // these five by attach_stub()
    case REX_HOOK_TC:
    case REX_HOOK_LSM:
    case REX_HOOK_FEXIT:
    case REX_HOOK_CGROUP_SKB:
    case REX_HOOK_ONCE:
    case REX_HOOKS:
      result = failure(ErrorCode::kAttachRefused, place,
                       fmt::format("program {} has a hook that nothing attaches to", program.name),
                       "run it: rex run OBJECT --once PROGRAM");
      break;
  }
  if (!result) return std::unexpected(std::move(result.error()));
  return how;
}

}  // namespace rex::internal
