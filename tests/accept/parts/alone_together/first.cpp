// SPDX-License-Identifier: GPL-2.0-only
// Files that share nothing but the extension.
rex::Queue<rex::u32, 8> seen;

rex::Result start(const rex::Once&) {
  seen.push(7);
  return seen.pop() ? 1 : 0;
}
