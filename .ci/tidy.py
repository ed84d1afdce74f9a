#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""clang-tidy over our C++ sources that run in user space, in parallel.

    tidy.py BUILD_DIR FOLDER...

A source is looked at again only when the build has compiled it anew, which it does exactly when the
source, a header of it or an option has changed, or when the checks have.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-22"


def main(build_dir: Path, folders: list[str]) -> int:
    units = json.loads((build_dir / "compile_commands.json").read_text())
    wanted = [unit for unit in units if belongs(Path(unit["file"]), folders)]
    checks = max(path.stat().st_mtime for path in REPOSITORY.glob("**/.clang-tidy"))
    stale = [unit for unit in wanted if not is_fresh(build_dir, unit, checks)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda unit: look_at(build_dir, unit), stale))
    print(f"clang-tidy: {len(stale)} of {len(wanted)} sources looked at, {results.count(False)} with faults")
    return 0 if all(results) else 1


def belongs(source: Path, folders: list[str]) -> bool:
    return any(source.is_relative_to(REPOSITORY / folder) for folder in folders)


def output(unit: dict[str, str]) -> str:
    words = shlex.split(unit["command"])
    return words[words.index("-o") + 1]


def stamp(build_dir: Path, unit: dict[str, str]) -> Path:
    return build_dir / "tidy" / (output(unit).replace("/", "%") + ".ok")


def is_fresh(build_dir: Path, unit: dict[str, str], checks: float) -> bool:
    mark, built = stamp(build_dir, unit), build_dir / output(unit)
    return mark.exists() and built.exists() and mark.stat().st_mtime > max(built.stat().st_mtime, checks)


def look_at(build_dir: Path, unit: dict[str, str]) -> bool:
    result = subprocess.run(
        [TIDY, "-p", str(build_dir), "--quiet", "--warnings-as-errors=*", unit["file"]],
        capture_output=True, text=True, check=False,
    )
    if result.returncode != 0:
        # What it says on stderr is the count of what it did not say.
        print(result.stdout.strip() or result.stderr.strip(), flush=True)
        return False
    mark = stamp(build_dir, unit)
    mark.parent.mkdir(exist_ok=True)
    mark.touch()
    return True


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:]))
