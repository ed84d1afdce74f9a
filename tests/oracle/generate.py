# SPDX-License-Identifier: GPL-2.0-only
"""Random programs: mostly inside the language, and often at its edge, where it is the checker that
decides.  Each is a namespace with its types and functions, and a program that calls them."""

PRELUDE = """// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<int, 64> input;
rex::Queue<rex::u64, 64> output;
rex::HashMap<rex::u32, rex::u64, 16> table;
rex::ArrayMap<rex::u64, 8> cells;
rex::RingBuf<4096> events;

"""


class Program:
    """One program: text of `namespace NAME` and of the function NAME that runs it."""

    def __init__(self, random, name):
        self.random = random
        self.name = name
        self.counter = 0
        self.structs = []    # (name, [(field, kind)]); kind: int, array, option, or a struct's name
        self.functions = []  # (name, kinds of parameters) that return an int
        self.lenders = []    # (name, struct) that return a reference to an int
        self.factories = []  # functions that return a closure of an int
        self.depth = 0

    def fresh(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    # Types

    def struct(self):
        name = self.fresh("S")
        fields = []
        lines = []
        for _ in range(self.random.randint(1, 4)):
            field = self.fresh("m")
            kind = self.pick("int", "int", "array", "option", *[s for s, _ in self.structs])
            fields.append((field, kind))
            spelled = {"int": "int", "array": "rex::Array<int, 4>", "option": "rex::Option<int>"}
            # Now and then without a value: then whoever makes one has to give it.
            init = "" if self.chance(8) else "{}"
            lines.append(f"  {spelled.get(kind, kind)} {field}{init};")
        first = fields[0]
        if first[1] == "int":
            lines.append(f"  int get() const {{ return {first[0]}; }}")
            lines.append(f"  int& lend() {{ return {first[0]}; }}")
        if self.chance(15) and first[1] == "int":
            lines[0] = lines[0].replace("{}", self.pick("", "{}"))
            lines.append(f"  {name}() = default;")
            lines.append(f"  explicit {name}(int x) {{ if (x > 20) {first[0]} = x; }}")
        self.structs.append((name, fields))
        return f"struct {name} {{\n" + "\n".join(lines) + "\n};\n"

    def fields_of(self, struct):
        return dict(self.structs)[struct]

    def path(self, variable, struct):
        """A path to an int inside of a struct, or None."""
        for _ in range(4):
            field, kind = self.random.choice(self.fields_of(struct))
            where = f"{variable}.{field}"
            if kind == "int":
                return where
            if kind == "array":
                return f"{where}[{self.random.randrange(5)}]"
            if kind == "option":
                return f"(*{where})" if self.chance(30) else f"{where}.value_or(3)"
            inner = self.path(where, kind)
            if inner:
                return inner
        return None

    # Expressions; all of them are ints.

    def number(self, scope, depth=0):
        choices = ["literal", "variable", "variable"]
        if depth < 3:
            choices += ["lend"] if self.lenders else []
            choices += ["sum", "choice", "call", "path", "element", "helper", "closure", "option"]
        kind = self.pick(*choices)
        inner = lambda: self.number(scope, depth + 1)
        ints = scope.get("int", [])
        if kind == "variable" and ints:
            return self.random.choice(ints)
        if kind == "sum":
            return f"({inner()} {self.pick('+', '-', '^', '&', '|')} {inner()})"
        if kind == "choice":
            return f"({inner()} < {inner()} ? {inner()} : {inner()})"
        if kind == "call" and self.functions:
            name, kinds = self.random.choice(self.functions)
            arguments = [self.argument(scope, k, depth + 1) for k in kinds]
            if None not in arguments:
                return f"{name}({', '.join(arguments)})"
        if kind == "lend":
            name, struct = self.random.choice(self.lenders)
            if own := [v for v, s in scope.get("struct", []) if s == struct]:
                return f"{name}({self.random.choice(own)})"
        if kind == "path" and scope.get("struct"):
            variable, struct = self.random.choice(scope["struct"])
            if found := self.path(variable, struct):
                return found
        if kind == "element" and scope.get("array"):
            index = self.pick("0", "3", str(self.random.randrange(6)), f"({inner()} & 3)")
            return f"{self.random.choice(scope['array'])}[static_cast<rex::usize>({index})]"
        if kind == "helper":
            return self.pick(f"rex::min({inner()}, {inner()})", f"rex::clamp({inner()}, 0, 99)",
                             f"rex::saturating_add({inner()}, {inner()})",
                             f"rex::wrapping_mul({inner()}, {inner()})",
                             f"input.pop().value_or({inner()})",
                             f"({inner()} {self.pick('/', '%')} {inner()})",
                             f"({inner()} {self.pick('<<', '>>')} ({inner()} & 15))",
                             "rex::truncate<int>(rex::random_u32() & 1023)")
        if kind == "closure" and scope.get("closure"):
            return f"{self.random.choice(scope['closure'])}({inner()})"
        if kind == "option" and scope.get("option"):
            variable = self.random.choice(scope["option"])
            return self.pick(f"{variable}.value_or({inner()})", f"({variable} ? *{variable} : 1)",
                             f"*{variable}")
        return str(self.random.randrange(0, 50))

    def argument(self, scope, kind, depth):
        if kind == "int":
            return self.number(scope, depth)
        if kind == "int&":
            return self.random.choice(scope["int"]) if scope.get("int") else None
        if kind == "array":
            return self.random.choice(scope["array"]) if scope.get("array") else \
                "rex::Array<int, 4>{1, 2, 3, 4}"
        return self.pick(f"{kind}{{}}", *[v for v, s in scope.get("struct", []) if s == kind])

    def lvalue(self, scope):
        """What a reference to an int may be bound to: also what it must not."""
        choices = list(scope.get("int", []))
        choices += [f"{a}[{self.random.randrange(4)}]" for a in scope.get("array", [])]
        choices += [f"*{o}" for o in scope.get("option", [])]
        for variable, struct in scope.get("struct", []):
            if (found := self.path(variable, struct)) and "value_or" not in found:
                choices.append(found)
        for name, struct in self.lenders:
            choices += [f"{name}({v})" for v, s in scope.get("struct", []) if s == struct]
            if self.chance(30):
                choices.append(f"{name}({self.pick('', 'rex::move(')}{struct}{{}}"
                               .replace("rex::move(" + struct + "{}", struct + "{}") + ")")
        if self.chance(6) or not choices:
            choices.append(self.pick("rex::Array<int, 4>{1, 2, 3, 4}[1]", "*rex::Option<int>{3}",
                                     *[f"{s}{{}}.{f[0][0]}" for s, f in self.structs
                                       if f[0][1] == "int"]))
        return self.random.choice(choices)

    # Statements

    def block(self, scope, count, indent):
        inner = {k: list(v) for k, v in scope.items()}
        return "".join(self.statement(inner, indent) for _ in range(count))

    def statement(self, scope, indent):
        self.depth += 1
        text = self.one(scope, indent) if self.depth < 6 else ""
        self.depth -= 1
        return text

    def one(self, scope, indent):
        pad = "  " * indent
        kind = self.pick("int", "int", "assign", "assign", "array", "struct", "option", "if",
                         "for", "range", "closure", "reference", "reference", "span", "record",
                         "map", "algorithm", "binding", "move", "scope")
        if kind == "int":
            name = self.fresh("v")
            text = f"{pad}int {name} = {self.number(scope)};\n"
            scope.setdefault("int", []).append(name)
            return text
        if kind == "assign" and scope.get("int"):
            return f"{pad}{self.random.choice(scope['int'])} {self.pick('=', '+=', '^=')} " \
                   f"{self.number(scope)};\n"
        if kind == "array":
            name = self.fresh("a")
            values = ", ".join(self.number(scope, 2) for _ in range(4))
            text = f"{pad}rex::Array<int, 4> {name}{{{values}}};\n"
            scope.setdefault("array", []).append(name)
            return text
        if kind == "struct" and self.structs:
            name = self.fresh("s")
            struct, fields = self.random.choice(self.structs)
            init = "{}"
            if fields[0][1] == "int" and self.chance(40):
                init = f"{{{self.number(scope, 2)}}}"
            elif self.chance(15):
                init = ""
            scope.setdefault("struct", []).append((name, struct))
            return f"{pad}{struct} {name}{init};\n"
        if kind == "option":
            name = self.fresh("o")
            init = self.pick("{}", f"{{{self.number(scope, 2)}}}",
                             f" = rex::checked_add({self.number(scope, 2)}, {self.number(scope, 2)})")
            scope.setdefault("option", []).append(name)
            return f"{pad}rex::Option<int> {name}{init};\n"
        if kind == "if":
            text = f"{pad}if ({self.number(scope, 1)} > {self.number(scope, 2)}) {{\n" + \
                self.block(scope, 2, indent + 1)
            if self.chance(40):
                text += f"{pad}}} else {{\n" + self.block(scope, 2, indent + 1)
            return text + f"{pad}}}\n"
        if kind == "for":
            name = self.fresh("i")
            inner = {k: list(v) for k, v in scope.items()}
            bound = self.random.randint(1, 5)
            # Copied, so that nothing in the loop keeps it from ending.
            copy = self.fresh("v")
            inner.setdefault("int", []).append(copy)
            return f"{pad}for (int {name} = 0; {name} < {bound}; ++{name}) {{\n" \
                   f"{pad}  int {copy} = {name};\n" + self.block(inner, 2, indent + 1) + f"{pad}}}\n"
        if kind == "range":
            name = self.fresh("e")
            inner = {k: list(v) for k, v in scope.items()}
            over = self.pick(*(scope.get("array") or ["rex::Array<int, 4>{4, 3, 2, 1}"]),
                             "rex::Array<int, 4>{4, 3, 2, 1}.span().first(2)",
                             *[f"{v}.{f}" for v, s in scope.get("struct", [])
                               for f, k in self.fields_of(s) if k == "array"])
            spelled = self.pick("auto", "auto&", "auto&&", "const int&")
            if not spelled.startswith("const"):
                inner.setdefault("int", []).append(name)
            return f"{pad}for ({spelled} {name} : {over}) {{\n{pad}  (void){name};\n" + \
                self.block(inner, 2, indent + 1) + f"{pad}}}\n"
        if kind == "closure" and self.factories and self.chance(50):
            name = self.fresh("f")
            text = f"{pad}auto {name} = {self.random.choice(self.factories)}({self.number(scope, 2)});\n"
            scope.setdefault("closure", []).append(name)
            return text
        if kind == "closure":
            name = self.fresh("f")
            capture = self.pick("&", "&", "=", "")
            inner = {} if not capture else {k: list(v) for k, v in scope.items()}
            if capture == "=":
                inner = {k: v for k, v in inner.items() if k in ("closure",)}
                if scope.get("int"):
                    kept = self.fresh("k")
                    capture = f"{kept} = {self.random.choice(scope['int'])}"
            argument = self.fresh("x")
            inner["int"] = inner.get("int", []) + [argument]
            generic = self.pick("int", "auto")
            body = self.block(inner, 1, indent + 1)
            result = self.number(inner, 1)
            scope.setdefault("closure", []).append(name)
            if capture not in ("&", ""):
                result = f"({result} ^ {capture.split(' ')[0]})" if " = " in capture else result
            mutable = " mutable" if " = " in capture and self.chance(50) else ""
            return f"{pad}auto {name} = [{capture}]({generic} {argument}){mutable} -> int {{\n" + \
                body + f"{pad}  return {result};\n{pad}}};\n"
        if kind == "reference":
            name = self.fresh("r")
            text = f"{pad}auto& {name} = {self.lvalue(scope)};\n"
            scope.setdefault("int", []).append(name)
            return text
        if kind == "span" and (scope.get("array") or self.chance(10)):
            name = self.fresh("a")
            of = self.random.choice(scope.get("array") or ["rex::Array<int, 4>{1, 2, 3, 4}"])
            if self.chance(4):
                of = "rex::Array<int, 4>{1, 2, 3, 4}"
            part = self.pick("", "", f".first({self.random.randrange(5)})",
                             f".from({self.random.randrange(5)})")
            source = f"{of}{part}" if part and of in scope.get("span", []) else \
                f"rex::Span<int>{{{of}}}{part}" if of in scope.get("span", []) else \
                f"{of}.span(){part}"
            scope.setdefault("array", []).append(name)
            scope.setdefault("span", []).append(name)
            return f"{pad}rex::Span<int> {name} = {source};\n"
        if kind == "record":
            name = self.fresh("h")
            use = self.pick(f"(*{name}).submit({self.number(scope, 2)});",
                            f"auto kept = rex::move(*{name}); kept.submit(1);",
                            f"(*{name}).discard();", f"(void){name};",
                            f"rex::Option<rex::Record<int>> kept{{rex::move(*{name})}}; "
                            f"auto& alias = *kept; {self.pick('kept = {};', '')} alias.submit(2);",
                            f"[kept = rex::move(*{name})]() mutable {{ kept.submit(3); }}();",
                            f"(*{name}).submit(1); (*{name}).submit(2);")
            return f"{pad}if (auto {name} = events.reserve<int>()) {{ {use} }}\n"
        if kind == "map":
            number = self.number(scope, 2)
            key = f"rex::truncate<rex::u32>({number}) & 7"
            return pad + self.pick(
                f"if (!table.set({key}, 5)) (void)table.remove(1);\n",
                f"if (auto cell = table.cell({key})) {{ table.remove({key}); cell->add(2); }}\n",
                f"if (auto cell = cells.cell({key})) cell->store(3);\n",
                f"(void)table.remove({key});\n",
                f"for (const auto& each : table) if (each.value > 3) (void)table.remove(each.key);\n",
                f"(void)output.push(table.get({key}).value_or(1));\n")
        if kind == "algorithm" and scope.get("array"):
            of = self.random.choice(scope["array"])
            return pad + self.pick(
                f"rex::sort({of});\n", f"rex::reverse({of});\n",
                f"rex::sort({of}, [](int a, int b) {{ return ((a ^ b) & 1) == 0; }});\n",
                f"rex::for_each({of}, [&](int& each) {{ each ^= {self.number(scope, 2)}; }});\n",
                f"if (auto at = rex::find({of}, {self.number(scope, 2)})) {of}[*at] = 0;\n")
        if kind == "binding" and scope.get("struct"):
            variable, struct = self.random.choice(scope["struct"])
            names = [self.fresh("b") for _ in self.fields_of(struct)]
            spelled = self.pick("auto", "auto&", "const auto&")
            source = variable if self.chance(85) else f"{struct}{{}}"
            for name, (_, kind) in zip(names, self.fields_of(struct)):
                if kind == "int" and not spelled.startswith("const"):
                    scope.setdefault("int", []).append(name)
            uses = "".join(f" (void){n};" for n in names)
            return f"{pad}{spelled} [{', '.join(names)}] = {source};{uses}\n"
        if kind == "move" and scope.get("struct"):
            variable, struct = self.random.choice(scope["struct"])
            others = [v for v, s in scope["struct"] if s == struct]
            return f"{pad}{variable} = {self.pick('', 'rex::move')}({self.random.choice(others)});\n"
        if kind == "scope":
            return f"{pad}{{\n" + self.block(scope, 2, indent + 1) + f"{pad}}}\n"
        return ""

    # Functions

    def function(self):
        name = self.fresh("f")
        kinds = [self.pick("int", "int&", "array", *[s for s, _ in self.structs])
                 for _ in range(self.random.randint(1, 3))]
        scope = {}
        spelled = []
        template = self.chance(30)
        for kind in kinds:
            parameter = self.fresh("p")
            if kind in ("int", "int&"):
                scope.setdefault("int", []).append(parameter)
                spelled.append(f"{kind} {parameter}")
            elif kind == "array":
                scope.setdefault("array", []).append(parameter)
                spelled.append(f"{'auto' if template else 'rex::Array<int, 4>'} {parameter}")
            else:
                scope.setdefault("struct", []).append((parameter, kind))
                spelled.append(f"{'auto' if template else kind} {parameter}")
        text = f"static int {name}({', '.join(spelled)}) {{\n" + self.block(scope, 3, 1)
        text += f"  return {self.number(scope)};\n}}\n"
        self.functions.append((name, kinds))
        return text

    def recursion(self):
        name = self.fresh("f")
        scope = {"int": ["x"]}
        text = f"static int {name}(int n, int x) {{\n  if (n <= 0) return x;\n" + \
            self.block(scope, 1, 1) + f"  return {name}(n - 1, {self.number(scope, 2)});\n}}\n"
        wrapper = self.fresh("f")
        self.functions.append((wrapper, ["int"]))
        return text + f"static int {wrapper}(int x) {{ return {name}(x & 7, x); }}\n"

    def lender(self):
        """A function that returns a reference: from its parameter, or from elsewhere."""
        struct, fields = self.random.choice(self.structs)
        name = self.fresh("l")
        reference = self.pick("&", "&", "&", "", "&&") if self.chance(20) else "&"
        scope = {"struct": [("p", struct)]}
        if self.chance(25):
            scope["int"] = ["local"]
        source = self.lvalue(scope)
        local = "  int local = 3;\n" if "int" in scope else ""
        self.lenders.append((name, struct))
        bound = " [[clang::lifetimebound]]" if self.chance(20) else ""
        return f"static int& {name}({struct}{reference} p{bound}) {{\n{local}  return {source};\n}}\n"

    def factory(self):
        """A function that returns a closure: with copies, or with what ends here."""
        name = self.fresh("c")
        self.factories.append(name)
        capture = self.pick("x", "x", "=", "&", "y = x + 1, x")
        return f"static auto {name}(int x) {{\n  return [{capture}](int z) {{ return x ^ z; }};\n}}\n"

    def text(self):
        parts = [self.struct() for _ in range(self.random.randint(1, 2))]
        if self.chance(50):
            parts.append(self.lender())
        if self.chance(25):
            parts.append(self.factory())
        parts += [self.function() for _ in range(self.random.randint(1, 2))]
        if self.chance(30):
            parts.append(self.recursion())
        scope = {"int": ["seed"]}
        parts.append("static int run(int seed) {\n" + self.block(scope, self.random.randint(4, 8), 1)
                     + f"  return {self.number(scope)};\n}}\n")
        inner = "\n".join(parts)
        return f"namespace n_{self.name} {{\n{inner}}}  // namespace\n" \
               f"rex::Result {self.name}(const rex::Once&) {{\n" \
               f"  return n_{self.name}::run(input.pop().value_or(7));\n}}\n\n"


def program(random, name):
    return Program(random, name).text()
