"""Whom a title's pronoun stands for, where that is plain. Comes in: sentences, a pronoun. Goes out: words or a name.

Within the sentence it is the subject of the clause before ("Obi fled after she was freed"), where nobody else is named
between; in the sentences before, their only subject.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.date_words import date_words
from timeline.events.names import Names
from timeline.events.participants import people_and_places
from timeline.events.participle import is_plural
from timeline.events.sentence import OWNS, Sentence, phrase_start
from timeline.events.subject import subject
from timeline.events.written import written
from timeline.extract.group import Group
from timeline.extract.word import BORDERS, NOUNS, Kind
from timeline.grammar.narration import Narration

_LONGEST = 45
"""Code points of a subject that may stand where a pronoun stood."""
_OPENING = 2
"""The last word of a sentence at which a possessive's owner is surely told before the sentence."""
_BACK = 3
"""How many sentences back a pronoun is followed."""


def stood_for(sentence: Sentence, who: list[int]) -> list[int]:
    """The subject with the noun that its pronoun plainly stands for in the same sentence; else as it is."""
    told, n = sentence.words, sentence.narration
    if not who or who[0] < 0:
        return who
    lower = told[who[0]].lower
    owns = told[who[0]].kind is Kind.POSSESSIVE
    if lower not in n.third_person or not (owns or len(who) == 1):
        return who
    happens = owns and any(told[i].kind is Kind.EVENT for i in who[1:3])
    if happens and (country := _country_before(sentence, who[0])):
        return [*country, OWNS, *who[1:]]
    if happens and (thing := _thing_before(sentence, who[0])):
        return [*thing, OWNS, *who[1:]]
    whom = _subject_before(sentence, who[0], lower)
    if happens and len(whom) > 1 and told[whom[0]].genitive and told[whom[0]].kind is Kind.NAME:
        return [whom[0], *who[1:]]  # "Lund's port has changed since its founding"
    if not whom or (owns and any(told[i].genitive or told[i].kind is Kind.POSSESSIVE for i in whom)):
        return who
    return [*whom, OWNS, *who[1:]] if owns else whom


def _country_before(sentence: Sentence, at: int) -> list[int]:
    """The place right before the words that lead to what it did ("on Iraq after | its invasion"); else empty."""
    told, n = sentence.words, sentence.narration
    if at < 2 or told[at - 1].lower not in n.reference_prepositions or told[at - 2].kind is not Kind.NAME:
        return []
    named = sentence.words_of(at - 2, at - 1) in n.places and told[at].lower not in n.wording.human_possessives
    return [at - 2] if named else []


def _thing_before(sentence: Sentence, at: int) -> list[int]:
    """The one thing right before "since its", where what the verb tells of is many ("songs sold by Lund since its")."""
    told, n = sentence.words, sentence.narration
    human = told[at].lower in n.wording.human_possessives or told[at].lower in n.wording.plural_pronouns
    if at < 3 or human or told[at - 1].lower not in n.reference_prepositions or told[at - 2].kind not in NOUNS:
        return []
    group = next((g for g in reversed(sentence.groups) if g.finite and g.head < at), None)
    whom = [i for i in subject(sentence, group) if i >= 0] if group is not None else []
    while whom and told[whom[0]].kind in (Kind.ADVERB, Kind.PREPOSITION):
        whom = whom[1:]  # "more than | 40 songs"
    thing = list(range(phrase_start(sentence, at - 2), at - 1))
    led = thing[0] > 0 and told[thing[0] - 1].kind is Kind.PREPOSITION
    return thing if led and whom and is_plural(sentence, whom) and not is_plural(sentence, thing) else []


def with_objects(sentence: Sentence, who: list[int], predicate: list[int]) -> list[int]:
    """A predicate with the name that its "him" plainly stands for ("Obi left, but a judge barred him")."""
    told, n = sentence.words, sentence.narration
    for place, index in enumerate(predicate):
        if index < 0 or told[index].kind is not Kind.PRONOUN or told[index].lower in n.personal:
            continue
        form = next(
            (one for forms in n.wording.same_persons if told[index].lower in forms for one in forms & n.personal), ""
        )
        whom = _subject_before(sentence, index, form) if form else []
        named = bool(whom) and all(told[i].kind is Kind.NAME for i in whom)
        if named and not set(whom) & {*who, *predicate}:
            return [*predicate[:place], *whom, *predicate[place + 1 :]]
    return predicate


