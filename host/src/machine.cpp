// SPDX-License-Identifier: GPL-2.0-only
#include "machine.hpp"

#include "contract.hpp"

unsigned long rex_cpu_offset = 0;
unsigned int rex_cpu_number = 0;
unsigned int rex_numa_node = 0;

namespace rex::host {

unsigned current_cpu() { return rex_cpu_number; }

void set_current_cpu(unsigned cpu, unsigned node) {
  rex_cpu_number = cpu;
  rex_numa_node = node;
  rex_cpu_offset = cpu * kCpuArea;
}

}  // namespace rex::host
