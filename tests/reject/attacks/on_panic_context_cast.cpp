// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static rex::XdpAction inner(const rex::OnPanic<rex::Xdp, rex::XdpAction::drop>&) { return rex::XdpAction::drop; }

rex::XdpAction filter(const rex::Xdp& x) {
  return inner(x);  // expect: compiler
}

rex::Result program(const rex::Once&) {
  return 0;
}
