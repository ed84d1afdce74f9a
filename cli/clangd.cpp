// SPDX-License-Identifier: GPL-2.0-only
// rex clangd: clangd, with the rules among its diagnostics.
//
// clangd does not run compiler plugins.  So this stands between the editor and clangd: it passes
// everything on, has `rex check` look at each document as it is in the editor, and puts what that
// says into the diagnostics that clangd publishes.
#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "installation.hpp"
#include "messages.hpp"
#include "report.hpp"
#include "rule_diagnostics.hpp"
#include "verbs.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

/// After the last key stroke.
constexpr auto kQuiet = std::chrono::milliseconds(250);

/// A child with its input and output, killed when it is not wanted any more.
class Child {
 public:
  static std::optional<Child> start(std::vector<std::string> arguments, int in, int out, int err) {
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out, 1);
    ::posix_spawn_file_actions_adddup2(&actions, err, 2);
    pid_t pid = -1;
    errno = ::posix_spawnp(&pid, pointers[0], &actions, nullptr, pointers.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (errno != 0) return std::nullopt;
    return Child(pid);
  }

  Child(Child&& other) noexcept
      : pid_(std::exchange(other.pid_, -1)), end_(std::exchange(other.end_, -1)) {}
  Child& operator=(Child&&) = delete;
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGTERM);
      wait();
    }
    if (end_ >= 0) ::close(end_);
  }

  /// Readable once the child has ended.
  int end() const { return end_; }

  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : kFailure;
  }

 private:
  explicit Child(pid_t pid)
      : pid_(pid), end_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}

  pid_t pid_;
  int end_;
};

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

/// A document that the editor has open.
struct Document {
  std::string path;
  std::string text;
  bool known = true;                     // the text is the editor's
  json version = nullptr;                // of the text
  json others = json::array();           // what clangd says of it
  std::optional<json> findings;          // what `rex check` said last
  std::optional<Clock::time_point> due;  // of the next check

  /// Sources of extensions; a header is checked with its source.
  bool is_extension() const {
    const std::string extension = std::filesystem::path(path).extension();
    return (extension == ".cpp" || extension == ".cc" || extension == ".cxx") &&
           text.find("rex::") != std::string::npos;
  }
};

/// A `rex check` of a document.
class Check {
 public:
  Check(std::string uri, const Document& document) : uri_(std::move(uri)) {
    const auto& text = document.text;
    if (::write(in_.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) return;
    ::lseek(in_.get(), 0, SEEK_SET);
    auto child = Child::start({"/proc/self/exe", "check", "--json", "--stdin", document.path},
                              in_.get(), out_.get(), nowhere_.get());
    if (child) child_.emplace(std::move(*child));
  }

  bool started() const { return child_.has_value() && child_->end() >= 0; }
  const std::string& uri() const { return uri_; }
  int end() const { return child_ ? child_->end() : -1; }

  /// What it said; nothing where it could not work.
  std::optional<json> finish() {
    if (!child_) return std::nullopt;
    child_->wait();
    ::lseek(out_.get(), 0, SEEK_SET);
    std::string output;
    std::array<char, 65536> part;
    for (ssize_t n = 0; (n = ::read(out_.get(), part.data(), part.size())) > 0;)
      output.append(part.data(), static_cast<std::size_t>(n));
    json findings = json::parse(output, nullptr, false);
    if (!findings.is_array()) return std::nullopt;
    return findings;
  }

 private:
  std::string uri_;
  Descriptor in_{::memfd_create("rex-text", MFD_CLOEXEC)};
  Descriptor out_{::memfd_create("rex-findings", MFD_CLOEXEC)};
  Descriptor nowhere_{::open("/dev/null", O_WRONLY | O_CLOEXEC)};
  std::optional<Child> child_;
};

class Proxy {
 public:
  Proxy(int to_clangd, int from_clangd, std::filesystem::path pages)
      : clangd_in_(from_clangd),
        clangd_out_(to_clangd),
        to_clangd_(to_clangd),
        from_clangd_(from_clangd),
        pages_(std::move(pages)) {}

