// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The loader library: everything to load, attach and talk to an extension.
#pragma once

#include "rex/error.hpp"      // IWYU pragma: export
#include "rex/extension.hpp"  // IWYU pragma: export
#include "rex/link.hpp"       // IWYU pragma: export
#include "rex/manifest.hpp"   // IWYU pragma: export
#include "rex/map.hpp"        // IWYU pragma: export
#include "rex/must.hpp"       // IWYU pragma: export
#include "rex/object.hpp"     // IWYU pragma: export
#include "rex/options.hpp"    // IWYU pragma: export
