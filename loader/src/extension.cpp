// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/extension.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <atomic>
#include <vector>

#include "attachment.hpp"
#include "control.hpp"
#include "failure.hpp"
#include "file_descriptor.hpp"
#include "kernel_log.hpp"
#include "kernel_module.hpp"
#include "kernel_types.hpp"
#include "link_state.hpp"
#include "linker.hpp"
#include "map_factory.hpp"
#include "runtime_template.hpp"
#include "setup.hpp"
#include "stub.hpp"

namespace rex {

using internal::Control;
using internal::failure;
using internal::FileDescriptor;
using internal::KernelLog;
using internal::KernelModule;
using internal::LinkState;
using internal::pass_on;

// Members are destroyed from the last to the first: the module goes before the maps.
struct Extension::State {
  Manifest manifest;
  std::string place;
  std::vector<FileDescriptor> maps;  // in the manifest's order
  Control control;
  KernelModule module;
  KernelLog log;  // kept open: a run on request should cost little more than its program
  std::vector<std::weak_ptr<LinkState>> links;
  std::shared_ptr<bool> pinned = std::make_shared<bool>(false);  // any of its links ever was

  ~State() { [[maybe_unused]] const auto ignored = unload(); }

  /// Detaches first: an attached program and the open control device keep the module.
  Result<void> unload() {
    for (const auto& link : links)
      if (const auto state = link.lock(); state && state->owner == this) state->close();
    links.clear();
    control.close();
    if (*pinned) {
      module.abandon();
      return {};
    }
    return module.unload();
  }

  /// Remembers a link, to close it before the module is unloaded.
  std::shared_ptr<LinkState> keep(LinkState link, std::string_view target) {
    auto shared = std::make_shared<LinkState>(std::move(link));
    shared->pinned = pinned;
    shared->target = target;
    own(shared);
    return shared;
  }

  void own(const std::shared_ptr<LinkState>& link) {
    link->owner = this;
    std::erase_if(links, [](const auto& link) { return link.expired(); });
    links.push_back(link);
  }

  /// Of a program at the target of a link: whether it can run there, and how.
  Result<internal::Attachment> describe(std::uint32_t index, std::string_view target) const {
    const Manifest::Program& program = manifest.programs[index];
    internal::Attachment attachment;
    if (internal::is_stub_hook(program.hook)) {
      if (auto result = internal::check_stub(program, target, place); !result)
        return pass_on(std::move(result));
    } else {
      auto described = internal::describe_attachment(program, target, place);
      if (!described) return pass_on(std::move(described));
      attachment = std::move(*described);
    }
    attachment.how.program = index;
    return attachment;
  }

  Result<Link> attach_stub(std::uint32_t index, std::string_view target) {
    const auto types = internal::KernelTypes::load();
    if (!types) return std::unexpected(types.error());
    auto link =
        internal::attach_stub({control, *types, manifest.programs[index], index, target, place});
    if (!link) return pass_on(std::move(link));
    return Link(keep(std::move(*link), target));
  }

  /// Loads a global number, or stores a value.
  Result<std::uint64_t> access_global(std::string_view name,
                                      std::optional<std::uint64_t> value) const {
    const Manifest::Global* found = manifest.find_global(name);
    if (!found || found->kind != Manifest::Global::Kind::kAtomic)
      return failure(ErrorCode::kInvalidArgument, place, fmt::format("has no atomic {}", name));
    rex_global access{};
    access.global = static_cast<std::uint32_t>(found - manifest.globals.data());
    access.write = value ? 1 : 0;
    access.value = value.value_or(0);
    if (const int result = control.call(REX_IOC_GLOBAL, access); result < 0)
      return failure(
          ErrorCode::kIo, place,
          fmt::format("the atomic {} cannot be accessed: {}", name, internal::errno_text(-result)));
    return access.value;
  }

