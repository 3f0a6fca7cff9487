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
    ("Leaders meet in July.", "July", Tense.FUTURE),
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
    # what has happened on a day stays gone, what is held by plan is to come
    ("The council will discuss Friday's attack.", "Friday", Tense.PAST),
    ("The council will discuss Friday 's attack .", "Friday", Tense.PAST),
    ("Thousands will watch Friday 's concert .", "Friday", Tense.FUTURE),
    ("Singers will appear at Friday's Hope For Lund telethon.", "Friday", Tense.FUTURE),
    ("The council is to debate Friday's deadly attack on the port.", "Friday", Tense.PAST),
    ("Thousands will watch Friday's charity concert.", "Friday", Tense.FUTURE),
    ("Preparations are under way for Friday's concert.", "Friday", Tense.FUTURE),
    ("Thousands watched Friday's concert.", "Friday", Tense.PAST),
    # put off, fixed, due
    ("The judge postponed the hearing until Friday.", "Friday", Tense.FUTURE),
    ("The bank has given the owners until Friday to sign.", "Friday", Tense.FUTURE),
    ("The vote was put off until Friday.", "Friday", Tense.FUTURE),
    ("She put a lamp on until Friday.", "Friday", Tense.PAST),
    ("She stayed there until Friday.", "Friday", Tense.PAST),
    ("Students planned a march through the city on Friday.", "Friday", Tense.FUTURE),
    ("Students planned a march on Friday and were planning another.", "Friday", Tense.FUTURE),
    ("Students had planned a march on Friday.", "Friday", Tense.PAST),
    ("The leaders met before a summit scheduled for April.", "April", Tense.FUTURE),
    ("The dividend is payable Jan. 2.", "Jan. 2", Tense.FUTURE),
    ("The owners asked it to answer by May 3.", "May 3", Tense.FUTURE),
    ("He managed to finish by May 3.", "May 3", Tense.PAST),
    # at hand
    ("The ministers are meeting on Friday.", "Friday", Tense.FUTURE),
    ("More food is expected in the city on Friday.", "Friday", Tense.FUTURE),
    ("Both sides are due in court on Friday to argue.", "Friday", Tense.FUTURE),
    ("On Friday the union plans to strike.", "Friday", Tense.FUTURE),
    ("The town has been waiting since Friday.", "Friday", Tense.PAST),
    ("The ship had been due to arrive on Friday.", "Friday", Tense.PAST),
    ("The mill is going to start getting beaten in May.", "May", Tense.FUTURE),
    ("The bank expects to win approval and complete the sale by May 3.", "May 3", Tense.FUTURE),
    # timetabled
    ("He and union leader Ole Berg meet on Friday with the mayor.", "Friday", Tense.FUTURE),
    ("The fair opens on Friday.", "Friday", Tense.FUTURE),
    ("The law takes effect on May 3.", "May 3", Tense.FUTURE),
    ("The union said it expects an answer by Friday.", "Friday", Tense.FUTURE),
    ("The vote is Sunday.", "Sunday", Tense.FUTURE),
    ("She lives there since Sunday.", "Sunday", Tense.PAST),
    ("As of Sunday, the mine employs 40.", "Sunday", Tense.PAST),
    # unable
    ("The owner could not be reached on Friday.", "Friday", Tense.PAST),
    ("Neither of the two could be found on Friday.", "Friday", Tense.PAST),
    ("The owner could be freed on Friday.", "Friday", Tense.FUTURE),
    # what only describes a noun tells no tense
    ("It would be paid on a still unspecified date in January.", "January", Tense.FUTURE),
]


@pytest.mark.parametrize(("text", "date", "expected"), CASES)
def test_tense(text: str, date: str, expected: Tense) -> None:
    at = text.index(date)
    assert tense(text, Span(0, len(text)), Span(at, at + len(date)), NARRATION) is expected
