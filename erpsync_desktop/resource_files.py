"""Where icons, compiled translations and other resources lie, in the checkout and in the installed wheel."""

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "resources"
_IN_CHECKOUT = Path(__file__).parents[1] / "resources"


def resource_path(name: str) -> Path:
    """Return the path of a resource, such as ``"translations/erpsync_de.qm"`` or ``"icons"``.

    Raises:
        FileNotFoundError: there is no such file or folder; the message names where it was sought.
    """
    for folder in (_IN_WHEEL, _IN_CHECKOUT):
        path = folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"no resource {name} in {_IN_WHEEL} or {_IN_CHECKOUT}")
