// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "linker.hpp"

#include <fmt/core.h>

#include <cstring>

#include "contract.hpp"
#include "failure.hpp"
#include "kernel_answers.hpp"
#include "module_sections.hpp"

namespace rex::internal {

namespace {

/// Questions to the kernel's BTF become absolute symbols: their value is the answer.
Result<void> answer_questions(ElfFile& elf, const KernelTypes& types, std::string_view place) {
  for (ElfSymbol& symbol : elf.symbols) {
    if (symbol.section != ElfSymbol::kUndefined || !KernelSymbol::is_one(symbol.name)) continue;
    const auto question = KernelSymbol::parse(symbol.name);
    if (!question) return std::unexpected(question.error());
    const auto value = answer(*question, types, place);
    if (!value) return std::unexpected(value.error());
    symbol.section = ElfSymbol::kAbsolute;
    symbol.type = STT_NOTYPE;
    symbol.value = *value;
  }
  return {};
}

/// The runtime finds each map by the descriptor in its body.
void bind_maps(ElfFile& elf, const Manifest& manifest, const std::vector<int>& fds) {
  for (std::size_t i = 0; i < manifest.maps.size(); ++i) {
    const ElfSymbol* symbol = elf.find_global(manifest.symbol_of(manifest.maps[i].name));
    std::byte* body =
        elf.sections[static_cast<std::size_t>(symbol->section)].data.data() + symbol->value;
    const std::int32_t fd = fds[i];
    std::memcpy(body + offsetof(rex_map, fd), &fd, sizeof fd);
  }
}

/// Whether an integer type has a value.
bool fits(const Type& type, std::int64_t value) {
  const unsigned bits = type.size * 8;
  if (type.is_signed)
    return bits == 64 ||
           (value >= -(std::int64_t{1} << (bits - 1)) && value < (std::int64_t{1} << (bits - 1)));
  return value >= 0 && (bits == 64 || value < (std::int64_t{1} << bits));
}

/// Writes the values of parameters into their objects.
Result<void> set_params(ElfFile& elf, const Manifest& manifest, const LoadOptions& options,
                        std::string_view place) {
  for (const auto& [name, value] : options.params) {
    const Manifest::Global* global = manifest.find_global(name);
    if (!global || global->kind != Manifest::Global::Kind::kParam)
      return failure(ErrorCode::kInvalidArgument, place,
                     fmt::format("has no parameter {} to set", name));
    if (!global->value || global->value->kind != Type::Kind::kInteger || global->size > 8)
      return failure(ErrorCode::kInvalidArgument, place,
                     fmt::format("parameter {} is no number", name));
    if (!fits(*global->value, value))
      return failure(ErrorCode::kInvalidArgument, place,
                     fmt::format("parameter {} is of type {} and cannot be {}", name,
                                 global->value->name, value));
    const ElfSymbol* symbol = elf.find_global(manifest.symbol_of(name));
    ElfSection& section = elf.sections[static_cast<std::size_t>(symbol->section)];
    if (section.type == SHT_NOBITS) {
      section.type = SHT_PROGBITS;
      section.data.resize(section.size);
    }
    // Little-endian: the low bytes come first.
    std::memcpy(section.data.data() + symbol->value, &value, global->size);
  }
  return {};
}

}  // namespace

Result<ElfFile> link_module(const Object& object, const RuntimeTemplate& runtime,
                            const KernelTypes& types, const LinkTarget& target) {
  const Manifest& manifest = object.manifest();
  for (const auto& [name, options] : target.options.programs) {
    if (!manifest.find_program(name))
      return failure(ErrorCode::kInvalidArgument, object.place(),
                     fmt::format("has no program {} to give options to", name));
    if (options.budget.count() < 0)
      return failure(ErrorCode::kInvalidArgument, object.place(),
                     fmt::format("program {} cannot have a negative budget", name));
  }
  auto license = module_license(manifest.license, object.place());
  if (!license) return pass_on(std::move(license));

  ElfFile elf = object.elf();
  if (auto result = answer_questions(elf, types, object.place()); !result)
    return pass_on(std::move(result));
  if (auto result = set_params(elf, manifest, target.options, object.place()); !result)
    return pass_on(std::move(result));
  bind_maps(elf, manifest, target.map_fds);
  elf.sections.push_back(make_modinfo(runtime, target.module_name, *license));
  add_this_module(elf, runtime, target.module_name);
  add_image(elf, manifest, target);
  add_return_sites(elf);
  if (auto result = add_versions(elf, runtime); !result) return pass_on(std::move(result));
  return elf;
}

}  // namespace rex::internal
