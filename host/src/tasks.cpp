// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/tasks.hpp>

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "contract.hpp"
#include "invocation.hpp"

namespace rex::testing {

namespace {

/// /proc/PID/stat, of any thread; nothing where there is none.
std::unique_ptr<task_struct> read_proc(std::int32_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return nullptr;
  // The second field, the command in parentheses, may hold anything.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  std::uint64_t ticks = 0;
  fields >> ticks;
  auto task = std::make_unique<task_struct>();
  task->pid = pid;
  task->utime = ticks * (1'000'000'000 / static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK)));
  return task;
}

}  // namespace

void Tasks::add(const task_struct& task) {
  if (task.pid <= 0)
    throw std::invalid_argument("a task's pid is positive, not " + std::to_string(task.pid));
  if (!tasks_.try_emplace(task.pid, std::make_unique<task_struct>(task)).second)
    throw std::invalid_argument("there is a task with pid " + std::to_string(task.pid) +
                                " already; change it with at()");
}

task_struct& Tasks::at(std::int32_t pid) {
  const auto found = tasks_.find(pid);
  if (found == tasks_.end())
    throw std::out_of_range("there is no task with pid " + std::to_string(pid));
  return *found->second;
}

void Tasks::remove(std::int32_t pid) { tasks_.erase(pid); }

task_struct* Tasks::find(std::int32_t pid) {
  if (const auto found = tasks_.find(pid); found != tasks_.end()) return found->second.get();
  if (!use_proc_ || pid <= 0) return nullptr;
  auto task = read_proc(pid);
  return task ? tasks_.emplace(pid, std::move(task)).first->second.get() : nullptr;
}

task_struct* Tasks::next_process(std::int32_t pid) {
  for (auto next = tasks_.upper_bound(pid); next != tasks_.end(); ++next) {
    const std::int32_t process = next->second->tgid;
    // 0: the test did not say, and means no thread.
    if (process == 0 || process == next->first) return next->second.get();
  }
  return nullptr;
}

}  // namespace rex::testing

rex_task* rex_task_from_pid(__s32 pid) {
  auto& invocation = rex::host::calling_invocation("rex_task_from_pid");
  return reinterpret_cast<rex_task*>(invocation.world->tasks().find(pid));
}

rex_task* rex_task_next(rex_task* task) {
  auto& invocation = rex::host::calling_invocation("rex_task_next");
  const auto* after = reinterpret_cast<const rex::testing::task_struct*>(task);
  return reinterpret_cast<rex_task*>(
      invocation.world->tasks().next_process(after ? after->pid : 0));
}
