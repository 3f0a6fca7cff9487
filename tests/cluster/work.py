"""What the tests give workers to do: they import it, and nothing of pytest."""

from __future__ import annotations


def counted(number: int) -> int:
    """A number as it is; 0 never ends, and a negative one is an error."""
    while not number:
        pass
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number
