package train

import (
	"math/rand"
	"strings"

	"github.com/communique-go/communique/internal/tagger"
)

// The newspapers that we learn from are mostly about one election campaign.
// Diplomatic statements use other words, and use many that are nouns and
// verbs alike. The sentences made here show those in both uses.

// patterns have words with their tags, and slots that are filled at random:
//
//	{S} a country or a body, singular   {P} a plural subject
//	{vz} {vp} {vb} {vd} {vn} {vg} a transitive verb, as VBZ VBP VB VBD VBN VBG
//	{n} {ns} an object, NN and NNS      {a} an adjective, perhaps none
//	{x} {xs} a word that is noun and verb, as NN and NNS
//	{xz} {xp} {xb} {xd} {xn} {xg} the same as a verb
//	{t} an adjunct of time or place, perhaps none
var patterns = []string{
	"{S} {vz} the/DT {a} {n} {t} ./.",
	"{S} {vd} the/DT {a} {ns} {t} ./.",
	"{S} {xz} the/DT {a} {n} {t} ./.",
	"{S} {xz} {a} {ns} in/IN the/DT region/NN ./.",
	"{S} {xz} all/DT {ns} {t} ./.",
	"{P} {xp} the/DT {a} {n} {t} ./.",
	"{P} {xp} {a} {ns} {t} ./.",
	"{P} {vp} the/DT {x} of/IN {S} {t} ./.",
	"{S} {vd} the/DT {xs} and/CC {vd} {a} {n} ./.",
	"The/DT {xs} of/IN {S} {vd} the/DT {n} ./.",
	"The/DT {xs} {vd} {P} ./.",
	"The/DT {a} {xs} continued/VBD {t} ./.",
	"The/DT {xs} continue/VBP {t} ./.",
	"The/DT {x} continues/VBZ {t} ./.",
	"{P} {xp} while/IN the/DT {xs} go/VBP on/RP ./.",
	"{PR} {xz} the/DT {n} because/IN {PR} {vz} the/DT {ns} ./.",
	"{PP} {xp} the/DT {n} and/CC {vp} the/DT {xs} ./.",
	"{PP} {vp} the/DT {xs} for/IN {n} ./.",
	"{PR} will/MD {xb} the/DT {n} {t} ./.",
	"{PP} must/MD not/RB {xb} the/DT {ns} of/IN {P} ./.",
	"{S} would/MD {vb} any/DT {x} on/IN its/PRP$ {ns} ./.",
	"{S} has/VBZ {xn} the/DT {n} {t} ./.",
	"{P} have/VBP {xn} the/DT {ns} {t} ./.",
	"The/DT {n} was/VBD {vn} by/IN {P} {t} ./.",
	"The/DT {ns} were/VBD {xn} {t} ./.",
	"{S} is/VBZ {xg} the/DT {n} {t} ./.",
	"{P} are/VBP {vg} their/PRP$ {xs} {t} ./.",
	"{S} {vz} {P} to/TO {xb} the/DT {n} ./.",
	"{S} {vd} {P} to/TO {vb} the/DT {xs} ./.",
	"{S} said/VBD that/IN {P} {xp} the/DT {n} ./.",
	"{S} said/VBD that/IN the/DT {xs} {vd} the/DT {n} ./.",
	"{S} says/VBZ it/PRP {xz} the/DT {n} ./.",
	"{S} 's/POS {x} for/IN the/DT {n} {vz} {P} ./.",
	"{S} 's/POS {xs} {vp} the/DT {n} ./.",
	"Its/PRP$ {xs} were/VBD {vn} by/IN {P} ./.",
	"Their/PRP$ {x} {vd} the/DT {ns} ./.",
	"In/IN their/PRP$ {x} for/IN {n} ,/, {P} {xd} the/DT {n} ./.",
	"{S} {xd} the/DT {xs} {t} ./.",
	"{S} ,/, which/WDT {xz} the/DT {n} ,/, {vd} the/DT {xs} ./.",
	"{P} who/WP {xp} the/DT {n} {vp} {a} {ns} ./.",
	"The/DT {xs} {vn} by/IN {P} {vd} the/DT {n} ./.",
	"{S} {xz} to/TO {vb} the/DT {n} {t} ./.",
	"The/DT {x} between/IN {S} and/CC {S} {vd} {ns} ./.",
	"{S} {xz}",
	"{S} {xz} {ns}",
	"{P} {xp} {n}",
	"{S} {vz} {x} of/IN {n}",
	"the/DT {xs} of/IN {S}",
	"their/PRP$ {x} for/IN the/DT {n}",
	"{S} calls/VBZ on/IN {P} to/TO {vb} the/DT {xs} ./.",
	"{S} calls/VBZ for/IN {a} {xs} {t} ./.",
	"{P} call/VBP for/IN {x} {t} ./.",
	"The/DT {a} calls/NNS for/IN {n} {vd} {P} ./.",
	"{P} {xd} ,/, and/CC {S} {vd} the/DT {n} ./.",
	"If/IN {P} {xp} the/DT {n} ,/, {S} will/MD {vb} the/DT {ns} ./.",
	"When/WRB {S} {xz} the/DT {n} ,/, the/DT {xs} {vp} {P} ./.",
	"Under/IN the/DT {x} ,/, {S} {vz} the/DT {ns} ./.",
	"There/EX were/VBD {xs} in/IN {S} {t} ./.",
	"{S} strongly/RB {xz} the/DT {n} and/CC {xz} {ns} ./.",
	"{S} again/RB {xd} the/DT {n} ./.",
	"``/`` {PP} {xp} the/DT {n} ,/, ''/'' the/DT {m} said/VBD {t} ./.",
	"``/`` {S} {xz} the/DT {n} ,/, ''/'' said/VBD the/DT {m} ./.",
	"The/DT {m} {vd} the/DT {ns} and/CC {xd} {n} ./.",
	"The/DT {m} {xd} on/IN {P} to/TO {vb} {ns} ./.",
	"The/DT {m} {xz} the/DT {n} {t} ./.",
	"The/DT {m} {xz} {a} {ns} {t} ./.",
	"The/DT {m} {vz} the/DT {x} ./.",
	"The/DT {n} {x} {vz} {P} ./.",
	"{P} {vd} {n} {xs} and/CC {a} {xs} ./.",
	"{nsC} {xp} {ns} {t} ./.",
	"{nsC} {xp} the/DT {n} ./.",
	"Such/JJ {xs} {vp} the/DT {m} ./.",
	"These/DT {xs} {xp} us/PRP ./.",
	"{xsC} of/IN {n} {vp} the/DT {m} ./.",
	"The/DT {xs} {vp} from/IN the/DT {x} ./.",
	"The/DT {m} {xz} {P} to/TO {vb} ./.",
	"The/DT {m} called/VBD on/IN {P} to/TO {vb} {ns} ./.",
	"The/DT {m} called/VBD for/IN {a} {x} {t} ./.",
	"The/DT {m} {vd} the/DT {x} in/IN the/DT strongest/JJS terms/NNS ./.",
	"{PP} {vp} in/IN the/DT strongest/JJS possible/JJ terms/NNS the/DT {x} of/IN {ns} ./.",
	"The/DT {ns} --/: {n} and/CC {n} --/: arrived/VBD {t} ./.",
	"The/DT {n} arrived/VBD {t} ./.",
	"{S} ,/, {P} and/CC {S} arrived/VBD late/RB ./.",
	"{P} {xp} to/TO {xb} the/DT {n} {t} ./.",
	"{PP} {xp} to/TO {vb} {ns} {t} ./.",
	"Their/PRP$ {x} to/TO {xb} the/DT {n} was/VBD {vn} ./.",
	"{S} has/VBZ a/DT duty/NN to/TO {xb} the/DT {n} ./.",
	"The/DT {xs} {xd} to/TO the/DT {n} ./.",
	"The/DT EU/NNP {xz} {ns} who/WP {vp} {n} ./.",
	"The/DT US/NNP {xz} {a} {ns} and/CC {n} ./.",
	"The/DT UN/NNP {vz} {ns} {t} ./.",
	"The/DT {m} of/IN {S} {xz} the/DT {n} {t} ./.",
	"{xsC} on/IN {P} {vd} the/DT {n} ./.",
	"{xsC} {vn} by/IN {S} {vp} {P} ./.",
	"{nsC} {vp} the/DT {xs} ./.",
}

