// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct State;
void fill(State& state);
