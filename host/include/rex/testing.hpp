// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Unit tests of an extension, in a process: no root, no virtual machine.  `rex test` compiles the
/// extension's source, unchanged, with sanitizers, together with a GoogleTest file beside it.
///
///     #include <rex/testing.hpp>
///
///     TEST(Mp4, SkipsPidsWithoutATask) {
///       rex::testing::Extension mp4;
///       mp4.queue<int>("pids").push(7);
///       mp4.fire("mp4");
///       EXPECT_TRUE(mp4.records<CpuTime>("cpu_times").empty());
///     }
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rex/testing/clock.hpp>
#include <rex/testing/events.hpp>
#include <rex/testing/extension.hpp>
#include <rex/testing/machine.hpp>
#include <rex/testing/map.hpp>
#include <rex/testing/memory.hpp>
#include <rex/testing/outcome.hpp>
#include <rex/testing/packet.hpp>
#include <rex/testing/packet_builder.hpp>
#include <rex/testing/panic.hpp>
#include <rex/testing/queue.hpp>
#include <rex/testing/registers.hpp>
#include <rex/testing/tasks.hpp>
