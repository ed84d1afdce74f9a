// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
using F = decltype([](T x) {
  return *(&x + 1000);  // expect: pointer
});
template <class G>
struct Call {
  int run() { return G{}(1); }
};

rex::Result program(const rex::Once&) {
  return Call<F<int>>{}.run();
}