  /// Until clangd ends.
  void run(const std::function<void()>& close_clangd) {
    bool editor_there = true;
    for (;;) {
      start_check();
      std::array<pollfd, 5> files = {{{editor_there ? STDIN_FILENO : -1, POLLIN, 0},
                                      {from_clangd_, POLLIN, 0},
                                      {clangd_out_.empty() ? -1 : to_clangd_, POLLOUT, 0},
                                      {check_ ? check_->end() : -1, POLLIN, 0},
                                      {editor_out_.empty() ? -1 : STDOUT_FILENO, POLLOUT, 0}}};
      if (::poll(files.data(), files.size(), milliseconds_to_next_check()) < 0 && errno != EINTR)
        return;
      if (files[0].revents != 0) {
        editor_there = editor_in_.read();
        while (auto message = editor_in_.next()) from_editor(*message);
        if (!editor_there && clangd_out_.flush()) close_clangd();
      }
      if (files[1].revents != 0) {
        if (!clangd_in_.read()) return;
        while (auto message = clangd_in_.next()) from_clangd(*message);
      }
      if (files[3].revents != 0) finish_check();
      if (editor_there && (!clangd_out_.flush() || !editor_out_.flush())) return;
    }
  }

 private:
  void from_editor(const std::string& message) {
    clangd_out_.send(message);
    const json content = json::parse(message, nullptr, false);
    if (!content.is_object()) return;
    const std::string method = content.value("method", "");
    if (method == "initialize") initialize_ = content.value("id", json());
    if (!method.starts_with("textDocument/did")) return;
    const json& document = content["params"]["textDocument"];
    const std::string uri = document.value("uri", "");
    if (method == "textDocument/didOpen") {
      Document opened;
      opened.path = path_of_uri(uri);
      opened.text = document.value("text", "");
      documents_.insert_or_assign(uri, std::move(opened));
      changed(uri, document, Clock::now());
    } else if (method == "textDocument/didChange") {
      change(uri, content["params"]);
    } else if (method == "textDocument/didSave") {
      save(uri);
    } else if (method == "textDocument/didClose") {
      if (check_ && check_->uri() == uri) check_.reset();
      documents_.erase(uri);
    }
  }

  void change(const std::string& uri, const json& params) {
    const auto found = documents_.find(uri);
    if (found == documents_.end()) return;
    Document& document = found->second;
    for (const json& change : params.value("contentChanges", json::array())) {
      // Whole texts, as answered to `initialize`; otherwise the file will do when it is saved.
      document.known = !change.contains("range");
      if (document.known) document.text = change.value("text", "");
    }
    changed(uri, params["textDocument"], Clock::now() + kQuiet);
  }

  void save(const std::string& uri) {
    const auto found = documents_.find(uri);
    if (found == documents_.end()) return;
    Document& document = found->second;
    if (!document.known) {
      std::ifstream file(document.path);
      document.text.assign(std::istreambuf_iterator<char>(file), {});
      document.known = true;
    }
    // Also for what its headers say now.
    document.due = Clock::now();
  }

  void changed(const std::string& uri, const json& identifier, Clock::time_point due) {
    Document& document = documents_[uri];
    document.version = identifier.value("version", json());
    if (check_ && check_->uri() == uri) check_.reset();
    document.due.reset();
    if (!document.is_extension())
      document.findings.reset();
    else if (document.known)
      document.due = due;
  }

