// SPDX-License-Identifier: GPL-2.0-only
rex::Result probe(const rex::Kprobe<"write_null">&) { return rex::ok; }
