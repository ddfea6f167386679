package stance

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stagetest"
	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

var (
	cues     = cue.Default()
	standard = Default()
)

func read(s string, l *Lexicon) *Doc { return Find(quote.Find(stagetest.Entities(s), cues, 0), l) }

// took is a stance by the text that its phrase covers and the names of holders and targets.
type took struct {
	Label            ontology.Label
	Phrase           string
	Holders, Targets string
	Intensity        ontology.Intensity
	Negated          bool
}

func stancesOf(s string) []took {
	d := read(s, standard)
	var out []took
	for _, x := range d.Stances {
		out = append(out, took{x.Label, d.Slice(x.Phrase), join(d, x.Holders), join(d, x.Targets), x.Intensity, x.Negated})
	}
	return out
}

func join(d *Doc, ids []int) string {
	var out []string
	for _, id := range ids {
		out = append(out, d.Entities[id].Name)
	}
	return strings.Join(out, ", ")
}

type stanceTest struct {
	text string
	want []took
}

// only is a text with one stance, not negated.
func only(text string, label ontology.Label, phrase, holders, targets string, intensity ontology.Intensity) stanceTest {
	return stanceTest{text, []took{{label, phrase, holders, targets, intensity, false}}}
}

// negated is a text with one stance, negated.
func negated(text string, label ontology.Label, phrase, holders, targets string, intensity ontology.Intensity) stanceTest {
	return stanceTest{text, []took{{label, phrase, holders, targets, intensity, true}}}
}

func none(text string) stanceTest { return stanceTest{text: text} }

