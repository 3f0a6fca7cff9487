"""From resolved dates to evidence. Comes in: a document, its resolutions, the language pack. Goes out: `Evidence`.

One piece for each mention that is evidence, undated or set aside; durations, sets and vague references make none.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from timeline.events.around import around, is_known, is_one_noun
from timeline.events.bare import Fuller, fuller
from timeline.events.coordinated import also_dated
from timeline.events.entries import entries
from timeline.events.factuality import factuality_of
from timeline.events.fate import counted_only, fate_and_reason, part_at
from timeline.events.fit import LONGEST, WHOLE
from timeline.events.head import Head, head_of
from timeline.events.headline import behind_headline
from timeline.events.lead import is_near, lead_head, news_day, on_its_day, speaks_of_days_near
from timeline.events.names import Names, names_in
from timeline.events.participants import people_and_places
from timeline.events.pronoun import may_be_told, named, owner
from timeline.events.quoted import as_speech, is_quoted, speaker_among
from timeline.events.role import role_of
from timeline.events.sentence import Sentence, brackets, read
from timeline.events.spoken import on_day_of, saying, speaker, spoke_on
from timeline.events.title import Title, naming, title_of
from timeline.events.window import dates_in, windows, without_headline
from timeline.events.written import cut_short, headed
from timeline.extract.group import Tense
from timeline.extract.lead import lead_end
from timeline.extract.segment import paragraphs, sentences
from timeline.extract.word import Kind
from timeline.grammar.narration import Narration
from timeline.grammar.pack import LanguagePack
from timeline.model.event import Evidence, Factuality, Fate, Role
from timeline.model.expression import CalendarDate
from timeline.model.locator import NOWHERE, Locator, locate
from timeline.model.text import SET_ASIDE_PARTS, Document, Mention, PartKind, Resolution, Span
from timeline.model.value import Granularity


@dataclass(frozen=True, slots=True)
class _Page:
    """What is read once for a document."""

    document: Document
    narration: Narration
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    dates: tuple[Span, ...]
    names: Names
    lines: tuple[int, ...]
    paragraphs: tuple[int, ...]
    lead_end: int
    fuller: dict[str, Fuller | None]
    """What is remembered of bare nouns that titles asked for."""


def evidence(
    document: Document,
    resolutions: tuple[Resolution, ...],
    pack: LanguagePack,
    aside: frozenset[PartKind] = SET_ASIDE_PARTS,
    names: Names | None = None,
) -> tuple[Evidence, ...]:
    """One piece of evidence for each mention that is evidence, undated or set aside, in the order of the text.

    `aside` are the parts whose dates make no events; `names` are the document's, where they are read already.
    """
    told = [
        (resolution, *fate_and_reason(resolution, document, aside))
        for resolution in resolutions
        if counted_only(resolution) is None
    ]
    if not told and news_day(document) is None:
        return ()
    dates = tuple(sorted(resolution.mention.span for resolution, _, _ in told))
    page = _page(document, tuple(resolution.mention for resolution in resolutions), dates, pack, names)
    read_sentences: _Read = {}
    pieces = [piece for date in told for piece in _pieces(page, *date, read_sentences)]
    lead = _lead(page, resolutions, pieces, read_sentences, pack.code)
    lead = _claim(page, pieces, read_sentences, pack.code) if lead is None else lead
    said = _said(page, pieces, read_sentences)
    return tuple([*pieces, *said] if lead is None else [*pieces, *said, lead])


def _page(
    document: Document, every: tuple[Mention, ...], dates: tuple[Span, ...], pack: LanguagePack, names: Names | None
) -> _Page:
    """`every` mention found, and the `dates` among them that place something in time."""
    text, narration = document.text, pack.narration
    starts = paragraphs(text, document.parts)
    keep = tuple(mention.span for mention in every)
    begun = entries(text, every, narration)
    spans = windows(text, sentences(text, document.parts, keep, narration.sentence_code, starts), sorted(keep), begun)
    lines = (0, *(match.end() for match in re.finditer("\n", text)))
    return _Page(
        document,
        narration,
        spans,
        tuple(span.start for span in spans),
        dates,
        names_in(text, narration) if names is None else names,
        lines,
        _text_paragraphs(spans, starts),
        lead_end(document, spans),
        {},
    )


def _text_paragraphs(spans: tuple[Span, ...], starts: tuple[int, ...]) -> tuple[int, ...]:
    """Where paragraphs start that hold text: blank ones are not counted."""
    found: list[int] = []
    previous = -1
    for span in spans:
        number = bisect_right(starts, span.start)
        if number != previous:
            found.append(span.start)
            previous = number
    return tuple(found)


def _pieces(page: _Page, resolution: Resolution, fate: Fate, reason: str | None, cache: _Read) -> Iterator[Evidence]:
    """The evidence around one mention: a piece for each happening that it dates."""
    mention = resolution.mention
    quote, told = _quote(page, mention.span)
    sentence = _told_by(page, told, mention.span, cache)
    date = sentence.date_at(mention.span)
    head = head_of(sentence, date)
    yield _told(page, sentence, quote, head, resolution, fate, reason, cache)
    if head is not None and fate is Fate.EVIDENCE:
        for other in also_dated(sentence, head, date):
            yield _told(page, sentence, quote, other, resolution, fate, reason, cache)


def _said(page: _Page, pieces: list[Evidence], cache: _Read) -> Iterator[Evidence]:
    """What speakers go on to say of other dates, on the day of their speech."""
    dating = news_day(page.document)
    seen: set[Span] = set()
    for index, piece in enumerate(pieces if dating is not None else ()):
        if piece.quote in seen or piece.fate is not Fate.EVIDENCE or piece.part is not PartKind.BODY:
            continue
        seen.add(piece.quote)
        told = piece.quote
        sentence = _sentence(page, told, piece.when.mention.span, cache)
        head = saying(sentence)
        if head is None or dating is None:
            continue
        speaks = speaker(sentence, head, page.names, partial(_neighbour, page, told, cache=cache))
        earlier = spoke_on(pieces[:index], speaks, dating, page.narration) if speaks else None
        beside = [other for other in pieces if other.quote == told]
        if earlier is not None and not any(other.when.value == earlier.when.value for other in beside):
            on = on_day_of(earlier, sentence.words[head.index].start)
            yield _told(page, sentence, told, head, on, Fate.EVIDENCE, None, cache)


_LEAD_WITHIN = 1500
"""Code points of a text in which its lead starts."""
_LEAD_SENTENCES = 3


def _lead(
    page: _Page, resolutions: tuple[Resolution, ...], pieces: list[Evidence], cache: _Read, language: str
) -> Evidence | None:
    """The news that the document rests on its own date, where its first sentences date it in no other way."""
    dating = news_day(page.document)
    first = _first_sentence(page) if dating is not None else None
    if dating is None or first is None:
        return None
    span, last = page.sentences[first], page.sentences[min(first + _LEAD_SENTENCES, len(page.sentences)) - 1]
    placed = [piece for piece in pieces if piece.fate is not Fate.SET_ASIDE]
    # Why: "has set up a fund for the survivors of Tuesday's quake" tells no day of the fund.
    near = [piece for piece in placed if piece.role is Role.REPORTS and is_near(piece.when.value, dating)]
    if any(piece.quote.start < last.end and piece.quote.end > span.start for piece in near):
        return None
    sentence = _told_by(page, without_headline(page.document.text, span, None, page.narration), None, cache)
    head = lead_head(sentence, spoken=speaks_of_days_near(dating, resolutions))
    if head is None or any(piece.head == _head_span(sentence, head) for piece in placed):
        return None
    on = on_its_day(page.document, dating, span.start, language)
    piece = _told(page, sentence, span, head, on, Fate.EVIDENCE, None, cache)
    return piece if piece.factuality is Factuality.HAPPENED and piece.participants + piece.places else None


def _claim(page: _Page, pieces: list[Evidence], cache: _Read, language: str) -> Evidence | None:
    """What somebody says of other dates as the article opens, in the present: on the document's own date."""
    dating = news_day(page.document)
    for piece in pieces if dating is not None else ():
        if dating is None or not piece.lead or piece.part is not PartKind.BODY:
            continue
        sentence = _sentence(page, piece.quote, piece.when.mention.span, cache)
        head = saying(sentence, Tense.PRESENT)
        if head is not None and speaker(sentence, head, page.names, lambda _: None):
            on = on_its_day(page.document, dating, sentence.words[head.index].start, language)
            return _told(page, sentence, piece.quote, head, on, Fate.EVIDENCE, None, cache)
    return None


