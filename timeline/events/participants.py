"""Who takes part, and where. Comes in: words of a sentence, the document's names. Goes out: names in full, in order."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.insertion import state_to
from timeline.events.names import Names, core_of, plain
from timeline.events.sentence import Sentence, parted_name
from timeline.extract.word import Kind
from timeline.grammar.narration import Narration

_CURRENCIES = ("$", "£", "€", "¥")


def people_and_places(
    sentence: Sentence, indices: Iterable[int], names: Names
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Participants and places among the words at `indices`, in order, each once."""
    told, n = sentence.words, sentence.narration
    wanted = sorted(indices)
    people: dict[str, None] = {}
    places: dict[str, None] = {}
    position = 0
    while position < len(wanted):
        index = wanted[position]
        if told[index].kind is not Kind.NAME:
            position += 1
            continue
        end = _run_end(sentence, index)
        written = sentence.words_of(index, end).replace("\u00a0", " ").replace(" - ", "-").split()
        if _qualifies(sentence, index, end):
            position += 1
            continue
        parts = written if " ".join(written) in n.places else list(core_of(tuple(written), n))
        parts = _before_office(parts, names, n)
        position += 1
        while position < len(wanted) and wanted[position] < end:
            position += 1
        unsure = len(parts) == 1 and index == 0 and parts[0].lower() not in names.known and parts[0] not in n.places
        small = len(parts) == 1 and (parts[0].lower() in n.not_names or parts[0] in n.offices)
        if not parts or small or (unsure and not told[index].genitive):
            continue
        # Why: a country is none of the papers and charities that are named after it.
        if len(parts) == 1 and parts[0] in n.places:
            name = parts[0]
        else:
            name = names.full.get(parts[0], parts[0]) if len(parts) == 1 else _longest(parts, names, opens=index == 0)
            name = names.acronyms.get(name, name)
        (places if _is_place(sentence, index, name, parts, names) else people)[name] = None
    return tuple(people), tuple(places)


def _before_office(parts: list[str], names: Names, n: Narration) -> list[str]:
    """The full name that opens a run which ends with an office ("Ida Holm Lund Paper CEO"), where the text has it."""
    ends = len(parts) > 2 and (parts[-1] in n.offices or parts[-1] in n.honorifics)
    whole = (parts[:cut] for cut in range(2, len(parts)) if names.full.get(parts[cut - 1]) == " ".join(parts[:cut]))
    return next(whole, parts) if ends else parts


