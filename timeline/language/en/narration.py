"""How English tells what happened, as plain data. Goes out: `NARRATION`."""

from __future__ import annotations

from types import MappingProxyType

from timeline.grammar.narration import Narration, VerbForm
from timeline.language.en.happenings import HAPPENINGS, SYNONYMS
from timeline.language.en.modality import MODALITY
from timeline.language.en.places import DEMONYMS, PLACES, SAME_PLACES
from timeline.language.en.scene import SCENE
from timeline.language.en.telling import ADDING, AFTERWARDS, SPEECHES
from timeline.language.en.verbs import VERBS
from timeline.language.en.wording import WORDING


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


_EVENT_NOUNS = _words("""
end start beginning downfall abduction abolition accession accident accord acquisition acquittal act air-raid
airstrike airstrikes ambush amnesty anniversary announcement annexation appeal apology arraignment arrest arrival
assassination assault atrocity atrocities attack attempt auction audit award baptism ban bankruptcy battle beheading
bid birth blackout blaze blast blitz blockade bombardment bombing boom boycott breach break-in breakdown breakout
breakthrough breakup briefing broadcast burial by-election cancellation campaign capitulation capture ceasefire
cease-fire celebration census ceremony championship charge christening clash cleanup closure collapse collision
colonisation colonization comeback commemoration competition concert conference confession confirmation conflict
conquest consecration construction contest convention conviction coronation coup crackdown crash crisis crossing
crucifixion crusade curfew cyclone deal death debate debut decision declaration decree defeat defection delivery
demolition demonstration departure deployment deportation deposition derailment destruction detention disappearance
disaster discovery dismissal dispute dissolution divorce donation drought earthquake eclipse election embargo
emergency encounter engagement epidemic eruption escape eviction evacuation excavation exchange execution exhibition
exile exodus expedition expiry explosion expulsion extension failure fair famine festival fight fighting final fine
fire flight flood flooding floods foundation founding funeral game genocide gig graduation grant gunfire handover
hearing heatwave hijacking holocaust hostilities hurricane impeachment imprisonment inauguration incident incursion
independence infection influx inquest inquiry insurgency insurrection interview intervention invasion investigation
invitation journey killing kidnapping landing landslide launch lawsuit layoffs leak liberation lockdown looting loss
lynching march marriage massacre match merger meeting memorial migration mission move murder mutiny negotiation
negotiations offensive olympics onslaught opening operation ouster outage outbreak overhaul overthrow overture
pandemic parade partition party performance persecution pilgrimage plague plebiscite poll polls premiere primary
prosecution protest protests publication purchase purge race raid rally rampage ratification rebellion recall
recession reelection re-election referendum reform regatta release relocation removal renovation report rescue
resignation restoration retirement retreat return reunification reunion reveal revolt revolution riot rioting riots
robbery rollout round ruling rupture sack sale scandal schism secession seizure sentencing session settlement shelling
shipwreck shooting shootout shutdown siege signing sinking skirmish slaughter speech split stabbing standoff strike
strikes suicide summit surgery surrender survey suspension takeover talks test testimony theft tornado tour tournament
trade transfer transition treaty trial trip truce tsunami typhoon unification unrest unveiling upheaval uprising
verdict victory visit voyage vote voting walkout war wars wedding win withdrawal workshop wreck accusation address
agreement allegation amendment approval call conversation criticism dinner discussion drill drills exercise exercises
exam experiment hike hire hiring increase indictment initiative injury inspection launching letter lunch manifesto
message mobilisation mobilization offer order pact peace petition pledge postponement proposal question reading
refusal reply request response resolution review rise sanctions spill statement surge switch tweet upgrade warning
work cut cuts decline drop fall growth hack cyberattack cyber-attack keynote appearance pre-order preorder blizzard
storm quake wildfire wildfires avalanche meltdown remarks comments praise podcast sermon restart reopening close
barrage bailout default ipo listing buyout sell-off selloff nomination appointment by-elections swearing-in oath
""")