def _first_sentence(page: _Page) -> int | None:
    """Where the body's first whole sentence stands among the sentences; headlines and date lines are none."""
    text = page.document.text
    for index, span in enumerate(page.sentences[: 2 * _LEAD_SENTENCES]):
        if span.start > _LEAD_WITHIN:
            return None
        whole = text[span.start : span.end].rstrip("\"”’') ").endswith((".", "!"))
        if whole and part_at(page.document, span) is PartKind.BODY:
            return index
    return None


def _told(
    page: _Page,
    sentence: Sentence,
    quote: Span,
    head: Head | None,
    resolution: Resolution,
    fate: Fate,
    reason: str | None,
    cache: _Read,
) -> Evidence:
    """What a sentence tells of a head on a date, as evidence."""
    document, mention, told = page.document, resolution.mention, sentence.span
    date = sentence.date_at(mention.span)
    title, of = title_of(sentence, head, date), ""
    if head is not None and is_one_noun(sentence, head, title):
        title, of = _fuller(page, sentence, head, title, date)
    part = part_at(document, mention.span)
    head_span = _head_span(sentence, head) if head is not None else None
    people, places = people_and_places(sentence, naming(sentence, head, title), page.names)
    title, name = _named(page, sentence, title, told, cache)
    if of:
        people, places = _with_name(people, places, of, page)
    if name:
        people = tuple(dict.fromkeys((name, *people)))
    says = speaker_among(sentence, head, page.names, lambda on: _neighbour(page, told, on, cache=cache))
    return Evidence(
        id=identity(document.id, mention.span, head_span),
        source_id=document.id,
        fate=fate,
        when=resolution,
        quote=quote,
        quote_text=document.text[quote.start : quote.end],
        head=head_span,
        head_text=document.text[head_span.start : head_span.end] if head_span is not None else None,
        title=as_speech(sentence, head, title.text or cut_short(document.text[quote.start : quote.end]), says),
        part=part,
        role=role_of(sentence, head, mention.expression),
        factuality=factuality_of(sentence, head, date, resolution.value, document.source.published),
        attributed_to=says,
        participants=people,
        places=places,
        locator=_locator(page, quote),
        confidence=resolution.confidence,
        reason=reason,
        named_by_date=_is_named_by_date(head, resolution),
        lead=mention.span.start < page.lead_end,
    )