def _subject_before(sentence: Sentence, at: int, pronoun: str) -> list[int]:
    """The subject of the nearest clause before a pronoun that agrees with it; empty where another may be meant."""
    told, n = sentence.words, sentence.narration
    own, _ = sentence.segment_range(at)
    here = told[at].kind is Kind.POSSESSIVE or (at > 0 and told[at - 1].kind in (*NOUNS, Kind.COORDINATOR))
    earlier = [g for g in sentence.groups if g.finite and g.head < at and (here or g.head < own)]
    for group in reversed(earlier):
        whom = [i for i in subject(sentence, group) if i >= 0]
        if not whom or whom[-1] >= at or len(written(sentence, whom)) > _LONGEST:
            return []
        if len(whom) == 1 and _same_person(sentence, told[whom[0]].lower, pronoun):
            return _subject_before(sentence, whom[0], told[whom[0]].lower)
        if _is_alike(sentence, at) and _agrees(sentence, whom, pronoun):
            return whom
        firm = pronoun not in n.wording.plural_pronouns and _is_body(sentence, whom)
        after = _behind_speaker(sentence, group, whom)
        between = [i for i in range(after, at) if not firm or told[i].kind is Kind.NAME]
        names = group.copula or (group.passive and told[group.head].base in n.wording.calling)
        same = _complement_end(sentence, group) if names and not firm else 0
        rivals = (i for i in between if _may_be_meant(sentence, i, pronoun) and i >= same)
        return whom if _agrees(sentence, whom, pronoun) and not any(rivals) else []
    return []


def _behind_speaker(sentence: Sentence, group: Group, whom: list[int]) -> int:
    """The word after a verb, or after its speaker and what explains him ("said Berg, a cook, | before he left")."""
    told = sentence.words
    if whom[0] <= group.head:
        return group.head + 1
    after = whom[-1] + 1
    opening = told[after + 1] if told[after].kind is Kind.COMMA and after + 1 < len(told) else None
    if opening is not None and (opening.kind in (Kind.DETERMINER, Kind.POSSESSIVE) or opening.genitive):
        after = next((i for i in range(after + 1, len(told)) if told[i].kind in BORDERS), after)
    return after


def _complement_end(sentence: Sentence, group: Group) -> int:
    """Where what a copula says of its subject ends: in "Berg was the officer of the port" the officer is Berg."""
    told, end = sentence.words, group.head + 1
    end += group.passive and end < len(told) and told[end].kind is Kind.PREPOSITION  # "was named as the best"
    while end < len(told) and told[end].kind in (Kind.WORD, Kind.DETERMINER, Kind.POSSESSIVE, Kind.ADVERB):
        end += 1
    return end


def _is_alike(sentence: Sentence, at: int) -> bool:
    """Whether a clause that opens with a pronoun goes on one before it (", and it ...", ", and in May it ...")."""
    told, gone = sentence.words, date_words(sentence)
    before = at - 1
    while before > 0 and before in gone:
        before -= 1
    return before > 0 and told[before].kind is Kind.COORDINATOR and told[before - 1].kind is Kind.COMMA


def _same_person(sentence: Sentence, one: str, other: str) -> bool:
    """Whether two pronouns are forms of one ("he", "his")."""
    return one == other or any({one, other} <= forms for forms in sentence.narration.wording.same_persons)


def _is_body(sentence: Sentence, whom: list[int]) -> bool:
    """Whether a subject is an organisation by its last word ("Lund Inc.")."""
    last = sentence.words_of(whom[-1], whom[-1] + 1)
    return last in sentence.narration.organisations | sentence.narration.wording.corporate


def _may_be_meant(sentence: Sentence, index: int, pronoun: str) -> bool:
    """Whether a noun between a subject and a pronoun might be what the pronoun stands for."""
    word, n = sentence.words[index], sentence.narration
    if pronoun in n.wording.plural_pronouns:
        return word.kind is Kind.WORD and (word.lower in n.plural_nouns or word.lower.endswith("s"))
    if word.kind in (Kind.WORD, Kind.EVENT):
        person = word.kind is Kind.WORD and word.lower.endswith(n.wording.person_endings)
        return person or pronoun not in n.human_pronouns | n.wording.human_possessives
    if word.kind is not Kind.NAME or (word.genitive and pronoun not in n.human_pronouns | n.wording.human_possessives):
        return False
    surface = sentence.text[word.start : word.end]
    initials = surface.isupper() and pronoun in n.human_pronouns
    place = surface in n.places and pronoun in n.human_pronouns | n.wording.human_possessives
    return not place and word.lower not in n.not_names and not initials


def _agrees(sentence: Sentence, whom: list[int], pronoun: str) -> bool:
    told, n = sentence.words, sentence.narration
    head = next((p for p, i in enumerate(whom) if p and told[i].kind is Kind.PREPOSITION), len(whom)) - 1
    last = told[whom[head]]
    if last.kind not in NOUNS or (last.kind is Kind.NUMBER and told[whom[0]].kind is not Kind.NAME):
        return False
    many = is_plural(sentence, whom)
    if pronoun in n.wording.plural_pronouns:
        return many
    surface = sentence.text[last.start : last.end]
    if pronoun in n.human_pronouns or pronoun in n.wording.human_possessives:
        lone = head == 0 and surface not in sentence.persons and not _is_told_person(sentence, whom[head])
        person = (last.kind is Kind.NAME and not lone) or (
            last.kind is Kind.WORD and last.lower.endswith(n.wording.person_endings)
        )
        return not many and surface not in n.places and surface not in n.organisations and person
    return not many


