package commitment

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stagetest"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

var (
	cues     = cue.Default()
	patterns = stance.Default()
)

func read(s string) (*stance.Doc, []Commitment) {
	d := stance.Find(quote.Find(stagetest.Entities(s), cues, 0), patterns)
	return d, Find(d)
}

// bound is a commitment by the text that its spans cover and the names of parties and claimants.
type bound struct {
	Status                          ontology.Status
	Parties, Action, Claimants      string
	Instrument, Deadline, Condition string
}

func commitmentsOf(s string) []bound {
	d, found := read(s)
	var out []bound
	for _, c := range found {
		out = append(out, bound{c.Status, join(d, c.Parties), d.Slice(c.Action), join(d, c.Claimants),
			d.Slice(c.Instrument), d.Slice(c.Deadline), d.Slice(c.Condition)})
	}
	return out
}

func join(d *stance.Doc, ids []int) string {
	var out []string
	for _, id := range ids {
		out = append(out, d.Entities[id].Name)
	}
	return strings.Join(out, ", ")
}

type boundTest struct {
	name, text string
	want       []bound
}

func run(t *testing.T, tests []boundTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, commitmentsOf(tt.text)); diff != "" {
				t.Errorf("commitments of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// one is a commitment without instrument, deadline and condition.
func one(status ontology.Status, parties, action, claimants string) []bound {
	return []bound{{Status: status, Parties: parties, Action: action, Claimants: claimants}}
}

func TestUndertaken(t *testing.T) {
	run(t, []boundTest{
		{"infinitive", "Estonia agreed to reopen the bridge.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "Estonia")},
		{"negated infinitive", "Estonia promised not to close the bridge.", one(ontology.Undertaken, "Estonia", "not to close the bridge", "Estonia")},
		{"clause with that", "Estonia promised that it would reopen the bridge.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "Estonia")},
		{"assured", "Estonia assured Latvia that it would reopen the bridge.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "Estonia")},
		{"will, in speech", "“We will reopen the bridge,” Estonian President Anton Belik said. Estonia is small.",
			one(ontology.Undertaken, "Estonia", "reopen the bridge", "Anton Belik")},
		{"would, in a report", "Anton Belik said that Estonia would reopen the bridge.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "Anton Belik")},
		{"shall", "The Parties shall reopen the bridge.", one(ontology.Undertaken, "Parties", "reopen the bridge", "Parties")},
		{"will not", "Estonia will not attack Latvia.", one(ontology.Undertaken, "Estonia", "not attack Latvia", "Estonia")},
		{"both sides", "Estonia met Latvia. Both sides agreed to reopen the bridge.", one(ontology.Undertaken, "Estonia, Latvia", "reopen the bridge", "Estonia, Latvia")},
		{"promise in a noun", "They welcomed Estonia's promise to reopen the bridge.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "Estonia")},
		{"coordinated infinitives", "Estonia agreed to reopen the bridge and to release the crew.",
			append(one(ontology.Undertaken, "Estonia", "reopen the bridge", "Estonia"), one(ontology.Undertaken, "Estonia", "release the crew", "Estonia")...)},
		{"coordinated objects stay together", "Estonia agreed to reopen the bridge and the port.",
			one(ontology.Undertaken, "Estonia", "reopen the bridge and the port", "Estonia")},
		{"attribution at the end", "Estonia agreed to reopen the bridge, the ministry said.", one(ontology.Undertaken, "Estonia", "reopen the bridge", "ministry")},
	})
}

func TestNotUndertaken(t *testing.T) {
	run(t, []boundTest{
		{"offer", "Estonia offered to reopen the bridge.", nil},
		{"readiness", "Estonia is ready to reopen the bridge.", nil},
		{"plan", "Estonia plans to reopen the bridge.", nil},
		{"request", "Estonia urged Latvia to reopen the bridge.", nil},
		{"threat", "Estonia threatened to close the bridge.", nil},
		{"refusal", "Estonia refused to reopen the bridge.", nil},
		{"denied promise", "Estonia did not agree to reopen the bridge.", nil},
		{"possibility", "Estonia may reopen the bridge.", nil},
		{"question", "Will Estonia reopen the bridge?", nil},
	})
}

func TestReaffirmed(t *testing.T) {
	run(t, []boundTest{
		{"reaffirmed its commitment to", "Estonia reaffirmed its commitment to free passage.", one(ontology.Reaffirmed, "Estonia", "free passage", "Estonia")},
		{"remains committed to", "Estonia remains committed to free passage.", one(ontology.Reaffirmed, "Estonia", "free passage", "Estonia")},
		{"would honour", "Anton Belik said that Estonia would honour its obligations.", one(ontology.Reaffirmed, "Estonia", "honour its obligations", "Anton Belik")},
		{"agreed to abide by", "Estonia agreed to abide by the Zalesk Agreement.",
			[]bound{{Status: ontology.Reaffirmed, Parties: "Estonia", Action: "abide by the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
	})
}

func TestInvoked(t *testing.T) {
	run(t, []boundTest{
		{"should abide by", "Estonia said Latvia should abide by the Zalesk Agreement.",
			[]bound{{Status: ontology.Invoked, Parties: "Latvia", Action: "abide by the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"urged to honour", "Estonia urged Latvia to honour its commitments.", one(ontology.Invoked, "Latvia", "honour its commitments", "Estonia")},
		{"called on to fulfil", "Estonia called on Latvia to fulfil its obligations under the Zalesk Agreement.",
			[]bound{{Status: ontology.Invoked, Parties: "Latvia", Action: "fulfil its obligations under the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"reminded of", "Estonia reminded Latvia of its obligations under the Zalesk Agreement.",
			[]bound{{Status: ontology.Invoked, Parties: "Latvia", Action: "its obligations under the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"plain request", "Estonia urged Latvia to reopen the bridge.", nil},
	})
}

func TestBreached(t *testing.T) {
	run(t, []boundTest{
		{"violated an agreement", "Estonia said Latvia violated the Zalesk Agreement.",
			[]bound{{Status: ontology.Breached, Parties: "Latvia", Action: "the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"broke its promise", "Estonia said Latvia broke its promise.", one(ontology.Breached, "Latvia", "its promise", "Estonia")},
		{"accused of violating", "Estonia accused Latvia of violating the Zalesk Agreement.",
			[]bound{{Status: ontology.Breached, Parties: "Latvia", Action: "the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"promised but failed to", "Estonia said Latvia had promised to reopen the bridge but failed to do so.", one(ontology.Breached, "Latvia", "reopen the bridge", "Estonia")},
		{"failed to honour", "Estonia said Latvia had failed to honour its commitments.", one(ontology.Breached, "Latvia", "honour its commitments", "Estonia")},
	})
}

func TestFulfilledAndWithdrawn(t *testing.T) {
	run(t, []boundTest{
		{"has kept its promise", "Estonia has kept its promise.", one(ontology.Fulfilled, "Estonia", "its promise", "Estonia")},
		{"has met its obligations", "Estonia has met its obligations.", one(ontology.Fulfilled, "Estonia", "its obligations", "Estonia")},
		{"told by another", "Latvia said Estonia had kept its promise.", one(ontology.Fulfilled, "Estonia", "its promise", "Latvia")},
		{"has not kept it", "Estonia has not kept its promise.", nil},
		{"withdrew its pledge", "Estonia withdrew its pledge of free passage.", one(ontology.Withdrawn, "Estonia", "free passage", "Estonia")},
	})
}

// TestTurns has transcripts, in which whoever has the turn speaks, and is "we".
func TestTurns(t *testing.T) {
	const accord = "the Zalesk Accord"
	run(t, []boundTest{
		{"a turn alone", "MR. BELIK: We have met our obligations.", one(ontology.Fulfilled, "Belik", "our obligations", "Belik")},
		{"under an agreement", "QUESTION: What of the bridge?\n\nMS. ADAEZE: We have met our obligations under the Zalesk Accord.",
			[]bound{{Status: ontology.Fulfilled, Parties: "Adaeze", Action: "our obligations under " + accord, Claimants: "Adaeze", Instrument: accord}}},
		{"each his own", "MS. ADAEZE: We have kept our word.\n\nMR. BELIK: We have paid our share.",
			append(one(ontology.Fulfilled, "Adaeze", "our word", "Adaeze"), one(ontology.Fulfilled, "Belik", "our share", "Belik")...)},
		{"the speaker's state", "Estonian President Anton Belik met reporters. Estonia is small.\n\nMR. BELIK: We have met our obligations.",
			one(ontology.Fulfilled, "Estonia", "our obligations", "Anton Belik")},
		{"told of another", "MS. ADAEZE: Estonia has kept its promise. That is all.", one(ontology.Fulfilled, "Estonia", "its promise", "Adaeze")},
		{"as promised", "MS. ADAEZE: We have opened the bridge, as we had promised. That is all.",
			one(ontology.Fulfilled, "Adaeze", "opened the bridge", "Adaeze")},
		{"quote in a turn", "MS. ADAEZE: Anton Belik said, “We have met our obligations.” That is all.",
			one(ontology.Fulfilled, "Anton Belik", "our obligations", "Anton Belik")},
		{"promise", "MS. ADAEZE: We will reopen the bridge. That is all.", one(ontology.Undertaken, "Adaeze", "reopen the bridge", "Adaeze")},
		{"not met", "MS. ADAEZE: We have not met our obligations. That is all.", nil},
		{"question", "MS. ADAEZE: Have we met our obligations? That is all.", nil},
	})
}

func TestDeadline(t *testing.T) {
	for _, deadline := range []string{"by the end of June", "by 30 November", "by 30 November 2021", "by Friday", "before the end of the year", "within 72 hours",
		"within two weeks", "no later than 30 November", "not later than 30 November", "next week", "tomorrow", "in 2030", "until December", "over the next decade"} {
		t.Run(deadline, func(t *testing.T) {
			want := []bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "reopen the bridge", Claimants: "Estonia", Deadline: deadline}}
			if diff := cmp.Diff(want, commitmentsOf("Estonia agreed to reopen the bridge "+deadline+".")); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoDeadline(t *testing.T) {
	for _, s := range []string{"by force", "in Zalesk", "over the river", "before the storm", "through the valley", "by 12 metres", "by 30 percent"} {
		t.Run(s, func(t *testing.T) {
			want := one(ontology.Undertaken, "Estonia", "reopen the bridge "+s, "Estonia")
			if diff := cmp.Diff(want, commitmentsOf("Estonia agreed to reopen the bridge "+s+".")); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCondition(t *testing.T) {
	for _, condition := range []string{"if Latvia lifts the ban", "only if Latvia lifts the ban", "unless Latvia objects", "provided that Latvia lifts the ban", "on condition that Latvia lifts the ban",
		"on the condition that Latvia lifts the ban", "as long as Latvia lifts the ban", "in exchange for a loan", "subject to approval"} {
		t.Run(condition, func(t *testing.T) {
			want := []bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "reopen the bridge", Claimants: "Estonia", Condition: condition}}
			if diff := cmp.Diff(want, commitmentsOf("Estonia agreed to reopen the bridge "+condition+".")); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeadlineAndCondition(t *testing.T) {
	run(t, []boundTest{
		{"both", "Estonia agreed to reopen the bridge by Friday, provided that Latvia lifts the ban.",
			[]bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "reopen the bridge", Claimants: "Estonia", Deadline: "by Friday", Condition: "provided that Latvia lifts the ban"}}},
		{"deadline within the action", "Estonia agreed to reopen by Friday the bridge.",
			[]bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "reopen by Friday the bridge", Claimants: "Estonia", Deadline: "by Friday"}}},
	})
}

func TestInstrument(t *testing.T) {
	run(t, []boundTest{
		{"in the action", "Estonia agreed to return to the line set in the Zalesk Agreement.",
			[]bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "return to the line set in the Zalesk Agreement", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"before the action", "In the Zalesk Agreement, Estonia agreed to reopen the bridge.",
			[]bound{{Status: ontology.Undertaken, Parties: "Estonia", Action: "reopen the bridge", Claimants: "Estonia", Instrument: "the Zalesk Agreement"}}},
		{"full name", "Estonia urged Latvia to abide by the Convention on the Law of Rivers.",
			[]bound{{Status: ontology.Invoked, Parties: "Latvia", Action: "abide by the Convention on the Law of Rivers", Claimants: "Estonia", Instrument: "the Convention on the Law of Rivers"}}},
	})
}

func TestOffsets(t *testing.T) {
	_, found := read("L’été, Estonia agreed to reopen the bridge by Friday.")
	if len(found) != 1 {
		t.Fatalf("%d commitments, want 1", len(found))
	}
	got := []text.Span{found[0].Action, found[0].Deadline}
	want := []text.Span{{Start: 29, End: 46}, {Start: 47, End: 56}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("action and deadline (-want +got):\n%s", diff)
	}
}

// What is recalled, asked for or said to be broken, in the constructions that name the obligation in a clause, behind a noun or
// before the request.
func TestOfOthers(t *testing.T) {
	accord := func(status ontology.Status, action string) []bound {
		return []bound{{Status: status, Parties: "Chad", Action: action, Claimants: "Estonia", Instrument: "the Zalesk Accord"}}
	}
	run(t, []boundTest{
		{"bound by", "Estonia recalled that Chad is bound by the Zalesk Accord to protect the crew.", accord(ontology.Invoked, "protect the crew")},
		{"must under", "Estonia reaffirmed that Chad must cease the shelling under the Zalesk Accord.",
			accord(ontology.Invoked, "cease the shelling under the Zalesk Accord")},
		{"need to", "Estonia stressed the need for Chad to honour its commitments.", one(ontology.Invoked, "Chad", "honour its commitments", "Estonia")},
		{"had to", "Estonia insisted that Chad had to implement the Zalesk Accord.", accord(ontology.Invoked, "implement the Zalesk Accord")},
		{"in keeping with", "Estonia urged Chad, in keeping with its obligations under the Zalesk Accord, to release the crew.",
			accord(ontology.Invoked, "release the crew")},
		{"pledge made to", "Estonia urged Chad to honour the pledge that it made to free the crew.", one(ontology.Invoked, "Chad", "free the crew", "Estonia")},
		{"reminded of", "Estonia reminded Chad of its obligations under the Zalesk Accord.",
			accord(ontology.Invoked, "its obligations under the Zalesk Accord")},
		{"accused of violating", "Estonia accused Chad of violating the Zalesk Accord.", accord(ontology.Breached, "the Zalesk Accord")},
		{"accused of breaking", "Estonia accused Chad of breaking its promise.", one(ontology.Breached, "Chad", "its promise", "Estonia")},
		{"reneged on", "Estonia said that Chad had reneged on its commitments.", one(ontology.Breached, "Chad", "its commitments", "Estonia")},
		{"failed to honour", "Estonia said that Chad had failed to honour the Zalesk Accord.", accord(ontology.Breached, "honour the Zalesk Accord")},
		{"passive", "Estonia said that the Zalesk Accord was violated by Chad.", accord(ontology.Breached, "the Zalesk Accord")},
		{"only a request", "Estonia urged Chad to release the crew.", nil},
	})
}
