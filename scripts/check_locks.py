"""Check the lock files: a wheel with a locked hash for every platform, and agreement with ``pyproject.toml``.

The index is asked, by uv, for the wheels of the locked versions; pip's own rules for markers and wheel tags
then tell what each platform and Python would install. That stands in for machines that are not at hand.
"""

import dataclasses
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.lock import DEVELOPMENT_LOCK, ROOT, RUNTIME_LOCK, uv_environment

PYTHONS = ((3, 11), (3, 12), (3, 13))
_FOREIGN = re.compile(r"^\s*-(?!-hash=)|://|\bfile:|\s@\s")


@dataclasses.dataclass(frozen=True)
class Pin:
    """One locked requirement: an exact version, for which environments, and the hashes that pip accepts."""

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """The normalised name."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The version behind ``==``."""
        return str(self.requirement.specifier).removeprefix("==")


@dataclasses.dataclass(frozen=True)
class Wheel:
    """A wheel that the index has."""

    filename: str
    hash: str

    @property
    def tags(self) -> frozenset[Tag]:
        """The interpreters, binary interfaces and platforms that it fits."""
        return parse_wheel_filename(self.filename)[3]


@dataclasses.dataclass(frozen=True)
class Platform:
    """An operating system that the program promises to run on."""

    name: str
    wheel_platforms: tuple[str, ...]
    markers: Mapping[str, str]

    def environment(self, python: tuple[int, int]) -> dict[str, str]:
        """Return the values that markers are judged by."""
        version = f"{python[0]}.{python[1]}"
        interpreter = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
        return interpreter | {
            "python_version": version,
            "python_full_version": f"{version}.9",
            **self.markers,
        }

    def tags(self, python: tuple[int, int]) -> set[Tag]:
        """Return the wheel tags that CPython of this version accepts here."""
        interpreter = f"cp{python[0]}{python[1]}"
        native = cpython_tags(python, platforms=self.wheel_platforms)
        return {*native, *compatible_tags(python, interpreter, self.wheel_platforms)}


def _platform(name: str, machine: str, wheel_platforms: Sequence[str]) -> Platform:
    system = {"win": "Windows", "macosx": "Darwin", "linux": "Linux"}[name.partition("_")[0]]
    sys_platform = {"Windows": "win32", "Darwin": "darwin", "Linux": "linux"}[system]
    os_name = "nt" if system == "Windows" else "posix"
    markers = {"platform_system": system, "sys_platform": sys_platform, "os_name": os_name}
    return Platform(name, tuple(wheel_platforms), markers | {"platform_machine": machine})


PLATFORMS = (
    _platform("win_amd64", "AMD64", ["win_amd64"]),
    _platform("macosx_arm64", "arm64", list(mac_platforms((13, 0), "arm64"))),
    _platform("macosx_x86_64", "x86_64", list(mac_platforms((13, 0), "x86_64"))),
    # Debian 12 has glibc 2.36.
    _platform(
        "linux_x86_64",
        "x86_64",
        [*(f"manylinux_2_{minor}_x86_64" for minor in range(5, 37)), "manylinux2014_x86_64", "linux_x86_64"],
    ),
)


def read_pins(lock: str) -> list[Pin]:
    """Return what the text of a lock file pins."""
    pins = []
    for entry in re.sub(r"\\\n", " ", lock).splitlines():
        requirement, *hashes = re.split(r"\s+--hash=sha256:", entry.strip())
        if requirement and not requirement.startswith(("#", "-")):
            pins.append(Pin(Requirement(requirement), frozenset(hashes)))
    return pins


