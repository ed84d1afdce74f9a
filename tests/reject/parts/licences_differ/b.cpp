// SPDX-License-Identifier: MIT
rex::Result other(const rex::Once&) { return rex::ok; }
