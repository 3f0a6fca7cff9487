"""The words that pages wrap around articles: plain data, compiled once. In: nothing. Out: patterns for one line.

English, as most scraped pages have it. All match a whole line (`fullmatch`) with white space folded; none
says on its own that what follows is another story: see `teasers` for the evidence asked for.
"""

from __future__ import annotations

import re

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin"
    "|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    "|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro"
    "|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus"
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = (
    r"(?:at |@ ?|[-–|,] ?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?"
    r"(?: ?\(?(?:GMT|UTC|BST|CET|CEST|EE?S?T|[ECMP][SD]?T|IST|JST|AEDT|AEST|Z|[+-]\d{1,2}:?\d{2})\)?)?"
)
CLOCK = re.compile(_CLOCK, re.I)
DATE = (
    rf"(?:(?:{_DAYS})\.?(?: ?,)? )?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of| de)? (?:{_MONTHS})\.?(?:(?: ?,)?(?: de)? \d{{4}})?"
    rf"|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?(?: ?,? \d{{4}})?"
    rf"|(?:{_MONTHS})\.?,? \d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}"
    r"|\d{2}))(?!\w)"
)
"""A date with a day, or a month with its year: for headers and bylines, where the layout says it is one."""

_AGO = r"(?:\d+|an?) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|years?) ago"
_READING_TIME = r"\d{1,3}[- ]?min(?:ute)?s?(?: read| watch| listen)?"
_PUBLISHED_ELSEWHERE = (
    r"veröffentlicht|erschienen|erstellt|publié|mis en ligne|publicado|publicada|pubblicato|gepubliceerd|geplaatst"
)
_UPDATED_ELSEWHERE = (
    r"(?:zuletzt )?aktualisiert|(?:zuletzt )?geändert|mis à jour|modifié|actualizado|actualizada|aggiornato"
    r"|atualizado|bijgewerkt"
)
_ON = r"(?: on| at| am| le| el| il| em| op)?"
_STAMP_WORDS = (
    r"(?:(?:first |originally )?(?:published|posted|updated|last updated|last modified|modified|created|date|filed"
    rf"|issued|released|dated|{_PUBLISHED_ELSEWHERE}|{_UPDATED_ELSEWHERE}){_ON} ?:? ?)"
)


def _line(*alternatives: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(alternatives) + ")", re.I)


_MORE = (
    rf"(?: ?[|·•,–-] ?(?:{_READING_TIME}|(?:{_STAMP_WORDS})?{DATE}(?:,? {_CLOCK})?|{_STAMP_WORDS}{_CLOCK})"
    rf"| {_STAMP_WORDS}(?:{_CLOCK},? )?{DATE}(?:,? {_CLOCK})?| {_STAMP_WORDS}{_CLOCK})*"
)
STAMP = _line(
    rf"{_STAMP_WORDS}?{DATE}(?:,? {_CLOCK})?{_MORE}",
    rf"{_STAMP_WORDS}?{_CLOCK},? {DATE}",
    rf"{_STAMP_WORDS}?{_AGO}(?: ?[|·•] ?.{{1,30}})?",
    rf"{_READING_TIME}(?: ?[|·•] ?(?:{DATE}|.{{1,30}}))?",
    rf"{_STAMP_WORDS}(?:today|yesterday|just now|{_AGO})",
)
"""A line that only says when something was put out: a date, "3 hours ago", "5 min read"."""

OWN_STAMP = _line(
    r"[\[(]?(?:(?:this|the) (?:article|story|page|post|report|piece|entry) (?:was |has been |is )?|page )?(?:(?:first"
    r"|originally|last) )?(?P<what>published|posted|updated|modified|revised|edited|appeared|issued"
    rf"|{_PUBLISHED_ELSEWHERE}|{_UPDATED_ELSEWHERE}){_ON} ?:? "
    rf"(?:{_CLOCK},? (?:on )?)?(?P<date>{DATE})(?:,? {_CLOCK})?(?: by .{{2,40}})?[.)\]]*",
)
"""A line by which a text says when it itself was put out or updated."""

