// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// All an extension may use.  `rex build` includes it first; naming it in the source tells
/// readers and editors.
#pragma once

#include <rex/error.hpp>
#include <rex/hooks/kprobe.hpp>
#include <rex/hooks/once.hpp>
#include <rex/maps/queue.hpp>
#include <rex/maps/ringbuf.hpp>
#include <rex/option.hpp>
#include <rex/panic.hpp>
#include <rex/result.hpp>
#include <rex/task.hpp>
#include <rex/types.hpp>
