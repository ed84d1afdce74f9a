// SPDX-License-Identifier: GPL-2.0-only
#pragma once
rex::u32 answer();