STORY_STAMP = _line(rf".{{0,40}}?(?:{_AGO}|{_READING_TIME}).{{0,40}}")
"""A stamp that only lists of stories carry."""

_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]+"
PLACED_LINE = re.compile(
    rf"(?-i:{_CAPITAL}(?: (?:{_CAPITAL}|am|an|de|der|la|on|sur|upon)){{0,3}}(?:, {_CAPITAL}(?: {_CAPITAL})?)?),"
    rf" (?:the )?(?P<date>{DATE})[.,]?(?: ?[\[(/][\w &/.’'-]{{2,30}}[\])/])?(?: ?(?:--|[–—_]| -))?", re.I,
)  # fmt: skip
"""The line above or under a letter, or above a report: "Tarn, 4 March 2017", "TARN, March 4 (NTB) --" (`fullmatch`)."""
UPDATES = re.compile(rf"updated|modified|revised|edited|corrected|{_UPDATED_ELSEWHERE}", re.I)
"""Words that tell of a later change."""
BYLINE_DATE = re.compile(DATE, re.I)
PUBLISHED_LINE = re.compile(
    rf"(?:first |originally |was )*(?:published|posted|date|dated|filed|issued|{_PUBLISHED_ELSEWHERE}){_ON}:? "
    rf"({DATE}(?:,? {_CLOCK})?)", re.I,
)  # fmt: skip
PURE_DATE = re.compile(rf"{DATE}(?:,? {_CLOCK})?[.:]?", re.I)

