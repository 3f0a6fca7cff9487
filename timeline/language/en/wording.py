"""How English titles are put, as plain data. Goes out: `WORDING`."""

from __future__ import annotations

from timeline.grammar.wording import Wording
from timeline.language.en.verbs import PAST, SURELY_PRESENT


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDING = Wording(
    plural_pronouns=_words("they their"),
    human_possessives=_words("his her"),
    named_by=_words("of in on at against near"),
    attending=_words("after following during in at amid"),
    openers=_words("""
        a an the he she it they but this there these in at on for after when we some also up more most many his
        her their its those while since although however if as with by from to both several thousands
        hundreds dozens former speaking
        """),
    invested=_words(
        "stake stakes interest interests share shares invest invests invested investing investment confidence trust"
        " believe believed belief stock holding holdings interested role vote confident participate involved"
    ),
    place_kinds=_words(
        "capital city town village province county island port suburb district region county prefecture"
    ),
    versed=_words("familiar close"),
    measuring=_words("as more less fewer nearly almost about around roughly approximately some at up over well"),
    same_persons=(_words("he his him"), _words("she her"), _words("it its"), _words("they their them")),
    idle=_words("night day morning evening afternoon moment time minute hour week month year way reason place instant"),
    spans=_words("year quarter month week season term decade century"),
    contents=_words("""
        news claim claims fact facts idea ideas report reports rumour rumours rumor rumors suggestion suggestions belief
        hope hopes fear fears allegation allegations announcement statement statements evidence proof sign signs notion
        theory warning warnings promise promises pledge assurance assurances threat threats possibility chance risk
        danger view opinion argument conclusion decision demand demands concern concerns condition doubt doubts
        """),
    circumstances=_words("by since after before while upon"),
    tied=_words("on in of from with"),
    corporate=_words("Inc Inc. Corp Corp. Ltd Ltd. Co. PLC LLC"),
    befalling_nobody=_words("die arrive happen occur emerge appear disappear vanish come go explode erupt crash"),
    made_so=_words("public available known possible clear"),
    timed=_words("spend waste mark celebrate"),
    parts=_words("part much most half all rest some"),
    choosing=_words("pick choose select set name declare fix"),
    roles=_words("as"),
    given=_words("give allow grant"),
    compared=_words("than"),
    causing=_words("order ask tell urge force allow enable require persuade warn invite encourage help"),
    regarding=_words("describe regard view hail dismiss condemn portray denounce praise recognise recognize"),
    likening=_words("as"),
    impersonal=_words("it"),
    cleaving=_words("that when"),
    telling=_words("tell inform assure remind"),
    ago=_words("ago"),
    compass=_words("north south east west"),
    singling_out=_words("alone"),
    telling_adverbs=_words("again together here there instead abroad alone"),
    pairing=_words("both either neither"),
    floating=_words("all both each"),
    exemplary=_words("including like namely especially particularly"),
    striving=_words("""
        manage try fail refuse decline decide agree vow pledge begin start continue seek attempt hope struggle appear
        seem happen tend come go
        """),
    personal_relatives=_words("who whom"),
    person_endings=("er", "or", "ist", "man", "star", "ian", "ant", "ee", "ess", "boy", "girl", "child", "son", "wife"),
    asked=_words("whether how why what"),
    purposes=frozenset({("in", "order"), ("so", "as")}),
    indefinite=("a", "an"),
    leading_away=_words("into onto as despite"),
    finding=_words("find see leave keep spot catch hear report photograph film discover"),
    befalling_persons=_words("""
        charge convict sentence jail imprison acquit accuse arrest detain indict hospitalise hospitalize injure wound
        handcuff extradite suspect
        """),
    concluding=_words("sign seal ratify reach clinch break end launch begin start open win lose survive attend join"),
    calling=_words("call name make find declare label brand dub deem appoint elect crown pronounce consider"),
    accusing=_words("accuse suspect convict charge acquit clear arrest jail imprison blame fine detain"),
    of_speaker=_words("am"),
    reaching_back=_words("date stretch reach"),
    bodies=_words("Administration Commission Service Agency Board Bureau Authority"),
    members=_words("""
        people peoples women men children workers farmers teachers veterans students citizens soldiers sailors officers
        lawyers writers workmen
        """),
    alternating=_words("or"),
    editions=_words("edition editions issue issues newspaper newspapers paper papers closing close"),
    figures=_words("tomorrow yesterday today"),
    figured=_words("""
        leader leaders people man men woman women child children world worlds city cities technology technologies youth
        society company companies business businesses star stars champion champions problem problems battle battles
    """),
    placing=_words("here there"),
    passive_verbs=_words("get"),
    issued=_words("issue release publish post file send circulate obtain"),
    staged=_words("make hold give deliver stage"),
    accompanying=_words("with"),
    of_kind=_words("""
        system party body season centre center camp ground right record station machine profit margin cost expense firm
        company industry process programme program site plant capacity power point team force officer staff council
        committee majority coalition licence license arm unit room hall stick gear rod pool
        """),
    coming_about=_words("happen occur"),
    surely_present=SURELY_PRESENT,
    measured=_words("accounts totals amounts"),
    past_of=PAST,
)
