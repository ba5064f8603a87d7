"""The language of the program, switched while it runs; numbers and dates follow the user's region."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from erpsync_desktop.resource_files import resource_path

LANGUAGES = ("en", "de")
_log = logging.getLogger(__name__)
_PROPERTY = "uiLanguage"
_TRANSLATOR = "erpsyncTranslator"


def install(language: str | None) -> str:
    """Set the language of all texts; open windows hear of it by ``QEvent.LanguageChange``.

    Args:
        language: ``"de"`` or ``"en"``; None, or one there is no translation into, for the system's.

    Returns:
        The language that is set now.
    """
    chosen = language if language in LANGUAGES else system_language()
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language needs an application")
    application.setProperty(_PROPERTY, chosen)
    QLocale.setDefault(uilocale())
    old = application.findChildren(QTranslator, _TRANSLATOR)
    for path in _files(chosen):
        translator = QTranslator(application)
        translator.setObjectName(_TRANSLATOR)
        if translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
    for outdated in old:
        QCoreApplication.removeTranslator(outdated)
        outdated.deleteLater()
    return chosen


def current_language() -> str:
    """The language that is set: ``"de"`` or ``"en"``."""
    application = QCoreApplication.instance()
    language = application.property(_PROPERTY) if application is not None else None
    return language if isinstance(language, str) else "en"


def uilocale() -> QLocale:
    """How numbers and dates are written: in the language that is set, by the habits of the user's region."""
    system, language = QLocale.system(), QLocale(current_language()).language()
    return system if system.language() == language else QLocale(language, system.territory())


def system_language() -> str:
    """The first language of the system that there is a translation into, else English."""
    wanted = (name.replace("_", "-").split("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), "en")


def _files(language: str) -> list[Path]:
    """The compiled translations, Qt's own first: what is installed last is asked first."""
    files = [Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"]
    try:
        files.append(resource_path(f"translations/erpsync_{language}.qm"))
    except FileNotFoundError:
        _log.warning("the translation into %s is missing", language)
    return files
