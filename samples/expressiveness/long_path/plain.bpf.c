// SPDX-License-Identifier: GPL-2.0-only
// A path of up to 4,096 characters, from its last component to its first.
// As in https://substack.bomfather.dev/p/making-pigs-fly-aka-getting-the-verifier
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 parents[4];                     /* of each directory entry; the root is its own */
unsigned char names[256], path[4096]; /* 64 bytes each; filled from its end */

SEC("tc") int long_path(struct __sk_buff* skb) {
  int at = sizeof(path);
  long hash = 0;

  for (__u32 entry = 0; entry < 4 && parents[entry] != entry; entry = parents[entry]) {
    int length = 0;

    while (length < 64 && names[entry * 64 + length] != 0) length++;
    while (length-- > 0) path[--at] = names[entry * 64 + length];
    path[--at] = '/';
  }
  for (; at < 4096; at++) hash = (__u64)(hash * 31 + path[at]) % 1000003;
  answer = hash;
  return 0;
}
