"""How English tells plans, doubts, denials and habits, as plain data. Goes out: `MODALITY`."""

from __future__ import annotations

from timeline.grammar.modality import Modality


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLAIMS = _words("""
    claim claims allegation allegations accusation accusations report reports suggestion suggestions rumour rumours
    rumor rumors assertion assertions
    """)
_DOUBTFUL = _words("""
    possible potential hypothetical threatened rumoured rumored feared fear fears risk threat possibility prospect
    chance call calls demand demands proposal proposals rumours rumors speculation danger idea warning warnings
    unclear uncertain unlikely doubtful
    """)
_TRUE, _UNTRUE = _words("true case"), _words("untrue false wrong")

MODALITY = Modality(
    planning=_words("""
        plan intend hope aim want wish mean schedule slate set prepare arrange agree decide vote pledge promise vow
        undertake commit opt order instruct require oblige book
        """),
    expecting=_words("expect anticipate predict forecast project foresee"),
    wishing=_words("""
        propose urge ask request demand call suggest recommend consider weigh mull threaten offer warn contemplate
        ponder beg petition advocate discuss debate think
        """),
    fearing=_words("fear worry"),
    acts=_words("""
        agree decide vote pledge promise vow undertake commit opt order instruct propose urge ask request demand call
        suggest recommend threaten offer warn beg petition discuss debate
        """),
    denying=_words("deny refute disclaim disavow dispute"),
    rejecting=_words("deny refute reject dismiss dispute rebut"),
    claims=_CLAIMS,
    true=_TRUE,
    untrue=_UNTRUE,
    knowing=_words("know realise realize notice admit reveal mention acknowledge disclose forget learn tell see hear"),
    failing=_words("fail refuse decline neglect forget unable"),
    preventing=_words("prevent stop bar block keep ban prohibit dissuade deter discourage forbid"),
    keeping_from=_words("from"),
    cancelling=_words("cancel scrap shelve abandon abort axe drop avert foil thwart ban"),
    off=_words("off"),
    called=_words("call"),
    moving=_words("postpone delay adjourn defer reschedule move put push bring extend remand"),
    aiming=_words("due planned scheduled slated set fixed booked timed penciled pencilled earmarked tabled"),
    due=_words("due"),
    foreseeing=_words("expected predicted forecast anticipated projected"),
    planned=_words("""
        planned proposed scheduled upcoming forthcoming intended plan plans preparation preparations arrangement
        arrangements timetable
        """),
    expected=_words("expected predicted anticipated projected expectation expectations forecast forecasts"),
    doubtful=_DOUBTFUL,
    stating=_CLAIMS | _DOUBTFUL | _TRUE | _UNTRUE | _words("hope hopes expectation expectations fact news evidence"),
    cancelled=_words("cancelled canceled aborted abandoned scrapped averted foiled thwarted"),
    yearly=_words("annual yearly monthly weekly quarterly biennial"),
    leading=_words("for of about against off"),
    habitual=_words("usually typically regularly always often frequently traditionally normally generally"),
    each=_words("every each"),
    probable=_words("probably likely presumably"),
    possible=_words("perhaps maybe possibly"),
    forecasters=_words("""
        analyst analysts economist economists forecaster forecasters expert experts observer observers scientist
        scientists meteorologist meteorologists
        """),
    conceding=_words("even"),
    conditions=_words("if unless provided lest"),
    asking=_words("ask know see wonder decide determine"),
    inverting=_words("had should were"),
    supposing=_words("could couldn't might mightn't may can cannot can't"),
    leaving_open=_words("may might"),
    perceiving=_words("see hear smell feel taste sense understand"),
    enabling=_words("can"),
    obliging=_words("must"),
    only=_words("only just merely until"),
    lacking=_words("without"),
    told_ahead=_words("would wouldn't"),
    nobody=_words("no nobody none neither nothing"),
    was_meant=_words("supposed meant"),
    coming_about=_words("be hold take happen occur go materialise materialize begin start open come"),
    accusing=_words("accuse blame"),
    papers=_words(
        "figures report data documents statement study survey poll records papers filing research statistics"
    ),
    authored_by=_words("by from"),
    offices=_words("""
        spokesman spokeswoman spokesperson president minister director chairman chairwoman chief executive head lawyer
        attorney economist analyst professor secretary governor mayor senator judge general prosecutor ambassador
        deputy vice prime foreign defence defense police chairperson leader coach captain author historian
        """),
)
