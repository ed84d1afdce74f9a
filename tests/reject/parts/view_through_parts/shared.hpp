// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

rex::Span<const int> view(const rex::Array<int, 2>& a);