_WHOM = (
    r"(?:us|@\w+|(?:the )?[\w.’' ]{1,40} on (?:social|twitter|x|facebook|instagram|telegram|whatsapp|tiktok"
    r"|youtube|google))"
)
_NETWORKS = (
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|pinterest|reddit|youtube|tiktok|threads"
    r"|bluesky|mastodon|e-?mail|print|copy link|copy|link|share|sms|messenger|rss|flipboard|pocket)"
)
FURNITURE = _line(
    rf"follow {_WHOM}(?: .{{0,80}})?",
    r"(?:share|tweet|pin|like|post)(?: (?:this|it|on|via|to|the (?:story|article|post)).{0,60})?[:!.]?",
    rf"(?:share (?:on|via|to) )?{_NETWORKS}(?:(?: ?[|/,·•&] ?| and | ){_NETWORKS})*",
    r"(?:like|find|join) us on .{2,60}",
    r"(?:please )?(?:subscribe|sign[- ]?up|register)(?: (?:now|today|here|free|for free|below))?(?:[!.]"
    r"| (?:to|for|and|with) (?:our|the|a|this|us|free|unlimited|daily|weekly|breaking|newsletter|alerts"
    r"|updates|more|get|read|receive|continue|full)\b.{0,300})?",
    r"(?:get|receive) (?:the |our |all the |your |more )?.{0,80}(?:newsletters?|inbox|e-?mail|alerts"
    r"|every (?:morning|week|day)|delivered|app)\b.{0,160}",
    r"(?:join|support) (?:us|our|the conversation|the discussion|now|today|thousands|millions|over"
    r"|more than [\d,]+ (?:subscribers|readers))\b.{0,200}",
    r"(?:enter|type) your e-?mail.{0,80}|your e-?mail(?: address)?|(?:email|e-mail)(?: address)?\*?",
    r"(?:our |the |daily |weekly |morning |free |e-?mail )*newsletters?(?: sign[- ]?up)?[!.:]?",
    r"thank you for (?:reading|subscribing|signing up|visiting).{0,160}",
    r"(?:donate|donate now|support us|become a (?:member|subscriber|supporter).{0,80}|make a (?:gift"
    r"|donation).{0,60})",
    r"(?:download|get) (?:the|our) .{0,30}app\b.{0,100}",
    r"(?:we|this (?:web ?)?site|our (?:web ?)?site|our partners|[\w.]{3,30}) (?:uses?"
    r"|stores?)(?: [\w-]+){0,2} cookies\b.{0,400}",
    r"(?:accept|reject|manage|allow|cookie|privacy)(?: all| and close)?(?: cookies?| preferences| settings"
    r"| policy| notice| choices)*",
    r"by (?:clicking|continuing|signing up|subscribing|submitting|using)\b.{0,300}",
    r"(?:.{0,60}?)?(?:©|\(c\) ?(?=\d{4})|copyright\b ?(?:©|\(c\)|\d{4}|by\b)).{0,200}",
    r".{0,160}\ball rights reserved\b.{0,200}",
    r".{0,120}\bmay not be (?:published|reproduced|broadcast|republished|rewritten|redistributed|copied)\b.{0,200}",
    r"(?:advertisements?|ad|ads|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)|(?:story"
    r"|article|content)? ?continues below(?: this)?(?: ad(?:vertisement)?)?|(?:continue|keep) reading (?:below"
    r"|the main story|with|by|for).{0,40}|skip advertisement|advertise with us|(?:scroll|swipe) (?:down"
    r"|to continue).{0,40})",
    r"(?:skip to|jump to|back to|go to|return to) (?:the )?(?:main )?(?:content|navigation|top|home ?page"
    r"|menu|main|search|article list|homepage)",
    r"(?:menu|search|home|log ?in|sign ?in|log ?out|my account|close|toggle navigation|site index"
    r"|contact(?: us)?|about(?: us)?|careers|help|faqs?|privacy(?: policy| notice)?|terms(?: of (?:use"
    r"|service)| and conditions| & conditions)?|accessibility|sitemap|imprint"
    r"|site map)(?: ?[|/·•] ?[\w &]{2,30}){0,12}",
    r"(?:\d+ |view |show |add |leave |post |read |see |hide |load |all |no |a )*(?:comments?|replies"
    r"|reactions)(?: \(\d+\))?(?: (?:are|have been) closed.{0,20})?[.:]?",
    r"(?:listen|listen to (?:this )?(?:article|story)|play audio|audio (?:version|player)|watch (?:live|now)"
    r"|print(?: this)?(?: (?:page|article|story))?|save(?: (?:for later|article|this story))?|bookmark"
    r"|report (?:an error|a typo|this ad)|suggest a correction|reuse this content|request a correction"
    r"|text size|font size|gift this article|view (?:gallery|\d+ images?|original))(?: .{0,30})?",
    r"(?:tags?|topics?|filed under|more on|categor(?:y|ies)|keywords?|sections?|posted in) ?: ?.{2,200}",
    r"(?:do you have|got|have) (?:a |any )?(?:story|news|tip|information|question|comment|confidential)s?\b.{0,200}",
    r"(?:(?:this|the) (?:article|story|piece"
    r"|post) )(?:was |is |has been )?(?:first |originally |also )*(?:published|posted|appeared|updated"
    r"|republished|produced|distributed|translated)\b.{0,200}",
    r"[\d.,]+[km]? ?(?:shares|views|likes|retweets)",
    r"read all the latest .{2,120}|the post .{2,160} (?:appeared first|first appeared) on .{2,80}",
    r"[\[(]?(?:except for the headline, )?this (?:story|article|report|copy) has (?:not )?been "
    r"(?:edited|published|generated|created|checked)\b.{0,200}",
    r"list of \d+ items|list \d+ of \d+|end of list",
    r"(?:our standards|editor’s note|editor's note): .{2,200}",
    r"(?:page \d+(?: of \d+)?|\d+ ?/ ?\d+|next|previous|prev|older posts|newer posts|loading\.{0,3}|swipe"
    r"|hide|expand|collapse|view all|see all|show all|more)",
)  # fmt: skip
"""Lines that belong to the page, not to any story."""