func run(t *testing.T, tests []stanceTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, stancesOf(tt.text)); diff != "" {
				t.Errorf("stances (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	tests := map[ontology.Label][]stanceTest{
		"agree": {
			only("Chad agreed to extend the truce.", "agree", "agreed to extend", "Chad", "", 2),
			only("Chad pledged to support Mali.", "agree", "pledged to support", "Chad", "Mali", 2),
			only("Chad is ready to negotiate with Mali.", "agree", "is ready to negotiate", "Chad", "Mali", 2),
			only("Chad and Mali reached an agreement.", "agree", "reached an agreement", "Chad, Mali", "", 2),
		},
		"consult": {
			only("Estonia held talks with Mali.", "consult", "held talks with", "Estonia", "Mali", 2),
			only("Anton Belik spoke with Ilya Marek.", "consult", "spoke with", "Anton Belik", "Ilya Marek", 2),
			only("Anton Belik met with Ilya Marek in Zalesk.", "consult", "met with", "Anton Belik", "Ilya Marek", 2),
		},
		"support": {
			only("Chad welcomed the truce.", "support", "welcomed the truce", "Chad", "", 2),
			only("Estonia stands with Mali.", "support", "stands with", "Estonia", "Mali", 2),
			only("Chad praised Mali for the truce.", "support", "praised", "Chad", "Mali", 2),
			only("Chad signed the treaty.", "support", "signed the treaty", "Chad", "", 2),
		},
		"concede": {
			only("Chad apologised to Mali.", "concede", "apologised", "Chad", "Mali", 2),
			only("Chad dropped its objection.", "concede", "dropped its objection", "Chad", "", 2),
			only("Chad eased the restrictions.", "concede", "eased the restrictions", "Chad", "", 2),
		},
		"cooperate": {
			only("Chad shared intelligence with Mali.", "cooperate", "shared intelligence", "Chad", "Mali", 2),
			only("Chad extradited the rebels to Mali.", "cooperate", "extradited", "Chad", "Mali", 2),
			only("Chad cooperated with Mali.", "cooperate", "cooperated with", "Chad", "Mali", 2),
		},
		"aid": {
			only("Chad delivered food to Mali.", "aid", "delivered food", "Chad", "Mali", 2),
			only("Chad provided shelter for refugees.", "aid", "provided shelter", "Chad", "refugees", 2),
			only("Chad donated medicine to Mali.", "aid", "donated medicine", "Chad", "Mali", 2),
		},
		"retreat": {
			only("Chad withdrew its troops from Mali.", "retreat", "withdrew", "Chad", "Mali", 2),
			only("Chad released the prisoners.", "retreat", "released", "Chad", "prisoners", 2),
			only("Chad pulled back from the border.", "retreat", "pulled back", "Chad", "", 2),
		},
		"request": {
			only("Chad urged Mali to leave.", "request", "urged", "Chad", "Mali", 2),
			only("Chad called on Mali to show restraint.", "request", "called on", "Chad", "Mali", 2),
			only("Chad demanded that Mali leave the town.", "request", "demanded", "Chad", "Mali", 4),
			only("Chad hopes for a truce.", "request", "hopes for", "Chad", "", 1),
		},
		"accuse": {
			only("Chad condemned Mali.", "accuse", "condemned", "Chad", "Mali", 4),
			only("Chad accused Mali of theft.", "accuse", "accused", "Chad", "Mali", 2),
			only("Chad deplored the attack.", "accuse", "deplored the attack", "Chad", "", 3),
			only("Chad blamed Mali for the delay.", "accuse", "blamed", "Chad", "Mali", 2),
		},
		"reject": {
			only("Chad rejected the proposal.", "reject", "rejected the proposal", "Chad", "", 2),
			only("Chad refused to sign the plan.", "reject", "refused to sign", "Chad", "", 2),
			only("Chad vetoed the resolution.", "reject", "vetoed the resolution", "Chad", "", 2),
		},
		"threaten": {
			only("Chad warned Mali of serious consequences.", "threaten", "warned", "Chad", "Mali", 3),
			only("Chad threatened to close the border.", "threaten", "threatened to close", "Chad", "", 3),
			only("Chad vowed to retaliate.", "threaten", "vowed to retaliate", "Chad", "", 3),
		},
		"protest": {
			only("Chad summoned the ambassador.", "protest", "summoned", "Chad", "ambassador", 3),
			only("Chad lodged a formal protest with Mali.", "protest", "lodged a formal protest", "Chad", "Mali", 3),
			only("Students demonstrated against the regime in Chad.", "protest", "demonstrated against", "Students", "Chad", 3),
		},
		"sanction": {
			only("Chad imposed sanctions on Mali.", "sanction", "imposed sanctions", "Chad", "Mali", 2),
			only("Chad expelled two diplomats.", "sanction", "expelled", "Chad", "two diplomats", 2),
			only("Chad suspended aid to Mali.", "sanction", "suspended aid", "Chad", "Mali", 2),
			only("Chad closed its border with Mali.", "sanction", "closed its border", "Chad", "Mali", 2),
		},
		"mobilize": {
			only("Chad deployed troops near the border.", "mobilize", "deployed", "Chad", "", 2),
			only("Chad placed its army on high alert.", "mobilize", "placed its army on high alert", "Chad", "", 2),
			only("Chad sent warships to the strait.", "mobilize", "sent warships", "Chad", "", 2),
		},
		"coerce": {
			only("Chad detained the envoy.", "coerce", "detained", "Chad", "envoy", 2),
			only("Chad seized a Malian vessel.", "coerce", "seized", "Chad", "Mali", 2),
			only("Rebels besieged the town.", "coerce", "besieged the town", "Rebels", "", 2),
		},
		"assault": {
			only("Chad shelled the town.", "assault", "shelled the town", "Chad", "", 2),
			only("Rebels ambushed Malian troops.", "assault", "ambushed", "Rebels", "Mali", 2),
			only("Rebels opened fire on soldiers.", "assault", "opened fire", "Rebels", "soldiers", 2),
		},
		"affirm": {
			only("Chad reaffirmed the principle.", "affirm", "reaffirmed the principle", "Chad", "", 2),
			only("Chad stressed the importance of dialogue.", "affirm", "stressed the importance", "Chad", "", 3),
			only("Chad took note of the report.", "affirm", "took note", "Chad", "", 1),
		},
		"concern": {
			only("Chad expressed deep concern.", "concern", "expressed deep concern", "Chad", "", 3),
			only("Chad is gravely concerned.", "concern", "is gravely concerned", "Chad", "", 4),
			only("Chad regretted the delay.", "concern", "regretted the delay", "Chad", "", 2),
		},
		"deny": {
			only("Chad denied any role.", "deny", "denied any role", "Chad", "", 2),
			only("Chad disputed the claim.", "deny", "disputed the claim", "Chad", "", 2),
			only("Chad rejected Mali's allegations.", "deny", "rejected Mali's allegations", "Chad", "Mali", 2),
		},
	}
	for _, label := range ontology.Labels() {
		if len(tests[label]) < 3 {
			t.Errorf("%d sentences for %q", len(tests[label]), label)
		}
		t.Run(string(label), func(t *testing.T) { run(t, tests[label]) })
	}
}

