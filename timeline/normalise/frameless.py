"""What means the same in every document: an `Expression` in, its `Reading` out, None for one that needs a frame."""

from __future__ import annotations

from functools import lru_cache
from typing import Never

from timeline.model.expression import Expression
from timeline.normalise.evaluate import evaluate
from timeline.normalise.frame import Frame, Reading


class _NeedsFrameError(Exception):
    """An expression's meaning hangs on the document."""


class _NoFrame(Frame):
    """A frame that nobody may look at."""

    def __getattribute__(self, name: str) -> Never:
        raise _NeedsFrameError


_NO_FRAME = _NoFrame.__new__(_NoFrame)


@lru_cache(maxsize=20_000)
def of_words_alone(expression: Expression) -> Reading | None:
    """The meaning of an expression that means the same in every document, None for any other.

    Why by trial: which expressions those are is then told in one place, where they are read.
    """
    try:
        return evaluate(expression, _NO_FRAME)
    except _NeedsFrameError:
        return None