// fillers are the words for the slots.
var fillers = map[string]string{
	"S": "Russia/NNP|China/NNP|Iran/NNP|Turkey/NNP|India/NNP|Pakistan/NNP|Ukraine/NNP|Japan/NNP|Egypt/NNP|Syria/NNP|" +
		"Israel/NNP|Kenya/NNP|Brazil/NNP|Serbia/NNP|Ethiopia/NNP|Moscow/NNP|Beijing/NNP|Tehran/NNP|Kyiv/NNP|Ankara/NNP|" +
		"North/NNP Korea/NNP|South/NNP Africa/NNP|Saudi/NNP Arabia/NNP|the/DT government/NN|The/DT government/NN|" +
		"the/DT European/NNP Union/NNP|The/DT Foreign/NNP Ministry/NNP|NATO/NNP|ASEAN/NNP|Sudan/NNP|Mali/NNP|Poland/NNP|" +
		"The/DT Security/NNP Council/NNP|the/DT African/NNP Union/NNP|The/DT Kremlin/NNP|the/DT army/NN|The/DT delegation/NN",
	"P": "the/DT two/CD countries/NNS|Both/DT sides/NNS|the/DT parties/NNS|Member/NN states/NNS|the/DT rebels/NNS|" +
		"The/DT ministers/NNS|the/DT leaders/NNS|Western/JJ powers/NNS|the/DT authorities/NNS|Government/NN forces/NNS|" +
		"Russia/NNP and/CC China/NNP|France/NNP and/CC Germany/NNP|The/DT ambassadors/NNS|diplomats/NNS|the/DT troops/NNS|" +
		"The/DT negotiators/NNS|neighbouring/VBG states/NNS|the/DT civilians/NNS|humanitarian/JJ workers/NNS|peacekeepers/NNS",
	"PR": "He/PRP|She/PRP|he/PRP|she/PRP|It/PRP|it/PRP",
	"PP": "We/PRP|we/PRP|They/PRP|they/PRP|You/PRP|I/PRP",
	"m": "parliament/NN|court/NN|commission/NN|council/NN|army/NN|navy/NN|kingdom/NN|republic/NN|regime/NN|junta/NN|opposition/NN|" +
		"general/NN|colonel/NN|king/NN|queen/NN|emir/NN|pope/NN|chancellor/NN|senate/NN|assembly/NN|committee/NN|mission/NN|alliance/NN|" +
		"coalition/NN|militia/NN|faction/NN|presidency/NN|secretariat/NN|tribunal/NN|bloc/NN|state/NN|nation/NN|public/NN|community/NN|" +
		"minister/NN|spokesman/NN|spokeswoman/NN|ambassador/NN|envoy/NN|foreign/JJ minister/NN|president/NN|delegation/NN|" +
		"prime/JJ minister/NN|secretary-general/NN|consul/NN|mediator/NN|commissioner/NN",
	"n": "agreement/NN|ceasefire/NN|treaty/NN|resolution/NN|violence/NN|aggression/NN|invasion/NN|restraint/NN|dialogue/NN|peace/NN|" +
		"border/NN|embassy/NN|accord/NN|proposal/NN|roadmap/NN|sovereignty/NN|territory/NN|cooperation/NN|peace/NN process/NN|" +
		"arms/NNS embargo/NN|nuclear/JJ programme/NN|summit/NN|town/NN|convoy/NN|occupation/NN|annexation/NN|terrorism/NN|assistance/NN",
	"ns": "negotiations/NNS|hostilities/NNS|rights/NNS|obligations/NNS|violations/NNS|settlements/NNS|proposals/NNS|ties/NNS|" +
		"weapons/NNS|refugees/NNS|hostages/NNS|prisoners/NNS|missiles/NNS|commitments/NNS|diplomats/NNS|airstrikes/NNS|" +
		"tensions/NNS|provocations/NNS|measures/NNS|tariffs/NNS|citizens/NNS|observers/NNS|monitors/NNS|relations/NNS",
	"a": "|||new/JJ|bilateral/JJ|unilateral/JJ|immediate/JJ|further/JJ|joint/JJ|illegal/JJ|armed/JJ|diplomatic/JJ|military/JJ|economic/JJ|recent/JJ|barbaric/JJ",
	"t": "|||on/IN Monday/NNP|on/IN Thursday/NNP|today/NN|last/JJ week/NN|in/IN Geneva/NNP|in/IN the/DT capital/NN|along/IN the/DT border/NN|" +
		"at/IN the/DT United/NNP Nations/NNPS|in/IN a/DT statement/NN|without/IN delay/NN|in/IN March/NNP|this/DT month/NN",
}

