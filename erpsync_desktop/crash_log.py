"""What went wrong inside the program, in a rotating file, without values."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_FOLDER = "erpsync-desktop"
_LARGEST = 512 * 1024
_log = logging.getLogger("erpsync_desktop.crash")


class _LateFile(logging.Handler):
    """Opens the file with the first record: at start there is nothing to write, and no time to lose."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _open()
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def install() -> None:
    """Have uncaught exceptions, Qt's warnings and our own logged in the user's log folder."""
    logging.getLogger("erpsync_desktop").addHandler(_LateFile())
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    qInstallMessageHandler(_from_qt)


def _open() -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    import platformdirs

    try:
        folder = platformdirs.user_log_path(_FOLDER, appauthor=False, ensure_exists=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "erpsync-desktop.log", maxBytes=_LARGEST, backupCount=3, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    # Without the text of the exception: it may hold a value that was typed.
    _log.error("uncaught %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
    if sys.stderr is not None:
        sys.stderr.write(f"Something went wrong inside the program ({kind.__name__}); see the log.\n")


def _uncaught_in_thread(uncaught: threading.ExceptHookArgs) -> None:
    if uncaught.exc_value is not None:
        _uncaught(uncaught.exc_type, uncaught.exc_value, uncaught.exc_traceback)


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        _log.warning("Qt: %s", text)
