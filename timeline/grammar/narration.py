"""How a language tells what happened: plain data for tense, clauses, names, reporting and doubt.

Comes in: nothing. Goes out: `Narration`, which a language pack fills and `extract.tense` and `events` read.
All words are lower case with a straight apostrophe, except names of places and people's titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Flag, auto

from timeline.grammar.happenings import NO_HAPPENINGS, Happenings
from timeline.grammar.modality import NO_MODALITY, Modality
from timeline.grammar.wording import NO_WORDING, Wording


class VerbForm(Flag):
    """What a verb's form may be; one spelling can be several ("set", "met")."""

    # Why: Python's own hash of a flag is a function in Python, and forms are looked up in sets for every verb.
    __hash__ = object.__hash__

    NONE = 0
    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()


_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands just before a date and tells how it belongs to a story: patterns that end where the date begins."""

    opens: re.Pattern[str] = _NEVER
    """From the start of a sentence to the date that sets its scene ("Meanwhile, by the end of")."""
    planned: re.Pattern[str] = _NEVER
    """What is yet to come at the date ("scheduled for")."""
    adverbial: tuple[str, ...] = ()
    """Words by which the date tells when the verb happens ("on")."""
    onward: re.Pattern[str] = _NEVER
    """Words that lead forward to the date ("by the end of")."""
    anterior: re.Pattern[str] = _NEVER
    """Words that look back at the date ("had ... in")."""
    newest: re.Pattern[str] = _NEVER
    """Words by which the date is that of the newest figures ("as of")."""
    results: re.Pattern[str] = _NEVER
    """Words by which it ends the time that results are told of ("the quarter ended")."""
    joined: re.Pattern[str] = _NEVER
    """All between two dates of one sentence where the second goes on from the first (" and sold it in ")."""
    lifelong: re.Pattern[str] = _NEVER
    """Words before a date from which what the sentence goes on to tell may be a life away ("born")."""


NO_SCENE = Scene()


@dataclass(frozen=True, slots=True, eq=False)
class Narration:
    """A language's words for telling. Phrases of several words are tuples of words.

    Why no `eq`: a language has one, and what is remembered for it is looked up by its identity.
    """

    verbs: Mapping[str, tuple[str, VerbForm]]
    """Form -> (base form, what it may be)."""
    past_endings: tuple[str, ...]
    """Endings that make an unlisted word a past form."""
    past_exceptions: frozenset[str]
    """Words with such an ending that are no verbs."""
    gerund_ending: str
    gerund_exceptions: frozenset[str]
    be: Mapping[str, VerbForm]
    have: Mapping[str, VerbForm]
    do: Mapping[str, VerbForm]
    future: frozenset[str]
    """Modals and contractions of the future ("will", "won't")."""
    conditional: frozenset[str]
    """Modals of the possible ("would", "might")."""
    reported_future: frozenset[str]
    """Of these, the ones that tell a future seen from the past ("would", "should")."""
    prospective: frozenset[str]
    """Words that with "to" point ahead: "going to", "due to", "set to"."""
    infinitive: str
    """The particle before a base form ("to")."""
    planning: frozenset[str]
    """Base forms and nouns of intending: what follows is planned."""
    expecting: frozenset[str]
    """Base forms and nouns of expecting: what follows is expected."""
    thwarted: frozenset[str]
    """Words that tell that something did not come about ("cancel", "avert", "refuse")."""
    reporting: frozenset[str]
    """Base forms of verbs that report speech."""
    according: frozenset[tuple[str, ...]]
    """Phrases before the one who says it ("according to")."""
    negations: frozenset[str]
    hypothetical: frozenset[str]
    """Words that open a condition ("if", "unless")."""
    ongoing: frozenset[str]
    """Words that tell that it lasts ("still", "ongoing")."""
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    """Relative pronouns ("who", "which")."""
    complementizers: frozenset[str]
    """Words that open what is said ("that")."""
    prepositions: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    """"his", "their": determiners that stand for somebody."""
    pronouns: frozenset[str]
    personal: frozenset[str]
    """Subject pronouns that stand for a person or thing told of before ("he", "she", "it", "they")."""
    human_pronouns: frozenset[str]
    """Of these, the ones for one person ("he", "she")."""
    adverbs: frozenset[str]
    numbers: frozenset[str]
    distributive: frozenset[str]
    """"both", "all": gather the names before them."""
    date_prepositions: frozenset[str]
    """Prepositions that lead to a date ("in", "on")."""
    date_leads: frozenset[str]
    """Words between the preposition and what happened ("early", "beginning", "back")."""
    reference_prepositions: frozenset[str]
    """Prepositions after which a happening is a known point ("since", "after")."""
    reference_phrases: frozenset[tuple[str, ...]]
    """The same of several words ("in the wake of")."""
    start_prepositions: frozenset[str]
    """Prepositions that open a stretch of time ("since", "from")."""
    lasting: frozenset[tuple[str, ...]]
    """Words before a date from which on something is so, told in the present ("since", "as of")."""
    genitive_prepositions: frozenset[str]
    """Prepositions that tell of what something is ("of")."""
    event_nouns: frozenset[str]
    event_noun_endings: tuple[str, ...]
    event_noun_exceptions: frozenset[str]
    person_nouns: frozenset[str]
    """Nouns that look like happenings and are people or things ("hostages")."""
    known_point_prepositions: frozenset[str]
    """Prepositions after which a happening beside its date is what the date dates ("during")."""
    light_objects: frozenset[str]
    """Objects that make a light verb tell of its subject ("take place")."""
    genitive_relatives: frozenset[str]
    """"whose"."""
    aims: frozenset[str]
    """Small words before what something is planned for ("for", "to")."""
    light_verbs: frozenset[str]
    """Base forms of verbs whose object is the happening ("hold a meeting")."""
    withheld: frozenset[str]
    """Nouns before an infinitive that tell of not doing it ("refusal to sign")."""
    stand_ins: frozenset[tuple[str, ...]]
    """Phrases between a noun and its example ("like the one")."""
    two_sided: frozenset[str]
    """Prepositions whose noun has two sides joined by "and" ("between")."""
    synonyms: Mapping[str, str]
    """Stem of a head -> one name for all that tell the same kind of happening."""
    honorifics: frozenset[str]
    """Titles before a person's name, as written ("President")."""
    places: frozenset[str]
    """Countries, capitals and regions, as written."""
    place_prepositions: frozenset[str]
    locative_prepositions: frozenset[str]
    """Of these, the ones after which an unlisted name is a place."""
    place_nouns: frozenset[str]
    """Nouns whose "of" leads to a place ("mayor", "city")."""
    particles: frozenset[str]
    """Small words that belong to the verb before them ("down")."""
    object_particles: frozenset[str]
    """Of these, the ones that stand between a verb and its object ("handed over the keys")."""
    name_joints: frozenset[str]
    """Small words inside a name ("of")."""
    organisations: frozenset[str]
    """Last words of a name that tell an organisation, as written ("Ministry")."""
    demonyms: frozenset[str]
    """Capitalised adjectives that are no names alone ("Russian")."""
    calendar_names: frozenset[str]
    """Capitalised words of the calendar that are no names ("Monday")."""
    not_names: frozenset[str]
    """Capitalised words at a sentence's start that are no names, in lower case."""
    stop_words: frozenset[str]
    """Words without weight when texts are compared."""
    sentence_code: str
    """The code by which the sentence splitter knows the language."""
    encounters: frozenset[str] = frozenset()
    """Names of kinds of happening (stems after `synonyms`) in which people come together ("meet", "receive")."""
    comparison_prepositions: frozenset[str] = frozenset()
    """Words between a superlative and the time it is compared with ("since")."""
    spanning: frozenset[str] = frozenset()
    """The same before a stretch of time up to now ("in the past decade") ..."""
    past_spans: frozenset[str] = frozenset()
    """... which these words tell ("past")."""
    superlatives: frozenset[str] = frozenset()
    """Words that compare by themselves ("worst")."""
    ordinals_of_comparison: frozenset[str] = frozenset()
    """Words that compare after an article ("the first ... since")."""
    same_places: Mapping[str, str] = field(default_factory=dict)
    """Short forms of places, as written -> the name that stands for them ("U.S.")."""
    place_openings: frozenset[str] = frozenset()
    """First words of a name that tell a place, as written ("Gulf")."""
    place_endings: frozenset[str] = frozenset()
    """Last words of such a name ("Island")."""
    plural_nouns: frozenset[str] = frozenset()
    """Nouns of many without an ending that says so ("police")."""
    plural_auxiliaries: frozenset[str] = frozenset()
    """Auxiliaries that say that their subject is several ("were")."""
    able: frozenset[str] = frozenset()
    """Modals that tell of the past where they are denied ("could not be reached")."""
    fixing: frozenset[str] = frozenset()
    """Base forms of verbs that fix a day for something ("schedule a vote for Friday")."""
    deferring: frozenset[str] = frozenset()
    """Base forms of verbs that put an end or a start off ("postpone until Friday")."""
    limits: frozenset[str] = frozenset()
    """Words between such a verb and the day ("until")."""
    by: frozenset[str] = frozenset()
    """Words before the day by which something must be done ("by")."""
    implicative: frozenset[str] = frozenset()
    """Base forms whose infinitive tells what did happen, or did not ("manage", "fail")."""
    falling_due: frozenset[str] = frozenset()
    """Words before a day on which something falls due ("payable")."""
    timetabled: frozenset[str] = frozenset()
    """Base forms whose present tells of a plan where a day is named ("the fair opens on Friday")."""
    taken_up: frozenset[str] = frozenset()
    """Objects that make a light verb such a one ("takes effect")."""
    held_by_plan: frozenset[str] = frozenset()
    """Nouns of what is held on a day fixed before ("election")."""
    looked_up: frozenset[str] = frozenset()
    """Words of a note before the day on which somebody looked something up ("retrieved")."""
    adverb_endings: tuple[str, ...] = ()
    """Endings that make an unlisted word an adverb ("-ly")."""
    adverb_exceptions: frozenset[str] = frozenset()
    """Words with such an ending that are none."""
    naming: frozenset[str] = frozenset()
    """Base forms of verbs whose passive has a name or post behind it ("was named chairman")."""
    passive_past: tuple[str, str] = ("", "")
    passive_present: tuple[str, str] = ("", "")
    """The auxiliary that a shortened participle leaves out, for one and for several ("was", "were")."""
    article: str = ""
    """The definite article ("the")."""
    compound_prepositions: frozenset[tuple[str, ...]] = frozenset()
    """Prepositions of several words ("in front of")."""
    definite: frozenset[str] = frozenset()
    """Determiners of what is known already ("the", "this")."""
    speaking: frozenset[str] = frozenset()
    """Of the verbs that report, those whose subject is hardly ever what is said ("say")."""
    showing: frozenset[str] = frozenset()
    """Base forms of verbs behind which a whole clause may stand without "that" ("show")."""
    bound_prepositions: frozenset[str] = frozenset()
    """Prepositions before which nobody would break off ("of", "than")."""
    offices: frozenset[str] = frozenset()
    """Of the titles, those that may follow what their bearer heads ("Acme CEO Ann Lee"), as written."""
    third_person: frozenset[str] = frozenset()
    """Pronouns and possessives for those told of before ("she", "their")."""
    page_keeping: frozenset[str] = frozenset()
    """Base forms of what is done to a page and no happening in its story ("updated", "posted")."""
    page_leads: frozenset[str] = frozenset()
    """Words between a page and what was done to it then ("page last updated")."""
    page_words: frozenset[str] = frozenset()
    """What such a note calls itself ("page", "comment"); stems."""
    befalling: frozenset[str] = frozenset()
    """Base forms of verbs whose subject is the happening itself ("the earthquake struck")."""
    first_person: frozenset[str] = frozenset()
    """Words by which writers speak of themselves ("I", "our")."""
    states: frozenset[str] = frozenset()
    """Base forms of verbs that tell how something is, not what happened ("know")."""
    have_present: frozenset[str] = frozenset()
    """The auxiliaries of what has just come about ("has")."""
    phases: frozenset[str] = frozenset()
    """Base forms of verbs that tell only that something begins or ends ("begin")."""
    spans: frozenset[str] = frozenset()
    """Stretches of time that end on a day ("quarter")."""
    comparing: frozenset[tuple[str, ...]] = frozenset()
    """Words between what is told and what it is compared with ("compared with", "up from")."""
    measured_from: frozenset[str] = frozenset()
    """The one before an amount that something was before ("from")."""
    measures: frozenset[str] = frozenset()
    """Words of an amount by which something rose or fell ("percent")."""
    day_prepositions: frozenset[str] = frozenset()
    """Of the prepositions that lead to a date, those that stand by themselves ("on")."""
    credit_words: frozenset[str] = frozenset()
    """Words of a picture's credit ("photo")."""
    adding: frozenset[str] = frozenset()
    """Conjunctions that add one happening to another ("and")."""
    afterwards: frozenset[str] = frozenset()
    """Adverbs that put a happening after the day that is told, or make it last ("later", "still")."""
    speeches: frozenset[str] = frozenset()
    """Nouns for occasions on which somebody speaks, and base forms of verbs for speaking in public ("address")."""
    happenings: Happenings = NO_HAPPENINGS
    scene: Scene = NO_SCENE
    modality: Modality = NO_MODALITY
    wording: Wording = NO_WORDING
