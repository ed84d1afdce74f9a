// SPDX-License-Identifier: GPL-2.0-only
#pragma once
extern "C" void do_exit(rex::i64 code);
