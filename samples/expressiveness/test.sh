#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Programs that the eBPF verifier complains about, with their answers; ./dev expressiveness compares
exec expressiveness-run --here
