// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"

const int& S::pick(const int& a BOUND) const { return a; }
