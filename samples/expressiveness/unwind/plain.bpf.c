// SPDX-License-Identifier: GPL-2.0-only
// Unwind 100 frames, each with a binary search in a table of functions.
// As in https://github.com/open-telemetry/opentelemetry-ebpf-profiler/issues/698
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 starts[4096], sizes[4096], memory[8192]; /* functions, sorted; their frames; the stack */

static __u32 function_of(__u32 address) {
  __u32 low = 0, high = 4096;

  while (high - low > 1) {
    __u32 middle = low + (high - low) / 2;

    if (starts[middle] <= address)
      low = middle;
    else
      high = middle;
  }
  return low;
}

SEC("tc") int unwind(struct __sk_buff* skb) {
  __u32 address = 12345, sp = 0;
  long sum = 0;

  for (int frame = 0; frame < 100; frame++) {
    __u32 function = function_of(address);

    sum += function;
    sp += sizes[function];
    address = memory[sp] * 97 % 262144;
  }
  answer = sum;
  return 0;
}