def _neighbour(page: _Page, told: Span, on: int, *, cache: _Read) -> Sentence | None:
    """The sentence so many places on or back in the same paragraph."""
    index = bisect_left(page.starts, told.start) + on
    if not 0 <= index < len(page.sentences):
        return None
    span = page.sentences[index]
    first, last = sorted((span.start, told.start))
    if "\n\n" in page.document.text[first:last]:
        return None
    return _sentence(page, span, None, cache)


_MARK = re.compile(r"\s*['’]s?$")


def _head_span(sentence: Sentence, head: Head) -> Span:
    """Where the head stands, without a genitive's ending."""
    word = sentence.words[head.index]
    surface = sentence.text[word.start : word.end]
    return Span(word.start, word.start + len(_MARK.sub("", surface)) if word.genitive else word.end)


def _locator(page: _Page, quote: Span) -> Locator:
    """Where a quote stands: as its reader knows, else by the line of the text."""
    paragraph = max(1, bisect_right(page.paragraphs, quote.start))
    found = locate(page.document.places, quote.start, quote.end)
    found = Locator(line=bisect_right(page.lines, quote.start)) if found == NOWHERE else found
    return replace(found, paragraph=paragraph)


_Read = dict[tuple[Span, Span | None], Sentence]
"""Sentences as read, by their span and the brackets in them that were read too."""


def _sentence(page: _Page, told: Span, at: Span | None, cache: _Read) -> Sentence:
    """A sentence read without what stands in brackets, but for those that hold the date at hand."""
    aside = brackets(page.document.text, told)
    own = next((span for span in aside if at is not None and span.holds(at)), None)
    sentence = cache.get((told, own))
    if sentence is None:
        without = tuple(span for span in aside if span != own)
        dates = tuple(date for date in dates_in(page.dates, told) if not any(span.holds(date) for span in without))
        sentence = read(page.document.text, told, dates, page.narration, page.names.known, without, page.names.persons)
        cache[told, own] = sentence
    return sentence


def _told_by(page: _Page, told: Span, at: Span | None, cache: _Read) -> Sentence:
    """A sentence as read, without the headline that runs into it."""
    sentence = _sentence(page, told, at, cache)
    part = behind_headline(sentence, at)
    return sentence if part == told else _sentence(page, part, at, cache)


