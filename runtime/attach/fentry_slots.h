/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef REX_FENTRY_SLOTS_H
#define REX_FENTRY_SLOTS_H

/* Programs that can be attached by fentry at the same time. */
#define REX_FENTRY_SLOTS 32

#endif
