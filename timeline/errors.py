"""What can go wrong for a user. Every message says what, where, and what to do.

TimelineError                     exit code 2, the message only
    InputError                    something given cannot be used
        UnreadableDocument        a file that is there but cannot be read as a document
        UnknownFormat             no reader or exporter for it
        UnknownLanguage           no language pack for it
    EdtfError                     text that is not an EDTF value
    GrammarError                  a rule that cannot be compiled (raised at import)
    StoreError                    the database beside the outputs

Anything else is a bug and shows its traceback.
"""

from __future__ import annotations


class TimelineError(Exception):
    """The root of the tree."""


class InputError(TimelineError):
    """Something given cannot be used."""


class UnreadableDocument(InputError):
    """A file that is there but cannot be read as a document.

    `code` is a short stable word for programs (`empty`, `binary`, `broken-json` ...), kept in `failures`.
    """

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class UnknownFormat(InputError):
    """No reader or exporter for it."""


class UnknownLanguage(InputError):
    """No language pack for it."""


class EdtfError(TimelineError):
    """Text that is not an EDTF value."""

    def __init__(self, text: str, position: int, expected: str) -> None:
        super().__init__(f"not an EDTF date: {text!r}: at character {position + 1} expected {expected}")
        self.text, self.position, self.expected = text, position, expected


class GrammarError(TimelineError):
    """A rule that cannot be compiled."""


class StoreError(TimelineError):
    """The database beside the outputs cannot be used."""
