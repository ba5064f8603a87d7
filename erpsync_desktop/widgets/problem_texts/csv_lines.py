"""What is said of a CSV file of users and groups."""

from __future__ import annotations

from collections.abc import Mapping

from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.widgets.problem_texts.words import QT_TRANSLATE_NOOP, Words

TEXTS: Mapping[ProblemCode, Words] = {
    ProblemCode.CSV_UNREADABLE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "{path} cannot be read."),
        cause=QT_TRANSLATE_NOOP("Sentences", "It does not exist, or access to it is refused."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Check the name and your access, and close the file in other programs.",
        ),
    ),
    ProblemCode.CSV_ENCODING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The characters of the file cannot be read."),
        cause=QT_TRANSLATE_NOOP("Sentences", "The file is not encoded as UTF-8 or UTF-16."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Save the file as “CSV UTF-8” and import it again."),
    ),
    ProblemCode.CSV_EMPTY: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The file is empty."),
        remedy=QT_TRANSLATE_NOOP(
            "Sentences",
            "Choose a file with a header line and one line for each user or group.",
        ),
    ),
    ProblemCode.CSV_HEADER: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The first line does not name the columns."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Write this as the first line: {columns}"),
    ),
    ProblemCode.CSV_LINE: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Line {line} cannot be read."),
        cause=QT_TRANSLATE_NOOP("Sentences", "A quotation mark is in the wrong place."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct the line and import the file again."),
    ),
    ProblemCode.CSV_COLUMNS: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Line {line} has {found} columns; {expected} are expected."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Correct the line and import the file again."),
    ),
    ProblemCode.CSV_NAME_MISSING: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Line {line} has no name."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Add the name, or remove the line."),
    ),
    ProblemCode.CSV_NAME_CONTROL_CHARACTERS: Words(
        problem=QT_TRANSLATE_NOOP(
            "Sentences",
            "The name in line {line} has a line break or another invisible control character.",
        ),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Type the name anew and import the file again."),
    ),
    ProblemCode.CSV_NAME_REPEATED: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "“{name}” in line {line} is already in line {first}."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Remove one of the two lines, or change a name."),
    ),
    ProblemCode.CSV_NAME_TOO_LONG: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "The name in line {line} is longer than {limit} characters."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Shorten the name and import the file again."),
    ),
    ProblemCode.CSV_KIND_UNKNOWN: Words(
        problem=QT_TRANSLATE_NOOP("Sentences", "Line {line} is neither a user nor a group, but “{kind}”."),
        remedy=QT_TRANSLATE_NOOP("Sentences", "Write “user” or “group” in the column “kind”."),
    ),
}
