"""English verbs of telling: an irregular table, a list of regular ones, and the spelling that makes their forms.

Goes out: `VERBS`, each form with its base form and what it may be; `PAST`, each base form with its past;
`SURELY_PRESENT`, forms of the present that no noun shares.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from timeline.grammar.narration import VerbForm

# base past participle; several spellings of one form are parted by "/"
IRREGULAR = """
arise arose arisen, awake awoke awoken, bear bore borne/born, beat beat beaten, become became become, begin began
begun, bend bent bent, bet bet bet, bid bid/bade bid/bidden, bind bound bound, bite bit bitten, bleed bled bled, blow
blew blown, break broke broken, breed bred bred, bring brought brought, broadcast broadcast/broadcasted broadcast,
build built built, burn burned/burnt burned/burnt, burst burst burst, buy bought bought, cast cast cast, catch caught
caught, choose chose chosen, cling clung clung, come came come, cost cost cost, creep crept crept, cut cut cut, deal
dealt dealt, dig dug dug, draw drew drawn, dream dreamed/dreamt dreamed/dreamt, drink drank drunk, drive drove driven,
eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found, flee fled fled,
fling flung flung, fly flew flown, forbid forbade forbidden, forecast forecast forecast, foresee foresaw foreseen,
forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone, freeze froze frozen, get got got/gotten,
give gave given, go went gone, grind ground ground, grow grew grown, hang hung/hanged hung/hanged, hear heard heard,
hide hid hidden, hit hit hit, hold held held, hurt hurt hurt, keep kept kept, kneel knelt/kneeled knelt/kneeled, know
knew known, lay laid laid, lead led led, lean leaned/leant leaned/leant, leap leapt/leaped leapt/leaped, learn
learned/learnt learned/learnt, leave left left, lend lent lent, let let let, lie lay lain, light lit/lighted
lit/lighted, lose lost lost, make made made, mean meant meant, meet met met, mislead misled misled, mistake mistook
mistaken, overcome overcame overcome, oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew
overthrown, pay paid paid, plead pleaded/pled pleaded/pled, prove proved proved/proven, put put put, quit quit quit,
read read read, rebuild rebuilt rebuilt, rid rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run,
say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, sew sewed sewn, shake
shook shaken, shed shed shed, shine shone shone, shoot shot shot, show showed shown/showed, shrink shrank shrunk, shut
shut shut, sing sang sung, sink sank/sunk sunk, sit sat sat, slay slew slain, sleep slept slept, slide slid slid,
speak spoke spoken, speed sped sped, spend spent spent, spill spilled/spilt spilled/spilt, spin spun spun, split split
split, spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck, sting
stung stung, strike struck struck/stricken, string strung strung, strive strove striven, swear swore sworn, sweep
swept swept, swell swelled swollen, swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore
torn, tell told told, think thought thought, throw threw thrown, thrust thrust thrust, tread trod trodden, undergo
underwent undergone, understand understood understood, undertake undertook undertaken, undo undid undone, unveil
unveiled unveiled, uphold upheld upheld, upset upset upset, wake woke woken, wear wore worn, weave wove woven, weep
wept wept, win won won, wind wound wound, withdraw withdrew withdrawn, withhold withheld withheld, withstand withstood
withstood, wring wrung wrung, write wrote written, resell resold resold, retake retook retaken, rewrite rewrote
rewritten, redraw redrew redrawn, remake remade remade, outlaw outlawed outlawed, override overrode overridden, outbid
outbid outbid, outdo outdid outdone, outsell outsold outsold, overdo overdid overdone, overhear overheard overheard,
overrun overran overrun, overspend overspent overspent, repay repaid repaid, reset reset reset, retell retold retold,
rethink rethought rethought, undercut undercut undercut, underwrite underwrote underwritten, foretell foretold
foretold, forsake forsook forsaken
"""

REGULAR = """
open love listen seem need reflect sort wonder abandon abduct abolish abort absorb abstain abuse accelerate accept
accompany accuse achieve acknowledge acquire acquit act adapt add address adjourn adjust administer admit adopt
advance advise affect affirm agree aid aim air allege allocate allow ally amend amount analyse analyze announce annex
answer anticipate apologise apologize appeal appear applaud apply appoint approach approve argue arm arrange arrest
arrive ask assassinate assault assemble assert assess assign assist assume attach attack attain attempt attend attract
auction authorise authorize avert avoid award back ban bar base batter battle beg behead believe belong besiege betray
blame blast bless block bloom board boast bomb bombard boost borrow bow boycott brand breach brief broker budget bury
call calm campaign cancel capsize capture care carry cause cease celebrate censor censure centre chair challenge
champion change charge charter chase check cheer cite claim clash clean clear climb close coach coin collaborate
collapse collect collide colonise colonize combine command commemorate commence comment commission commit compare
compensate compete compile complain complete comply compose comprise concede conceive conclude condemn conduct confer
confess confirm confiscate confront congratulate connect conquer consecrate consider consist construct consult contact
contain contest continue contract contradict contribute control convene convert convict convince cooperate coordinate
cope correct cost counter couple cover crack crash create credit criticise criticize cross crown crush cultivate curb
cure damage dance dare date debate debut decide declare decline decorate decrease decree dedicate defeat defect defend
defer define defraud degrade delay delegate delete deliver demand demolish demonstrate denounce deny depart depend
depict deploy deport depose deposit derail descend describe desert design designate desire destroy detain detect
deteriorate determine detonate devastate develop devise devote diagnose dictate die differ digest diminish direct
disappear disband discharge disclose discontinue discover discuss disembark dismantle dismiss dispatch disperse
display dispute disqualify disrupt dissolve distribute divert divide divorce dock document dominate donate double drag
drift drop drown dry dub dump earn ease echo edit educate elect elevate eliminate elope embark embrace emerge emigrate
employ enable enact encounter encourage end endorse endure enforce engage enjoy enlist enrol enroll ensue enter
entitle equip eradicate erase erect erupt escalate escape establish estimate evacuate evade evaluate evict evolve
examine exceed exchange execute exercise exhibit exile exist expand expect expel experience expire explain explode
exploit explore export expose express extend extinguish extradite face fail fade fake farm fashion favour favor fear
feature file fill film finalise finalize finance fine finish fire fix flank flash flatten flood flourish flow focus
fold follow force forge form formulate fortify found frame free fuel fulfil fulfill function fund gain gather generate
govern grab grade graduate grant greet ground group guarantee guard guide hail halt hammer hand handle happen harass
harm harvest haul head heal help hesitate hijack hire hoist honour honor hope host house hunt identify ignite ignore
illustrate imagine immigrate impeach implement imply import impose impress imprison improve inaugurate include
incorporate increase indicate indict induct infect inflict influence inform inhabit inherit initiate injure inspect
inspire install instruct insist integrate intend intensify intercept interest interpret interrogate interrupt
intervene interview introduce invade invent invest investigate invite invoke involve isolate issue jail join judge
jump justify kick kidnap kill kiss knock label lack land lapse last laugh launch leak lease lecture legalise legalize
levy liberate license lift like limit link liquidate list live load loan lobby locate lock lodge look loot lower
maintain manage mandate manufacture march mark marry match mature measure mediate mention merge migrate mint miss
mobilise mobilize mock model modernise modernize modify monitor mount mourn move multiply murder name nationalise
nationalize negotiate nominate note notice notify number obey object oblige observe obtain occupy occur offer
officiate oppose order organise organize originate oust outnumber overhaul overturn own pack paint parade pardon park
part participate partner pass patent patrol pause penalise penalize perform perish permit persecute persist persuade
phone photograph pick pioneer place plan plant play pledge plot plummet plunge point poison police poll portray pose
position possess post postpone pour practise practice praise preach precede predict prefer prepare present preserve
preside press pressure prevail prevent price print proceed process proclaim procure produce profess prohibit project
prolong promise promote prompt pronounce propose prosecute protect protest provide provoke publish pull pump punish
purchase purge pursue push qualify quarantine query question queue race raid raise rally rank rape rate ratify reach
react reaffirm realise realize rebel rebuke recall receive recognise recognize recommend reconcile reconstruct record
recover recruit redesign reduce refer refine reform refuse regain regard regenerate register regret regulate reinforce
reinstate reiterate reject relate relaunch release relinquish relocate rely remain remark remember remind remove
rename render renew renounce renovate reopen reorganise reorganize repair repeal repeat repel replace reply report
represent reproduce request require rescind rescue research resemble reserve reshape reside resign resist resolve
respond rest restore restrict restructure result resume retain retaliate retire retreat retrieve return reunify
reunite reveal reverse review revise revive revoke revolt reward riot rival rob rocket roll rotate round route ruin
rule rumour rush sabotage sack sail salvage sanction save say scale scare schedule score screen seal search secure
seize select sense sentence separate serve settle share shell shelter shelve shift ship shock shorten shout shrug
shuttle side siege sign signal skip slam slap slash slaughter slip slow slump smash smuggle soar solve sound spark
specialise spell sponsor spot stab stage stain stall stamp star start starve state station stay stem step stop storm
straddle strengthen stress stretch strip struggle study stun submit succeed suck sue suffer suggest suit summon supply
support suppose suppress surge surpass surprise surrender surround survey survive suspect suspend sustain switch
symbolise symbolize tackle talk target tax telephone televise tempt tend terminate test testify thank thaw threaten
thrive tie tighten topple torch torpedo torture total touch tour trace track trade train transfer transform translate
transmit transport trap travel treat trigger trim triple triumph trust try turn unearth unite unleash unveil update
upgrade urge use usher utter vacate vaccinate value vanish veto view violate visit voice volunteer vote vow voyage
wage wait walk wander want warn wash watch weaken wed weigh welcome widen wipe wish witness work worry worsen wound
yield accede account ambush apprehend arraign barricade blockade bungle cede certify christen circulate coincide
collude concur condone confine consolidate court culminate decommission decriminalise decriminalize demobilise
demobilize demote devalue disarm disavow disown dissent enshrine entrust excavate excommunicate exonerate expropriate
deserve ensure insure operate vary muster subjugate secede pillage repulse rout outflank entrench conscript swerve
airlift remand parole divest delist revalue retweet shortlist canonise canonize beatify ordain cremate exhume
falter flock foil forfeit hack homer incite inscribe interdict intern languish loom lynch maim massacre nullify
overrule overrun parachute petition pilot pinpoint plagiarise plunder premiere privatise privatize procrastinate
prorogue quash quell ransack rebrand rebound reassign recapture reclaim reconvene redeploy rekindle repatriate
reprimand requisition resurface resurrect revitalise scrap scrutinise sequester skyrocket stagnate sterilise stockpile
straighten stipulate strafe streamline subdue subpoena succumb supersede thwart trounce tumble unify unseat usurp
vandalise wane waver withstand abate abdicate absolve accentuate accrue accumulate activate adhere adjoin administrate
admire admonish adorn advertise afford aggravate agitate alienate alleviate allot allude alter amass amaze amplify
amputate amuse animate annihilate annoy anoint apportion appraise appreciate arbitrate arouse ascend ascertain ascribe
aspire assail assimilate assuage assure astonish atone attest augment automate avail avenge await baptise baptize
befriend behave belittle bemoan bequeath bestow blacklist blackmail bolster bribe bulldoze bully capitulate categorise
characterise characterize clarify classify coerce coexist commandeer commend communicate compel comprehend conceal
condense conform confound confuse conjure conserve conspire constitute constrain consume contaminate contemplate
contend contrive converge convey correlate corrode counteract crave crumble curtail customise dampen daunt decimate
decipher deduct deem deepen defy delve demean denote deplete deplore deprive derive despise destabilise destabilize
detach deter detest detract deviate devour dilute disagree disallow disappoint disapprove discard discern discourage
discriminate disintegrate dislodge disobey dispel displace displease dispose disregard dissuade distil distinguish
distort disturb diversify domesticate downgrade downplay dramatise drench dwindle elapse elicit elude emanate
emancipate embarrass embed embellish embezzle emit emphasise emphasize empower emulate encircle enclose encompass
endanger endow engulf enhance enlarge enlighten enrage enrich entail entertain entice envisage envision equate erode
err espouse evaporate evoke exacerbate exaggerate excite exclaim exclude exert exhale exhaust exhort expedite
exterminate fabricate facilitate fascinate fatten flaunt fluctuate foment foreshadow foretell formalise forsake
frighten frustrate gaze generalise glorify harden hasten heighten hinder hoard horrify humiliate imitate immerse
impair impart impede impersonate implicate impugn incarcerate incur indulge infer infiltrate inflate infringe
infuriate ingest inhale inhibit inject innovate instigate instil insulate interact interfere intimidate intrigue
intrude inundate invalidate invigorate irrigate irritate jeopardise jeopardize legitimise lengthen lessen linger
litigate loathe magnify manipulate marginalise maximise meddle meditate memorise militate mimic minimise minimize
misinterpret misrepresent mitigate motivate mutate mutilate naturalise necessitate neutralise neutralize normalise
nurture obliterate obsess obstruct offend orchestrate outbid outlast outlive outperform outsell outsource outweigh
overdo overhear overlook overpower overreact overshadow overwhelm owe pacify paralyse paralyze penetrate perceive
permeate perpetrate perpetuate perplex personify pertain pervade placate ponder populate precipitate preclude predate
preoccupy prescribe presume pretend prioritise propagate propel prosper publicise publicize purify purport quicken
radiate radicalise rationalise readmit reappear reapply rearm rearrange reassemble reassert reassess reassure rebuff
recede recite reckon recline reconnect reconsider recoup recreate rectify recuperate recycle redefine redevelop
redirect rediscover redistribute reelect reestablish refinance refinish refloat refrain refuel refurbish refute
regroup rehabilitate rehearse reimburse reinvent rejoice rejoin relegate relive reorient repay replenish repossess
repress repudiate reroute resent resettle resonate resubmit resuscitate retell retrain revel revere revert revisit
revitalize revolutionise revolve safeguard satisfy savour scavenge scour scrutinize sever shatter signify simplify
simulate slacken soften solicit specify speculate squander stabilise stabilize steer stifle stigmatise stimulate
subdivide sublet subside subsidise subsidize substantiate subtract subvert suffice suffocate summarise summarize
superintend supervise supplant surmise surmount sympathise synthesise tamper tarnish tolerate transact transcend
transcribe transgress transpire traverse undercut underestimate underline undermine underpin underscore underwrite
unfold unload unlock unravel uproot utilise utilize validate venerate verify victimise vilify vindicate wield wither
woo wreak yearn
"""

# Their form of "he ..." in the present is nothing else: "the market seems", but "the market plans".
NEVER_NOUNS = """
accept achieve acquire adopt affect agree allow announce appear apply argue arrive ask assume attend avoid become
begin believe belong bring choose combine come comprise confirm confront consider consist contain contend continue
create defend deliver demonstrate deny depend describe deserve determine differ disappear eat embrace emerge employ
enable encourage endorse enjoy ensure enter establish exceed exist expand expect explain fail follow forbid generate
get give go grow happen hear hold identify imply improve include indicate inform insist inspire insure intend
introduce invite involve join keep know lose maintain make meet mention negotiate observe obtain occur operate oppose
own pay perceive perform persist persuade possess precede predict prefer prepare prescribe prevent produce prohibit
promote propose protect prove provide publish pursue realise realize receive recognise recognize recommend reduce
refer reflect refuse regulate reject relate rely remember remove replace represent require resemble reside resolve
respond resume retain reveal say see seek seem select sell send serve speak suffer suggest survive take teach tell
tend think threaten underline undermine understand unveil vary warn write
"""

DOUBLING = """
ban bar beg stop plan drop plot grab rob rub scrap shrug skip slam slap slip spot stab star stem step strip stun tip
trap trim wed admit commit compel confer control defer deter equip excel expel forbid incur infer occur omit patrol
permit propel rebel recur refer regret submit transfer transmit cancel travel model label fuel total signal enrol
ship shop shut cut hit get let put run set sit split win bet bid dig forget swim spin begin quit rid upset snap tap
top wrap prefer allot emit underpin
"""
_DOUBLING = frozenset(DOUBLING.split())
_ALSO_SINGLE = frozenset({"cancel", "travel", "model", "label", "fuel", "total", "signal"})
_VOWELS = "aeiou"


def _spell(base: str, ending: str) -> tuple[str, ...]:
    """The base with "ed" or "ing", spelled as English spells it."""
    if base.endswith("ie") and ending == "ing":
        return (base[:-2] + "ying",)
    if base.endswith("e") and not (ending == "ing" and base.endswith(("ee", "oe", "ye"))):
        return (base[:-1] + ending,)
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return (base[:-1] + "ied",)
    if base in _DOUBLING:
        doubled = base + base[-1] + ending
        return (doubled, base + ending) if base in _ALSO_SINGLE else (doubled,)
    return (base + ending,)


def third_person(base: str) -> str:
    """The form of "he ..." in the present ("carries")."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _expand() -> Mapping[str, tuple[str, VerbForm]]:
    table: dict[str, tuple[str, VerbForm]] = {}

    def add(form: str, base: str, kind: VerbForm) -> None:
        # Why: where two verbs share a spelling ("found"), the irregular one, listed first, gives the base.
        known = table.get(form)
        table[form] = (base, kind) if known is None else (known[0], known[1] | kind)

    irregular = [entry.split() for entry in IRREGULAR.split(",")]
    for base, past, participle in irregular:
        for form in past.split("/"):
            add(form, base, VerbForm.PAST)
        for form in participle.split("/"):
            add(form, base, VerbForm.PARTICIPLE)
    bases = [entry[0] for entry in irregular]
    told = set(bases)
    for base in REGULAR.split():
        if base in told:
            continue
        told.add(base)
        bases.append(base)
        for form in _spell(base, "ed"):
            add(form, base, VerbForm.PAST | VerbForm.PARTICIPLE)
    for base in bases:
        add(base, base, VerbForm.BASE)
        add(third_person(base), base, VerbForm.THIRD)
        for form in _spell(base, "ing"):
            add(form, base, VerbForm.GERUND)
    return MappingProxyType(table)


VERBS = _expand()
SURELY_PRESENT = frozenset(third_person(base) for base in NEVER_NOUNS.split())
PAST = MappingProxyType({base: form for form, (base, kind) in reversed(list(VERBS.items())) if kind & VerbForm.PAST})