func TestNegation(t *testing.T) {
	run(t, []stanceTest{
		negated("Chad did not endorse the plan.", "support", "did not endorse the plan", "Chad", "", 2),
		negated("Chad stopped short of condemning Mali.", "accuse", "stopped short of condemning", "Chad", "Mali", 4),
		negated("Chad declined to endorse the plan.", "support", "endorse the plan", "Chad", "", 2),
		negated("Chad has never acknowledged the raid.", "affirm", "has never acknowledged the raid", "Chad", "", 2),
		negated("Chad failed to condemn Mali.", "accuse", "condemn", "Chad", "Mali", 4),
		none("Chad declined to comment."),
	})
}

func TestFuture(t *testing.T) {
	run(t, []stanceTest{
		only("Chad will send aid to Mali.", "agree", "will send aid", "Chad", "Mali", 2),
		only("Chad would withdraw its troops.", "agree", "would withdraw", "Chad", "", 2),
		only("The Parties shall meet in May.", "agree", "shall meet in", "Parties", "", 2),
		only("Chad will not sign the plan.", "reject", "will not sign", "Chad", "", 2),
		only("Chad will impose sanctions on Mali.", "threaten", "will impose sanctions", "Chad", "Mali", 3),
		only("Chad will not attack Mali.", "agree", "will not attack", "Chad", "Mali", 2),
		only("Chad will not tolerate the raids.", "threaten", "will not tolerate", "Chad", "", 5),
		none("Chad will be there."),
		none("Chad will not say why."),
		none("Chad may sign the plan."),
	})
}

func TestObligation(t *testing.T) {
	run(t, []stanceTest{
		only("Chad said Mali should leave the town.", "request", "should leave", "Chad", "Mali", 2),
		only("Chad said Mali must leave the town.", "request", "must leave", "Chad", "Mali", 2),
		only("Chad said Mali needs to leave the town.", "request", "needs to leave", "Chad", "Mali", 2),
		only("Chad stressed that Mali must leave the town.", "request", "stressed", "Chad", "Mali", 2),
		only("Chad reiterated that both Mali and Niger should leave the town.", "request", "reiterated", "Chad", "Mali, Niger", 2),
		none("Chad said it must leave the town."),
		none("Chad said the town should be rebuilt."),
	})
}

func TestAffirmWithATriggerOfItsOwn(t *testing.T) {
	run(t, []stanceTest{
		{"Chad reiterated that it condemned the raid.", []took{
			{"affirm", "reiterated", "Chad", "", 2, false},
			{"accuse", "condemned the raid", "Chad", "", 4, false}}},
	})
}

func TestAccusationOrReport(t *testing.T) {
	run(t, []stanceTest{
		only("The Chadian foreign ministry said Mali shelled the town.", "accuse", "shelled the town", "Chadian foreign ministry", "Mali", 2),
		only("Chadian President Anton Belik said Mali had detained the envoy.", "accuse", "had detained", "Anton Belik", "Mali", 2),
		only("Police said Mali shelled the town.", "assault", "shelled the town", "Mali", "", 2),
		only("Residents said rebels shelled the town.", "assault", "shelled the town", "rebels", "", 2),
		only("Mali shelled the town.", "assault", "shelled the town", "Mali", "", 2),
		only("Chad said its troops shelled the town.", "assault", "shelled the town", "Chad", "", 2),
		only("Chad said Mali violated the truce.", "accuse", "violated the truce", "Chad", "Mali", 2),
		none("Mali violated the truce."),
	})
}