  /// A program's position in the image, which has the manifest's order.
  Result<std::uint32_t> index_of(std::string_view program) const {
    const Manifest::Program* found = manifest.find_program(program);
    if (!found) {
      std::string names;
      for (const auto& known : manifest.programs) names += (names.empty() ? "" : ", ") + known.name;
      return failure(ErrorCode::kInvalidArgument, place, fmt::format("has no program {}", program),
                     "it has " + names);
    }
    return static_cast<std::uint32_t>(found - manifest.programs.data());
  }
};

namespace {

/// A path without a folder is looked for beside the running program first.
std::filesystem::path find_object(const std::filesystem::path& path) {
  if (path.has_parent_path()) return path;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return path;
  const auto beside = program.parent_path() / path;
  return std::filesystem::exists(beside, error) ? beside : path;
}

/// A name for the module that no other loader uses: at most 4 + 32 + 1 + 10 + 1 + 7 characters.
std::string next_module_name(std::string_view extension) {
  static std::atomic<unsigned> counter;
  return fmt::format("rex_{}_{}_{}", extension, ::getpid(), counter++ % 10'000'000);
}

/// Loads under a name of its own.  The pid in a name is that of this pid namespace, so another
/// one may have it: then the next number.
Result<KernelModule> load_module(const Object& object, const internal::RuntimeTemplate& runtime,
                                 const internal::KernelTypes& types, internal::LinkTarget& target) {
  constexpr int kMostAttempts = 10;
  for (int attempt = 1;; ++attempt) {
    target.module_name = next_module_name(object.manifest().name);
    auto elf = internal::link_module(object, runtime, types, target);
    if (!elf) return pass_on(std::move(elf));
    auto module = KernelModule::load(*elf, target.module_name, object.place());
    if (module || module.error().code != ErrorCode::kBusy || attempt == kMostAttempts)
      return module;
  }
}

}  // namespace

Extension::Extension(std::unique_ptr<State> state) : state_(std::move(state)) {}
Extension::Extension(Extension&&) noexcept = default;
Extension& Extension::operator=(Extension&&) noexcept = default;
Extension::~Extension() = default;

Result<Extension> Extension::load(const std::filesystem::path& path, const LoadOptions& options) {
  auto object = Object::open(find_object(path));
  if (!object) return pass_on(std::move(object));
  return load(*object, options);
}

Result<Extension> Extension::load(const Object& object, const LoadOptions& options) {
  auto control = Control::open();
  if (!control) return pass_on(std::move(control));
  auto types = internal::KernelTypes::load();
  if (!types) return pass_on(std::move(types));
  auto runtime = internal::RuntimeTemplate::of_running_kernel();
  if (!runtime) return pass_on(std::move(runtime));
  if (auto result = internal::set_up_runtime(*control, *types); !result)
    return pass_on(std::move(result));

  // What loaders left that were killed.  Another loader may do the same now: no failure.
  for (const std::string& orphan : control->orphans())
    static_cast<void>(internal::delete_module(orphan));

  internal::LinkTarget target;
  target.control_fd = control->fd();
  target.options = options;
  std::vector<FileDescriptor> maps;
  for (const auto& [name, unused] : options.maps)
    if (!object.manifest().find_map(name))
      return failure(ErrorCode::kInvalidArgument, object.place(),
                     fmt::format("has no map {} to give options to", name));
  for (const Manifest::Map& map : object.manifest().maps) {
    const auto chosen = options.maps.find(map.name);
    auto fd = internal::make_map(map, chosen == options.maps.end() ? MapOptions{} : chosen->second,
                                 object.place());
    if (!fd) return pass_on(std::move(fd));
    target.map_fds.push_back(fd->get());
    maps.push_back(std::move(*fd));
  }

  auto module = load_module(object, *runtime, *types, target);
  if (!module) return pass_on(std::move(module));
  return Extension(std::make_unique<State>(object.manifest(), object.place(), std::move(maps),
                                           std::move(*control), std::move(*module)));
}

const Manifest& Extension::manifest() const { return state_->manifest; }

const std::string& Extension::module_name() const { return state_->module.name(); }

Result<Link> Extension::attach(std::string_view program) {
  const Manifest::Program* found = state_->manifest.find_program(program);
  return attach(program, found ? std::string_view(found->target) : std::string_view());
}

Result<Link> Extension::attach(std::string_view program, std::string_view target) {
  const auto index = state_->index_of(program);
  if (!index) return std::unexpected(index.error());
  const Manifest::Program& described = state_->manifest.programs[*index];
  if (target.empty() && described.hook != REX_HOOK_ONCE)
    return failure(ErrorCode::kInvalidArgument, state_->place,
                   fmt::format("program {} names no target in its source", program),
                   "give one when attaching it");
  if (internal::is_stub_hook(described.hook)) return state_->attach_stub(*index, target);
  auto how = internal::describe_attachment(described, target, state_->place);
  if (!how) return pass_on(std::move(how));
  how->how.program = *index;
  KernelLog log;
  const int result = state_->control.call(REX_IOC_ATTACH, how->how);
  if (result < 0)
    return internal::attach_failure(described, target, state_->place, -result,
                                    log.messages({"rex:"}));
  return Link(state_->keep(LinkState(FileDescriptor(result)), target));
}

Result<void> Extension::replace(Link& link, std::string_view program) {
  const auto index = state_->index_of(program);
  if (!index) return std::unexpected(index.error());
  if (!link.is_attached())
    return failure(ErrorCode::kInvalidArgument, state_->place,
                   fmt::format("program {} cannot take the place of one that is detached", program),
                   "attach it");
  const auto how = state_->describe(*index, link.state_->target);
  if (!how) return std::unexpected(how.error());
  rex_replace replace{};
  replace.link = link.state_->link.get();
  replace.how = how->how;
  const int result = state_->control.call(REX_IOC_REPLACE, replace);
  const auto refused = [&](std::string_view cause, std::string_view remedy) {
    return failure(ErrorCode::kAttachRefused, state_->place,
                   fmt::format("program {} cannot take the place of the one at {}: {}", program,
                               link.state_->target, cause),
                   remedy);
  };
  switch (-result) {
    case 0: break;
    case EINVAL: return refused("it has another hook", "attach it");
    case EXDEV: return refused("it declares other fields", "attach it, and detach the other one");
    case ENOENT: return refused("that one panicked and is detached", "attach it");
    case EPERM: return refused("it panicked itself and is disabled", "load it again");
    default: return refused(internal::errno_text(-result), {});
  }
  *state_->pinned = *state_->pinned || *link.state_->pinned;
  link.state_->pinned = state_->pinned;
  state_->own(link.state_);
  return {};
}

Result<Map> Extension::map(std::string_view name) const {
  const Manifest::Map* found = state_->manifest.find_map(name);
  if (!found)
    return failure(ErrorCode::kInvalidArgument, state_->place, fmt::format("has no map {}", name));
  const auto index = static_cast<std::size_t>(found - state_->manifest.maps.data());
  return Map(found->name, state_->maps[index].get(), found->kernel_type, found->key_size,
             found->value_size, found->max_entries);
}

Result<std::int64_t> Extension::run(std::string_view program) {
  const auto index = state_->index_of(program);
  if (!index) return std::unexpected(index.error());
  rex_run run{};
  run.program = *index;
  state_->log.skip();
  const int result = state_->control.call(REX_IOC_RUN, run);
  switch (-result) {
    case 0: return run.value;
    case EINVAL:
      return failure(ErrorCode::kInvalidArgument, state_->place,
                     fmt::format("program {} runs at its hook, not on request", program),
                     "attach it");
    case ECANCELED:
      return failure(ErrorCode::kPanicked, state_->place,
                     fmt::format("program {} panicked", program),
                     "the kernel's log tells the place", state_->log.messages({"rex"}));
    case EPERM:
      return failure(ErrorCode::kPanicked, state_->place,
                     fmt::format("program {} panicked earlier and is disabled", program),
                     "load it again");
    default:
      return failure(
          ErrorCode::kIo, state_->place,
          fmt::format("program {} cannot be run: {}", program, internal::errno_text(-result)));
  }
}

Result<ProgramStats> Extension::stats(std::string_view program) const {
  const auto index = state_->index_of(program);
  if (!index) return std::unexpected(index.error());
  rex_stats counters{};
  counters.program = *index;
  if (const int result = state_->control.call(REX_IOC_STATS, counters); result < 0)
    return failure(ErrorCode::kIo, state_->place,
                   fmt::format("the counters of program {} cannot be read: {}", program,
                               internal::errno_text(-result)));
  return ProgramStats{.runs = counters.runs,
                      .missed = counters.missed,
                      .panics = counters.panics,
                      .disabled = counters.disabled != 0};
}

Result<std::uint64_t> Extension::global(std::string_view name) const {
  return state_->access_global(name, std::nullopt);
}

Result<void> Extension::set_global(std::string_view name, std::uint64_t value) {
  if (auto result = state_->access_global(name, value); !result) return pass_on(std::move(result));
  return {};
}

Result<void> Extension::unload() { return state_->unload(); }

}  // namespace rex
