// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// All an extension may use.  `rex build` includes it first; naming it in the source tells
/// readers and editors.
#pragma once

#include <rex/algorithm.hpp>
#include <rex/arithmetic.hpp>
#include <rex/array.hpp>
#include <rex/atomic.hpp>
#include <rex/bytes.hpp>
#include <rex/cell.hpp>
#include <rex/convert.hpp>
#include <rex/endian.hpp>
#include <rex/error.hpp>
#include <rex/hooks/fentry.hpp>
#include <rex/hooks/kprobe.hpp>
#include <rex/hooks/kretprobe.hpp>
#include <rex/hooks/once.hpp>
#include <rex/hooks/perf_event.hpp>
#include <rex/hooks/raw_tracepoint.hpp>
#include <rex/hooks/xdp.hpp>
#include <rex/ip.hpp>
#include <rex/mac.hpp>
#include <rex/maps/array.hpp>
#include <rex/maps/hash.hpp>
#include <rex/maps/lpm_trie.hpp>
#include <rex/maps/lru_hash.hpp>
#include <rex/maps/percpu_array.hpp>
#include <rex/maps/percpu_hash.hpp>
#include <rex/maps/queue.hpp>
#include <rex/maps/ringbuf.hpp>
#include <rex/maps/stack.hpp>
#include <rex/move.hpp>
#include <rex/net.hpp>
#include <rex/on_panic.hpp>
#include <rex/option.hpp>
#include <rex/panic.hpp>
#include <rex/param.hpp>
#include <rex/result.hpp>
#include <rex/span.hpp>
#include <rex/task.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>
