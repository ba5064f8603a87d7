"""The virtual environment is made, kept, updated and repaired."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from scripts.environment import RUNTIME_LOCK, Environment, SetupError


def make_wheel(folder: Path, version: str) -> str:
    """Write a wheel of a package ``sample`` and return the lock's line for it."""
    path = folder / f"sample-{version}-py3-none-any.whl"
    info = f"sample-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("sample.py", f"VERSION = {version!r}\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: sample\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"sample.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"sample @ {path.as_uri()} --hash=sha256:{digest}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    (root / "erpsync_sample_package").mkdir(parents=True)
    (root / "erpsync_sample_package" / "__init__.py").touch()
    (root / RUNTIME_LOCK).write_text(make_wheel(tmp_path, "1.0"), encoding="utf-8")
    return root


@pytest.fixture
def environment(checkout: Path) -> Environment:
    return Environment(checkout / ".venv", checkout)


def has_version(environment: Environment, version: str) -> bool:
    return environment.run(["-c", f"import sample; assert sample.VERSION == {version!r}"]) == 0


def test_a_first_run_installs_the_lock_and_makes_the_checkout_importable(environment: Environment) -> None:
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "1.0")
    assert environment.run(["-I", "-c", "import erpsync_sample_package"]) == 0


def test_a_second_run_has_nothing_to_do(environment: Environment) -> None:
    environment.prepare(RUNTIME_LOCK)
    assert not environment.prepare(RUNTIME_LOCK)


def test_a_changed_lock_is_installed(environment: Environment, checkout: Path, tmp_path: Path) -> None:
    environment.prepare(RUNTIME_LOCK)
    (checkout / RUNTIME_LOCK).write_text(make_wheel(tmp_path, "2.0"), encoding="utf-8")
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "2.0")


def test_an_interrupted_installation_is_repaired(environment: Environment) -> None:
    environment.prepare(RUNTIME_LOCK)
    for module in environment.folder.rglob("sample.py"):
        module.unlink()
    (environment.folder / "erpsync-unfinished").touch()
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "1.0")


def test_an_environment_whose_python_has_gone_is_made_anew(environment: Environment) -> None:
    environment.prepare(RUNTIME_LOCK)
    environment.python.unlink()
    environment.python.write_text("no program", encoding="utf-8")
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "1.0")


def test_a_folder_that_is_no_environment_is_replaced(environment: Environment) -> None:
    environment.folder.mkdir()
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "1.0")


def test_a_package_with_another_hash_is_refused(environment: Environment, checkout: Path) -> None:
    lock = checkout / RUNTIME_LOCK
    line = lock.read_text(encoding="utf-8").rstrip()
    lock.write_text(f"{line[:-4]}0000\n", encoding="utf-8")
    with pytest.raises(SetupError, match="could not be installed"):
        environment.prepare(RUNTIME_LOCK)


def test_a_refused_installation_is_not_taken_for_a_finished_one(
    environment: Environment, checkout: Path, tmp_path: Path
) -> None:
    (checkout / RUNTIME_LOCK).write_text(
        "sample @ file:///nowhere/sample-1.0-py3-none-any.whl\n", encoding="utf-8"
    )
    with pytest.raises(SetupError):
        environment.prepare(RUNTIME_LOCK)
    (checkout / RUNTIME_LOCK).write_text(make_wheel(tmp_path, "1.0"), encoding="utf-8")
    assert environment.prepare(RUNTIME_LOCK)
    assert has_version(environment, "1.0")


def test_a_moved_checkout_is_found_at_its_new_place(environment: Environment, checkout: Path) -> None:
    environment.prepare(RUNTIME_LOCK)
    moved = checkout.rename(checkout.with_name("moved"))
    there = Environment(moved / ".venv", moved)
    assert not there.prepare(RUNTIME_LOCK)
    assert there.run(["-I", "-c", "import erpsync_sample_package"]) == 0
