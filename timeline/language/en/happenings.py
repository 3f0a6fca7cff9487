"""English words for kinds of happening: which tell the same kind, which may tell one happening, and whom it befell.

In the groups each line names a kind or family first, and then the words for it, as stems.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType

from timeline.grammar.happenings import Happenings


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _first_of(groups: str) -> MappingProxyType[str, str]:
    return MappingProxyType({word: group.split()[0] for group in groups.split(",") for word in group.split()})


def _families(groups: str) -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for family, *kinds in (group.split() for group in groups.split(",")):
        for kind in kinds:
            found[kind].add(family)
    return MappingProxyType({kind: frozenset(families) for kind, families in found.items()})


SYNONYMS = _first_of("""
    attack attack assault raid strike atrocity massacre onslaught offensive slaughter incursion,
    release release free let_go set_free liberate freed liberation, meet meet meeting talk talks summit conversation
    call phone telephone discussion dialogue, die die death perish pass_away,
    kill kill murder killing assassinate assassination shoot slay slaying gun_down shooting,
    resign resign resignation quit step_down stand_down, elect elect election win victory vote poll,
    explode explode explosion blast detonate bomb bombing, crash crash collision collide, invade invade invasion,
    arrest arrest detain detention apprehend capture seize, launch launch liftoff,
    sign sign signing agree agreement accord pact treaty deal, open open opening inaugurate inauguration,
    establish establish founded founding foundation establishment, marry marry marriage wed wedding, bear bear birth,
    collapse collapse, flood flood flooding, erupt erupt eruption, quake quake earthquake tremor,
    withdraw withdraw withdrawal retreat, surrender surrender capitulation capitulate,
    sentence sentence sentencing jail imprison, convict convict conviction find_guilty, merge merge merger,
    acquire acquire acquisition buy purchase takeover, intervene intervene intervention, destroy destroy destruction,
    abdicate abdicate abdication, announce announce announcement, appoint appoint appointment name,
    protest protest demonstration demonstrate, evacuate evacuate evacuation, execute execute execution,
    unveil unveil introduce debut, visit visit travel trip, interview interview question interrogate interrogation,
    hire hire employ recruit, injure injure wound hurt injury, accuse accuse charge indict indictment,
    defeat defeat beat, approve approve approval ratify ratification,
    dismiss dismiss dismissal sack oust ouster, bury bury burial funeral entomb, rob rob robbery heist steal theft,
    disappear disappear disappearance vanish, fire fire blaze inferno, rescue rescue save, begin begin start commence,
    postpone postpone postponement put_off adjourn, cancel cancel cancellation call_off scrap
    """)
"""Stem -> the name of its kind of happening."""

FAMILIES = _families("""
    harm attack kill die explode injure stab stabbing gun rampage ambush bombard bombardment shell shelling shootout
    gunfire gunman suicide behead poison overdose,
    wreck crash collapse sink sinking capsize derail derailment collide,
    trial try trial hearing prosecute prosecution,
    custody arrest catch nab pull_over,
    verdict convict acquit acquittal verdict guilty,
    leaving resign dismiss leave departure depart retire retirement remove removal replace axe fire can relieve,
    office appoint hire elect nominate nomination choose pick select swear_in,
    coming visit go arrive arrival fly travel land landing tour return come,
    showing launch release unveil reveal present presentation publish publication issue,
    airing show screen broadcast air stream,
    buying acquire merge sell sale,
    beating defeat win elect stop retain clinch triumph,
    finding find discover discovery rescue pull recover,
    giving give donate donation pledge grant award receive,
    burning fire burn arson,
    crowd protest march rally gather riot clash demonstrate unrest,
    undoing revoke overturn cancel annul annulment scrap abolish abolition repeal reverse lift,
    putting-off postpone delay,
    show host present emcee perform performance concert gig show ceremony,
    stealing rob raid loot looting,
    flight flee escape,
    joining join add admit enter expand accession,
    beginning begin open launch,
    rule approve pass adopt adoption endorse endorsement
    """)
"""Kind -> the families it is of, by the families' names."""

NEAR = _families("""
    finding find discover discovery locate spot recover,
    airing screen broadcast air televise stream show,
    killing kill die,
    verdict convict verdict,
    dismissing dismiss fire axe relieve remove removal,
    arriving arrive arrival land landing touch_down,
    leaving leave depart departure,
    returning return come_back,
    unveiling unveil present launch reveal,
    starting begin open,
    ending end close finish conclude conclusion expire expiry,
    sinking sink sinking capsize,
    burning burn fire arson torch gut,
    stealing rob raid loot looting burgle burglary,
    trying try trial,
    catching arrest catch nab,
    charging accuse arraign arraignment,
    choosing appoint choose select pick nominate nomination elect,
    giving give donate donation contribute contribution,
    crowding protest march rally,
    undoing revoke overturn cancel annul annulment scrap abolish abolition repeal reverse,
    delaying postpone delay,
    speaking speak speech address lecture,
    witnessing testify testimony evidence,
    saving rescue save pull,
    falling fall collapse topple,
    beating defeat win triumph,
    wounding injure harm maim,
    growing rise climb increase surge jump soar gain,
    sinking-low drop decline slump plunge tumble slide decrease,
    performing perform performance concert gig show,
    staging host stage,
    hitting hit strike attack shake devastate,
    raining flood storm hurricane cyclone typhoon,
    searching search raid comb scour,
    passing approve pass adopt adoption endorse endorsement,
    paying pay compensate award,
    joining join enter accession,
    setting-out leave go depart travel,
    fleeing flee escape,
    filing file sue lawsuit,
    freeing release parole bail
    """)
"""Kind -> the names of what it nearly is."""

_PERSONS = _words("""
    man woman boy girl child baby toddler teenager teen mother mom mum father dad son daughter brother sister husband
    wife widow uncle aunt nephew niece cousin grandmother grandfather father-in-law deputy officer actor actress singer
    star entertainer musician artist writer author journalist reporter photographer activist candidate lawyer doctor
    nurse surgeon teacher student pupil player striker quarterback boxer champion coach driver pilot captain climber
    tourist gunman suspect victim hostage captive soldier sergeant general leader founder chief executive chairman
    politician lawmaker senator minister president king queen prince princess pope bishop priest model legend icon
    physician scientist professor economist banker billionaire businessman entrepreneur employee worker farmer
    fisherman sailor native resident veteran mobster boss financier heir aide adviser advisor spokesman spokeswoman
    """)

HAPPENINGS = Happenings(
    families=FAMILIES,
    near=NEAR,
    occurring=frozenset({("occur",), ("happen",), ("take", "place"), ("go", "ahead")}),
    noun_endings=(
        ("ation", ("ate", "e", "", "y")),
        ("ition", ("ite", "e", "")),
        ("ssion", ("t", "de", "ss")),
        ("sion", ("d", "de", "se", "t")),
        ("ion", ("", "e")),
        ("ment", ("", "e")),
        ("al", ("", "e")),
        ("ure", ("", "e")),
        ("ance", ("", "e")),
        ("y", ("",)),
    ),
    persons=_PERSONS,
    person_endings=("man", "woman", "year-old"),
)