// Verbs are given as VB, VBZ, VBD, VBN and VBG.
var transitive = words(`
condemn condemns condemned condemned condemning
reject rejects rejected rejected rejecting
denounce denounces denounced denounced denouncing
deplore deplores deplored deplored deploring
urge urges urged urged urging
criticize criticizes criticized criticized criticizing
accuse accuses accused accused accusing
recognize recognizes recognized recognized recognizing
reaffirm reaffirms reaffirmed reaffirmed reaffirming
accept accepts accepted accepted accepting
expel expels expelled expelled expelling
impose imposes imposed imposed imposing
suspend suspends suspended suspended suspending
violate violates violated violated violating
threaten threatens threatened threatened threatening
invade invades invaded invaded invading
oppose opposes opposed opposed opposing
endorse endorses endorsed endorsed endorsing
praise praises praised praised praising
ratify ratifies ratified ratified ratifying
summon summons summoned summoned summoning
withdraw withdraws withdrew withdrawn withdrawing
seize seizes seized seized seizing
evacuate evacuates evacuated evacuated evacuating
deploy deploys deployed deployed deploying
undermine undermines undermined undermined undermining
prolong prolongs prolonged prolonged prolonging
facilitate facilitates facilitated facilitated facilitating
protect protects protected protected protecting
resume resumes resumed resumed resuming
`)

