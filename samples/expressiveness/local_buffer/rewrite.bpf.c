// SPDX-License-Identifier: GPL-2.0-only
// A local buffer of 1 KiB.
// For the verifier: the buffer is a global; indices masked.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[1024], reversed[1024];

SEC("tc") int local_buffer(struct __sk_buff *skb)
{
	long hash = 0;
	int length;

	for (length = 0; length < 1024; length++)
		if (text[length] == 0)
			break;
	for (int i = 0; i < 1024 && i < length; i++)
		reversed[(length - 1 - i) & 1023] = text[i];
	for (int i = 0; i < 1024 && i < length; i++)
		hash = hash * 31 + reversed[i];
	answer = hash;
	return 0;
}
