// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/tasks.hpp>

#include <unistd.h>

#include <cerrno>
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

Tasks::Tasks(Kernel& kernel)
    : idle_(std::make_unique<task_struct>()), current_(idle_.get()), kernel_(kernel) {
  std::memcpy(idle_->comm, "swapper/0", sizeof "swapper/0");
  complete(*idle_);
}

// The kernel's are never null.
void Tasks::complete(task_struct& task) {
  if (!task.real_parent) task.real_parent = idle_.get();
  if (!task.group_leader) task.group_leader = &task;
}

void Tasks::add(const task_struct& task) {
  if (task.pid <= 0)
    throw std::invalid_argument("a task's pid is positive, not " + std::to_string(task.pid));
  const auto [added, is_new] = tasks_.try_emplace(task.pid, std::make_unique<task_struct>(task));
  if (!is_new)
    throw std::invalid_argument("there is a task with pid " + std::to_string(task.pid) +
                                " already; change it with at()");
  complete(*added->second);
}

task_struct& Tasks::at(std::int32_t pid) {
  const auto found = tasks_.find(pid);
  if (found == tasks_.end())
    throw std::out_of_range("there is no task with pid " + std::to_string(pid));
  return *found->second;
}

void Tasks::remove(std::int32_t pid) {
  const auto found = tasks_.find(pid);
  if (found == tasks_.end()) return;
  const task_struct* task = found->second.get();
  if (current_ == task) current_ = idle_.get();
  cgroups_.erase(task);
  registers_.erase(task);
  tasks_.erase(found);
}

std::uint64_t Tasks::cgroup_id(const task_struct* task) const {
  const auto found = cgroups_.find(task);
  return found == cgroups_.end() ? 1 : found->second;
}

const Registers* Tasks::registers(const task_struct* task) const {
  const auto found = registers_.find(task);
  return found == registers_.end() ? nullptr : &found->second;
}

task_struct* Tasks::find(std::int32_t pid) {
  if (const auto found = tasks_.find(pid); found != tasks_.end()) return found->second.get();
  if (!use_proc_ || pid <= 0) return nullptr;
  auto task = read_proc(pid);
  if (!task) return nullptr;
  complete(*task);
  return tasks_.emplace(pid, std::move(task)).first->second.get();
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

rex_task* rex_task_current() {
  auto& invocation = rex::host::calling_invocation("rex_task_current");
  return reinterpret_cast<rex_task*>(invocation.world->tasks().current());
}

__u64 rex_task_cgroup_id(rex_task* task) {
  auto& invocation = rex::host::calling_invocation("rex_task_cgroup_id");
  return invocation.world->tasks().cgroup_id(
      reinterpret_cast<const rex::testing::task_struct*>(task));
}

int rex_task_registers(rex_task* task, void* to) {
  auto& invocation = rex::host::calling_invocation("rex_task_registers");
  const auto* registers =
      invocation.world->tasks().registers(reinterpret_cast<const rex::testing::task_struct*>(task));
  if (!registers) return -ENOENT;
  rex::host::mark_initialised(to, sizeof *registers);
  std::memcpy(to, registers, sizeof *registers);
  return 0;
}
