"""Moments as people say them: how long ago, and exactly when."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from erpsync_desktop.widgets.language import uilocale

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago a moment was; from a month on its date.

    Args:
        moment: aware.
        now: aware; the present where there is none.
    """
    seconds = int(((now or datetime.now(UTC)) - moment).total_seconds())
    if seconds < 2 * _MINUTE:
        return QCoreApplication.translate("Moments", "just now")
    if seconds < _HOUR:
        return _counted(seconds // _MINUTE, "", QCoreApplication.translate("Moments", "{count} minutes ago"))
    if seconds < _DAY:
        one = QCoreApplication.translate("Moments", "1 hour ago")
        return _counted(seconds // _HOUR, one, QCoreApplication.translate("Moments", "{count} hours ago"))
    if seconds < 30 * _DAY:
        one = QCoreApplication.translate("Moments", "1 day ago")
        return _counted(seconds // _DAY, one, QCoreApplication.translate("Moments", "{count} days ago"))
    return uilocale().toString(_local(moment).date(), QLocale.FormatType.ShortFormat)


def exactly(moment: datetime) -> str:
    """A moment with date and time to the second, in the time of this computer.

    Args:
        moment: aware.
    """
    local, locale = _local(moment), uilocale()
    date = locale.toString(local.date(), QLocale.FormatType.LongFormat)
    return f"{date}, {locale.toString(local.time(), 'HH:mm:ss')}"


def _counted(count: int, one: str, many: str) -> str:
    # "1 minute ago" is never said: it is still "just now".
    return one if count == 1 and one else many.format(count=uilocale().toString(count))


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