_READ_ON = (
    r"(?:keep reading|continue reading|read (?:on|more|full|the (?:full|whole|rest of the|entire)"
    r"|full (?:story|article)|this)(?: (?:story|article|post|report|piece|review|interview|now|here|below"
    r"|at [\w. ]{2,30}))*"
    r"|(?:see|view|get|find out|learn) more|view (?:full )?(?:story|article|post)|full (?:story|article"
    r"|report)|(?:show|see|load) (?:more|less|full)"
    r"|the full story|more details|story continues|click (?:here )?(?:to|for) (?:read|continue|more).{0,40})"
)
READ_ON = re.compile(rf"[\[(]?(?:…|\.\.\.)?\s?(?:{_READ_ON}[\s.…]*){{1,3}}[\])]?[\s»›>→+…]*", re.I)
"""The link under the first lines of a story that stands elsewhere."""

_STORIES = (
    r"(?:news|stories|story|articles?|posts?|reads?|reading|content|coverage|headlines|topics|items|links"
    r"|picks|videos?|podcasts?|features|reports|analysis|opinion|stuff)"
)
OTHERS = _line(
    rf"(?:more|other|top|latest|related|recommended|popular|trending|similar|featured|recent|further"
    rf"|additional|suggested|editor[’']?s[’']?|must|today[’']?s|this week[’']?s|sponsored|promoted)(?: (?:top"
    rf"|related|local|world|breaking|popular|recent|great|recommended))? {_STORIES}(?: .{{0,40}})?",
    r"more (?:from|on|in|about|by|like) .{1,50}|more",
    r"you (?:may|might|could|will|would|[’']ll)(?: also| want to| like to)*(?: like| love| enjoy| read"
    r"| be interested(?: in)?| have missed)?(?: .{0,30})?",
    r"(?:most|more|best)[- ](?:read|viewed|popular|shared|commented|watched|e-?mailed|discussed"
    r"|clicked)(?: .{0,30})?",
    r"(?:also )?recommended(?: (?:for you|reading|by .{1,30}|articles|stories))?|(?:readers|people"
    r"|others) (?:also|are) (?:like[ds]?|read|reading|viewed?)(?: .{0,20})?",
    r"(?:read|up|coming up|watch|see|what[’']?s|what to read|where to go) next|next (?:up|article|story|post"
    r"|in .{1,30})|previous (?:article|story|post)",
    r"see also|(?:also read|read also|also see)|also (?:on|in|from|by) .{1,40}|don[’']?t miss(?: this"
    r"| these)?|in case you missed it|icymi|what else .{1,30}",
    r"trending(?: (?:now|today|on .{1,30}|in .{1,30}|topics))?|popular(?: (?:now|today|on .{1,30}|in .{1,30}"
    r"|this week))?|latest(?: (?:from .{1,30}|in .{1,30}|updates))?|top (?:stories|news|headlines)|headlines"
    r"|breaking(?: news)?",
    r"related(?: (?:to this(?: (?:story|article|topic))?|links|tags|topics|posts|internet links))?",
    r"read more(?: (?:about|on|from|in) .{1,50}| stories| articles)?",
    r"(?:from )?(?:around|across|elsewhere on) the (?:web|network|site|internet|country|world)"
    r"|from (?:our (?:partners|sponsors|archives?)|the (?:web|archives?|same (?:author|section)|author))"
    r"|elsewhere(?: .{1,30})?",
    r"(?:in )?other (?:news|stories|headlines)|in the news|also in (?:the )?(?:news|.{1,30})"
    r"|in this (?:section|series|issue)",
    r"editors?[’']?s?[’']? (?:picks?|choice|selection)|must[- ]reads?|explore (?:more|further|[\w ]{1,30})"
    r"|(?:keep|continue) exploring|discover(?: more| also)?|stay (?:informed|up to date|tuned)",
    r"stories (?:you|we|for you|that|from)\b.{0,40}|articles (?:you|you may|for you)\b.{0,40}|what (?:others"
    r"|people|readers) are (?:reading|saying)|what we[’']re reading",
)
"""A heading over other stories."""