def owner(word: str, at: int, n: Narration) -> str:
    """The pronoun that a possessive is a form of ("his": "he"); the word itself where it is none, or stands too late.

    Why: the owner of one within its sentence may be named in the sentence, and not be its subject.
    """
    if at > _OPENING:
        return word
    forms = next((forms for forms in n.wording.same_persons if word in forms), frozenset())
    return next(iter(sorted(forms & n.personal)), word) if word in n.possessives else word


def _is_impersonal(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun stands for nothing but the time that its verb tells ("It was in May")."""
    group = sentence.group_of(at + 1)
    impersonal = sentence.words[at].lower in sentence.narration.wording.impersonal
    return impersonal and group is not None and group.copula and group.head + 1 in date_words(sentence)


def may_be_told(sentence: Sentence, at: int, pronoun: str, name: str) -> bool:
    """Whether a pronoun may stand for another than one with this name, whom its own sentence tells of before it."""
    told, n = sentence.words, sentence.narration
    human = pronoun in n.human_pronouns
    group = sentence.group_of(at + 1)
    # Why: "It was the flood that ended it" tells of what comes, not of the thing told before.
    points = not name and pronoun not in n.wording.plural_pronouns and group is not None and group.copula
    if points or _is_impersonal(sentence, at):
        return True
    gone = date_words(sentence)
    for index in (i for i in range(at) if i not in gone):
        word = told[index]
        surface = sentence.words_of(index, index + 1).removesuffix("'s").removesuffix("’s").rstrip()
        person = human and (surface in sentence.persons or _may_act(sentence, index))
        if word.kind is Kind.NAME and surface not in name and (person or not human):
            return True
        if not human and word.kind in (Kind.WORD, Kind.EVENT) and at > _OPENING:
            return True
    return False


def _may_act(sentence: Sentence, index: int) -> bool:
    """Whether a word by itself is told of as somebody may be ("Elian has been sad since | he left")."""
    told, n, after = sentence.words, sentence.narration, index + 1
    while after < len(told) and told[after].kind is Kind.ADVERB:
        after += 1
    group = sentence.group_of(after)
    surface = sentence.words_of(index, index + 1)
    opens = index == 0 or told[index - 1].kind in (Kind.COMMA, Kind.THAT, Kind.SUBORDINATOR)
    acts = group is not None and group.finite and group.first == after
    return opens and acts and surface not in n.places | n.organisations and not surface.isupper()


def named(
    sentence: Sentence, at: int, pronoun: str, before: Iterable[Sentence], names: Names
) -> tuple[str, str] | None:
    """What "he" or "they" at a sentence's start stands for: the text of the only subject, and its name.

    `before`: the sentences before it, nearest first. The name is empty where the subject has none.
    """
    return _named_before(before, pronoun, names) or _named_behind(sentence, at, pronoun, names)


def _named_before(sentences: Iterable[Sentence], pronoun: str, names: Names) -> tuple[str, str] | None:
    """The only subject of the sentences before."""
    for back, sentence in enumerate(sentences):
        main = next((group for group in sentence.groups if group.finite), None)
        if main is None or back == _BACK:
            return None
        who = [i for i in subject(sentence, main) if i >= 0]
        if len(who) == 1 and sentence.words[who[0]].lower == pronoun:
            continue
        if pronoun in sentence.narration.human_pronouns and not _may_be_person(sentence, who):
            return _only_person(sentence, names)
        found = _whole(sentence, who, pronoun, names)
        return found or ((written(sentence, who), "") if _is_lone_thing(sentence, main, who, pronoun) else None)
    return None


def _named_behind(sentence: Sentence, at: int, pronoun: str, names: Names) -> tuple[str, str] | None:
    """The subject of a main clause behind the pronoun's that says what it was ("When it opened, the pier was new").

    Of what it did, nobody knows: "When he resigned, Berg took over".
    """
    told = sentence.words
    first, last = sentence.segment_range(at)
    opens = told[first].kind is Kind.SUBORDINATOR and all(word.kind is Kind.QUOTE for word in told[:first])
    if not opens or last >= len(told) or told[last].kind is not Kind.COMMA:
        return None
    main = next((g for g in sentence.groups if g.first > last), None)
    whom = [i for i in subject(sentence, main) if i >= 0] if main is not None and main.finite and main.copula else []
    text = written(sentence, whom)
    if not whom or whom[0] <= last or len(text) > _LONGEST or not _agrees(sentence, whom, pronoun):
        return None
    people, _ = people_and_places(sentence, whom, names)
    return text, people[0] if len(people) == 1 else ""


def _is_lone_thing(sentence: Sentence, main: Group, who: list[int], pronoun: str) -> bool:
    """Whether a subject is a thing, and its verb has no other for "it" to stand for ("The ferry sank. It was ...")."""
    told, n = sentence.words, sentence.narration
    if not who or pronoun in n.human_pronouns | n.wording.plural_pronouns or not _agrees(sentence, who, pronoun):
        return False
    last = told[who[-1]]
    small = sentence.words_of(who[0], who[0] + 1)[:1].islower()  # "iPhone 4"
    thing = (told[who[0]].lower == n.article and last.kind in (Kind.WORD, Kind.EVENT)) or small
    person = last.lower.endswith(n.wording.person_endings) or last.lower in n.person_nouns
    after = told[main.head + 1].kind if main.head + 1 < len(told) else Kind.BREAK
    objected = not main.passive and after in NOUNS | {Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN, Kind.THAT}
    return thing and not person and not objected and len(written(sentence, who)) <= _LONGEST


def _may_be_person(sentence: Sentence, who: list[int]) -> bool:
    """Whether a subject may be somebody: a name, or a noun of persons; "it" and "the report" are not."""
    if not who:
        return True
    last, n = sentence.words[who[-1]], sentence.narration
    if last.kind is Kind.PRONOUN:
        return last.lower in n.human_pronouns
    head = next((p for p, i in enumerate(who) if p and sentence.words[i].kind is Kind.PREPOSITION), len(who)) - 1
    word = sentence.words[who[head]]
    return word.kind not in (Kind.EVENT, Kind.WORD) or word.lower.endswith(n.wording.person_endings)


def _only_person(sentence: Sentence, names: Names) -> tuple[str, str] | None:
    """The only person whom a sentence names, where its subject is none ("The note was Lund's third. He ...")."""
    people, _ = people_and_places(sentence, range(len(sentence.words)), names)
    persons = [name for name in people if _is_person(name, names)]
    return (persons[0], persons[0]) if len(persons) == 1 else None


def _whole(sentence: Sentence, who: list[int], pronoun: str, names: Names) -> tuple[str, str] | None:
    """A subject as text and by its name, where a pronoun can stand for it."""
    n = sentence.narration
    if not who or not _agrees(sentence, who, pronoun) or len(written(sentence, who)) > _LONGEST:
        return None
    who = _behind_office(sentence, who) if pronoun in n.human_pronouns else who
    people, places = people_and_places(sentence, who, names)
    named = any(sentence.words[i].kind is Kind.NAME for i in who)
    if pronoun in n.human_pronouns:
        plain = len(people) == 1 and not places and sentence.words[who[-1]].kind is Kind.NAME
        person = plain and (
            " " in people[0]
            or people[0] in names.people
            or _is_told_person(sentence, who[-1])
            or _alone(sentence, people[0], names)
        )
        return (people[0], people[0]) if person else None
    if pronoun in n.wording.plural_pronouns:
        return None if places else (written(sentence, who), people[0] if len(people) == 1 else "")
    if len(people) == 1 and named and not _is_person(people[0], names):
        return written(sentence, who), people[0]
    return None


def _behind_office(sentence: Sentence, who: list[int]) -> list[int]:
    """A name without the office before it ("Lipa governor | George Holm")."""
    told = sentence.words
    start = next((p for p in range(len(who), 0, -1) if told[who[p - 1]].kind is not Kind.NAME), 0)
    office = 0 < start < len(who) - 1 and told[who[start - 1]].lower.endswith(sentence.narration.wording.person_endings)
    return who[start:] if office and told[who[start - 1]].kind is Kind.WORD else who


def _is_told_person(sentence: Sentence, last: int) -> bool:
    """Whether what follows a name tells that it is somebody: an age, or "who"."""
    told = sentence.words
    if last + 2 >= len(told) or told[last + 1].kind is not Kind.COMMA:
        return False
    aged = told[last + 2].kind is Kind.NUMBER and last + 3 < len(told) and told[last + 3].kind is Kind.COMMA
    return aged or told[last + 2].lower in sentence.narration.wording.personal_relatives


def _alone(sentence: Sentence, name: str, names: Names) -> bool:
    """Whether a sentence names nobody but one, by a word that is no abbreviation."""
    people, _ = people_and_places(sentence, range(len(sentence.words)), names)
    listed = name.lower() in sentence.text
    return (
        people == (name,)
        and not listed
        and not name.isupper()
        and not set(name.split(" ")) & sentence.narration.organisations
    )


def _is_person(name: str, names: Names) -> bool:
    return name.rsplit(" ", 1)[-1] in names.people
