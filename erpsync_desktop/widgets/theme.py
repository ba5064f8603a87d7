"""Colours with a meaning, and icons, both made from the palette of the moment, light or dark."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap

from erpsync_desktop.resource_files import resource_path

READABLE = 4.5
"""The contrast that text needs (WCAG 2.2, level AA)."""


class Tone(Enum):
    """What a colour or a status icon says. The value is the name of its icon."""

    OK = "status-ok"
    INFO = "status-info"
    WARNING = "status-warning"
    ERROR = "status-error"
    MUTED = "status-none"


_SIDES = (16, 24, 32, 48)
"""Pixels: what lists and buttons show, at 100 to 200 %."""
_HUES = {Tone.OK: "#1a7f37", Tone.INFO: "#0b62c4", Tone.WARNING: "#9a6700", Tone.ERROR: "#c62828"}


def colour(tone: Tone, palette: QPalette | None = None) -> QColor:
    """The colour of text in this tone, readable on windows and in lists.

    Args:
        tone: what it says.
        palette: of the widget; the application's where there is none.
    """
    palette = palette or QGuiApplication.palette()
    roles = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase)
    behind = tuple(palette.color(role).rgb() for role in roles)
    return QColor.fromRgb(_readable(tone, palette.color(QPalette.ColorRole.WindowText).rgb(), behind))


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG's ratio of relative luminances)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def icon(name: str) -> QIcon:
    """An icon in the colour of the text around it. Ask again when the palette has changed.

    Args:
        name: of a file in ``resources/icons``, without its ending.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    palette = QGuiApplication.palette()
    return _icon(name, palette.color(QPalette.ColorRole.WindowText).rgba(), *_other_modes(palette))


def status_icon(tone: Tone) -> QIcon:
    """The icon that says the tone by its shape, too. Ask again when the palette has changed."""
    palette = QGuiApplication.palette()
    return _icon(tone.value, colour(tone, palette).rgba(), *_other_modes(palette))


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resource_path("icons/erpsync.svg")))


def _other_modes(palette: QPalette) -> tuple[int, int]:
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return disabled.rgba(), palette.color(QPalette.ColorRole.HighlightedText).rgba()


@lru_cache(maxsize=128)
def _icon(name: str, normal: int, disabled: int, selected: int) -> QIcon:
    made = QIcon()
    modes = ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled), (QIcon.Mode.Selected, selected))
    for side in _SIDES:
        drawn = _image(_source(name), side)
        for mode, rgba in modes:
            made.addPixmap(QPixmap.fromImage(_tinted(drawn, rgba)), mode)
    return made


@lru_cache(maxsize=64)
def _source(name: str) -> bytes:
    return resource_path(f"icons/{name}.svg").read_bytes()


def _image(source: bytes, side: int) -> QImage:
    """Draw an SVG whose lines are ``currentColor``, in black; read at its size, so that it is sharp."""
    black = source.replace(b"currentColor", b"#000000")
    return QImage.fromData(black.replace(b"<svg ", f'<svg width="{side}" height="{side}" '.encode(), 1))


def _tinted(drawn: QImage, rgba: int) -> QImage:
    """The same in another colour; much quicker than to draw it again."""
    tinted = drawn.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), QColor.fromRgba(rgba))
    painter.end()
    return tinted


@lru_cache(maxsize=64)
def _readable(tone: Tone, text: int, behind: tuple[int, ...]) -> int:
    """The tone's hue, moved towards the text's colour until it can be read on all that is behind."""
    end = QColor.fromRgb(text)
    grounds = [QColor.fromRgb(rgb) for rgb in behind]
    start = QColor(_HUES[tone]) if tone in _HUES else _mixed(end, grounds[0], 0.45)
    steps = (_mixed(start, end, step / 20) for step in range(21))
    return next(
        (mix.rgb() for mix in steps if all(contrast(mix, ground) >= READABLE for ground in grounds)), text
    )


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)  # type: ignore[index]
    # Rounded as it will be painted, so that what is judged is what is seen.
    return QColor.fromRgb(QColor.fromRgbF(*(a + (b - a) * share for a, b in parts)).rgb())


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
