// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  template <class T>
  operator T() const { return T{}; }  // expect: conversion
};
static int f() {
  int y = A{};
  return y;
}

rex::Result program(const rex::Once&) { return 0; }
