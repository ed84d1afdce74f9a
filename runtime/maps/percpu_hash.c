// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_PERCPU_HASH: a hash whose lookup gives the value of this CPU.
 */
#include "map.h"

REX_KEYED_MAP(percpu_hash)
REX_KEYED_MAP_CHANGES(percpu_hash)
REX_KEYED_MAP_ITERATION(percpu_hash)
