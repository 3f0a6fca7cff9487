"""The tense of the clause around a date."""

import pytest

from timeline.extract.tense import Tense, tense
from timeline.language.en.narration import NARRATION
from timeline.model.text import Span

CASES = [
    ("The talks will resume on Monday.", "Monday", Tense.FUTURE),
    ("The talks resumed on Monday.", "Monday", Tense.PAST),
    ("On Monday, the court is going to rule.", "Monday", Tense.FUTURE),
    ("The court is to rule on Monday.", "Monday", Tense.FUTURE),
    ("The court is due to rule in May.", "May", Tense.FUTURE),
    ("She has lived there since May.", "May", Tense.PAST),
    ("She lives there in May.", "May", Tense.PRESENT),
    ("Leaders meet in July.", "July", Tense.PRESENT),
    ("The minister said talks would resume in March.", "March", Tense.FUTURE),
    ("They'll meet again in June.", "June", Tense.FUTURE),
    ("They won't meet in June.", "June", Tense.FUTURE),
    ("He managed to escape in June.", "June", Tense.PAST),
    ("The plan is to open on May 3.", "May 3", Tense.FUTURE),
    ("Engineers expect the bridge to reopen in March.", "March", Tense.FUTURE),
    ("The nurse freed in February spoke to reporters.", "February", Tense.PAST),
    ("The club bought him in January and will sell him in August.", "January", Tense.PAST),
    ("The club bought him in January and will sell him in August.", "August", Tense.FUTURE),
    ("In August, the club will sell the player it bought in January.", "August", Tense.FUTURE),
    ("In August, the club will sell the player it bought in January.", "January", Tense.PAST),
    ("It should have opened in May.", "May", Tense.PAST),
    ("The vote on May 4 cleared the way.", "May 4", Tense.PAST),
    ("A long night in May.", "May", Tense.UNKNOWN),
]


@pytest.mark.parametrize(("text", "date", "expected"), CASES)
def test_tense(text: str, date: str, expected: Tense) -> None:
    at = text.index(date)
    assert tense(text, Span(0, len(text)), Span(at, at + len(date)), NARRATION) is expected
