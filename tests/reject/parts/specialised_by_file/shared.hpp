// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

template <class T>
struct Of { rex::u64 x = 1; };
int ask(Of<int>& o);