  void from_clangd(const std::string& message) {
    const bool answer = !initialize_.is_null() && message.contains("\"capabilities\"");
    if (!answer && !message.contains("\"textDocument/publishDiagnostics\"")) return tell(message);
    json content = json::parse(message, nullptr, false);
    if (!content.is_object()) return tell(message);
    if (answer && content.value("id", json()) == initialize_ && content.contains("result")) {
      initialize_ = nullptr;
      constexpr int whole_texts = 1;
      json& sync = content["result"]["capabilities"]["textDocumentSync"];
      if (sync.is_object())
        sync["change"] = whole_texts;
      else
        sync = whole_texts;
      return tell(content.dump());
    }
    if (content.value("method", "") != "textDocument/publishDiagnostics") return tell(message);
    const std::string uri = content["params"].value("uri", "");
    const auto found = documents_.find(uri);
    if (found == documents_.end() || !found->second.is_extension()) return tell(message);
    found->second.others = content["params"].value("diagnostics", json::array());
    // With a check under way, its end says both at once.
    if (!found->second.due && !(check_ && check_->uri() == uri)) publish(uri, found->second);
  }

  void start_check() {
    if (check_) return;
    for (auto& [uri, document] : documents_) {
      if (!document.due || *document.due > Clock::now()) continue;
      document.due.reset();
      check_ = std::make_unique<Check>(uri, document);
      if (check_->started()) return;
      check_.reset();
    }
  }

  int milliseconds_to_next_check() const {
    if (check_) return -1;
    int wait = -1;
    for (const auto& [uri, document] : documents_)
      if (document.due) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(*document.due - Clock::now());
        const int milliseconds = std::max(0, static_cast<int>(left.count()));
        wait = wait < 0 ? milliseconds : std::min(wait, milliseconds);
      }
    return wait;
  }

  void finish_check() {
    const auto check = std::move(check_);
    Document& document = documents_[check->uri()];
    document.findings = check->finish();
    publish(check->uri(), document);
  }

  void publish(const std::string& uri, const Document& document) {
    json params = {{"uri", uri},
                   {"diagnostics", document.findings ? merge(document.others, *document.findings,
                                                             {document.path, document.text, pages_})
                                                     : document.others}};
    if (!document.version.is_null()) params["version"] = document.version;
    tell(json{{"jsonrpc", "2.0"},
              {"method", "textDocument/publishDiagnostics"},
              {"params", std::move(params)}}
             .dump());
  }

  void tell(std::string_view message) {
    editor_out_.send(message);
    editor_out_.flush();
  }

  Inbox editor_in_{STDIN_FILENO};
  Outbox editor_out_{STDOUT_FILENO};
  Inbox clangd_in_;
  Outbox clangd_out_;
  int to_clangd_;
  int from_clangd_;
  std::filesystem::path pages_;
  json initialize_ = nullptr;                  // the id of the request, until it is answered
  std::map<std::string, Document> documents_;  // by URI
  std::unique_ptr<Check> check_;
};

int run_clangd(std::vector<std::string> arguments) {
  const auto pages = Installation::rule_pages();
  if (!pages) {
    print_error(pages.error());
    return kFailure;
  }
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{}, out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) {
    print_error(fmt::format("pipe2: {}", std::strerror(errno)));
    return kFailure;
  }
  Descriptor clangd_in(in[0]), to_clangd(in[1]), from_clangd(out[0]), clangd_out(out[1]);
  arguments.insert(arguments.begin(), REX_CLANGD);
  auto clangd =
      Child::start(std::move(arguments), clangd_in.get(), clangd_out.get(), STDERR_FILENO);
  if (!clangd) {
    print_error(fmt::format("{}: cannot be started: {}; install the package clangd-22", REX_CLANGD,
                            std::strerror(errno)));
    return kFailure;
  }
  clangd_in.close();
  clangd_out.close();
  ::fcntl(to_clangd.get(), F_SETFL, O_NONBLOCK);
  Proxy(to_clangd.get(), from_clangd.get(), *pages).run([&] { to_clangd.close(); });
  to_clangd.close();
  return clangd->wait();
}

}  // namespace

void add_clangd(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand(
      "clangd",
      "For editors: clangd, with the rules among its diagnostics; arguments are clangd's");
  verb->prefix_command();
  verb->callback([verb, &exit_code] { exit_code = run_clangd(verb->remaining()); });
}

}  // namespace rex::cli
