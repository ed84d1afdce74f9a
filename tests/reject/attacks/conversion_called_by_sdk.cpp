// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {
  int x = 0;
  operator int() const { return x; }  // expect: conversion
};

rex::Result program(const rex::Once&) {
  rex::Array<A, 3> a{};
  return rex::sum(a, 0);
}
