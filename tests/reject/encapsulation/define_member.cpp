// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
int rex::Option<T>::extra() { return 1; }  // expect: compiler

rex::Result program(const rex::Once&) { return 0; }
