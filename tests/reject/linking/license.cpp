#include <rex/rex.hpp>  // expect: license

rex::Result program(const rex::Once&) { return 0; }