WEAK_OTHERS = _line(
    r"more|more (?:on|about|in|by|like) .{1,50}|latest|elsewhere.{0,31}|in the news|in this .{1,10}"
    r"|stay .{1,20}|explore .{1,30}|discover.{0,11}|headlines|popular|(?:further|recent|similar|additional"
    r"|other|top) .{1,60}|read more.{0,60}|related|you (?:will|would|[’']ll).{1,60}|next .{1,30}|also (?:on"
    r"|in|from|by) .{1,40}"
)
"""Those of OTHERS that an article's own section could also be called: they need more evidence."""

POINTER = re.compile(
    r"[\[(]?(?:read (?:also|more|next|this|here|the (?:full )?(?:story|article))(?: (?:about|on) [^:"
    r"|]{1,40})?|also read|also see|see also|see more"
    r"|related(?: (?:story|stories|articles?|news|coverage|content|reading|links?|videos?))?"
    r"|more(?: (?:on this(?: story)?|news|stories|here|coverage|from [^:|]{1,30}))"
    r"|(?-i:READ|WATCH|MORE|LISTEN|ALSO|RELATED|VIDEO|PHOTOS|GALLERY|OPINION|EXPLAINER|EXPLAINED|EXCLUSIVE"
    r"|LIVE|IN PICTURES)"
    r"|watch(?: (?:more|also|now|live|this|here))?|listen(?: (?:now|also|here|to))?|don[’']?t miss"
    r"|must[- ]read|recommended(?: reading)?|you (?:may|might) (?:also )?like|in case you missed it|icymi"
    r"|up next|read next|trending)"
    r"\s*(?:[:|»›>→]+|\s[-–—]\s)\s*(?P<rest>\S.*)",
    re.I,
)
"""A label and the headline of another story on one line: "READ ALSO: ..."."""

_AGENCY = (
    r"(?:AP(?: Photo)?|AFP|Reuters|EPA|Getty(?: Images)?|Shutterstock(?:\.com)?|Wikimedia(?: Commons)?|Alamy"
    r"|PA(?: (?:Wire|Images|Media))?|Press Association|Bloomberg|Xinhua|TASS|Sputnik|DPA|ANSA|Flickr"
    r"|iStock(?:photo)?|Unsplash|Pexels|Rex(?: Features)?|Corbis|Magnum|Anadolu(?: Agency)?|NurPhoto"
    r"|Zuma(?: Press)?|UPI|NASA|Pool|Handout|Creative Commons|CC[- ]BY[\w .-]*|Public Domain|File(?: photo)?)"
)
_IMAGE = (
    r"(?:photos?|photographs?|images?|pictures?|pics?|illustrations?|graphics?|art ?work|screengrab"
    r"|screenshot|video|map|cartoon)"
)
_NAME = r"[^\W\d_][\w.’'-]*(?: (?:[^\W\d_][\w.’'-]*|of|the|de|van|von|for|and|&)){0,6}"
CREDIT = _line(
    rf"(?:(?:top|lead|main|header|cover|banner|featured?|file|hero|inset|above"
    rf"|below) )?{_IMAGE}(?: (?:credits?|courtesy|source|by|copyright|via|illustration))*s?(?: of)? ?(?:[:©]"
    rf"|by\b|courtesy\b|via\b) ?[^.?!]{{2,90}}(?:\.(?:com|org|net))?\.?",
    r"(?:photo|image|picture) (?:credits?|courtesy|source),? [^.?!]{2,90}",
    r"(?:photo |image |picture )?credits?(?: line)?: ?[^?!]{2,90}|(?:courtesy(?: of| photo)?:?|source:"
    r"|©) ?[^.?!]{2,60}",
    rf"{_AGENCY}(?: ?/ ?{_NAME})?|{_NAME} ?(?:/|\||via|for) ?{_AGENCY}(?: ?(?:/|via) ?[\w .]{{2,40}})?",
    rf"[\[(](?:{_IMAGE}[:\s].{{2,80}}|.{{2,60}}/ ?{_AGENCY}.{{0,40}}|{_AGENCY}.{{0,60}})[\])]",
)
"""A line that only names who made a picture."""

