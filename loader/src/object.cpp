// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/object.hpp"

#include "elf_file.hpp"
#include "failure.hpp"
#include "file.hpp"
#include "verify.hpp"

namespace rex {

using internal::ElfFile;
using internal::ElfSection;
using internal::failure;
using internal::pass_on;

Object::Object(std::shared_ptr<const ElfFile> elf, Manifest manifest, std::string place)
    : elf_(std::move(elf)), manifest_(std::move(manifest)), place_(std::move(place)) {}

Result<Object> Object::verified(ElfFile elf, std::string place) {
  const ElfSection* section = elf.find_section(internal::kManifestSection);
  if (!section)
    return failure(ErrorCode::kDamagedObject, place, "has no manifest",
                   "expected an object written by rex build");
  const std::string_view text(reinterpret_cast<const char*>(section->data.data()),
                              section->data.size());
  auto manifest = Manifest::parse(text, place);
  if (!manifest) return pass_on(std::move(manifest));
  if (auto result = internal::verify(elf, *manifest, place); !result)
    return pass_on(std::move(result));
  return Object(std::make_shared<const ElfFile>(std::move(elf)), std::move(*manifest),
                std::move(place));
}

Result<Object> Object::parse(std::vector<std::byte> image, std::string place) {
  auto elf = internal::read_elf(std::move(image), place);
  if (!elf) return pass_on(std::move(elf));
  return verified(std::move(*elf), std::move(place));
}

Result<Object> Object::open(const std::filesystem::path& path) {
  auto image = internal::read_file(path);
  if (!image) return pass_on(std::move(image));
  return parse(std::move(*image), path.string());
}

Result<Object> Object::create(const std::filesystem::path& relocatable, std::string_view manifest,
                              std::string place, int output) {
  auto image = internal::read_file(relocatable);
  if (!image) return pass_on(std::move(image));
  auto elf = internal::read_elf(std::move(*image), place);
  if (!elf) return pass_on(std::move(elf));

  ElfSection section;
  section.name = internal::kManifestSection;
  const auto* bytes = reinterpret_cast<const std::byte*>(manifest.data());
  section.data.assign(bytes, bytes + manifest.size());
  section.size = section.data.size();
  elf->sections.push_back(std::move(section));

  auto object = verified(std::move(*elf), std::move(place));
  if (!object) return object;
  if (auto result = internal::write_elf(object->elf(), output, object->place()); !result)
    return pass_on(std::move(result));
  return object;
}

}  // namespace rex
