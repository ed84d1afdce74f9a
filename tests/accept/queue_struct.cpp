// SPDX-License-Identifier: GPL-2.0-only
// Structs in a queue, in order.
// expect: value 321
#include <rex/rex.hpp>

struct Job {
  rex::u32 id;
  rex::u32 weight;
};

rex::Queue<Job, 16> jobs;

rex::Result queue_struct(const rex::Once&) {
  jobs.push(Job{3, 100});
  jobs.push(Job{2, 10});
  jobs.push(Job{1, 1});
  rex::i64 result = 0;
  while (auto job = jobs.pop()) result += job->id * job->weight;
  return result;
}