// Words that are nouns as well: VB and NN, VBZ and NNS, VBD, VBN, VBG.
var both = words(`
attack attacks attacked attacked attacking
support supports supported supported supporting
visit visits visited visited visiting
call calls called called calling
demand demands demanded demanded demanding
protest protests protested protested protesting
strike strikes struck struck striking
veto vetoes vetoed vetoed vetoing
ban bans banned banned banning
sanction sanctions sanctioned sanctioned sanctioning
plan plans planned planned planning
raid raids raided raided raiding
blockade blockades blockaded blockaded blockading
shell shells shelled shelled shelling
bomb bombs bombed bombed bombing
boycott boycotts boycotted boycotted boycotting
pledge pledges pledged pledged pledging
offer offers offered offered offering
request requests requested requested requesting
appeal appeals appealed appealed appealing
promise promises promised promised promising
vote votes voted voted voting
halt halts halted halted halting
delay delays delayed delayed delaying
fear fears feared feared fearing
aim aims aimed aimed aiming
claim claims claimed claimed claiming
warrant warrants warranted warranted warranting
report reports reported reported reporting
praise praises praised praised praising
blame blames blamed blamed blaming
target targets targeted targeted targeting
transfer transfers transferred transferred transferring
release releases released released releasing
purchase purchases purchased purchased purchasing
deal deals dealt dealt dealing
order orders ordered ordered ordering
fund funds funded funded funding
concern concerns concerned concerned concerning
abuse abuses abused abused abusing
force forces forced forced forcing
control controls controlled controlled controlling
document documents documented documented documenting
guard guards guarded guarded guarding
block blocks blocked blocked blocking
press presses pressed pressed pressing
study studies studied studied studying
clash clashes clashed clashed clashing
move moves moved moved moving
view views viewed viewed viewing
worry worries worried worried worrying
need needs needed needed needing
hope hopes hoped hoped hoping
wish wishes wished wished wishing
mark marks marked marked marking
regret regrets regretted regretted regretting
favour favours favoured favoured favouring
charge charges charged charged charging
challenge challenges challenged challenged challenging
counter counters countered countered countering
curb curbs curbed curbed curbing
cut cuts cut cut cutting
drill drills drilled drilled drilling
exchange exchanges exchanged exchanged exchanging
finance finances financed financed financing
grant grants granted granted granting
guarantee guarantees guaranteed guaranteed guaranteeing
harm harms harmed harmed harming
increase increases increased increased increasing
lead leads led led leading
limit limits limited limited limiting
murder murders murdered murdered murdering
name names named named naming
notice notices noticed noticed noticing
object objects objected objected objecting
patrol patrols patrolled patrolled patrolling
permit permits permitted permitted permitting
pressure pressures pressured pressured pressuring
probe probes probed probed probing
process processes processed processed processing
rescue rescues rescued rescued rescuing
respect respects respected respected respecting
risk risks risked risked risking
salute salutes saluted saluted saluting
search searches searched searched searching
snub snubs snubbed snubbed snubbing
stage stages staged staged staging
start starts started started starting
supply supplies supplied supplied supplying
tour tours toured toured touring
train trains trained trained training
travel travels traveled traveled traveling
urge urges urged urged urging
use uses used used using
voice voices voiced voiced voicing
wage wages waged waged waging
walk walks walked walked walking
wound wounds wounded wounded wounding
review reviews reviewed reviewed reviewing
host hosts hosted hosted hosting
fight fights fought fought fighting
aid aids aided aided aiding
trade trades traded traded trading
arrest arrests arrested arrested arresting
advance advances advanced advanced advancing
assault assaults assaulted assaulted assaulting
ambush ambushes ambushed ambushed ambushing
retreat retreats retreated retreated retreating
rebuke rebukes rebuked rebuked rebuking
mandate mandates mandated mandated mandating
embargo embargoes embargoed embargoed embargoing
question questions questioned questioned questioning
comment comments commented commented commenting
result results resulted resulted resulting
return returns returned returned returning
reply replies replied replied replying
contact contacts contacted contacted contacting
dispute disputes disputed disputed disputing
test tests tested tested testing
launch launches launched launched launching
march marches marched marched marching
riot riots rioted rioted rioting
rally rallies rallied rallied rallying
talk talks talked talked talking
`)

