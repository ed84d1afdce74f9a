// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_LRU_HASH: a hash that makes room by dropping what was not used lately.  Changing it
 * takes the locks of the LRU lists, this CPU's and, to steal a free element, another's; looking up
 * takes none and marks the element used.
 */
#include "map.h"

REX_KEYED_MAP(lru_hash)
REX_KEYED_MAP_CHANGES(lru_hash)
REX_KEYED_MAP_ITERATION(lru_hash)
