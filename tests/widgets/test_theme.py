"""Colours can be read and icons can be seen, light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from erpsync_desktop.resource_files import resource_path
from erpsync_desktop.widgets.theme import (
    READABLE,
    Tone,
    application_icon,
    colour,
    contrast,
    icon,
    status_icon,
)


def palette_of(window: str, base: str, text: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase):
        palette.setColor(role, QColor(base))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(text))
    return palette


PALETTES = {
    "light": palette_of("#efefef", "#ffffff", "#000000"),
    "dark": palette_of("#202124", "#18191b", "#e8eaed"),
    "sepia": palette_of("#f4ecd8", "#fbf5e6", "#3b2f1e"),
    "high contrast": palette_of("#000000", "#000000", "#ffff00"),
}


@pytest.fixture
def restored_palette(qapp: QApplication) -> Iterator[QApplication]:
    before = QApplication.palette()
    yield qapp
    QApplication.setPalette(before)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read_on_windows_and_lists(qapp: QApplication, name: str, tone: Tone) -> None:
    palette = PALETTES[name]
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert contrast(colour(tone, palette), palette.color(role)) >= READABLE


def test_status_icons_follow_the_palette(restored_palette: QApplication) -> None:
    QApplication.setPalette(PALETTES["light"])
    light = status_icon(Tone.OK).pixmap(QSize(24, 24)).toImage()
    QApplication.setPalette(PALETTES["dark"])
    dark = status_icon(Tone.OK).pixmap(QSize(24, 24)).toImage()
    assert light != dark


def test_status_icons_differ_in_shape_not_only_in_colour(qapp: QApplication) -> None:
    shapes = {
        bytes(status_icon(tone).pixmap(QSize(24, 24)).toImage().createAlphaMask().constBits())
        for tone in Tone
    }
    assert len(shapes) == len(Tone)


def test_all_icons_can_be_drawn(qapp: QApplication) -> None:
    names = [path.stem for path in resource_path("icons").glob("*.svg") if path.stem != "erpsync"]
    assert names
    for name in names:
        assert _ink(icon(name)) > 20, name
    assert _ink(application_icon()) > 200


def _ink(drawn: QIcon) -> int:
    image = drawn.pixmap(QSize(24, 24)).toImage()
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).alpha() > 0 for x, y in pixels)


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
