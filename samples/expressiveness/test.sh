#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Programs that the eBPF verifier complains about, here and as eBPF, with their answers
exec expressiveness-run