func TestNouns(t *testing.T) {
	run(t, []stanceTest{
		only("“The continued violations by Mali are known to all,” Chad said.", "accuse", "continued violations by", "Chad", "Mali", 3),
		only("Chad spoke of Mali's violation of the truce, the envoy said.", "accuse", "violation of", "envoy", "Mali", 2),
		only("Chad's promise to withdraw came late.", "agree", "promise to withdraw", "Chad", "", 2),
		only("Chad's refusal to sign came late.", "reject", "refusal to sign", "Chad", "", 2),
		none("Violations are rare."),
	})
}

func TestVoice(t *testing.T) {
	run(t, []stanceTest{
		only("The envoy was expelled by Chad.", "sanction", "was expelled", "Chad", "envoy", 2),
		only("The town was shelled by rebels.", "assault", "was shelled", "rebels", "", 2),
		only("“We condemn Mali,” Chad said.", "accuse", "condemn", "Chad", "Mali", 4),
		only("“We closed the border with Mali,” Chadian President Anton Belik said. Chad is small.",
			"sanction", "closed the border", "Chad", "Mali", 2),
		only("Chad was urged by Mali to leave.", "request", "was urged", "Mali", "Chad", 2),
		{"Anton Belik met Ilya Marek. The two leaders agreed to disarm.", []took{
			{"consult", "met", "Anton Belik", "Ilya Marek", 2, false},
			{"agree", "agreed to disarm", "Anton Belik, Ilya Marek", "", 2, false}}},
	})
}

func TestIntensity(t *testing.T) {
	run(t, []stanceTest{
		only("Chad noted the report.", "affirm", "noted the report", "Chad", "", 1),
		only("Chad strongly urged Mali to leave.", "request", "strongly urged", "Chad", "Mali", 3),
		only("Chad strongly condemned the raid.", "accuse", "strongly condemned the raid", "Chad", "", 4),
		only("Chad condemned in the strongest terms the raid.", "accuse", "condemned", "Chad", "", 5),
		only("Chad expressed concern.", "concern", "expressed concern", "Chad", "", 2),
		only("Chad expressed grave concern.", "concern", "expressed grave concern", "Chad", "", 4),
	})
}

func TestNothing(t *testing.T) {
	run(t, []stanceTest{
		none("If Chad withdraws its troops, it will rain."),
		none("Will Chad sign the treaty?"),
		none("Chad said it would rain."),
		none("The minister added that it rained."),
		none("It is unclear whether Chad accepted the proposal."),
	})
}

func TestIssuer(t *testing.T) {
	run(t, []stanceTest{
		{"Chad welcomes the truce. We call on Mali to leave. Mali has violated the truce.", []took{
			{"support", "welcomes the truce", "Chad", "", 2, false},
			{"request", "call on", "Chad", "Mali", 2, false},
			{"accuse", "has violated the truce", "Chad", "Mali", 2, false}}},
		{"MS. ADAEZE: We welcome the truce.\n\nMR. BELIK: We condemn Mali.", []took{
			{"support", "welcome the truce", "Adaeze", "", 2, false},
			{"accuse", "condemn", "Belik", "Mali", 4, false}}},
	})
}

func TestQuoteOfAStance(t *testing.T) {
	d := read("Chad condemned the raid. “We urge Mali to leave,” Anton Belik said.", standard)
	var got []bool
	for _, s := range d.Stances {
		got = append(got, s.Quote != None)
	}
	if diff := cmp.Diff([]bool{false, true}, got); diff != "" {
		t.Errorf("stances of %q within a quote (-want +got):\n%s", d.Text, diff)
	}
}

func TestOffsets(t *testing.T) {
	stances := read("L’été, Chad condemned the raid.", standard).Stances
	if len(stances) != 1 {
		t.Fatalf("%d stances, want 1", len(stances))
	}
	if got, want := stances[0].Phrase, (text.Span{Start: 16, End: 34}); got != want {
		t.Errorf("phrase %v, want %v", got, want)
	}
}
