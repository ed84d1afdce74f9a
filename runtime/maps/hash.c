// SPDX-License-Identifier: GPL-2.0-only
/*
 * BPF_MAP_TYPE_HASH.  Looking up takes no lock; changing takes that of a bucket, and those of the
 * lists of free elements.  The kernel answers -EBUSY for a bucket whose lock this CPU holds, and
 * for another bucket of the same map the free lists could still be held: hence rex_map_enter().
 */
#include "map.h"

REX_KEYED_MAP(hash)
REX_KEYED_MAP_CHANGES(hash)
REX_KEYED_MAP_ITERATION(hash)