CREDIT_AT_END = re.compile(
    rf"(?:[\[(](?:(?:{_IMAGE}|file|credit|courtesy)\b[^()\[\]]{{0,90}}|[^()\[\]]{{2,90}}/[^()\[\]]{{2,60}}"
    rf"|[^()\[\]]{{2,60}}\bvia\b[^()\[\]]{{2,60}}|{_AGENCY}\b[^()\[\]]{{0,60}}|[^()\[\]]{{2,40}} (?:photo"
    rf"|images?))[\])]"
    rf"|(?:(?<=[.!?”\"’)])|(?<=\s\|)|(?<= [-–—])) ?(?:{_IMAGE}(?: credits?| courtesy| by| source)*s?(?::| by"
    rf"| courtesy) ?[^.]{{2,80}}|credits?: ?[^.]{{2,80}}|© ?[^.]{{2,80}}|courtesy (?:of )?[^.]{{2,60}}"
    rf"|{_AGENCY} ?/ ?{_NAME}|{_NAME} ?/ ?{_AGENCY}(?: via {_AGENCY})?|{_AGENCY}))\.?",
    re.I,
)
"""A credit that ends a line: in brackets, or after the last full stop (`search`, at the end)."""

CAPTION_START = re.compile(
    rf"[\[(]?(?:file(?: {_IMAGE})?\s?(?:[-–—:]|\.\s)|(?:{_IMAGE}|caption|{_IMAGE} caption)(?: \d+)? ?[:,]"
    rf"|pictured(?: here| above| below| left| right)?:|(?:above|below|left|right|top)(?:, (?:left|right))?:"
    rf"|(?:fig(?:ure|\.)|plate) \d+[.:]|in this (?:{_DAYS}|undated|file|{_IMAGE}|[\w ,.]{{3,30}}) {_IMAGE})",
    re.I,
)
CAPTION_WORDS = re.compile(
    rf"\bpictured\b|\bseen here\b|\((?:left|right|centre|center|l|r|above|below|top|bottom)\)|, (?:left|right"
    rf"|far left|second from (?:left|right)), |\b(?:file|archive) {_IMAGE}\b|\bposes? for a (?:photo|picture"
    rf"|portrait)|^(?:a|an|an aerial|the) (?:view|photograph|photo|picture|aerial view|portrait|still) of\b",
    re.I,
)

_PERSON = (
    r"(?-i:(?:[A-ZÀ-ÞŁŚŻ]|d’|d'|Mc|Mac)[\w.’'-]*(?: (?:[A-ZÀ-ÞŁŚŻ][\w.’'-]*|de|van|von|der|den|la|al-\w+|bin"
    r"|ibn|y|e|di|da|dos)){1,4})"
)
_PEOPLE = rf"{_PERSON}(?:(?:,? (?:and|&|und|et|y|e) |, ){_PERSON}){{0,4}}"
BYLINE = _line(
    rf"(?:(?:analysis |opinion |story |text |words |report |reporting |written |compiled |edited |posted )?by"
    rf"|von|par|por) {_PEOPLE}(?:,? (?:in|for|at|with) [\w .,’'-]{{2,60}})?(?: ?[,|·•/–—-] ?.{{2,80}})?",
    r"(?:author|reporter|writer|correspondent)s?: ?.{2,80}",
    rf"{_PEOPLE} ?[|·•,–—-] ?{DATE}.{{0,40}}",
    rf"{DATE}(?:,? {_CLOCK})? ?[|·•–—/-] ?(?:by )?{_PEOPLE}.{{0,40}}",
    rf"{_PEOPLE}, (?:staff|senior|chief|political|foreign|special|science|business|sports?|crime|health"
    rf"|education|environment|diplomatic|local|court|city)?\b ?(?:writer|reporter|correspondent|editor"
    rf"|journalist|contributor|analyst)(?:,? .{{2,60}})?",
    r"(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by .{3,200}",
)

