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

/// Errors: kKernelUnsupported, where the declared types are not the kernel's.
Result<std::size_t> check_arguments(const Manifest::Program& program, std::string_view target,
                                    std::string_view place) {
  const auto types = KernelTypes::load();
  if (!types) return std::unexpected(types.error());
  const auto arguments = program.hook == REX_HOOK_RAW_TRACEPOINT
                             ? types->tracepoint_arguments(target)
                             : types->function_arguments(target);
  if (!arguments) return std::unexpected(arguments.error());
  if (auto result = compare_arguments(program, target, *arguments, place); !result)
    return pass_on(std::move(result));
  return arguments->size();
}

Result<void> set_raw_tracepoint(rex_attach& how, const Manifest::Program& program,
                                std::string_view target, std::string_view place) {
  const auto count = check_arguments(program, target, place);
  if (!count) return std::unexpected(count.error());
  auto result = set_function(how, target, place);
  how.tracepoint.arguments = *count;
  return result;
}

/// "vfs_write", "vfs_write:direct"
Result<void> set_fentry(rex_attach& how, const Manifest::Program& program, std::string_view target,
                        std::string_view place) {
  constexpr std::string_view kDirect = ":direct";
  const bool direct = target.ends_with(kDirect);
  if (direct) target.remove_suffix(kDirect.size());
  const auto count = check_arguments(program, target, place);
  if (!count) return std::unexpected(count.error());
  auto result = set_function(how, target, place);
  how.fentry.direct = direct ? 1 : 0;
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

template <class Field, class Value>
Result<void> set(Field& field, Result<Value> parsed) {
  if (!parsed) return pass_on(std::move(parsed));
  field = *parsed;
  return {};
}

struct Explanation {
  std::string cause;
  std::string_view remedy;
};

/// Refusals of the hooks on functions of the kernel.
Explanation explain_function(int number) {
  switch (number) {
    case ENOENT:
      return {"this kernel has no such function, or inlined it",
              "look for a traceable name in /proc/kallsyms"};
    case EINVAL:
    case EILSEQ:
    case ERANGE:
    case EADDRNOTAVAIL:
      return {"the kernel allows no probe there",
              "choose another function, at its start or at an instruction's start"};
    case EACCES:
      return {"the kernel does not allow to override the result of that function",
              "choose a system call, as __x64_sys_mkdir, or one that docs/hooks/kprobe_override.md "
              "lists"};
    case EBUSY:
      return {"another tool changes what the function does, such as a live patch",
              "detach that first"};
    case ENOSPC: return {"the runtime's direct calls are all taken", "leave :direct away"};
    default: return {};
  }
}

/// Refusals of the hooks on files that processes execute.
Explanation explain_file(int number) {
  constexpr int kNotSupported = 524;  // ENOTSUPP of the kernel's own
  switch (number) {
    case EINVAL: return {"the file has no such place", "name a place in its code"};
    case EIO: return {"the file system cannot be probed", "copy the file to another file system"};
    case ENOEXEC:
    case kNotSupported:
      return {"there is no instruction that the kernel can probe",
              "name the start of an instruction, best that of a function"};
    default: return {};
  }
}

Explanation explain(rex_hook hook, int number) {
  switch (hook) {
    case REX_HOOK_UPROBE:
    case REX_HOOK_URETPROBE: return explain_file(number);
    case REX_HOOK_NETFILTER:
      if (number == E2BIG) return {"too many programs and rules are at that hook", "detach some"};
      return {};
    default: return explain_function(number);
  }
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

Result<Attachment> describe_attachment(const Manifest::Program& program, std::string_view target,
                                       std::string_view place) {
  Attachment attachment;
  rex_attach& how = attachment.how;
  Result<void> result;
  switch (program.hook) {
    case REX_HOOK_KPROBE: result = set_kprobe(how, target, place); break;
    case REX_HOOK_KPROBE_OVERRIDE:
    case REX_HOOK_KRETPROBE: result = set_function(how, target, place); break;
    case REX_HOOK_PERF_EVENT: result = set_perf_event(how, target, place); break;
    case REX_HOOK_NETFILTER: result = set(how.netfilter, parse_netfilter(target, place)); break;
    case REX_HOOK_TIMER: result = set(how.timer.period, parse_period(target, place)); break;
    case REX_HOOK_TRACEPOINT: {
      auto tracepoint = TracepointTarget::find(program, target, place);
      if (!tracepoint) return pass_on(std::move(tracepoint));
      attachment.fields = std::move(tracepoint->fields);
      how.trace_event.id = tracepoint->id;
      how.trace_event.fields = reinterpret_cast<std::uintptr_t>(attachment.fields.data());
      how.trace_event.field_count = static_cast<std::uint32_t>(attachment.fields.size());
      break;
    }
    case REX_HOOK_UPROBE:
    case REX_HOOK_URETPROBE: {
      auto uprobe = UprobeTarget::open(target, place);
      if (!uprobe) return pass_on(std::move(uprobe));
      attachment.file = std::move(uprobe->file);
      how.uprobe.fd = attachment.file.get();
      how.uprobe.offset = uprobe->offset;
      break;
    }
    case REX_HOOK_RAW_TRACEPOINT: result = set_raw_tracepoint(how, program, target, place); break;
    case REX_HOOK_FENTRY: result = set_fentry(how, program, target, place); break;
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
  return attachment;
}

std::unexpected<Error> attach_failure(const Manifest::Program& program, std::string_view target,
                                      std::string_view place, int number, std::string details) {
  const auto [cause, remedy] = explain(program.hook, number);
  if (number == EPERM)
    return failure(ErrorCode::kPanicked, place,
                   fmt::format("program {} panicked and is disabled", program.name),
                   "see dmesg for the place, mend it, and load it again", std::move(details));
  return failure(ErrorCode::kAttachRefused, place,
                 fmt::format("program {} cannot be attached to {}: {}", program.name, target,
                             cause.empty() ? errno_text(number) : cause),
                 remedy, std::move(details));
}

}  // namespace rex::internal
