"""The same happening told twice is one event; two happenings of one day stay two."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.passages import document, marked, told
from timeline.events import evidence
from timeline.language import pack
from timeline.merge import merge, settle, sketch
from timeline.merge.disagreement import who_says
from timeline.model.display import display
from timeline.model.event import Event, Factuality, Fate
from timeline.model.text import Anchor, AnchorKind, Part, PartKind, Span


def events(*texts: str) -> tuple[Event, ...]:
    pieces, sketches = [], []
    for number, text in enumerate(texts):
        pieces += told(text, f"d{number}")
        sketches.append(sketch(document(text.replace("[", "").replace("]", ""), f"d{number}")))
    settled = settle(tuple(pieces))
    return merge(tuple(piece for piece in settled if piece.fate is Fate.EVIDENCE), sketches)


ONE = [
    ("The militia's [May 7, 2021], attack shook the region.", "Survivors of the [May 7, 2021] atrocities spoke."),
    (
        "The militia's [May 7, 2021], attack shook the region.",
        "On [7 May 2021] militia fighters attacked the border town of Lipa.",
    ),
    (
        "On [3 June 2011] Ivan Petrov met Dan Alon in Geneva.",
        "Dan Alon and Ivan Petrov held talks in Geneva on [3 June 2011].",
    ),
    ("The ferry Aurora sank off Lipa on [3 June 2011].", "Forty people died when the Aurora sank on [3 June 2011]."),
    ("Lena Fors was freed on [3 June 2011].", "The militia released Lena Fors on [3 June 2011]."),
    ("Parliament elected Ida Holm on [3 June 2011].", "Ida Holm's election on [3 June 2011] surprised many."),
    ("Acme bought Bolt Motors in [May 2011].", "In [May 2011] Acme acquired Bolt Motors for a billion."),
    ("The dam at Lipa collapsed on [3 June 2011].", "The collapse of the Lipa dam on [3 June 2011] killed nine."),
    (
        "Ivan Petrov received the freed captive Dan Alon at the Citadel on [3 June 2011].",
        "On [3 June 2011] Dan Alon and his family sat in the Citadel with Ivan Petrov.",
    ),
    ("Ida Holm resigned in [June 2011] over the Lipa dam.", "Over the Lipa dam, Ida Holm resigned on [3 June 2011]."),
    ("Ida Holm stepped down on [3 June 2011].", "Ida Holm resigned on [3 June 2011]."),
    ("The [3 June 2011] earthquake in Lipa killed nine.", "Aid came after the earthquake in Lipa on [3 June 2011]."),
    ("The earthquake hit Lipa on [3 June 2011].", "The Lipa quake of [3 June 2011] killed nine."),
    ("Ole Berg will stand trial over the murder of Tom Rask in [June 2011].", "Tom Rask was murdered in [June 2011]."),
    (
        "Fighters of the Hesper crossed into Lipa on [May 7, 2021].",
        "The Hesper's [May 7, 2021], attack on Lipa shook many.",
    ),
    (
        "Ida Holm was nominated for mayor on [3 June 2011].",
        "Ida Holm's nomination for mayor on [3 June 2011] surprised many.",
    ),
    ("The singer Ida Holm was shot in Lipa on [3 June 2011].", "Ida Holm died in Lipa on [3 June 2011]."),
    ("A singer died in Lipa on [3 June 2011]. Ida Holm was 50.", "Ida Holm died in Lipa on [3 June 2011]."),
    (
        "Ida Holm hired Dr Tom Rask in [May 2011].",
        "Dr Tom Rask was hired in [May 2011] as the doctor of Ida Holm.",
    ),
    (
        "Ole Berg backed plans for the Lipa concert on [3 June 2011].",
        "The Lipa concert on [3 June 2011] drew thousands, Tom Rask said.",
    ),
    (
        "Police in Lipa questioned Ida Holm for three hours on [3 June 2011].",
        "On [4 June 2011] police in Lipa questioned Ida Holm for three hours.",
    ),
    (
        "The film was aired in Lipa on [3 June 2011]. The town has two mills. Rain fell on the hills.",
        "The film on Ida Holm was broadcast in Lipa on [3 June 2011]. Farmers sold wheat. A bakery closed.",
    ),
    (
        "The blast in Lipa occurred on [3 June 2011]. The town has two mills and a harbour. Rain fell on the hills. The "
        "council met about the tax.",
        "On [3 June 2011] explosions killed nine workers. Farmers sold wheat at the market. A bakery closed. The choir "
        "sang in the evening for the guests.",
    ),
    (
        "Ida Holm was chosen as president of the Lipa Medical Society in [2002], the first nurse in the post. The town "
        "has two mills and a harbour. Rain fell on the hills. The council met about the tax.",
        "In [2002] Ida Holm became president of the Lipa Medical Society, the first nurse to lead it. Farmers sold wheat "
        "at the market. A bakery closed. The choir sang in the evening for the guests.",
    ),
]


@pytest.mark.parametrize("pair", ONE)
def test_merges(pair: tuple[str, str]) -> None:
    found = events(*pair)
    assert [len(event.evidence) for event in found] == [2]


SEVERAL = [
    ("On [3 June 2011] Ivan Petrov met Dan Alon.", "On [3 June 2011] the ferry Aurora sank."),
    ("Police arrested Ole Berg on [3 June 2011].", "Police arrested Tom Rask on [3 June 2011] in another city."),
    ("Ida Holm was born in Lipa in [1951].", "Tom Rask was born in Oslo in [1951]."),
    ("The court jailed Ole Berg on [3 June 2011].", "The court freed Ole Berg on [3 June 2012]."),
    ("The militia's [May 7, 2021], attack shook the region.", "The party's refusal to condemn the militia since "
     "[May 7=2021-05-07/..] strained ties."),
    ("Team 0 won a medal on [12 May 2020].", "Team 59 won a medal on [12 May 2020]."),
    ("Room 12 of the east wing was sealed on [12 May 2020].", "Room 14 of the east wing was sealed on [12 May 2020]."),
    ("Engineers from Lowell & Sons resigned after a vote in [May 2020].",
     "Mayor Ines Oduya resigned after a vote in [May 2020]."),
    ("Nurses of the lower town went on strike on [12 May 2020].",
     "Drivers of the lower town went on strike on [12 May 2020]."),
    ("Police in Lipa questioned Ida Holm for three hours on [3 June 2011].",
     "On [4 June 2011] police in Lipa questioned Ole Holm for three hours."),
    ("Police in Lipa questioned Ida Holm for three hours on [3 June 2011].",
     "On [6 June 2011] police in Lipa questioned Ida Holm for three hours."),
    ("Ivan Petrov received Dan Alon at the Citadel on [3 June 2011].",
     "Ivan Petrov met Ida Holm at the Citadel on [3 June 2011]."),
    ("Ivan Petrov met Dan Alon on [3 June 2011].", "Ivan Petrov met Ida Holm on [3 June 2011]."),
    ("The mill opened in [1911].", "The library opened in [1911]."),
    ("Acme said in [May 2011] that profits fell.", "Ida Holm said in [May 2011] that she would run."),
    ("The minister denied that troops had entered Lipa on [3 June 2011].", "Troops entered Lipa on [3 June 2011]."),
    ("Talks will open in Geneva on [3 June 2011].", "The museum will open in Oslo on [3 June 2011]."),
    ("Acme's net income fell 22% to $18 million, or $1.63 a share, in [2010].",
     "Bolt's net income fell 37% to $32 million, or 30 cents a share, in [2010]."),
    ("Rescuers pulled a boy from the rubble on [3 June 2011].", "Soldiers pulled a cart from the river on [3 June 2011]."),
    ("The page was last updated on [3 June 2011].", "The page was updated on [3 June 2011] and says that the bridge is closed."),
    ("Ida Holm stepped forward on [3 June 2011].", "Ole Berg resigned on [3 June 2011]."),
    ("The harbour of Lipa was crowded. The harbour strike talks went on. A call on [24 December 2011] about the strike.",
     "The harbour of Lipa was crowded. The harbour strike talks went on. In [2011] the port called it a harbour strike."),
    ("Ida Holm left the board of the Lipa Medical Society on [3 June 2011].",
     "Ole Berg addressed the board of the Lipa Medical Society on [3 June 2011]."),
    ("Three firms of Lipa failed in [2003].", "Three firms of Oslo failed in [December 2003]."),
    ("Jury selection in the trial of Ole Berg began on [3 June 2011].", "The trial of Tom Rask began on [3 June 2011]."),
]  # fmt: skip


@pytest.mark.parametrize("pair", SEVERAL)
def test_keeps_apart(pair: tuple[str, str]) -> None:
    assert [len(event.evidence) for event in events(*pair)] == [1, 1]


def test_what_is_like_both_does_not_make_two_one() -> None:
    found = events(
        "Team 7 won a medal on [12 May 2020].",
        "A team won a medal on [12 May 2020].",
        "Team 8 won a medal on [12 May 2020].",
    )
    assert sorted(len(event.evidence) for event in found) in ([1, 2], [1, 1, 1])


COPIED = [
    "The council said on [12 May 2020] that the dam was safe.",
    "Opening of the lower gallery, [2020]",
    "Ida Holm denied on [12 May 2020] that she had met Ole Berg.",
    "Born in [1951], Tom Rask was the first of six.",
]


@pytest.mark.parametrize("sentence", COPIED)
def test_one_sentence_in_many_records_is_one_event(sentence: str) -> None:
    (event,) = events(*(f"{sentence}" for _ in range(9)))
    assert len(event.evidence) == 9


def test_a_near_copy_is_one_event() -> None:
    (event,) = events(
        "Officials closed the lower bridge on [12 May 2020] after rust was found in two of its piers.",
        "Officials closed the lower bridge on [12 May 2020] after rust was found in two of its old piers.",
    )
    assert len(event.evidence) == 2


def test_a_headline_joins_the_report_of_its_day() -> None:
    text = "A call on [3 June 2011]\n\nIvan Petrov spoke to Dan Alon by telephone on [3 June 2011]."
    made, resolutions = marked(text)
    titled = document(made.text, parts=(Part(PartKind.TITLE, Span(0, 21)),))
    (event,) = merge(evidence(titled, resolutions, pack("en")), [])
    assert len(event.evidence) == 2
    assert event.title == "Ivan Petrov spoke to Dan Alon by telephone"


def test_merges_within_one_document() -> None:
    (event,) = events("The Aurora sank on [3 June 2011]. Nobody knows why the Aurora sank on [3 June 2011].")
    assert len(event.evidence) == 2


def test_an_article_means_the_treaty_that_it_tells_of() -> None:
    text = "Acme says that Lund broke an agreement reached between the two in [1991]. Some say that the wording of the [1991] agreement helps Lund."
    (event,) = events(text)
    assert event.title == "An agreement was reached between the two"


def test_two_verbs_of_one_sentence_are_two() -> None:
    text = "They landed in [January 1945] and seized Lipa in [March 1945]; Tarn was captured in [March 1945]."
    assert {event.title for event in events(text)} == {"They landed", "They seized Lipa", "Tarn was captured"}


def test_the_finest_date_is_the_events() -> None:
    (event,) = events(*ONE[9])
    assert event.when.edtf == "2011-06-03"
    assert event.conflicts == ()


TWICE = (
    "Rebels seized the airport of Lipa from the army of Ivan Petrov on [3 June 2011], Ida Holm reported.",
    "Rebels seized the airport of Lipa from the army of Ivan Petrov on [4 June 2011], Ida Holm reported.",
)


def test_a_contrary_day_is_a_conflict() -> None:
    (event,) = events(*TWICE)
    (conflict,) = event.conflicts
    assert {event.when.edtf, conflict.date.edtf} == {"2011-06-03", "2011-06-04"}
    assert len(conflict.evidence) == 1
    assert "June 2011" in conflict.note or "Jun 2011" in conflict.note


def test_a_conflict_names_who_says_what() -> None:
    pieces, sketches, sources = [], [], {}
    for number, (text, publisher) in enumerate(zip(TWICE, ("Harbour Courier", "Levant Digest"), strict=True)):
        made = document(text.replace("[", "").replace("]", ""), f"d{number}")
        pieces += told(text, f"d{number}")
        sketches.append(sketch(made))
        sources[made.id] = replace(made.source, publisher=publisher)
    (event,) = merge(pieces, sketches)
    (conflict,) = event.conflicts
    first, second = who_says(conflict, event, sources).split("; ")
    assert {first, second} == {"Harbour Courier says 3 Jun 2011", "Levant Digest says 4 Jun 2011"}
    assert first.endswith(display(conflict.date))


def test_what_each_days_paper_tells_of_its_own_day_is_two() -> None:
    made = events(
        "Rebels shelled the airport of Lipa on [3 June 2011].", "Rebels shelled the airport of Lipa on [4 June 2011]."
    )
    assert len(made) == 1
    pieces, sketches = [], []
    for number, event in enumerate(made[0].evidence):
        seen_from = Anchor(AnchorKind.DCT, None, event.when.value)
        pieces.append(replace(event, when=replace(event.when, anchor=seen_from), source_id=f"d{number}"))
    assert len(merge(pieces, sketches)) == 2


def test_one_article_may_tell_two_such_days() -> None:
    assert len(events(" ".join(TWICE))) == 2


def test_what_happened_wins_over_what_was_planned() -> None:
    (event,) = events(
        "The Lipa bridge opened on [3 June 2011].",
        "Crowds came when the Lipa bridge opened on [3 June 2011].",
        "The Lipa bridge will open on [3 June 2011].",
    )
    assert event.factuality is Factuality.HAPPENED


def test_a_report_gives_the_title() -> None:
    (event,) = events(*ONE[1])
    assert event.title == "Militia fighters attacked the border town of Lipa"


def test_more_sources_make_it_surer() -> None:
    (alone,) = events(ONE[3][0])
    (both,) = events(*ONE[3])
    assert both.confidence > alone.confidence


YEARLESS = "Survivors of the [May 7] attack by the militia spoke."
COMPLETE = "The militia's [May 7, 2021], attack shook the region."


def test_a_missing_year_is_settled_by_another_source() -> None:
    (event,) = events(YEARLESS, COMPLETE)
    assert event.when.edtf == "2021-05-07"
    (settled,) = (piece for piece in event.evidence if piece.when.yearless)
    assert settled.when.anchor.kind is AnchorKind.SOURCES
    assert any("another source" in step for step in settled.when.steps)
    assert [value.edtf for value in settled.when.alternatives] == ["2024-05-07"]


def test_no_year_is_taken_where_two_would_fit() -> None:
    other = "The militia's [May 7, 2019], attack killed nine."
    assert sorted(event.when.edtf or "" for event in events(YEARLESS, COMPLETE, other)) == [
        "2019-05-07",
        "2021-05-07",
        "2024-05-07",
    ]


def test_years_that_others_give_are_alternatives_where_none_settles_it() -> None:
    other = "The militia's [May 7, 2019], attack killed nine."
    (piece,) = (piece for event in events(YEARLESS, COMPLETE, other) for piece in event.evidence if piece.when.yearless)
    assert [value.edtf for value in piece.when.alternatives] == ["2019-05-07", "2021-05-07"]
    assert any("none of them settles it" in step for step in piece.when.steps)


@pytest.mark.parametrize(
    ("yearless", "complete", "edtf"),
    [
        ("Ida Holm resigned on [May 7].", "Ida Holm resigned on [May 7, 2021] over the dam.", "2021-05-07"),
        ("The ferry Aurora sank in [May].", "In [May 2021] the ferry Aurora sank off Lipa.", "2021-05"),
        ("Nothing has been the same since [May 7], when the militia's attack on Lipa came.",
         "The militia's [May 7, 2021], attack on Lipa shook the region.", "2021-05-07"),
        ("Ida Holm resigned on [May 7].", "Tom Rask resigned on [May 7, 2021] over the dam.", "2024-05-07"),
        ("Ida Holm resigned on [May 7].", "Ida Holm married on [May 7, 2021] in Lipa.", "2024-05-07"),
        ("Ida Holm resigned on [May 7].", "Ida Holm resigned on [May 8, 2021] over the dam.", "2024-05-07"),
    ],
)  # fmt: skip
def test_only_a_like_happening_gives_its_year(yearless: str, complete: str, edtf: str) -> None:
    pieces = settle((*told(yearless, "a"), *told(complete, "b")))
    assert pieces[0].when.value is not None
    assert pieces[0].when.value.edtf == edtf


def test_no_year_is_taken_from_another_happening() -> None:
    pieces = settle((*told(YEARLESS, "a"), *told("The [May 7, 2021] election in Peru was close.", "b")))
    assert pieces[0].when.anchor.kind is AnchorKind.DCT


def test_settling_changes_nothing_within_one_source() -> None:
    pieces = told(f"{YEARLESS} {COMPLETE}")
    assert settle(pieces) == pieces


ALL = (*ONE[0], *ONE[2], *ONE[3], *SEVERAL[1], YEARLESS, *TWICE)


def test_the_order_of_documents_does_not_matter() -> None:
    made = [(told(text, f"d{i}"), sketch(document(text, f"d{i}"))) for i, text in enumerate(ALL[:5])]
    outcomes = set()
    for order in permutations(made):
        pieces = settle(tuple(piece for found, _ in order for piece in found))
        outcomes.add(merge(pieces, [drawn for _, drawn in order]))
    assert len(outcomes) == 1


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=8, unique=True))
def test_every_piece_is_in_exactly_one_event(texts: list[str]) -> None:
    pieces = [piece for number, text in enumerate(texts) for piece in told(text, f"d{number}")]
    found = events(*texts)
    held = [piece.id for event in found for piece in event.evidence]
    assert sorted(held) == sorted(piece.id for piece in pieces)
    for event in found:
        assert event.id == min(piece.id for piece in event.evidence)
        assert 0 <= event.confidence <= 1
    starts = [event.when.earliest for event in found if event.when.earliest is not None]
    assert starts == sorted(starts)


def test_nothing_in_nothing_out() -> None:
    assert merge((), ()) == ()
    assert settle(()) == ()