func words(s string) [][]string {
	var out [][]string
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		out = append(out, strings.Fields(line))
	}
	return out
}

// Made returns n sentences made from the patterns.
func Made(n int, rng *rand.Rand) []Sentence {
	pick := map[string][]string{}
	for k, v := range fillers {
		pick[k] = strings.Split(v, "|")
	}
	forms := []struct {
		slot  string
		verbs [][]string
		form  int
		tag   string
	}{
		{"vb", transitive, 0, "VB"}, {"vp", transitive, 0, "VBP"}, {"vz", transitive, 1, "VBZ"},
		{"vd", transitive, 2, "VBD"}, {"vn", transitive, 3, "VBN"}, {"vg", transitive, 4, "VBG"},
		{"xb", both, 0, "VB"}, {"xp", both, 0, "VBP"}, {"xz", both, 1, "VBZ"},
		{"xd", both, 2, "VBD"}, {"xn", both, 3, "VBN"}, {"xg", both, 4, "VBG"},
		{"x", both, 0, "NN"}, {"xs", both, 1, "NNS"},
	}
	for _, f := range forms {
		for _, v := range f.verbs {
			pick[f.slot] = append(pick[f.slot], v[f.form]+"/"+f.tag)
		}
	}
	capital := func(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
	for _, k := range []string{"xs", "ns"} {
		for _, w := range pick[k] {
			pick[k+"C"] = append(pick[k+"C"], capital(w))
		}
	}
	out := make([]Sentence, 0, n)
	for len(out) < n {
		var s Sentence
		for _, p := range strings.Fields(patterns[rng.Intn(len(patterns))]) {
			if p[0] == '{' {
				from := pick[p[1:len(p)-1]]
				p = from[rng.Intn(len(from))]
			}
			for _, f := range strings.Fields(p) {
				i := strings.LastIndexByte(f, '/')
				w := f[:i]
				t, ok := tagger.ParseTag(f[i+1:])
				if !ok {
					panic("train: pattern with tag " + f)
				}
				switch {
				case len(s.Words) == 0 && t != tagger.OpenQuote:
					w = capital(w)
				case len(s.Words) > 1 && t != tagger.NNP && t != tagger.NNPS && w != "I":
					w = strings.ToLower(w)
				}
				s.Words = append(s.Words, w)
				s.Tags = append(s.Tags, t)
			}
		}
		out = append(out, s)
	}
	return out
}