NARRATION = Narration(
    verbs=VERBS,
    past_endings=("ed",),
    past_exceptions=_words("""
        hundred red bed need seed speed feed breed deed weed indeed naked sacred wicked rugged ragged aged beloved
        kindred shed sled greed creed embed exceed proceed succeed steed reed unprecedented so-called united hatred
        infrared alleged talented gifted limited unlimited armed unarmed aforementioned experienced detailed
        sophisticated complicated dedicated renowned unexpected unmanned underfunded unmarried parched crooked
        jagged dogged one-sided armoured armored beleaguered long-awaited much-anticipated
        uninjured unharmed unscathed unchanged unpaid unused unaffected undisclosed unidentified unsolved unresolved
        uninsured unemployed unfounded unlicensed unnamed unconfirmed unspecified unwanted unfinished unarmored
        wooded
        """),
    gerund_ending="ing",
    gerund_exceptions=_words("""
        trading thing nothing something anything everything king ring wing spring string morning evening during ceiling
        sibling darling wedding building interesting outgoing incoming ongoing according including involving owing
        regarding concerning notwithstanding pending sterling herring viking ping outstanding upcoming leading
        surrounding
        """),
    be=MappingProxyType(
        {
            "am": VerbForm.BASE,
            "is": VerbForm.THIRD,
            "are": VerbForm.BASE,
            "isn't": VerbForm.THIRD,
            "aren't": VerbForm.BASE,
            "was": VerbForm.PAST,
            "were": VerbForm.PAST,
            "wasn't": VerbForm.PAST,
            "weren't": VerbForm.PAST,
            "be": VerbForm.BASE,
            "been": VerbForm.PARTICIPLE,
            "being": VerbForm.GERUND,
        }
    ),
    have=MappingProxyType(
        {
            "have": VerbForm.BASE,
            "has": VerbForm.THIRD,
            "had": VerbForm.PAST | VerbForm.PARTICIPLE,
            "haven't": VerbForm.BASE,
            "hasn't": VerbForm.THIRD,
            "hadn't": VerbForm.PAST,
            "having": VerbForm.GERUND,
        }
    ),
    do=MappingProxyType(
        {
            "do": VerbForm.BASE,
            "does": VerbForm.THIRD,
            "did": VerbForm.PAST,
            "don't": VerbForm.BASE,
            "doesn't": VerbForm.THIRD,
            "didn't": VerbForm.PAST,
            "done": VerbForm.PARTICIPLE,
            "doing": VerbForm.GERUND,
        }
    ),
    future=_words("will won't shall shan't"),
    conditional=_words(
        "would wouldn't could couldn't might mightn't may should shouldn't can cannot can't must mustn't ought"
    ),
    reported_future=_words("would wouldn't should must ought"),
    prospective=_words(
        "going due set about bound scheduled slated expected likely poised planned supposed ready expecting planning"
    ),
    infinitive="to",
    planning=_words(
        "plan plans schedule scheduled slate slated intend intention due set arrange pledge promise vow aim prepare"
        " agree  planned proposed proposal upcoming forthcoming"
    ),
    expecting=_words("expect expected anticipate predict forecast project hope likely poised believe"),
    thwarted=_words("cancel avert foil thwart abort abandon postpone shelve fail refuse decline"),
    reporting=_words("""
        say tell report claim state announce add allege argue assert believe confirm declare explain insist note
        write warn reveal suggest acknowledge admit contend maintain recall remark estimate testify reply respond
        quote cite stress deny predict
        """),
    according=_phrases("according to,in the words of,as reported by"),
    negations=_words(
        "not never no neither nor n't didn't wasn't weren't isn't aren't don't doesn't hasn't haven't hadn't won't"
        " wouldn't couldn't can't cannot shouldn't without"
    ),
    hypothetical=_words("if unless whether suppose supposing provided lest"),
    ongoing=_words("still ongoing continuing continues remain remains currently"),
    coordinators=_words("and or but nor yet so"),
    subordinators=_words("""
        after before when while because although though since until till as if unless whereas once whether where
        wherever whenever despite whereby than how why
        """),
    relatives=_words("who whom whose which"),
    complementizers=_words("that"),
    prepositions=_words("""
        of in on at by for with from to into onto over under about against between among through during across
        around near behind beyond toward towards upon within without throughout via per along amid amidst above
        below beside besides like unlike outside inside off out up down after before since until till despite
        alongside aboard atop following including involving regarding concerning as versus because due owing than ahead
        """),
    determiners=_words(
        "the a an this that these those some any no each every another all both several many most few its such other"
        " either neither"
    ),
    possessives=_words("his her their its our my your"),
    pronouns=_words("""
        i you he she it we they me him us them himself herself itself themselves one someone somebody everyone
        nobody others who whom this that these those there ones
        """),
    personal=_words("he she it they we i"),
    human_pronouns=_words("he she"),
    adverbs=_words("""
        meantime also now then later earlier soon just only first finally formally officially again eventually elsewhere
        initially
        originally recently already still ever even once twice together instead abruptly suddenly quickly briefly
        reportedly allegedly currently previously subsequently immediately nearly almost about roughly approximately
        too very most more less least well far further apart away back here there abroad publicly privately jointly
        unanimously narrowly largely mostly partly fully newly long ago early late prior shortly not never n't so
        yet however meanwhile moreover nevertheless thus therefore often always sometimes
        """),
    numbers=_words(
        "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds"
        " thousand thousands million millions billion billions twenty thirty forty fifty sixty seventy eighty ninety"
    ),
    distributive=_words("both all"),
    date_prepositions=_words(
        "in on at by during since until till from before after through throughout around about within between into over"
        " for as to of between circa near following"
    ),
    date_leads=_words("""
        early earlier late later mid beginning starting back only just around about again as the a dated effective
        commencing until midnight noon first last roughly approximately circa sometime again until exactly precisely
        once also still finally eventually ending
        """),
    reference_prepositions=_words("since after before following until till despite"),
    reference_phrases=_phrases("""
        in the wake of,in the aftermath of,as a result of,in response to,because of,due to,owing to,prior to,
        in the run-up to,ahead of,in the days after,at the time of,as part of,responsible for,blamed for,known for,
        accused of,victims of,
        survivors of,anniversary of,in retaliation for,stemming from
        """),
    start_prepositions=_words("since from"),
    lasting=_phrases("since,as of"),
    genitive_prepositions=_words("of"),
    event_nouns=_EVENT_NOUNS | {f"{noun}s" for noun in _EVENT_NOUNS if not noun.endswith("s")},
    event_noun_endings=("tion", "tions", "sion", "sions", "ment", "ments"),
    event_noun_exceptions=_words("""
        nation nations population populations mention mentions question region million station stations mission
        section sections generation position positions condition conditions tradition traditions organisation
        organization organisations organizations institution institutions corporation corporations association
        associations federation administration administrations commission commissions government governments
        parliament parliaments department departments document documents instrument monument monuments element
        elements moment moments apartment apartments environment garment segment segments regiment regiments
        settlement settlements television version versions pension pensions mansion mansions division divisions
        vision passion tension tensions dimension dimensions information location locations function situation
        relation relations option options motion notion portion proportion reputation opinion religion legion union
        supplements cement comment treatment equipment employment management basement pavement payment shipment
        ligament temperament testament sentiment station constitution coalition delegation delegations foundation
        fraction perception nutrition ammunition emotion action
        """),
    person_nouns=_words(
        "hostage hostages prisoner prisoners attacker attackers protester protesters resident president presidents"
        " student refugees"
    ),
    known_point_prepositions=_words("during at like amid"),
    light_objects=_words("place"),
    genitive_relatives=_words("whose"),
    aims=_words("for to"),
    light_verbs=_words("hold have make take conduct carry stage give undergo see host hit strike face suffer"),
    withheld=_words("refusal failure inability reluctance unwillingness"),
    stand_ins=_phrases(
        "like the one,like the ones,such as the one,such as the ones,like that,such as that,including the one"
    ),
    two_sided=_words("between among"),
    synonyms=SYNONYMS,
    happenings=HAPPENINGS,
    honorifics=_words("""
        President Vice Prime Minister Deputy Foreign Defence Defense Interior Finance Secretary Chancellor King
        Queen Prince Princess Emperor Empress Pope Sultan Tsar Czar Sir Lord Lady Dame Mr Mr. Mrs Mrs. Ms Ms. Dr Dr.
        Doctor Professor Prof Prof. Senator Sen. Rep. Representative Congressman Congresswoman Governor Gov. Mayor
        General Gen. Admiral Colonel Col. Major Captain Capt. Lieutenant Lt. Sergeant Sgt. Justice Judge Ambassador
        Archbishop Bishop Cardinal Father Saint Chief Commander Director Chairman Chairwoman CEO Coach Premier
        Attorney Inspector Detective Officer Speaker Duke Duchess Count Countess Baron Sheikh Ayatollah Rabbi Imam
        """),
    places=PLACES,
    same_places=SAME_PLACES,
    place_prepositions=_words("in at near from to outside across into around toward towards inside off over"),
    locative_prepositions=_words("in near outside inside off"),
    place_nouns=_words(
        "mayor city town village province state region district island port capital governor bishop suburb coast county"
    ),
    particles=_words("down out up off over away back on in apart through"),
    object_particles=_words("down out up off over away back"),
    name_joints=_words("of es the de da del della di du la le van von der den bin ibn al el"),
    organisations=_words("""
        Ministry Department Council Committee Commission Agency Bureau Office Court Parliament Congress Senate
        Assembly Party Union Bank Fund Group Inc Inc. Corp Corp. Ltd Company University College Institute School
        Museum Hospital Church Army Navy Force Forces Police Guard Association Federation Organization Organisation
        League Club Team Times Post Journal News Press Media Television Embassy House Airlines Airways Motors
        Records Pictures Studios Foundation Trust Society Nations States Alliance Front Movement
        """),
    demonyms=DEMONYMS,
    calendar_names=_words("""
        January February March April May June July August September October November December Jan Feb Mar Apr Jun
        Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu
        Thur Thurs Fri Sat Sun Spring Summer Autumn Winter Fall Christmas Easter Eve BC BCE AD CE AM PM GMT UTC EST
        EDT PST PDT
        """),
    not_names=_words("""
        the a an this that these those he she it we they i you his her its their our my your in on at by for from to
        with of as and or but so yet after before when while since until although though because if unless however
        meanwhile moreover there here what who which where why how one two three four five six seven eight nine ten
        some many most all both several few each every no not now then later earlier also still even only just
        during under over between among through despite about around against more less another other such according
        following including today yesterday tomorrow last next first second third once twice nearly almost almost
        early late soon thousands hundreds dozens millions former police officials critics supporters
        let's analysis photo
        image credit top latest newsletter subscribe update live breaking exclusive opinion caption source updated
        published people nobody everyone former ex tv fm
        """),
    stop_words=_words("""
        the a an and or but of in on at by for with from to into over under about against between through during as
        is are was were be been being has have had do does did will would could should may might can must not no nor
        so than then that this these those it its he she they them his her their we our you your i me my who which
        what when where why how all any both each few more most other some such only own same too very just also
        after before since until while because if out up down off again once there here said says say mr mrs ms one
        two new first last year years day days month months week weeks
        """),
    third_person=_words("he she it they his her its their"),
    page_keeping=_words("update post edit add publish print remove modify"),
    page_leads=_words("page story article last first"),
    page_words=_words("page comment article story post entry text version site last help"),
    befalling=_words(
        "hit strike attack occur happen kill injure devastate shake destroy leave claim take place reach follow hold"
    ),
    sentence_code="en",
    scene=SCENE,
    modality=MODALITY,
    wording=WORDING,
    adding=ADDING,
    afterwards=AFTERWARDS,
    speeches=SPEECHES,
    comparison_prepositions=_words("since"),
    spanning=_words("in"),
    past_spans=_words("past last"),
    superlatives=_words("""
        worst best highest lowest largest biggest deadliest greatest smallest strongest weakest fastest slowest longest
        shortest hottest coldest wettest driest bloodiest heaviest lightest richest poorest youngest oldest earliest
        latest busiest costliest deepest fewest gravest hardest quietest sharpest steepest tallest toughest warmest
        widest unseen unmatched unequalled
        """),
    ordinals_of_comparison=_words("first second third fourth only last most least"),
    able=_words("could couldn't"),
    fixing=_words("plan schedule slate book"),
    deferring=_words(
        "postpone delay extend adjourn defer suspend reschedule remand give have has put_off push_back hold_over"
    ),
    limits=_words("until till to through"),
    by=_words("by"),
    implicative=_words(
        "manage fail begin start continue happen get forget remember help force cause cease stop come seem appear"
    ),
    falling_due=_words("payable due"),
    timetabled=_words("""
        start begin open reopen end expire resume close meet return arrive leave depart launch air face convene
        reconvene gather visit host premiere travel retire step go play fly speak appear head kick vote
        """),
    taken_up=_words("effect office place"),
    held_by_plan=_words("""
        meeting summit hearing game match vote election elections debate poll polls session conference ceremony race
        final referendum launch talks deadline rally funeral trial concert show telethon auction broadcast premiere
        event tournament inauguration wedding parade memorial service dinner draw march visit speech appearance press
        briefing runoff run-off ballot primary primaries caucus opening festival semi-final semifinal quarter-final
        fight bout gala party interview call lunch
        """),
    looked_up=_words("retrieved accessed archived viewed visited consulted"),
    credit_words=_words("""
        photo photos photograph photography picture pictures image images credit credits courtesy copyright by via
        handout illustration file archive all rights reserved
        """),
    place_openings=_words("Lake Mount Cape Fort Strait Straits Isle Bay Place Rue"),
    place_endings=_words("""
        Island Islands River Valley Mountains Bay Sea Ocean Gulf Strait Street Avenue Square Province County Airport
        Beach Bridge Dome Stadium Arena Palace Cathedral Boulevard Peninsula Desert Canal Plaza Highway
        """),
    plural_nouns=_words("police people men women children troops cattle media"),
    adverb_endings=("ly",),
    adverb_exceptions=_words("""
        family supply reply apply ally rally assembly monopoly anomaly italy fly july bully jelly belly lily weekly
        monthly daily yearly quarterly friendly likely unlikely elderly costly deadly lovely lonely holy ugly silly
        early orderly scholarly timely worldly earthly ghostly homely unruly curly butterfly multiply comply rely
        imply brotherly cowardly
        """),
    naming=_words("name rename call dub elect appoint declare crown christen title label brand vote proclaim"),
    passive_past=("was", "were"),
    passive_present=("is", "are"),
    article="the",
    compound_prepositions=_phrases(
        "in front of,in addition to,on behalf of,in order to,in favour of,in favor of,in spite of,in place of,"
        "in terms of,in charge of,with regard to,with respect to,in relation to,in exchange for,in return for,"
        "on top of,by means of,in search of,in support of,in need of,such as,as well as,in line with,according to,"
        "at the age of,on the basis of,in the middle of,in the hands of,at a time of,in a bid to,a number of"
    ),
    definite=_words("the that this these those"),
    speaking=_words("say add insist argue complain remark contend reply respond"),
    showing=_words(
        "show indicate think hope know fear feel prove say believe claim insist argue suggest reveal estimate"
        " predict warn"
    ),
    bound_prepositions=_words("of than"),
    offices=_words("""
        President Minister Secretary Chancellor CEO Mayor Governor Senator Commander Director Chairman Chairwoman
        Ambassador Chief Speaker Coach Premier Colonel Lieutenant Captain Admiral Congressman Congresswoman Inspector
        Detective Professor
        """),
    first_person=_words("i we me us my our mine ours myself ourselves"),
    states=_words("""
        know like love hate want need seem appear belong own contain consist include remain live lie feel think believe
        hope look mean matter cost weigh exist resemble deserve prefer wish doubt depend work use play become begin
        """),
    have_present=_words("has have"),
    phases=_words("begin start resume end finish conclude"),
    day_prepositions=_words("on"),
    spans=_words("quarter year months month weeks week half period season"),
    comparing=_phrases(
        "compared with,compared to,comparison with,comparison to,versus,up from,"
        "down from,than the,than in,than a,than it was"
    ),
    measured_from=_words("from"),
    measures=_words("percent cent percentage points point"),
    plural_auxiliaries=frozenset({"were", "are", "have"}),
    encounters=_words("meet receive host welcome sit see greet speak visit audience reception hold"),
)
