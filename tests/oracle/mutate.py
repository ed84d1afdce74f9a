# SPDX-License-Identifier: GPL-2.0-only
"""Programs of tests/reject and tests/accept, changed at random, and lines of the former in the
latter."""
import pathlib
import re

MAP = re.compile(r"\brex::(?:Queue|Stack|RingBuf|ArrayMap|HashMap|LruHashMap|PerCpu\w+|Atomic|Param|"
                 r"LpmTrieMap|PerfEventArray|StackTraceMap)\b[^;()]*?\b(\w+)(?:\{[^;]*\})?;")
PROGRAM = re.compile(r"^rex::Result (\w+)\(const rex::Once& ?(\w*)\)", re.MULTILINE)
WORD = re.compile(r"\b[A-Za-z_]\w*\b")
# What decides about lifetimes and initialisation, and what may stand there instead.
CHANGES = [("&&", "&"), ("auto&", "auto"), ("const ", ""), ("& ", " "), ("{}", ""), (";", "{};"),
           (".span()", ""), ("*", ""), ("[&]", "[=]"), ("[=]", "[&]"), ("static ", ""),
           ("rex::move", ""), ("return ", "return *&"), ("(", "(0, "), ("int", "rex::u64"),
           ("[[clang::lifetimebound]]", ""), ("auto", "auto&"), ("auto ", "const auto& ")]


def corpus(folder, rule=None):
    """The texts of programs that stand in one file and need nothing but the SDK; of those that a
    rule has to reject, where there is one."""
    texts = []
    for path in sorted(pathlib.Path(folder).rglob("*.cpp")):
        if {"parts", "include"} & set(path.parts):
            continue
        text = path.read_text()
        if rule and not re.search(rf"// expect:.*\b{rule}\b(?!-)", text):
            continue
        lines = [re.sub(r"\s*// expect:.*$", "", line) for line in text.splitlines()
                 if not line.startswith("#include <rex/rex.hpp>")]
        text = "\n".join(line for line in lines if not line.startswith("//"))
        # What is per CPU needs a segment register, which only the kernel sets.
        if "cpu::" in text or "PerCpu" in text:
            continue
        # Directives reach across programs; the mutants' brackets must be their own.
        if "#" in text or "_Pragma" in text or "extern" in text or len(PROGRAM.findall(text)) != 1:
            continue
        if all(text.count(a) == text.count(b) for a, b in ("()", "{}", "[]")):
            texts.append(text)
    return texts


class Mutator:
    def __init__(self, random, rejected, accepted):
        self.random = random
        self.rejected = rejected
        self.accepted = accepted
        self.statements = [line for text in rejected for line in text.splitlines()
                           if line.startswith("  ") and line.endswith(";")
                           and all(line.count(a) == line.count(b) for a, b in ("()", "{}", "[]"))]

    def change(self, text):
        lines = text.splitlines()
        at = self.random.randrange(len(lines))
        kind = self.random.randrange(5)
        if kind == 0:
            old, new = self.random.choice(CHANGES)
            lines[at] = lines[at].replace(old, new, 1)
        elif kind == 1 and lines[at].startswith("  ") and lines[at].endswith(";"):
            del lines[at]
        elif kind == 2 and lines[at].startswith("  "):
            lines.insert(at, self.random.choice(self.statements))
        elif kind == 3 and lines[at].startswith("  ") and at + 1 < len(lines) \
                and lines[at].endswith(";") and lines[at + 1].endswith(";"):
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
        elif words := WORD.findall(text):
            lines[at] = re.sub(rf"\b{self.random.choice(words)}\b", self.random.choice(words),
                               lines[at], count=1)
        return "\n".join(lines)

    def program(self, name):
        original = self.random.choice(self.random.choice((self.rejected, self.accepted)))
        text = original
        for _ in range(self.random.randint(0, 3)):
            text = self.change(text)
        match = PROGRAM.search(text)
        if not match or any(text.count(a) != text.count(b) for a, b in ("()", "{}", "[]")):
            text = original
            match = PROGRAM.search(text)
        for each in set(MAP.findall(text)):
            text = re.sub(rf"\b{each}\b", f"{each}_{name}", text)
        text = PROGRAM.sub(r"static rex::Result \1(const rex::Once& \2)", text)
        return f"namespace n_{name} {{\n{text}\n}}  // namespace\n" \
               f"rex::Result {name}(const rex::Once& context) {{\n" \
               f"  return n_{name}::{match.group(1)}(context);\n}}\n\n"
