// SPDX-License-Identifier: GPL-2.0-only
// Spaceship-free ordering.
// expect: value 2
#include <rex/rex.hpp>

struct Version {
  rex::u16 major_part;
  rex::u16 minor_part;
  bool operator<(const Version& other) const {
    return major_part != other.major_part ? major_part < other.major_part
                                          : minor_part < other.minor_part;
  }
};

rex::Result comparison_chain(const rex::Once&) {
  rex::Array<Version, 3> versions{Version{2, 1}, Version{1, 9}, Version{2, 0}};
  rex::sort(versions);
  return versions[2].major_part * (versions[0].minor_part == 9 ? 1 : 0);
}