def available_wheels(lock: Path, *options: str) -> dict[str, list[Wheel]]:
    """Ask the index which wheels there are of the versions in ``lock``: normalised name → wheels.

    Raises:
        subprocess.CalledProcessError: no answer, or the lock does not satisfy ``pyproject.toml``.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "pylock.toml"
        command = [sys.executable, "-m", "uv", "--no-config", "pip", "compile", "pyproject.toml", *options]
        command += [
            "--universal",
            "--python-version",
            "3.11",
            "--no-build",
            "--format",
            "pylock.toml",
            "--quiet",
        ]
        command += ["--constraint", str(lock), "--output-file", str(output)]
        subprocess.run(command, cwd=ROOT, env=uv_environment(), check=True, stdout=subprocess.DEVNULL)
        return read_wheels(output.read_text(encoding="utf-8"))


def read_wheels(pylock: str) -> dict[str, list[Wheel]]:
    """Return the wheels that the text of a ``pylock.toml`` lists: normalised name → wheels."""
    found: dict[str, list[Wheel]] = {}
    for package in tomllib.loads(pylock)["packages"]:
        wheels = [
            Wheel(w["url"].rpartition("/")[2], w["hashes"]["sha256"]) for w in package.get("wheels", [])
        ]
        # A package may be locked at several versions, each for its own platforms.
        found.setdefault(canonicalize_name(package["name"]), []).extend(wheels)
    return found


def missing_wheels(pins: Sequence[Pin], wheels: Mapping[str, Sequence[Wheel]]) -> Iterator[str]:
    """Yield a sentence for each pin that has no wheel with a locked hash on a platform that needs it."""
    for platform in PLATFORMS:
        for python in PYTHONS:
            tags, environment = platform.tags(python), platform.environment(python)
            for pin in pins:
                if pin.requirement.marker and not pin.requirement.marker.evaluate(environment):
                    continue
                fitting = [w for w in wheels.get(pin.name, []) if w.hash in pin.hashes and w.tags & tags]
                if not fitting:
                    where = f"{platform.name}, Python {environment['python_version']}"
                    yield f"{pin.name} {pin.version} has no wheel with a locked hash for {where}"


def disagreements(project: str, runtime: Sequence[Pin], development: Sequence[Pin]) -> Iterator[str]:
    """Yield a sentence for everything in which ``pyproject.toml`` and the locks differ."""
    table = tomllib.loads(project)
    wanted = [
        (RUNTIME_LOCK, runtime, table["project"]["dependencies"]),
        (DEVELOPMENT_LOCK, development, table["dependency-groups"]["dev"]),
    ]
    for lock, pins, requirements in wanted:
        for requirement in map(Requirement, requirements):
            name = canonicalize_name(requirement.name)
            versions = [pin.version for pin in pins if pin.name == name]
            if not versions:
                yield f"{lock} lacks {requirement.name}"
            elif not any(requirement.specifier.contains(version) for version in versions):
                found = " and ".join(versions)
                yield f"{lock} has {requirement.name} {found}, pyproject.toml wants {requirement.specifier}"
    same = {(pin.name, pin.version) for pin in development}
    for pin in runtime:
        if (pin.name, pin.version) not in same:
            yield f"{DEVELOPMENT_LOCK} has not {pin.name} {pin.version}, which {RUNTIME_LOCK} has"


def not_locked(lock: str, pins: Sequence[Pin], wheels: Mapping[str, Sequence[Wheel]]) -> Iterator[str]:
    """Yield a sentence for each package that ``pyproject.toml`` brings and ``lock`` lacks, or the reverse."""
    names = {pin.name for pin in pins}
    yield from (f"{lock} lacks {name}, which another package needs" for name in sorted(wheels.keys() - names))
    yield from (f"{lock} has {name}, which nothing needs" for name in sorted(names - wheels.keys()))


def foreign_lines(lock: str) -> Iterator[str]:
    """Yield lines with options, indexes, paths and addresses, which would tie a lock to one machine."""
    for line in lock.splitlines():
        if not line.startswith("#") and _FOREIGN.search(line):
            yield line.strip()


def check(lock: str, *options: str) -> Iterator[str]:
    """Yield what is wrong with one lock file; ``options`` choose its dependency group for uv."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = read_pins(text)
    wheels = available_wheels(ROOT / lock, *options)
    yield from (f"{lock}: {line}" for line in foreign_lines(text))
    yield from not_locked(lock, pins, wheels)
    yield from missing_wheels(pins, wheels)


def main() -> int:
    """Run all checks; print what is wrong and return the exit code."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locks = [
        read_pins((ROOT / lock).read_text(encoding="utf-8")) for lock in (RUNTIME_LOCK, DEVELOPMENT_LOCK)
    ]
    problems = list(disagreements(project, *locks))
    try:
        problems += [*check(RUNTIME_LOCK), *check(DEVELOPMENT_LOCK, "--group", "dev")]
    except subprocess.CalledProcessError:
        problems.append("uv could not resolve the locks; it says why above.")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run 'python scripts/lock.py' and look at what it changes.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
