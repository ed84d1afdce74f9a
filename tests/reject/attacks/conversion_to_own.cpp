// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct B { int x = 1; };
struct A { explicit operator bool() const { return true; } operator B() const { return {}; } };  // expect: conversion

rex::Result program(const rex::Once&) {
  return 0;
}
