#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""An extension in an editor: rex build --compile-commands, clangd, rex clangd.

Plays the editor: speaks the language server protocol over stdio, and compares what the user would
see.  Exits 77 where clangd is not installed.
"""
import argparse
import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

DEADLINE = 60  # seconds, for any one answer

FAULTY = """\
// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::u64 reads = 0;

rex::Result program(const rex::Kprobe<"vfs_read">& probe) {
  const rex::u64* size = nullptr;
  /* é */ std::vector<int> sizes;
  sizes.push_back(1);
  return probe.arguments<2>();
}
"""
CORRECT = """\
// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>
#include "limits.hpp"

rex::Atomic<rex::u64> reads;

rex::Result program(const rex::Kprobe<"vfs_read">& probe) {
  if (probe.argument<2>() > limit) reads.add(1);
  return rex::ok;
}
"""
HEADER = "#pragma once\nconstexpr rex::u64 limit = 4096;\n"


class Failure(Exception):
    pass


class Editor:
    """A language server, and what it has said."""

    def __init__(self, command, folder):
        self.server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.messages = queue.Queue()
        self.ids = 0
        threading.Thread(target=self.listen, daemon=True).start()
        answer = self.ask("initialize", processId=os.getpid(), rootUri=folder.as_uri(),
                          capabilities={"textDocument": {"publishDiagnostics": {
                              "relatedInformation": True, "versionSupport": True}}})
        self.capabilities = answer["capabilities"]
        self.tell("initialized")

    def listen(self):
        while header := self.server.stdout.readline():
            length = 0
            while header.strip():
                name, value = header.split(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = self.server.stdout.readline()
            self.messages.put(json.loads(self.server.stdout.read(length)))
        self.messages.put(None)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def tell(self, method, **params):
        self.send({"method": method, "params": params})

    def ask(self, method, **params):
        self.ids += 1
        self.send({"id": self.ids, "method": method, "params": params})
        return self.wait(lambda m: m.get("id") == self.ids and "method" not in m)["result"]

    def wait(self, wanted):
        while True:
            try:
                message = self.messages.get(timeout=DEADLINE)
            except queue.Empty:
                raise Failure("no answer in time") from None
            if message is None:
                raise Failure("the server ended")
            if wanted(message):
                return message

    def open(self, path):
        self.tell("textDocument/didOpen", textDocument={
            "uri": path.as_uri(), "languageId": "cpp", "version": 1, "text": path.read_text()})

    def change(self, path, version, text):
        self.tell("textDocument/didChange", contentChanges=[{"text": text}],
                  textDocument={"uri": path.as_uri(), "version": version})

    def diagnostics(self, path, version, wanted=lambda diagnostics: True):
        """Those of a version of a document, once they are as wanted."""
        return self.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                         and m["params"]["uri"] == path.as_uri()
                         and m["params"].get("version") == version
                         and wanted(m["params"]["diagnostics"]))["params"]["diagnostics"]

    def close(self):
        self.ask("shutdown")
        self.tell("exit")
        self.server.stdin.close()
        return self.server.wait(DEADLINE)


def expect(actual, wanted):
    if actual != wanted:
        raise Failure(f"expected {wanted!r}\nbut it is {actual!r}")


def places(diagnostics):
    """(line, column, what) of each, as editors show them; columns in UTF-16 units."""
    return [(d["range"]["start"]["line"] + 1, d["range"]["start"]["character"] + 1,
             d.get("code", "")) for d in diagnostics]


def rules(diagnostics):
    return {d["code"] for d in diagnostics if d.get("source") == "rex" and "code" in d}


def database(options, folder):
    """compile_commands.json and .clangd, written anew and written again."""
    entries = json.loads((folder / "compile_commands.json").read_text())
    expect([e["file"] for e in entries], [str(folder / "faulty.cpp"), str(folder / "fine.cpp")])
    subprocess.run([options.rex, "build", "--compile-commands", "fine.cpp"], cwd=folder, check=True)
    again = json.loads((folder / "compile_commands.json").read_text())
    expect(sorted(e["file"] for e in again), sorted(e["file"] for e in entries))
    done = subprocess.run(again[-1]["arguments"], cwd=again[-1]["directory"], check=False)
    expect(done.returncode, 0)  # it is a command line, and the checker accepts
    done = subprocess.run([options.rex, "build", "--compile-commands", "missing.cpp"], cwd=folder,
                          capture_output=True, text=True, check=False)
    expect((done.returncode, "no such source file" in done.stderr), (1, True))
    own = folder / ".clangd"
    written = own.read_text()
    own.write_text("Index:\n  Background: Skip\n")
    subprocess.run([options.rex, "build", "--compile-commands", "fine.cpp"], cwd=folder, check=True,
                   capture_output=True)
    expect(own.read_text(), "Index:\n  Background: Skip\n")
    own.write_text(written)


def plain_clangd(options, folder):
    """clangd finds the SDK and knows the flags; it reports nothing in a correct extension."""
    done = subprocess.run([options.clangd, "--check=" + str(folder / "fine.cpp")], cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode != 0 or "All checks completed, 0 errors" not in done.stderr:
        raise Failure(done.stderr)


def plain_clangd_knows_no_rules(options, folder):
    """The reason for rex clangd.  When this fails, docs/editor.md has good news to tell."""
    editor = Editor([options.clangd], folder)
    faulty = folder / "faulty.cpp"
    editor.open(faulty)
    found = editor.diagnostics(faulty, 1)
    editor.close()
    expect(rules(found), set())
    expect([place[:2] for place in places(found) if place[0] == 10], [(10, 16)])


def rules_in_the_editor(options, folder):
    """The diagnostics of rex check, at their places, and the errors of clang in clangd's form."""
    editor = Editor([options.rex, "clangd"], folder)
    expect(editor.capabilities["textDocumentSync"]["change"], 1)
    faulty = folder / "faulty.cpp"
    editor.open(faulty)
    found = editor.diagnostics(faulty, 1, lambda d: rules(d) and "arguments" in str(d))
    expect([p for p in places(found) if p[2].startswith("rex-")],
           [(4, 10, "rex-global"), (7, 26, "rex-pointer"), (8, 11, "rex-std-library")])
    # What the checker takes for a consequence (sizes, in line 9) is left out here, too.
    expect({line for line, _, _ in places(found)}, {4, 7, 8, 10})
    first = next(d for d in found if d.get("code") == "rex-global")
    expect(first["range"]["end"], {"line": 3, "character": 14})
    expect("rex::Atomic<" in first["message"], True)
    page = first["codeDescription"]["href"].removeprefix("file://")
    expect(pathlib.Path(page).read_text().splitlines()[1].split(":")[0], "# global")

    checked = json.loads(subprocess.run(
        [options.rex, "check", "--json", str(faulty)], capture_output=True, check=False).stdout)
    expect({(d["line"], "rex-" + d["rule"]) for d in checked if d["rule"] != "compiler"},
           {(d["range"]["start"]["line"] + 1, d["code"]) for d in found if d["source"] == "rex"})
    expect(editor.close(), 0)