OPENING_STAMP = re.compile(
    rf"(?:(?:page |first |originally |last )*(?:published|posted|updated|modified|broadcast){_ON} ?:? "
    rf"(?:{_CLOCK}(?: ?,)? (?:on )?)?{DATE}(?: ?,? ?{_CLOCK}(?: UK)?)*"
    rf"|{DATE}(?:,? {_CLOCK})? (?:last |first )?(?:updated|published) at {_CLOCK}(?: help)?"
    rf"|{_PEOPLE} ?[|·•] ?(?:{_CLOCK}(?: [A-Za-z]{{2,9}} time)?(?: ?,)? )?{DATE})(?= ?\S)",
    re.I,
)
"""What says when a page was put out, in front of its first words: "Last updated: 4 May 2011 The mill ..." (`match`)."""

NOTES = _line(
    r"[#*_ ]*(?:(?:end|foot)?notes?(?: and references)?|references|citations|works cited|bibliography|sources"
    r"|further reading|external links)[:*_ ]*"
)
"""The heading over the notes that end a text."""
NOTE = re.compile(r"(?:\[\d{1,3}\]|\^|[¹²³⁴-⁹†‡])\s?\S")
"""How a note under its own mark begins (`match`)."""

WRITER = re.compile(
    rf"{_PERSON} (?:is|was|has been|works as|covers|reports|writes)\b[^.]{{0,80}}?\b(?:reporter|correspondent|columnist"
    r"|staff writer|contributing (?:writer|editor)|freelance|journalist|(?:news|senior|managing|deputy) editor"
    r"|for (?:this|the) (?:newspaper|paper|magazine|site))\b",
    re.I,
)
"""How the line about its writer opens (`match`)."""

_ENTRY_PLACE = r"(?-i:(?:[A-ZÀ-Þ][\w.’' -]{1,30}, ){0,2})"
_POSTED = (
    r"(?:(?:posted|written|sent|published|reply|comment|message)(?: by [\w .@-]{1,30}?)?(?: on|:)? "
    r"|[\w.@-]{1,24} (?:wrote|posted|replied|said)(?: on)?:? )"
)
ENTRY_LINE = re.compile(
    rf"(?:[#*_>-]+ ?)?(?:{_POSTED}|{_ENTRY_PLACE})(?P<date>{DATE})(?:,? {_CLOCK})?[.:]?[*_]*",
    re.I,
)
"""A line that only dates what follows: "12 March 1916", "Zürich, 3 May.", "### Friday, 3 May 1940" (`fullmatch`)."""
ENTRY_START = re.compile(rf"^[ \t]*(?:[#*_>-]+ ?)?(?:{_POSTED}|{_ENTRY_PLACE}){DATE}", re.I | re.M)
"""How a line begins that may head an entry (`finditer` over a whole text)."""
ENTRY_OPENING = re.compile(
    rf"(?:[*_]{{1,2}})?{_ENTRY_PLACE}(?P<date>{DATE})(?:,? {_CLOCK})?"
    r"(?:[*_]{1,2})?(?:\s*(?:[.:]\s?(?:--|[–—-]{1,2})|--|[–—]|\s-)\s*|[.:](?:[*_]{1,2})?\s+)(?=(?-i:[A-ZÀ-Þ“\"'‘*_]))",
    re.I,
)
"""A paragraph that opens with the day of its writing: "12 March 1916. Dear Mother", "March 3.--Rain" (`match`)."""

DATELINE = re.compile(
    rf"(?-i:(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{2,40}})(?:/[A-ZÀ-Þ ]{{3,30}})?(?:, [A-Z][\w.’' ]{{1,30}}?)??)"
    rf"(?:(?:[,:]| ?(?:--|[–—]))? (?P<date>{DATE}))?(?:(?P<agency> ?[\[(/][\w &/.’'-]{{2,30}}[\])/]))?"
    rf"(?: ?(?:--|[–—_]| -)|(?(date):|(?(agency):|(?!))))(?= ?\S)",
    re.I,
)
"""A newspaper's place and date in front of the first sentence (`match`)."""

PLACED_DATE = re.compile(
    rf"(?-i:[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){{0,3}}), (?P<date>{DATE}) ?(?:--|[–—]| -|\()", re.I
)
"""A dateline in ordinary letters: "Nairobi, 4 May 2011 - "."""
