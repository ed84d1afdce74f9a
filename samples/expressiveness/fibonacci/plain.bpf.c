// SPDX-License-Identifier: GPL-2.0-only
// Recursive Fibonacci numbers.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

static __attribute__((noinline)) long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

SEC("tc") int fibonacci(struct __sk_buff* skb) {
  answer = fib(20);
  return 0;
}