def _qualifies(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a country's short name is only an adjective ("US troops", "US $5"): it neither acts nor tells where."""
    told = sentence.words
    after = told[end] if end < len(told) else None
    short = end == first + 1 and sentence.words_of(first, end) in sentence.narration.same_places
    if not short or told[first].genitive or after is None:
        return False
    return after.kind in (Kind.WORD, Kind.EVENT) or after.lower.startswith(_CURRENCIES)


def _longest(parts: list[str], names: Names, *, opens: bool) -> str:
    """The full form of a name; what opens a sentence may begin with a word that is no name."""
    full = names.full.get(parts[-1])
    if full is not None:
        whole = {plain(part) for part in full.split()}
        if {plain(part) for part in (parts[1:] if opens and len(parts) > 2 else parts)} <= whole:
            return full
    return " ".join(parts)


def _run_end(sentence: Sentence, first: int) -> int:
    """Where a name that starts at a word ends; particles and a nickname in quotes stay inside."""
    told = sentence.words
    end = first + 1
    while end < len(told) and (not told[end - 1].genitive or told[end - 1].lower in sentence.narration.wording.members):
        if told[end].kind is Kind.NAME and told[end].lower in sentence.narration.determiners:
            break
        if told[end].kind is Kind.NAME:
            end += 1
            continue
        quoted = end + 3 < len(told) and told[end].kind is Kind.QUOTE and told[end + 2].kind is Kind.QUOTE
        if quoted and told[end + 1].capital and told[end + 3].kind is Kind.NAME:
            end += 4
            continue
        if _joins_body(sentence, first, end):
            end += 3
            continue
        if not _joins_names(sentence, first, end) and not parted_name(sentence, end):
            break
        end += 2
    return end


def _joins_body(sentence: Sentence, first: int, at: int) -> bool:
    """Whether an "and" joins what a public body is for ("the Food and Drug Administration")."""
    told, n = sentence.words, sentence.narration
    if first == 0 or at + 2 >= len(told) or told[at].kind is not Kind.COORDINATOR or at > first + 2:
        return False
    one, last = sentence.words_of(at - 1, at), sentence.words_of(at + 2, at + 3)
    named = told[first - 1].kind is Kind.DETERMINER and told[at + 1].kind is told[at + 2].kind is Kind.NAME
    # Why: in "the Senate and Forest Service" and "the FBI and Customs Service" two are told of.
    apart = one in n.organisations or one in n.places or one in sentence.persons or one.isupper()
    return named and last.removesuffix("'s").removesuffix("’s") in n.wording.bodies and not apart


def _joins_names(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the small word at a place goes on a name that starts at `first` ("Ada de Cole", "Bank of Lund")."""
    told, n = sentence.words, sentence.narration
    lower = told[at].lower
    if lower not in n.name_joints or at + 1 == len(told) or told[at + 1].kind is not Kind.NAME:
        return False
    if told[at].start - told[at - 1].end != 1:
        return False
    before = sentence.words_of(at - 1, at)
    leads = at - first == 1 or before in n.organisations or before in n.offices
    return leads or lower not in n.genitive_prepositions


_IN_LIST = frozenset({Kind.NAME, Kind.DETERMINER, Kind.COORDINATOR})


def _acts(sentence: Sentence, first: int) -> bool:
    """Whether a name stands before a finite verb of its segment: then a country acts, and is no mere place."""
    told, segment = sentence.words, sentence.segments[first]
    lead = first
    while lead > 1 and told[lead - 1].kind in (Kind.COORDINATOR, Kind.COMMA, Kind.DETERMINER, Kind.NAME):
        lead -= 1
    if lead and told[lead - 1].kind is Kind.PREPOSITION:
        return False
    for index in range(first + 1, len(told)):
        if told[index].kind in _IN_LIST:
            segment = sentence.segments[index] if told[index - 1].kind is Kind.COMMA else segment
            continue
        if told[index].kind is Kind.COMMA and any(w.kind is Kind.NAME for w in told[index + 1 : index + 3]):
            continue
        if sentence.segments[index] != segment or told[index].kind is Kind.PREPOSITION:
            return False
        group = sentence.group_of(index)
        if group is not None:
            return group.finite
    return False


def _is_place(sentence: Sentence, first: int, name: str, parts: list[str], names: Names) -> bool:
    """Whether a name tells where: listed, named as a place is ("Gulf of", "Island"), or led to by "in" or "near"."""
    told, n = sentence.words, sentence.narration
    end = _run_end(sentence, first)
    before = first - 1
    while before >= 0 and told[before].kind in (Kind.DETERMINER, Kind.NAME, Kind.WORD):
        before -= 1
    led = before >= 0 and told[before].lower in n.place_prepositions and first - before <= 3
    if name in n.places or " ".join(parts) in n.places:
        # Why: in "a Michigan man shot" Michigan does nothing.
        qualifies = end < len(told) and told[end].kind in (Kind.WORD, Kind.EVENT) and not told[end - 1].genitive
        return led or qualifies or not _acts(sentence, first)
    if end < len(told) and told[end].kind is Kind.COMMA and state_to(sentence, end):
        return True  # "the Lund, Yorks., clinic"
    if n.organisations & set(parts) or n.wording.corporate & set(parts):
        return False
    if name in names.places:
        return led or not _acts(sentence, first)
    gulf = len(parts) > 2 and parts[0] in n.place_endings and parts[1] in n.genitive_prepositions
    if gulf or (len(parts) > 1 and (parts[0] in n.place_openings or parts[-1] in n.place_endings)):
        return True
    if first > 1 and told[first - 1].lower in n.genitive_prepositions and told[first - 2].lower in n.place_nouns:
        return True
    kinds = n.wording.place_kinds
    if (first > 0 and told[first - 1].lower in kinds) or (end < len(told) and told[end].lower in kinds):
        return True
    if first > 0 and told[first - 1].kind is Kind.PREPOSITION and _stands_in_place(sentence, end):
        return True
    direct = first > 0 and told[first - 1].lower in n.locative_prepositions
    invested = first > 1 and told[first - 2].lower in n.wording.invested
    return direct and not invested and not told[end - 1].genitive


def _stands_in_place(sentence: Sentence, end: int) -> bool:
    """Whether the place that holds a place follows it: "in Lockerbie, Scotland"."""
    told = sentence.words
    if end + 1 >= len(told) or told[end].kind is not Kind.COMMA or told[end + 1].kind is not Kind.NAME:
        return False
    return sentence.words_of(end + 1, _run_end(sentence, end + 1)) in sentence.narration.places
