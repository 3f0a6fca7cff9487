"""The words by which a title is put: plain data that a language pack fills. Comes in: nothing. Goes out: `Wording`.

All words are lower case with a straight apostrophe, except the last words of firms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wording:
    """What pronouns stand for, what belongs together, and how a gerund is told in the past."""

    plural_pronouns: frozenset[str] = frozenset()
    """Pronouns and possessives for several ("they", "their")."""
    human_possessives: frozenset[str] = frozenset()
    """Possessives of one person ("his", "her")."""
    named_by: frozenset[str] = frozenset()
    """Prepositions between a happening and the name that tells which it is ("of")."""
    attending: frozenset[str] = frozenset()
    """Prepositions before a happening at which, or right after which, its clause came about ("during")."""
    openers: frozenset[str] = frozenset()
    """Small words whose capital, within a sentence, tells that another begins there ("The")."""
    invested: frozenset[str] = frozenset()
    """Words before an "in" that leads to no place ("shares in")."""
    place_kinds: frozenset[str] = frozenset()
    """Nouns right beside a place's name that tell what it is ("the capital Lund", "Loudon county")."""
    versed: frozenset[str] = frozenset()
    """Adjectives behind those who say it ("people familiar with the matter")."""
    measuring: frozenset[str] = frozenset()
    """Words before an amount that belong to it ("more than 40", "nearly 40")."""
    same_persons: tuple[frozenset[str], ...] = ()
    """Forms of one pronoun ("he", "his")."""
    idle: frozenset[str] = frozenset()
    """Nouns before a clause that are not its object ("the night he died")."""
    spans: frozenset[str] = frozenset()
    """Nouns of spans of time that others are parts of ("the first quarter of the financial year")."""
    contents: frozenset[str] = frozenset()
    """Nouns behind which "that" opens what they say ("the news that ...")."""
    circumstances: frozenset[str] = frozenset()
    """Prepositions whose gerund tells what was done ("by selling")."""
    tied: frozenset[str] = frozenset()
    """Prepositions whose gerund completes the verb right before them ("counting on having")."""
    corporate: frozenset[str] = frozenset()
    """Last words of a firm's name ("Inc."), as written."""
    befalling_nobody: frozenset[str] = frozenset()
    """Verbs that have no passive: their past form is never "which was ..." ("die")."""
    made_so: frozenset[str] = frozenset()
    """What something is made, and no object ("made public")."""
    timed: frozenset[str] = frozenset()
    """Verbs whose object may be a time ("spent the weekend")."""
    parts: frozenset[str] = frozenset()
    """Words for a part of a time that is spent ("much of Sunday")."""
    choosing: frozenset[str] = frozenset()
    """Verbs whose object may be a day that is chosen ("picked Saturday as the day of the vote")."""
    roles: frozenset[str] = frozenset()
    """What stands behind what is made of something ("picked Saturday as")."""
    given: frozenset[str] = frozenset()
    """Verbs that give somebody a time to do something ("gave them the weekend to read")."""
    compared: frozenset[str] = frozenset()
    """Words before what something is compared with ("than")."""
    causing: frozenset[str] = frozenset()
    """Verbs by which somebody is made or asked to do something ("order")."""
    regarding: frozenset[str] = frozenset()
    """Verbs that take something for something ("describe it as")."""
    likening: frozenset[str] = frozenset()
    """The word before what it is taken for ("as")."""
    impersonal: frozenset[str] = frozenset()
    """Subjects that stand for nothing ("it" in "it was in May that he left")."""
    cleaving: frozenset[str] = frozenset()
    """Words that go on behind a date which a sentence puts first ("it was in May that", "it was in May when")."""
    telling: frozenset[str] = frozenset()
    """Verbs of saying that name the hearer before what is said ("told the paper it had rained")."""
    ago: frozenset[str] = frozenset()
    """Words that end a date gone by ("ten years ago")."""
    compass: frozenset[str] = frozenset()
    """Quarters of the sky, as they stand before a nation's adjective ("South Korean")."""
    singling_out: frozenset[str] = frozenset()
    """Words behind a date that say it is enough by itself ("last week alone")."""
    telling_adverbs: frozenset[str] = frozenset()
    """Adverbs that belong to what is told, not to its date ("try again tomorrow")."""
    pairing: frozenset[str] = frozenset()
    """Words that open two or more ("both", "either")."""
    floating: frozenset[str] = frozenset()
    """Words for several that may stand right before their verb ("they all left")."""
    exemplary: frozenset[str] = frozenset()
    """Prepositions that open examples ("including")."""
    striving: frozenset[str] = frozenset()
    """Verbs whose past form before "to" has its subject before it ("managed to")."""
    personal_relatives: frozenset[str] = frozenset()
    """Relative pronouns for persons alone ("who")."""
    person_endings: tuple[str, ...] = ()
    """Endings of nouns that mostly tell somebody ("singer")."""
    asked: frozenset[str] = frozenset()
    """Subordinators that open what is asked or weighed ("whether")."""
    purposes: frozenset[tuple[str, ...]] = frozenset()
    """What may stand before "to" where it tells what for ("in order to")."""
    indefinite: tuple[str, str] = ("", "")
    """The indefinite article, before a consonant and before a vowel ("a", "an")."""
    leading_away: frozenset[str] = frozenset()
    """Prepositions that go with a verb, not with the noun before them ("turned the march | into a riot")."""
    finding: frozenset[str] = frozenset()
    """Verbs behind which a participle tells how something was found ("found abandoned", "seen leaving")."""
    befalling_persons: frozenset[str] = frozenset()
    """Verbs that are done to somebody, never to a place ("charge")."""
    concluding: frozenset[str] = frozenset()
    """Verbs by which a happening comes about on the day that is told ("signed a deal on 3 May")."""
    calling: frozenset[str] = frozenset()
    """Verbs whose object is called, made or found something ("called the plan a mistake")."""
    accusing: frozenset[str] = frozenset()
    """Verbs that tell what somebody is said to have done ("accused of")."""
    of_speaker: frozenset[str] = frozenset()
    """Forms of "to be" that only the speaker's own pronoun takes ("am")."""
    reaching_back: frozenset[str] = frozenset()
    """Verbs that tell since when there has been something ("raids dating to 1994")."""
    bodies: frozenset[str] = frozenset()
    """Last words of public bodies that are called by what they are for ("Food and Drug Administration")."""
    members: frozenset[str] = frozenset()
    """Those that bodies call themselves after ("the People's Union", "the Women's Army Corps")."""
    alternating: frozenset[str] = frozenset()
    """Words before the same in other words ("or")."""
    editions: frozenset[str] = frozenset()
    """What a day only tells which one is meant of ("today's editions")."""
    figures: frozenset[str] = frozenset()
    """Days that stand for what is to come or gone ("tomorrow") ..."""
    figured: frozenset[str] = frozenset()
    """... and of whom or what they do ("the leaders of tomorrow")."""
    placing: frozenset[str] = frozenset()
    """Words that only point at a place ("there")."""
    passive_verbs: frozenset[str] = frozenset()
    """Verbs that put the participle behind them into the passive ("got arrested")."""
    issued: frozenset[str] = frozenset()
    """Verbs that tell how a paper comes to be known ("a statement issued Tuesday")."""
    staged: frozenset[str] = frozenset()
    """Verbs whose participle says no more of a happening than that there was one ("a speech made")."""
    accompanying: frozenset[str] = frozenset()
    """Prepositions of what goes along with something ("with")."""
    of_kind: frozenset[str] = frozenset()
    """Nouns that a gerund before them tells the kind of ("operating system")."""
    coming_about: frozenset[str] = frozenset()
    """Verbs that say no more than that something came about ("occur")."""
    surely_present: frozenset[str] = frozenset()
    """Forms of the present that no noun shares ("seems")."""
    measured: frozenset[str] = frozenset()
    """Forms of the present that are nouns too, but not before an amount ("accounts for 70 percent")."""
    past_of: Mapping[str, str] = field(default_factory=dict)
    """Base form -> its past ("declare": "declared")."""


NO_WORDING = Wording()
