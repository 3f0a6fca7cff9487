"""How a language tells that something is planned, doubted, denied or a habit: plain data, which `events` reads.

All words are lower case with a straight apostrophe; verbs are base forms.
"""

from __future__ import annotations

from dataclasses import dataclass

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Modality:
    """Words that govern what they tell of: the verb or noun after them, or the date."""

    planning: frozenset[str] = _NONE
    """Verbs whose complement is intended ("plan to open")."""
    expecting: frozenset[str] = _NONE
    """... is foretold ("expect it to open")."""
    wishing: frozenset[str] = _NONE
    """... is wished for, weighed or threatened ("urge them to open", "consider opening")."""
    fearing: frozenset[str] = _NONE
    """Verbs whose clause is feared, whatever its own words ("feared that it would")."""
    acts: frozenset[str] = _NONE
    """Of these, the ones that are acts of one moment: a date that is past is theirs ("voted to open on Friday")."""
    denying: frozenset[str] = _NONE
    rejecting: frozenset[str] = _NONE
    """Verbs that deny with an object ("reject claims that")."""
    claims: frozenset[str] = _NONE
    """Nouns for what is said ("claims that")."""
    true: frozenset[str] = _NONE
    untrue: frozenset[str] = _NONE
    knowing: frozenset[str] = _NONE
    """Verbs whose clause is true even where they are denied ("did not know that")."""
    failing: frozenset[str] = _NONE
    """Verbs and adjectives whose infinitive did not come about ("fail", "unable")."""
    preventing: frozenset[str] = _NONE
    """Verbs before "from" and what did not come about."""
    keeping_from: frozenset[str] = _NONE
    """ "from"."""
    cancelling: frozenset[str] = _NONE
    off: frozenset[str] = _NONE
    """Particles that make "call" cancel ("off")."""
    called: frozenset[str] = _NONE
    """Verbs that cancel with such a particle."""
    moving: frozenset[str] = _NONE
    """Verbs that put something on another day ("postpone until")."""
    aiming: frozenset[str] = _NONE
    """Words between what is planned and its day ("due in", "scheduled for")."""
    due: frozenset[str] = _NONE
    """Of these, the ones after which the day may stand farther off ("is due in court on")."""
    foreseeing: frozenset[str] = _NONE
    """The same for what is expected ("forecast for")."""
    planned: frozenset[str] = _NONE
    """What stands beside a noun that is planned, or before "for" and it ("upcoming", "plans")."""
    expected: frozenset[str] = _NONE
    doubtful: frozenset[str] = _NONE
    cancelled: frozenset[str] = _NONE
    yearly: frozenset[str] = _NONE
    """Adjectives of what comes again ("annual")."""
    stating: frozenset[str] = _NONE
    """Nouns and adjectives that "that" makes a statement of ("fears that", "true that"), not a relative clause."""
    leading: frozenset[str] = _NONE
    """Prepositions between such a noun or verb and what it governs ("for", "of")."""
    habitual: frozenset[str] = _NONE
    """Adverbs of habit ("usually")."""
    each: frozenset[str] = _NONE
    """Determiners that make a time a habit ("every")."""
    probable: frozenset[str] = _NONE
    """Adverbs and adjectives that make a future expected ("probably")."""
    possible: frozenset[str] = _NONE
    """... that make anything a supposition ("perhaps")."""
    forecasters: frozenset[str] = _NONE
    """Who tells the future without making it ("analysts")."""
    conceding: frozenset[str] = _NONE
    """Words before a condition that make it one that changes nothing ("even if")."""
    conditions: frozenset[str] = _NONE
    """Words that make the main clause depend on theirs ("if", not "whether")."""
    asking: frozenset[str] = _NONE
    """Verbs after which "if" only asks ("know")."""
    inverting: frozenset[str] = _NONE
    """Auxiliaries that open a condition without "if" ("Had he ...")."""
    supposing: frozenset[str] = _NONE
    """Modals of what may be ("could")."""
    leaving_open: frozenset[str] = _NONE
    """Modals whose "not" denies no fact: it supposes or forbids ("may not")."""
    perceiving: frozenset[str] = _NONE
    """Verbs with which "could" tells what was so ("we could smell smoke")."""
    enabling: frozenset[str] = _NONE
    """Modals that tell what will be open to all, in the passive ("can be seen from May")."""
    obliging: frozenset[str] = _NONE
    """Modals of what must be ("must")."""
    only: frozenset[str] = _NONE
    """Words after "not" that leave the verb standing ("only")."""
    lacking: frozenset[str] = _NONE
    """Negations of what follows them, not of the verb before ("without")."""
    told_ahead: frozenset[str] = _NONE
    """Modals of a future seen from the past ("would")."""
    nobody: frozenset[str] = _NONE
    """Words in a subject that deny its verb ("nobody", "neither")."""
    was_meant: frozenset[str] = _NONE
    """After a past "be" and before "to": what was meant and did not come about ("supposed")."""
    coming_about: frozenset[str] = _NONE
    """Verbs that tell no more than that their subject comes about ("take place")."""
    accusing: frozenset[str] = _NONE
    """Verbs that say of somebody what he did ("accuse")."""
    papers: frozenset[str] = _NONE
    """Nouns of what is written by somebody who says it ("figures released by")."""
    authored_by: frozenset[str] = _NONE
    """Words between such a noun and who wrote it."""
    offices: frozenset[str] = _NONE
    """Nouns that only tell what a named speaker is ("spokesman")."""


NO_MODALITY = Modality()
