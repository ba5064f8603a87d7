"""Puts the resources, with the translations compiled by PySide6's lrelease, into the wheel."""

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCES_ONLY = {".ts", ".qm", ".txt"}
_TARGET = "erpsync_desktop/resources"


class ResourceHook(BuildHookInterface[Any]):
    """Adds ``resources/`` as ``erpsync_desktop/resources/``; an unfinished translation fails the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and name everything that belongs into the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        self._folder = tempfile.TemporaryDirectory(prefix="erpsync-translations-")
        included = build_data["force_include"]
        for path in sorted((root / "resources").rglob("*")):
            if path.is_file() and path.suffix not in _SOURCES_ONLY:
                included[str(path)] = f"{_TARGET}/{path.relative_to(root / 'resources').as_posix()}"
        for source in sorted((root / "resources" / "translations").glob("*.ts")):
            target = Path(self._folder.name) / f"{source.stem}.qm"
            self._compile(source, target)
            included[str(target)] = f"{_TARGET}/translations/{target.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the temporary folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()

    def _compile(self, source: Path, target: Path) -> None:
        """Compile with the same function as the scripts, which the source distribution brings along."""
        script = Path(self.root) / "scripts" / "compile_translations.py"
        spec = importlib.util.spec_from_file_location("compile_translations", script)
        if spec is None or spec.loader is None:
            raise RuntimeError(f"{script} is missing")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_translation(source, target, strict=True)
