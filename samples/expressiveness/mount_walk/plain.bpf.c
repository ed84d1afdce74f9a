// SPDX-License-Identifier: GPL-2.0-only
// Directory entries up to the root of a mount, then the mounts, two loops in one another.
// As in https://github.com/cilium/tetragon/issues/164
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 parent[6], mount_root[2], mounted_at[2]; /* 99: the root of all */

SEC("tc") int mount_walk(struct __sk_buff* skb) {
  __u32 entry = 0;
  long sum = 0;

  for (__u32 mount = 0; entry != 99; mount++) {
    for (; entry != mount_root[mount]; entry = parent[entry]) sum += entry;
    sum += entry;
    entry = mounted_at[mount];
  }
  answer = sum;
  return 0;
}
