// SPDX-License-Identifier: GPL-2.0-only
// A seven-state HTTP parser over 1,400 bytes.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

enum state { METHOD, PATH, VERSION, LINE_START, NAME, VALUE, DONE };

SEC("xdp") int http_parser(struct xdp_md* ctx) {
  unsigned char *c = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  enum state state = METHOD;
  long headers = 0;

  for (c += 14; c < end; c++) {
    switch (state) {
      case METHOD:
        if (*c == ' ') state = PATH;
        break;
      case PATH:
        if (*c == ' ') state = VERSION;
        break;
      case VERSION:
      case VALUE:
        if (*c == '\n') state = LINE_START;
        break;
      case LINE_START: state = *c == '\r' ? DONE : NAME; break;
      case NAME:
        if (*c == ':') {
          headers++;
          state = VALUE;
        }
        break;
      case DONE: break;
    }
  }
  answer = state == DONE ? headers : -1;
  return XDP_PASS;
}
