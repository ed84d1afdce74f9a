// SPDX-License-Identifier: GPL-2.0-only
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/bpf.h>

#include <nlohmann/json.hpp>

#include "object_fixture.hpp"
#include "rex/manifest.hpp"

namespace rex::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

Json sample() { return Json::parse(sample_manifest()); }

Result<Manifest> parse(const Json& json) { return Manifest::parse(json.dump(), "x.rex"); }

TEST(Manifest, IsRead) {
  Json json = sample();
  json["maps"][0]["value"] = Json::parse(
      R"({"kind":"struct","name":"Pair","size":16,"fields":[
          {"name":"first","offset":0,"type":{"kind":"int","name":"u32","size":4,"signed":false}},
          {"name":"rest","offset":4,"type":{"kind":"array","count":3,"element":
            {"kind":"enum","name":"Color","size":4,"signed":true}}}]})");
  json["maps"][0]["value_size"] = 16;
  const auto manifest = parse(json);
  ASSERT_TRUE(manifest) << manifest.error().summary;
  EXPECT_EQ(manifest->license, "GPL-2.0-only");
  EXPECT_EQ(manifest->symbol_of("count"), "rex_sample__count");

  const Manifest::Program* program = manifest->find_program("count");
  ASSERT_NE(program, nullptr);
  EXPECT_EQ(program->hook, REX_HOOK_KPROBE);
  EXPECT_EQ(program->target, "write_null");
  EXPECT_EQ(program->line, 3U);
  EXPECT_EQ(manifest->find_program("none"), nullptr);

  const Manifest::Map* map = manifest->find_map("pids");
  ASSERT_NE(map, nullptr);
  EXPECT_EQ(map->kernel_type, BPF_MAP_TYPE_QUEUE);
  EXPECT_FALSE(map->key);
  ASSERT_TRUE(map->value);
  ASSERT_EQ(map->value->fields.size(), 2U);
  const Type& rest = map->value->fields[1].type;
  EXPECT_EQ(rest.kind, Type::Kind::kArray);
  EXPECT_EQ(rest.size, 12U);
  ASSERT_EQ(rest.element.size(), 1U);
  EXPECT_EQ(rest.element[0].kind, Type::Kind::kEnum);
  EXPECT_TRUE(rest.element[0].is_signed);
}

struct Fault {
  const char* name;
  const char* pointer;  // what to replace
  const char* value;    // JSON; empty: remove
  const char* expected;
};

class FaultyManifest : public testing::TestWithParam<Fault> {};

TEST_P(FaultyManifest, IsRefused) {
  Json json = sample();
  const Json::json_pointer where(GetParam().pointer);
  if (*GetParam().value)
    json[where] = Json::parse(GetParam().value);
  else
    json[where.parent_pointer()].erase(where.back());
  const auto manifest = parse(json);
  ASSERT_FALSE(manifest);
  EXPECT_THAT(manifest.error().summary, HasSubstr(GetParam().expected));
}

const Fault kFaults[] = {
    {"NoFormat", "/format", "", "lacks the number \"format\""},
    {"OtherFormat", "/format", "2", "is of format 2, this loader reads format 1"},
    {"OtherAbi", "/abi_version", "2", "built for ABI version 2"},
    {"HugeAbi", "/abi_version", "4294967297", "lacks the number \"abi_version\""},
    {"NegativeNumber", "/maps/0/max_entries", "-1", "lacks the number \"max_entries\""},
    {"TextForNumber", "/maps/0/max_entries", "\"7\"", "lacks the number \"max_entries\""},
    {"NoName", "/name", "", "lacks the text \"name\""},
    {"UpperCaseName", "/name", "\"Sample\"", "impossible name \"Sample\""},
    {"NumberForName", "/name", "7", "lacks the text \"name\""},
    {"NoPrograms", "/programs", "[]", "lists no program"},
    {"ProgramsNoList", "/programs", "{}", "lacks the list \"programs\""},
    {"ProgramNoObject", "/programs/0", "7", "lacks the text \"name\""},
    {"UnknownHook", "/programs/0/hook", "\"moonphase\"",
     "unknown hook \"moonphase\" for program count"},
    {"ProgramTwice", "/programs/1/name", "\"count\"", "lists count twice"},
    {"ProgramLikeMap", "/programs/1/name", "\"pids\"", "lists pids twice"},
    {"ProgramNoIdentifier", "/programs/1/name", "\"a b\"", "impossible name \"a b\""},
    {"UnknownMapType", "/maps/0/type", "\"tree\"", "unknown type \"tree\" for map pids"},
    {"ValueSize", "/maps/0/value/size", "8", "contradicts itself about the value of map pids"},
    {"UnknownKind", "/maps/0/value/kind", "\"union\"", "unknown kind \"union\""},
    {"FieldOutside", "/maps/0/value",
     R"({"kind":"struct","name":"S","size":4,"fields":[{"name":"f","offset":2,
         "type":{"kind":"int","name":"u32","size":4}}]})",
     "places field f outside S"},
    {"LockNotDeclared", "/maps/0/value",
     R"({"kind":"struct","name":"S","size":4,"fields":[{"name":"lock_","offset":0,
         "type":{"kind":"spin_lock"}}]})",
     "contradicts itself about the lock in map pids"},
    {"DeclaredLockMissing", "/maps/0/flags", "2147483648",
     "contradicts itself about the lock in map pids"},
};
INSTANTIATE_TEST_SUITE_P(All, FaultyManifest, testing::ValuesIn(kFaults),
                         [](const auto& info) { return info.param.name; });

TEST(Manifest, LongTargetIsRefused) {
  Json json = sample();
  json["programs"][0]["target"] = std::string(REX_TARGET_SIZE, 'x');
  EXPECT_THAT(summary_of(parse(json)), HasSubstr("target that is too long"));
}

TEST(Manifest, DeepTypeIsRefused) {
  Json type = Json::parse(R"({"kind":"int","name":"u8","size":1})");
  for (int i = 0; i < 1000; ++i) type = {{"kind", "array"}, {"count", 1}, {"element", type}};
  Json json = sample();
  json["maps"][0]["value"] = type;
  EXPECT_THAT(summary_of(parse(json)), HasSubstr("nests types too deeply"));
}

TEST(Manifest, TextThatIsNoJsonIsRefused) {
  for (const char* text : {"", "null", "[]", "{", "\xff\xfe", "{\"format\":1,}"})
    EXPECT_THAT(summary_of(Manifest::parse(text, "x.rex")), HasSubstr("x.rex: its manifest is not"))
        << text;
}

TEST(ExtensionName, IsAnIdentifier) {
  EXPECT_TRUE(is_extension_name("a"));
  EXPECT_TRUE(is_extension_name("mp4_x9"));
  EXPECT_TRUE(is_extension_name(std::string(32, 'x')));
  for (const char* name : {"", "Mp4", "4mp", "_x", "a-b", "a b", "a.b", "ä"})
    EXPECT_FALSE(is_extension_name(name)) << name;
  EXPECT_FALSE(is_extension_name(std::string(33, 'x')));
}

}  // namespace
}  // namespace rex::test
