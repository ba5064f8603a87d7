"""Runs measured processes, each fresh, one after the other, and takes medians."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.child import STARTED

ROOT = Path(__file__).resolve().parent.parent
LONGEST_RUN = 300.0  # seconds
_NOT_PASSED_ON = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONSTARTUP"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: was measured.
        ours: in ``unit``.
        floor: in ``unit``; None where the bound is absolute.
        unit: ms, MB.
        bound: the highest ratio to the floor, or the highest number where there is none; None for what is
            shown without a bound.
        against: what the floor is.
    """

    what: str
    ours: float
    floor: float | None
    unit: str
    bound: float | None
    against: str

    @property
    def figure(self) -> float:
        """What the bound is on."""
        return self.ours / self.floor if self.floor else self.ours

    @property
    def kept(self) -> bool:
        """Whether it is within its bound."""
        return self.bound is None or self.figure <= self.bound


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of this run, and how often each thing is measured."""

    folder: Path
    repeats: int

    def run(self, module: str, *arguments: str) -> dict[str, float]:
        """Run a module of ``benchmarks`` in a fresh process; give the numbers that it tells."""
        command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
        environment = self.environment() | {STARTED: repr(time.time())}
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(
                f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
            )
        told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return told

    def interleaved(
        self, module: str, variants: Sequence[Sequence[str]], most: int = 99
    ) -> list[dict[str, float]]:
        """Run each variant in turn, again and again, at most so often; give the medians.

        A first round, in which modules are compiled, is not counted.
        """
        told: list[list[dict[str, float]]] = [[] for _ in variants]
        for number in range(min(self.repeats, most) + 1):
            for samples, variant in zip(told, variants, strict=True):
                sample = self.run(module, *variant)
                if number:
                    samples.append(sample)
        return [_medians(samples) for samples in told]

    def environment(self) -> dict[str, str]:
        """The environment of what is measured: no screen, no keyring, its own home and compiled modules."""
        home = self.folder / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        folders = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        own = dict.fromkeys((*folders, "XDG_RUNTIME_DIR"), str(home))
        own |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        own |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        own |= {"PYTHONPYCACHEPREFIX": str(self.folder / "compiled")}
        # As an installed program: modules are compiled once.
        return {name: value for name, value in {**os.environ, **own}.items() if name not in _NOT_PASSED_ON}


@contextmanager
def a_place(repeats: int) -> Iterator[Place]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="erpsync-benchmarks-", ignore_cleanup_errors=True) as folder:
        yield Place(Path(folder), repeats)


def _medians(samples: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(sample[key] for sample in samples) for key in samples[0]}