def _quote(page: _Page, at: Span) -> tuple[Span, Span]:
    """The quote of a date, and the sentence that tells: they differ where a line holds nothing but the date."""
    first = max(0, bisect_right(page.starts, at.start) - 1)
    last = max(first, bisect_left(page.starts, at.end) - 1)
    quote = Span(page.sentences[first].start, page.sentences[last].end)
    text = page.document.text
    alone = not any(c.isalnum() for c in text[quote.start : at.start] + text[at.end : quote.end])
    if alone and last + 1 < len(page.sentences):
        following = page.sentences[last + 1]
        gap = text[quote.end : following.start]
        if gap.count("\n") <= 2 and part_at(page.document, at) is not PartKind.TITLE and not _dated(page, following):
            both = Span(quote.start, following.end)
            return both, both
    return quote, without_headline(text, quote, at, page.narration)


def _dated(page: _Page, span: Span) -> bool:
    """Whether a date opens a sentence: then it tells of that date, not of the one before."""
    index = bisect_left(page.dates, span)
    return index < len(page.dates) and page.dates[index].start - span.start < 4


def _before(page: _Page, told: Span, cache: _Read) -> Iterator[Sentence]:
    """The sentences before one, nearest first."""
    for index in range(bisect_left(page.starts, told.start) - 1, -1, -1):
        yield _told_by(page, page.sentences[index], None, cache)


def _named(page: _Page, sentence: Sentence, title: Title, told: Span, cache: _Read) -> tuple[Title, str]:
    """A title with whom its first pronoun stands for in its place, where that makes it not too long; and the name."""
    first, _, rest = title.text.partition(" ")
    at = next((i for i in title.words if sentence.words[i].kind is not Kind.QUOTE), 0)
    pronoun = owner(first.lower(), at, page.narration)
    if pronoun not in page.narration.personal & page.narration.third_person:
        return title, ""
    quoted = is_quoted(sentence, sentence.words[at].start)  # he speaks of what was said, not of what the text tells
    found = None if quoted else named(sentence, at, pronoun, _before(page, told, cache), page.names)
    if found is None or may_be_told(sentence, at, pronoun, found[1]):
        return title, ""
    whole, name = found
    # Why: where the whole name makes the title too long, its last word will do.
    owns = "" if pronoun == first.lower() else "’" if whole.endswith("s") else "’s"
    texts = (f"{headed(form)}{owns} {rest}" for form in (whole, name.rsplit(" ", 1)[-1]) if form)
    return next(((Title(text, title.words), name) for text in texts if len(text) <= WHOLE), (title, ""))


def _fuller(page: _Page, sentence: Sentence, head: Head, title: Title, date: int) -> tuple[Title, str]:
    """A title of one noun with what it is of, as its document names it, else with its clause; and the name."""
    noun = sentence.words[head.index].lower
    if noun not in page.fuller:
        page.fuller[noun] = fuller(page.document.text, noun, page.names, page.narration)
    found = page.fuller[noun]
    if found is not None and len(found.phrase) <= LONGEST and is_known(sentence, head, title):
        return Title(headed(found.phrase), title.words), found.name
    return around(sentence, head, date) or title, ""


def _with_name(
    people: tuple[str, ...], places: tuple[str, ...], name: str, page: _Page
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Participants and places with one more name."""
    if name in page.narration.places:
        return people, tuple(dict.fromkeys((*places, name)))
    adjective = name in page.narration.demonyms
    return people if adjective else tuple(dict.fromkeys((*people, page.names.full.get(name, name)))), places


def _is_named_by_date(head: Head | None, resolution: Resolution) -> bool:
    """Whether a date told to the day stands as the name of its happening ("the October 7 attack")."""
    if head is None or not head.attributive or not head.plainly:
        return False
    expression, value = resolution.mention.expression, resolution.value
    precise = value is None or value.granularity is Granularity.DAY
    return precise and isinstance(expression, CalendarDate) and expression.day is not None


def identity(source_id: str, date: Span, head: Span | None) -> str:
    """The evidence's id: 16 hexadecimal digits of what stands where."""
    place = f"{head.start}-{head.end}" if head is not None else ""
    return "e" + hashlib.sha256(f"{source_id}|{date.start}-{date.end}|{place}".encode()).hexdigest()[:16]
