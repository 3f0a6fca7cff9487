"""Published timelines to show in a browser: invented topics, written for these tests.

`bridge` is an ordinary one (five sources, every kind of date), `articles` a small one like that of two articles,
`crowded` has many events, `hostile` has texts that try to break the page, `far` lies far from our era.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from timeline.export import schema
from timeline.model.civil import civil, day_number, iso

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date(edtf: str, start: str | None, end: str | None, display: str, **more: Any) -> schema.Date:
    """A date of the given bounds; kind, precision and flags by name."""
    plain = {
        "edtf": edtf,
        "timex": edtf,
        "start": start,
        "end": end,
        "kind": "point",
        "precision": "day",
        "mod": None,
        "calendar": "gregorian",
        "display": display,
        "approximate": False,
        "uncertain": False,
    }
    return schema.Date.model_validate(plain | more)


def day(text: str) -> schema.Date:
    """An exact day of four-digit years."""
    year, month, number = (int(part) for part in text.split("-"))
    return date(text, text, text, f"{number} {MONTHS[month - 1]} {year}")


def month(text: str, **more: Any) -> schema.Date:
    """A month told without a day."""
    year, number = (int(part) for part in text.split("-"))
    last = iso(day_number(year + number // 12, number % 12 + 1) - 1)
    return date(text, f"{text}-01", last, f"{MONTHS[number - 1]} {year}", precision="month", **more)


def year(text: str, **more: Any) -> schema.Date:
    """A bare year."""
    return date(text, f"{text}-01-01", f"{text}-12-31", more.pop("display", text), precision="year", **more)


def span(start: str, end: str, display: str, **more: Any) -> schema.Date:
    """From one day to another."""
    return date(f"{start}/{end}", start, end, display, kind="span", **more)


def since(text: str, start: str, display: str) -> schema.Date:
    """From a date on."""
    return date(f"{text}/..", start, None, display, kind="since", precision="month")


def until(text: str, end: str, display: str) -> schema.Date:
    """Up to a date."""
    return date(f"../{text}", None, end, display, kind="until", precision="month")


@dataclass
class Sample:
    """A timeline in the making."""

    title: str
    sources: list[schema.Source] = field(default_factory=list)
    events: list[schema.Event] = field(default_factory=list)
    undated: list[schema.Unplaced] = field(default_factory=list)
    set_aside: list[schema.Unplaced] = field(default_factory=list)
    failures: list[schema.Failure] = field(default_factory=list)

    def source(self, name: str, label: str, published: schema.Date | None, publisher: str | None, uri: str) -> str:
        fates = schema.DateFates(mentions=9, evidence=6, undated=1, set_aside=1, duration=1, set=0, vague=0)
        self.sources.append(
            schema.Source(
                id=name,
                key=None,
                uri=uri,
                label=label,
                title=f"{label}: a longer title as the paper had it",
                publisher=publisher,
                author=None,
                published=published,
                published_from="json-ld" if published else None,
                language="en",
                media_type="text/html" if uri.startswith("http") else "text/plain",
                text_sha256="0" * 64,
                copies=(),
                dates=fates,
            )
        )
        return name

    def passage(self, source: str | None, quote: str, words: str, when: schema.Date | None, **more: Any) -> Any:
        """A piece of evidence: `words` is the date as it stands in the quote."""
        offset = 1_000 + 37 * len(self.events)
        at = quote.find(words)
        plain: dict[str, Any] = {
            "id": f"p{len(self.events)}-{source}-{more.pop('number', 0)}",
            "source": source,
            "quote": quote,
            "quote_span": (offset, offset + len(quote)),
            "date_text": words,
            "date_span": (offset + at, offset + at + len(words)) if at >= 0 else None,
            "head": None,
            "head_span": None,
            "date": when,
            "basis": "explicit",
            "why": ("names day, month and year",),
            "alternatives": (),
            "confidence": 0.95,
            "part": "body",
            "role": "reports",
            "factuality": "happened",
            "attributed_to": None,
            "locator": schema.Locator(line=12 + len(self.events)),
        }
        return plain | more

    def event(self, title: str, when: schema.Date, *passages: Any, **more: Any) -> schema.Event:
        plain: dict[str, Any] = {
            "id": f"e{len(self.events):04d}",
            "title": title,
            "date": when,
            "confidence": 0.95,
            "status": "candidate",
            "edited": False,
            "participants": (),
            "places": (),
            "tags": (),
            "factuality": "happened",
            "importance": 0.5,
            "conflicts": (),
            "evidence": passages,
        }
        event = schema.Event.model_validate(plain | more)
        self.events.append(event)
        return event

    def tell(self, title: str, when: schema.Date, quote: str, words: str, by: Sequence[str], **more: Any) -> None:
        """An event with one passage in each of its sources."""
        facts = {
            key: more.pop(key) for key in ("why", "basis", "part", "role", "alternatives", "locator") if key in more
        }
        factuality = more.get("factuality", "happened")
        passages = [self.passage(name, quote, words, when, factuality=factuality, **facts) for name in by]
        self.event(title, when, *passages, **more)

    def done(self) -> schema.Timeline:
        def order(event: schema.Event) -> tuple[int, int, str]:
            first, last = (_number(text) for text in (event.date.start, event.date.end))
            known = first if first is not None else last
            return known or 0, (last if last is not None else known) or 0, event.id

        return schema.Timeline(
            title=self.title,
            sources=tuple(self.sources),
            events=tuple(sorted(self.events, key=order)),
            undated=tuple(self.undated),
            set_aside=tuple(self.set_aside),
            failures=tuple(self.failures),
        )


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    digits, month_text, day_text = text.rsplit("-", 2)
    return day_number(int(digits), int(month_text), int(day_text))


def bridge() -> schema.Timeline:
    """A bridge and what came of it: five sources, about thirty events, every kind of date."""
    made = Sample("The fall of the Alder Bridge")
    made.source(
        "wire", "Deck of Alder Bridge falls", day("2023-10-08"), "Northwire", "https://northwire.example/2023/alder"
    )
    made.source("inquiry", "Inquiry: interim report", day("2024-06-28"), None, "papers/interim-report.pdf")
    made.source(
        "gazette", "The bridge, a year on", day("2024-10-06"), "Harbour Gazette", "https://gazette.example/year-on"
    )
    made.source("tribune", "Who knew of pier 4?", day("2024-03-22"), "The Tribune", "https://tribune.example/pier-4")
    made.source("council", "Council minutes 2018-2025", None, None, "papers/council-minutes.txt")
    tell = made.tell
    tell(
        "Alder Rail takes over the bridge from the county",
        year("1998"),
        "Alder Rail took over the bridge from the county in 1998, with all its papers.",
        "1998",
        ["council"],
    )
    tell(
        "The piers were last painted",
        year("2008", approximate=True, display="about 2008"),
        "The piers were last painted around 2008, an engineer told the council.",
        "around 2008",
        ["council"],
        confidence=0.6,
    )
    tell(
        "Inspection finds rust on pier 4",
        month("2019-05"),
        "An inspection in May 2019 found rust on pier 4 “deeper than a coin”.",
        "May 2019",
        ["inquiry", "tribune"],
        importance=0.8,
    )
    tell(
        "Maintenance contract passes to a new firm",
        year("2021"),
        "In 2021 the maintenance contract passed to a firm with eleven employees.",
        "2021",
        ["tribune", "gazette"],
    )
    tell(
        "Bridge closed for emergency welding",
        span("2022-06-01", "2022-08-31", "1 Jun – 31 Aug 2022"),
        "From 1 June to 31 August 2022 the bridge was closed for emergency welding.",
        "From 1 June to 31 August 2022",
        ["council"],
        status="accepted",
    )
    tell(
        "Speed limit of 20 km/h",
        since("2022-09", "2022-09-01", "since Sep 2022"),
        "A speed limit of 20 km/h has been in force since September 2022.",
        "since September 2022",
        ["council"],
        factuality="ongoing",
    )
    tell(
        "First internal warning circulated",
        year("2023", approximate=True, display="about 2023"),
        "The first internal warning seems to have circulated about 2023.",
        "about 2023",
        ["inquiry"],
        confidence=0.55,
    )
    tell(
        "Alder Rail postpones second inspection",
        day("2023-03-14"),
        "On 14 March 2023 Alder Rail put off the second inspection for want of staff.",
        "14 March 2023",
        ["inquiry", "tribune"],
    )
    tell(
        "Speed limit lifted on the bridge",
        day("2023-09-29"),
        "The limit was lifted on 29 September, eight days before the deck fell.",
        "29 September",
        ["wire", "inquiry"],
        basis="mention",
        why=(
            "names no year",
            "the nearest date before it is 8 Oct 2023",
            "the last 29 September before that day is in 2023",
        ),
        confidence=0.85,
    )
    deck = day("2023-10-07")
    conflict = schema.Conflict(
        date=day("2023-10-06"), evidence=("p9-council-0",), note="The council minutes have the evening before."
    )
    made.event(
        "Bridge deck fails under a freight train",
        deck,
        made.passage(
            "wire",
            "The deck of the Alder Bridge gave way under a freight train at dawn on October 7, 2023, "
            "and eleven wagons went into the river.",
            "October 7, 2023",
            deck,
        ),
        made.passage(
            "inquiry",
            "At 05:52 on 7 October the deck failed at pier 4.",
            "7 October",
            deck,
            basis="dct",
            why=("names no year", "the report is dated 28 Jun 2024", "the last 7 October before that day is in 2023"),
            confidence=0.85,
            locator=schema.Locator(page=20, line=14),
        ),
        made.passage(
            "gazette", "It is a year since the deck fell on 7 October 2023.", "7 October 2023", deck, role="refers"
        ),
        made.passage(
            "tribune",
            "The collapse of October 7 need not have happened, a former inspector says.",
            "October 7",
            deck,
            basis="dct",
            attributed_to="a former inspector",
            role="refers",
            confidence=0.8,
        ),
        made.passage(
            "council",
            "The bridge fell on the evening of 6 October 2023.",
            "6 October 2023",
            day("2023-10-06"),
            confidence=0.7,
        ),
        importance=1.0,
        status="accepted",
        conflicts=(conflict,),
        participants=("Alder Rail",),
        places=("Alder Bridge", "Port Mabry"),
        tags=("collapse",),
        confidence=0.97,
    )
    tell(
        "Line closed in both directions",
        day("2023-10-07"),
        "The line was closed in both directions the same day.",
        "the same day",
        ["wire"],
        basis="mention",
        why=("“the same day” points back to 7 Oct 2023",),
    )
    tell(
        "Minister visits the site",
        day("2023-10-08"),
        "The minister came to see the site on Sunday.",
        "Sunday",
        ["wire"],
        basis="dct",
        why=("a weekday without a date", "the article is of Sunday, 8 Oct 2023"),
    )
    tell(
        "Two engineers suspended",
        day("2023-10-09"),
        "On Monday Alder Rail suspended two engineers.",
        "Monday",
        ["wire", "tribune"],
        basis="dct",
    )
    tell(
        "Families form a support group",
        day("2023-10-12"),
        "Families formed a support group on 12 October.",
        "12 October",
        ["gazette"],
    )
    tell(
        "Recovery of the wagons",
        span("2023-10-20", "2023-11-15", "20 Oct – 15 Nov 2023"),
        "The wagons were lifted out between 20 October and 15 November 2023.",
        "between 20 October and 15 November 2023",
        ["gazette"],
    )
    tell(
        "Regulator opens formal investigation",
        month("2023-11"),
        "The regulator opened its formal investigation in November.",
        "in November",
        ["wire", "gazette", "inquiry"],
        status="accepted",
    )
    tell(
        "Parliament debates the rail safety bill",
        day("2023-11-18"),
        "Parliament debated the bill on 18 November 2023.",
        "18 November 2023",
        ["gazette", "wire"],
    )
    tell(
        "Temporary span opens to foot traffic",
        day("2023-12-24"),
        "A temporary span opened on December 24, in time for the market.",
        "December 24",
        ["tribune", "wire"],
        basis="mention",
        why=(
            "names no year",
            "the latest date told before it is Nov 2023",
            "the first 24 December after that is in 2023",
        ),
        confidence=0.8,
    )
    tell(
        "Alder Rail replaces its safety director",
        date("2024-33", "2024-01-01", "2024-03-31", "Q1 2024", precision="quarter"),
        "The safety director was replaced in the first quarter of 2024.",
        "first quarter of 2024",
        ["tribune"],
    )
    tell(
        "Council votes for an independent inquiry",
        day("2024-01-15"),
        "RESOLVED, 15 January 2024: an independent inquiry.",
        "15 January 2024",
        ["council"],
        status="accepted",
    )
    tell(
        "Inquiry holds its first hearing",
        day("2024-03-05"),
        "The inquiry held its first hearing on 5 March.",
        "5 March",
        ["tribune", "inquiry"],
    )
    tell(
        "Former inspector testifies",
        day("2024-03-06"),
        "The next day a former inspector testified for six hours.",
        "The next day",
        ["tribune", "gazette"],
        basis="mention",
        status="accepted",
    )
    tell(
        "E-mails about pier 4 become public",
        day("2024-03-21"),
        "The e-mails became public on Thursday.",
        "Thursday",
        ["tribune"],
    )
    tell(
        "A settlement was offered in private",
        month("2024-05", uncertain=True),
        "A settlement may have been offered in May 2024, two people said.",
        "May 2024",
        ["tribune"],
        factuality="hypothetical",
        confidence=0.5,
    )
    tell(
        "Interim report published",
        day("2024-06-28"),
        "The interim report appeared on 28 June 2024.",
        "28 June 2024",
        ["inquiry", "gazette", "council"],
        status="accepted",
        importance=0.9,
    )
    tell(
        "Alder Rail had known of the rust",
        day("2024-07-02"),
        "Alder Rail denied on 2 July 2024 that it had known of the rust.",
        "2 July 2024",
        ["gazette"],
        factuality="denied",
    )
    ambiguous = (day("2024-11-10"),)
    tell(
        "Hearing resumes after the recess",
        day("2024-10-11"),
        "The hearing resumes on 10/11/2024.",
        "10/11/2024",
        ["council"],
        alternatives=ambiguous,
        confidence=0.5,
        why=("day and month could be either way round", "the other dates of the minutes put the month first"),
    )
    tell(
        "Foot traffic over the temporary span",
        until("2025-06", "2025-06-30", "until Jun 2025"),
        "People will cross by the temporary span until June 2025.",
        "until June 2025",
        ["council"],
        factuality="expected",
    )
    tell(
        "The new bridge is to open",
        date("2026-21", "2026-03-01", "2026-05-31", "spring 2026", precision="season"),
        "The new bridge is to open in spring 2026.",
        "spring 2026",
        ["gazette", "council"],
        factuality="planned",
    )
    tell(
        "Final hearing of the inquiry",
        day("2025-04-16"),
        "The final hearing is set for April 16, 2025.",
        "April 16, 2025",
        ["gazette"],
        factuality="planned",
    )
    quote = "The families met again on 3 May."
    for reason, target, words in (
        ("names no year, and the minutes give none to go by", made.undated, "3 May"),
        ("in a teaser for another story", made.set_aside, "3 May"),
    ):
        plain = made.passage("council", quote, words, None, reason=reason, number=reason[:4])
        target.append(schema.Unplaced.model_validate(plain))
    made.failures.append(
        schema.Failure(
            uri="papers/scan-04.pdf",
            stage="read",
            code="no-text",
            message="no text in this PDF; run it through OCR first",
        )
    )
    return made.done()


def articles() -> schema.Timeline:
    """Two short pieces without publisher, with dates of every size."""
    made = Sample("Two articles")
    made.source("a", "The envoy's long winter", None, None, "first.txt")
    made.source("b", "A meeting in the capital", None, None, "second.txt")
    attack = day("2023-10-07")
    made.event(
        "The attack on the border villages",
        attack,
        made.passage(
            "a", "after the October 7, 2023, attack on the border villages", "October 7, 2023", attack, number=1
        ),
        made.passage("a", "since the October 7 atrocities", "October 7", attack, role="refers", number=2),
        made.passage("b", "the October 7 attack on the villages", "October 7", attack, role="refers", number=3),
        made.passage("b", "the October 7 attack", "October 7", attack, role="refers", number=4),
    )
    made.tell(
        "The envoys met in the capital",
        day("2025-04-16"),
        "The envoys met in the capital on April 16, 2025.",
        "April 16, 2025",
        ["b"],
    )
    made.tell(
        "The envoy shown with the minister",
        month("2018-01"),
        "The envoy and the minister in January 2018.",
        "January 2018",
        ["b"],
        part="caption",
    )
    made.tell(
        "The office moved to the coast",
        year("2000", approximate=True, display="about 2000"),
        "The office moved to the coast at the turn of the century.",
        "at the turn of the century",
        ["a"],
        confidence=0.6,
    )
    made.tell(
        "Trade between the two fell away",
        since("2022-02", "2022-02-01", "since Feb 2022"),
        "Beginning in February 2022 trade between the two fell away.",
        "Beginning in February 2022",
        ["a"],
    )
    made.tell("One of them was freed", year("2023"), "One of them was freed in 2023.", "2023", ["a"])
    made.tell(
        "The two leaders spoke by telephone",
        day("2023-12-24"),
        "On December 24 the two leaders spoke by telephone.",
        "December 24",
        ["a"],
        basis="mention",
        confidence=0.8,
    )
    return made.done()


def crowded(number: int = 1_200) -> schema.Timeline:
    """Many events in six sources over six years, some days with a dozen."""
    made = Sample(f"{number:,} events")
    names = ["Northwire", "Harbour Gazette", "The Tribune", "Evening Post", "Council minutes", "Inquiry papers"]
    for name in names:
        made.source(name, name, day("2025-01-01"), name, f"https://{name.split()[-1].lower()}.example/all")
    chance = Random(7)
    nouns = ("hearing", "protest", "arrest", "vote", "ruling", "strike", "statement", "audit", "filing")
    busy = [day_number(2019) + chance.randrange(2300) for _ in range(40)]
    for place in range(number):
        at = chance.choice(busy) if chance.random() < 0.4 else day_number(2019) + chance.randrange(2300)
        year_, month_, day_ = civil(at)
        when = (
            day(f"{year_:04d}-{month_:02d}-{day_:02d}") if chance.random() < 0.8 else month(f"{year_:04d}-{month_:02d}")
        )
        noun = chance.choice(nouns)
        made.tell(
            f"District {place % 47} {noun} reported",
            when,
            f"The {noun} was reported {when.display}.",
            when.display,
            chance.sample(names, chance.choice((1, 1, 1, 2, 3))),
            importance=chance.random(),
        )
    return made.done()


def sixty() -> schema.Timeline:
    """Sixty sources with one event each and a few more, most of one century, some far from it; none told twice."""
    made = Sample("A town's records")
    publishers = ["Northwire", "Harbour Gazette", "The Tribune", "Evening Post", "Coast Daily", "Valley Courier"]
    for place in range(60):
        name = publishers[place % 6] if place % 3 else None
        title = f"The year's report on the harbour and the town, part {place}"
        made.source(f"s{place}", title, None, name, f"https://{'abcdefgh'[place % 8]}.example/report/{place}")
    chance = Random(5)
    years = [79, 1066, 1348, 1666, 1755, 2040, *(1900 + chance.randrange(125) for _ in range(59))]
    for place, number in enumerate(sorted(years)):
        text = f"{number:04d}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        when = day(text) if chance.random() < 0.7 else year(text[:4])
        told = f"{chance.choice(('Fire', 'Flood', 'Strike'))} {chance.choice(('destroys', 'empties'))} the old quarter"
        quote = f"{told} of the town, {when.display}."
        made.tell(f"{told} ({place})", when, quote, when.display, [f"s{place % 60}"])
    return made.done()


def one_day(number: int = 60) -> schema.Timeline:
    """Everything on one day, in one source."""
    made = Sample("One day")
    made.source("wire", "Northwire", None, None, "wire.txt")
    for place in range(number):
        made.tell(
            f"Thing {place} of the day",
            day("2024-02-29"),
            f"Thing {place} came on 29 February 2024.",
            "29 February 2024",
            ["wire"],
        )
    return made.done()


HOSTILE_TEXTS = {
    "script": "<script>window.broken = 1</script><img src=x onerror='window.broken = 2'>",
    "end of script": "</script><script>window.broken = 3</script><!-- <script>",
    "quotes": "\"double\" 'single' `back` \\ &amp; &lt;b&gt; ${window.broken = 4} \u2028\u2029",
    "attribute": '" onmouseover="window.broken = 5" x="',
    "link": '<a href="javascript:window.broken = 6">here</a> <b>bold</b><br>',
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 fire 🔥🔥 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "right to left": "اجتمع الوفدان في العاصمة يوم السابع من أكتوبر (2023) وقررا التأجيل",
    "hebrew": "הפגישה נערכה ב־7 באוקטובר 2023 \u202etxet desrever\u202c",
    "long": "very " * 2_000 + "long",
    "long word": "W" * 10_000,
    "empty": " ",
}


def hostile() -> schema.Timeline:
    """Every hostile text as title, quote, source, participant, reason and step."""
    made = Sample(HOSTILE_TEXTS["end of script"] + HOSTILE_TEXTS["right to left"])
    for name, text in HOSTILE_TEXTS.items():
        made.source(
            name, text, None, text[:3_000], "javascript:window.broken = 7" if name == "link" else f"{text[:90]}.txt"
        )
    for place, (name, text) in enumerate(HOSTILE_TEXTS.items()):
        quote = f"🔥 {text} 2023 {text}"
        made.tell(
            text,
            day(f"2023-10-{place + 1:02d}"),
            quote,
            "2023",
            [name],
            why=(text, text),
            participants=(text,),
            places=(text,),
            tags=(text,),
        )
        unplaced = made.passage(name, quote, "2023", None, reason=text, number=99)
        made.undated.append(schema.Unplaced.model_validate(unplaced))
        made.failures.append(schema.Failure(uri=text, stage="read", code=text[:20], message=text))
    return made.done()


def far() -> schema.Timeline:
    """From before our era to beyond four-digit years."""
    made = Sample("From then to then")
    made.source("book", "A long history", None, None, "history.txt")
    tell = made.tell
    tell(
        "Farming spreads along the river",
        date("-9999/-8999", "-9999-01-01", "-8999-12-31", "10000 – 9000 BC", kind="span", precision="year"),
        "Farming spread between 10,000 and 9,000 BC.",
        "10,000 and 9,000 BC",
        ["book"],
    )
    tell(
        "Caesar is killed in the Senate",
        date("-0043-03-15", "-0043-03-15", "-0043-03-15", "15 Mar 44 BC"),
        "Caesar was killed on 15 March 44 BC.",
        "15 March 44 BC",
        ["book"],
        importance=1.0,
    )
    tell(
        "The last emperor of the West is deposed",
        year("0476"),
        "The last emperor of the West was deposed in 476.",
        "476",
        ["book"],
    )
    tell(
        "The comet is due back",
        date("Y12024", "12024-01-01", "12024-12-31", "12024", precision="year"),
        "The comet is due back in the year 12024.",
        "12024",
        ["book"],
        factuality="expected",
    )
    return made.done()


def ancient() -> schema.Timeline:
    """Only before our era."""
    made = Sample("Rome in the year of Caesar's death")
    made.source("book", "A Roman year", None, None, "rome.txt")
    for text, name in (
        ("-0043-03-15", "Caesar is killed in the Senate"),
        ("-0043-03-20", "Caesar is cremated in the Forum"),
        ("-0042-11-27", "The three men divide the power"),
    ):
        year_ = 1 - int(text[:5])
        when = date(text, text, text, f"{int(text[-2:])} {MONTHS[int(text[6:8]) - 1]} {year_} BC")
        made.tell(name, when, f"{name}, {when.display}.", when.display, ["book"])
    return made.done()


def edition() -> schema.Timeline:
    """As published: one event corrected, and a chronology's row that may be another."""
    made = Sample("The lock at Tarn")
    made.source("gazette", "The lock closes", day("2017-03-09"), "Harbour Gazette", "https://gazette.example/lock")
    made.source("kept", "What we know", None, None, "kept.csv")
    made.tell(
        "The board closes the lock", day("2017-03-08"), "The board closed the lock on 8 March 2017.", "8 March 2017",
        ["gazette"], status="accepted", correction="An earlier version gave 7 March.", maybe_same=("e0001",),
    )  # fmt: skip
    made.tell(
        "Lock closed", day("2017-03-08"), "8 March 2017 — Lock closed", "8 March 2017", ["kept"],
        basis="import", status="accepted", maybe_same=("e0000",),
    )  # fmt: skip
    return made.done()


def empty() -> schema.Timeline:
    """One article without a date."""
    made = Sample("Nothing yet")
    made.source("a", "A poem", None, None, "poem.txt")
    return made.done()


SAMPLES = {
    "bridge": bridge,
    "articles": articles,
    "crowded": crowded,
    "sixty": sixty,
    "one_day": one_day,
    "hostile": hostile,
    "twenty": lambda: one_day(20),
    "thinned": lambda: crowded(600),
    "far": far,
    "ancient": ancient,
    "edition": edition,
    "empty": empty,
}