def while_typing(options, folder):
    """The document counts, not the file: faults come and go before anything is saved."""
    editor = Editor([options.rex, "clangd"], folder)
    fine = folder / "fine.cpp"
    editor.open(fine)
    expect(editor.diagnostics(fine, 1), [])
    editor.change(fine, 2, CORRECT.replace("reads.add(1)", "goto done"))
    found = editor.diagnostics(fine, 2, rules)
    expect(rules(found), {"rex-goto"})
    editor.change(fine, 3, CORRECT)
    editor.diagnostics(fine, 3, lambda d: d == [])
    expect(fine.read_text(), CORRECT)
    hover = editor.ask("textDocument/hover", textDocument={"uri": fine.as_uri()},
                       position={"line": 7, "character": 43})
    expect("returns the one before" in json.dumps(hover), True)
    expect(editor.close(), 0)


def headers_and_other_projects(options, folder):
    """What is no source of an extension is clangd's alone."""
    editor = Editor([options.rex, "clangd"], folder)
    header = folder / "limits.hpp"
    editor.open(header)
    expect(rules(editor.diagnostics(header, 1)), set())
    other = folder / "other.cpp"
    other.write_text("int* pointer = nullptr;\n")
    editor.open(other)
    expect(rules(editor.diagnostics(other, 1)), set())
    other.unlink()
    expect(editor.close(), 0)


def editor_dies(options, folder):
    """Nothing stays behind when the editor is gone without a word."""
    editor = Editor([options.rex, "clangd"], folder)
    editor.server.stdin.close()
    editor.server.wait(DEADLINE)


TESTS = [database, plain_clangd, plain_clangd_knows_no_rules, rules_in_the_editor, while_typing,
         headers_and_other_projects, editor_dies]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rex", default=str(root / "build/bin/rex"))
    parser.add_argument("--clangd", default="clangd-22")
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    if not shutil.which(options.clangd):
        print("skipped: clangd-22 is not installed")
        return 77

    failed = 0
    tests = [t for t in TESTS if not options.tests or t.__name__ in options.tests]
    for test in tests:
        with tempfile.TemporaryDirectory(prefix="rex editor ") as name:
            folder = pathlib.Path(name).resolve()
            (folder / "faulty.cpp").write_text(FAULTY)
            (folder / "fine.cpp").write_text(CORRECT)
            (folder / "limits.hpp").write_text(HEADER)
            try:
                subprocess.run([options.rex, "build", "--compile-commands", "faulty.cpp",
                                "fine.cpp"], cwd=folder, check=True)
                test(options, folder)
            except (Failure, subprocess.SubprocessError, OSError, KeyError) as problem:
                failed += 1
                print(f"{test.__name__}\n  " + f"{problem!s}".replace("\n", "\n  "))
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
