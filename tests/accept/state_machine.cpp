// SPDX-License-Identifier: GPL-2.0-only
// A traffic light.
// expect: value 3
#include <rex/rex.hpp>

namespace {

enum class Light : rex::u8 { red, green, yellow };

constexpr Light next(Light light) {
  switch (light) {
    case Light::red: return Light::green;
    case Light::green: return Light::yellow;
    case Light::yellow: break;
  }
  return Light::red;
}

}  // namespace

static_assert(next(Light::yellow) == Light::red);

rex::Result state_machine(const rex::Once&) {
  Light light = Light::red;
  rex::u32 greens = 0;
  for (int i = 0; i < 8; ++i) {
    light = next(light);
    if (light == Light::green) ++greens;
  }
  return greens;
}
