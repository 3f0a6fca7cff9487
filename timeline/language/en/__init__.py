"""English."""

from __future__ import annotations

from timeline.grammar import iso
from timeline.grammar.pack import LanguagePack, language_pack
from timeline.language.en import (
    absolute,
    archival,
    business,
    clock,
    counted,
    durations,
    eras,
    joins,
    lexicon,
    lists,
    lone,
    messages,
    months,
    named,
    periods,
    queries,
    ranges,
    relative,
    retold,
    times,
    to_the_day,
    told,
    vague,
    weekdays,
    weekends,
    written,
)
from timeline.language.en.fields import TRIGGERS
from timeline.language.en.narration import NARRATION

PACK: LanguagePack = language_pack(
    "en",
    atoms=(
        iso.RULES,
        joins.SHARED,
        lists.RULES,
        absolute.RULES,
        written.RULES,
        eras.RULES,
        archival.RULES,
        vague.RULES,
        to_the_day.RULES,
        relative.RULES,
        months.RULES,
        told.RULES,
        weekdays.RULES,
        counted.RULES,
        weekends.RULES,
        business.RULES,
        queries.RULES,
        lone.RULES,
        ranges.RULES,
        named.RULES,
        periods.RULES,
        times.RULES,
        clock.RULES,
        durations.RULES,
    ),
    joins=(joins.RULES, counted.JOINS, weekends.JOINS, ranges.JOINS, archival.JOINS, times.JOINS),
    triggers=TRIGGERS,
    narration=NARRATION,
    months=lexicon.MONTHS_IN_FULL,
    divided=lexicon.DIVIDED,
    is_message=messages.is_message,
    typed=(messages.RULES, messages.TRIGGERS, messages.LEFT_OUT),
    retold=(retold.RULES, retold.TRIGGERS, retold.with_content),
)
