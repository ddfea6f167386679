package communique

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at returns the passage of the first occurrence of part in text.
func at(t *testing.T, text, part string) Passage {
	t.Helper()
	i := strings.Index(text, part)
	if i < 0 {
		t.Fatalf("%q does not stand in %q", part, text)
	}
	return Passage{Start: i, End: i + len(part), Text: part}
}

// pledge makes a statement of one commitment. The text is modal, action, and what of deadline and condition is not empty.
func pledge(t *testing.T, modal, action, deadline, condition string, status Status) *Statement {
	t.Helper()
	text := strings.Join(strings.Fields("Russia "+modal+" "+action+" "+deadline+" "+condition), " ") + "."
	c := Commitment{PartyIDs: []int{0}, Action: at(t, text, action), Status: status, ClaimantIDs: []int{0}}
	for _, x := range []struct {
		field **Passage
		part  string
	}{{&c.Deadline, deadline}, {&c.Condition, condition}} {
		if x.part != "" {
			p := at(t, text, x.part)
			*x.field = &p
		}
	}
	return &Statement{Text: text, Entities: []Entity{{Kind: State, Name: "Russia", Country: "RUS"}}, Commitments: []Commitment{c}}
}

// kinds returns the kinds of the changes but for those of wording.
func kinds(c *Comparison) []ChangeKind {
	var out []ChangeKind
	for _, x := range c.Changes {
		if x.Kind != Reworded {
			out = append(out, x.Kind)
		}
	}
	return out
}

func TestCompareCommitments(t *testing.T) {
	base := func() *Statement {
		return pledge(t, "will", "withdraw its forces from the border", "by the end of June", "", Undertaken)
	}
	action := "withdraw its forces from the border"
	tests := []struct {
		name   string
		a, b   *Statement
		want   []ChangeKind
		reason string
	}{
		{"same", base(), base(), nil, ""},
		{"reaffirmed", base(), pledge(t, "will", action, "by the end of June", "", Reaffirmed),
			[]ChangeKind{CommitmentStrengthened}, "Russia: undertaken → reaffirmed"},
		{"breached", pledge(t, "will", action, "", "", Reaffirmed), pledge(t, "did not", action, "", "", Breached),
			[]ChangeKind{CommitmentWeakened}, "Russia: reaffirmed → breached"},
		{"invoked, then undertaken", pledge(t, "must", action, "", "", Invoked), pledge(t, "will", action, "", "", Undertaken),
			[]ChangeKind{CommitmentStrengthened}, "Russia: invoked → undertaken; “must” becomes “will”"},
		{"deadline lost", base(), pledge(t, "will", action, "", "", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: deadline “by the end of June” gone"},
		{"deadline gained", pledge(t, "will", action, "", "", Undertaken), base(),
			[]ChangeKind{CommitmentStrengthened}, "Russia: deadline “by the end of June” added"},
		{"deadline moved", pledge(t, "will", action, "within fourteen days", "", Undertaken), pledge(t, "will", action, "within 72 hours", "", Undertaken),
			[]ChangeKind{CommitmentStrengthened}, "Russia: deadline sooner: “within fourteen days” → “within 72 hours”"},
		{"deadline moved to another year", pledge(t, "will", action, "by June 2024", "", Undertaken), pledge(t, "will", action, "by June 2025", "", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: deadline later: “by June 2024” → “by June 2025”"},
		{"deadline moved, the year unknown", base(), pledge(t, "will", action, "by the end of May", "", Undertaken),
			[]ChangeKind{CommitmentChanged}, "Russia: deadline changed: “by the end of June” → “by the end of May”"},
		{"extended", pledge(t, "will", "observe the ceasefire", "until 31 March 2024", "", Undertaken),
			pledge(t, "will", "observe the ceasefire", "until 30 June 2024", "", Undertaken),
			[]ChangeKind{CommitmentStrengthened}, "Russia: deadline extended: “until 31 March 2024” → “until 30 June 2024”"},
		{"condition gained", base(), pledge(t, "will", action, "by the end of June", "provided that others do", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: condition “provided that others do” added"},
		{"condition for deadline", base(), pledge(t, "will", action, "", "if others do", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: deadline “by the end of June” gone; condition “if others do” added"},
		{"balanced", pledge(t, "will", action, "", "if others do", Undertaken), pledge(t, "will", "consider withdrawing its forces from the border", "", "", Undertaken),
			[]ChangeKind{CommitmentChanged}, "Russia: condition “if others do” gone; “consider” softens it"},
		{"modal", base(), pledge(t, "should", action, "by the end of June", "", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: “will” becomes “should”"},
		{"reported speech", base(), pledge(t, "would", action, "by the end of June", "", Undertaken), nil, ""},
		{"softened", base(), pledge(t, "will", "consider the withdrawal of forces from the border", "by the end of June", "", Undertaken),
			[]ChangeKind{CommitmentWeakened}, "Russia: “consider” softens it"},
		{"firmer", base(), pledge(t, "will", "fully withdraw its forces from the border", "by the end of June", "", Undertaken),
			[]ChangeKind{CommitmentStrengthened}, "Russia: “fully” makes it firmer"},
		{"another action", base(), pledge(t, "will", "release the detained sailors", "by the end of June", "", Undertaken),
			[]ChangeKind{CommitmentAdded, CommitmentDropped}, "Russia: undertaken; by the end of June"},
		{"the opposite", base(), pledge(t, "will", "not withdraw its forces from the border", "by the end of June", "", Undertaken),
			[]ChangeKind{CommitmentAdded, CommitmentDropped}, "Russia: undertaken; by the end of June"},
		{"added", nil, base(), []ChangeKind{CommitmentAdded}, "Russia: undertaken; by the end of June"},
		{"dropped", base(), &Statement{}, []ChangeKind{CommitmentDropped}, "Russia: undertaken; by the end of June"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(test.a, test.b)
			if diff := cmp.Diff(test.want, kinds(c)); diff != "" {
				t.Fatalf("kinds (-want +got):\n%s\n%s", diff, c)
			}
			for _, x := range c.Changes {
				if x.Kind != Reworded && x.Reason != test.reason {
					t.Errorf("reason %q, want %q", x.Reason, test.reason)
				}
			}
		})
	}
}

// TestCompareParties matches entities that have other ids and other names.
func TestCompareParties(t *testing.T) {
	a := &Statement{
		Entities: []Entity{{ID: 0, Kind: Person, Name: "Maria Delgado", Country: "ESP"}, {ID: 1, Kind: State, Name: "Spain", Country: "ESP"},
			{ID: 2, Kind: Organization, Name: "Organization for Security and Co-operation in Europe"}, {ID: 3, Kind: State, Name: "Türkiye", Country: "TUR"}},
		Commitments: []Commitment{
			{PartyIDs: []int{1, 3}, Action: Passage{Text: "reopen the consulates"}, Status: Undertaken},
			{PartyIDs: []int{2}, Action: Passage{Text: "send observers"}, Status: Undertaken},
			{PartyIDs: []int{0}, Action: Passage{Text: "visit Ankara"}, Status: Undertaken},
		},
	}
	b := &Statement{
		Entities: []Entity{{ID: 0, Kind: State, Name: "Turkey", Country: "TUR"}, {ID: 1, Kind: Organization, Name: "OSCE"},
			{ID: 2, Kind: Person, Name: "Delgado"}, {ID: 3, Kind: State, Name: "Greece", Country: "GRC"}},
		Commitments: []Commitment{
			{PartyIDs: []int{0}, Action: Passage{Text: "the reopening of consulates"}, Status: Breached, ClaimantIDs: []int{3}},
			{PartyIDs: []int{1}, Action: Passage{Text: "send observers"}, Status: Fulfilled},
			{PartyIDs: []int{3}, Action: Passage{Text: "visit Ankara"}, Status: Undertaken},
			{PartyIDs: []int{2}, Action: Passage{Text: "visit Ankara"}, Status: Withdrawn},
		},
	}
	var got []string
	for _, c := range Compare(a, b).Changes {
		got = append(got, c.String())
	}
	want := []string{
		"commitment strengthened: “send observers” → “send observers” (OSCE: undertaken → fulfilled)",
		"commitment weakened: “visit Ankara” → “visit Ankara” (Delgado: undertaken → withdrawn)",
		"commitment weakened: “reopen the consulates” → “the reopening of consulates” (Turkey: undertaken → breached, according to Greece; no longer binds Spain)",
		"commitment added: “visit Ankara” (Greece: undertaken)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// stanceOf makes a statement of one stance of France towards Mali.
func stanceOf(t *testing.T, text, phrase string, label StanceLabel, intensity Intensity, negated bool) *Statement {
	t.Helper()
	return &Statement{Text: text,
		Entities: []Entity{{ID: 0, Kind: State, Name: "France", Country: "FRA"}, {ID: 1, Kind: State, Name: "Mali", Country: "MLI"}},
		Stances: []Stance{{Label: label, Phrase: at(t, text, phrase), HolderIDs: []int{0}, TargetIDs: []int{1}, Intensity: intensity,
			Negated: negated}}}
}

func TestCompareStances(t *testing.T) {
	concern := stanceOf(t, "France expressed concern about the arrests in Mali.", "expressed concern", Concern, Plain, false)
	deep := stanceOf(t, "France expressed deep concern about the arrests in Mali.", "expressed deep concern", Concern, Marked, false)
	condemned := stanceOf(t, "France condemned the arrests in Mali.", "condemned", Accuse, Severe, false)
	rejected := stanceOf(t, "France rejected the arrests in Mali.", "rejected", Reject, Severe, false)
	welcomed := stanceOf(t, "France welcomed the elections held by Mali.", "welcomed", Support, Plain, false)
	not := stanceOf(t, "France did not condemn the arrests in Mali.", "did not condemn", Accuse, Severe, true)
	tests := []struct {
		name   string
		a, b   *Statement
		want   []ChangeKind
		reason string
	}{
		{"same", concern, concern, nil, ""},
		{"more intense", concern, deep, []ChangeKind{StanceStrengthened}, "France towards Mali: concern, plain → concern, marked"},
		{"less intense", deep, concern, []ChangeKind{StanceWeakened}, "France towards Mali: concern, marked → concern, plain"},
		{"up the ladder", concern, condemned, []ChangeKind{StanceEscalated}, "France towards Mali: concern, plain → accuse, severe"},
		{"down the ladder", condemned, concern, []ChangeKind{StanceEased}, "France towards Mali: accuse, severe → concern, plain"},
		{"another matter", condemned, welcomed, []ChangeKind{StanceEased}, "France towards Mali: accuse, severe → support, plain"},
		{"same rung", condemned, rejected, []ChangeKind{StanceChanged}, "France towards Mali: accuse, severe → reject, severe"},
		{"negated", condemned, not, []ChangeKind{StanceEased}, "France towards Mali: accuse, severe → not accuse, severe"},
		{"added", nil, condemned, []ChangeKind{StanceAdded}, "France towards Mali: accuse, severe"},
		{"dropped", condemned, nil, []ChangeKind{StanceDropped}, "France towards Mali: accuse, severe"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(test.a, test.b)
			if diff := cmp.Diff(test.want, kinds(c)); diff != "" {
				t.Fatalf("kinds (-want +got):\n%s\n%s", diff, c)
			}
			if got := c.Of(test.want...); len(got) > 0 && got[0].Reason != test.reason {
				t.Errorf("reason %q, want %q", got[0].Reason, test.reason)
			}
		})
	}
}

// TestCompareNames compares statements whose stances have names but no ids, as after a round trip through other formats.
func TestCompareNames(t *testing.T) {
	a := &Statement{Stances: []Stance{{Label: Request, Intensity: Plain, Phrase: Passage{Text: "urged"}, Holders: []string{"Oman"}, Targets: []string{"Iran"}}}}
	b := &Statement{Stances: []Stance{{Label: Request, Intensity: Severe, Phrase: Passage{Text: "demanded"}, Holders: []string{"oman"}, Targets: []string{"Iran"}}}}
	want := "1 change\nstance strengthened: “urged” → “demanded” (oman towards Iran: request, plain → request, severe)\n"
	if got := Compare(a, b).String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCompareSeverity(t *testing.T) {
	ladder := []Stance{
		{Label: Aid, Intensity: Plain}, {Label: Support, Intensity: Severe}, {Label: Support, Intensity: Plain}, {Label: Agree, Intensity: Plain},
		{Label: Accuse, Intensity: Severe, Negated: true}, {Label: Affirm, Intensity: Plain}, {Label: Support, Negated: true}, {Label: Concern, Intensity: Hedged},
		{Label: Concern, Intensity: Severe}, {Label: Request, Intensity: Plain}, {Label: Request, Intensity: Severe}, {Label: Accuse, Intensity: Plain},
		{Label: Accuse, Intensity: MostSevere}, {Label: Threaten, Intensity: Plain}, {Label: Sanction, Intensity: Plain}, {Label: Assault, Intensity: Plain},
	}
	for i, x := range ladder {
		for j, y := range ladder {
			if got := CompareSeverity(x, y); sign(got) != sign(i-j) {
				t.Errorf("%v, %v: %d", x, y, got)
			}
		}
	}
	if CompareSeverity(Stance{Label: Accuse}, Stance{Label: Reject}) != 0 || CompareSeverity(Stance{}, Stance{Label: Affirm}) != 0 {
		t.Error("stances on one rung are not level")
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestCompareWording(t *testing.T) {
	tests := []struct{ name, a, b, want, reason string }{
		{"replaced", "The Council calls on all parties to exercise restraint.", "The Council demands that all parties exercise restraint.",
			"sentence reworded: The Council [-calls on-] {+demands that+} all parties [-to-] exercise restraint.",
			"“calls on” becomes “demands that”; “to” left out"},
		{"added at the end", "The ministers discussed the situation at the border.", "The ministers discussed the situation at the border in detail.",
			"sentence reworded: The ministers discussed the situation at the border {+in detail+}.", "“in detail” added"},
		{"added at the beginning", "Both sides will observe the truce along the river.", "From Monday both sides will observe the truce along the river.",
			"sentence reworded: {+From Monday+} Both sides will observe the truce along the river.", "“From Monday” added"},
		{"broken lines", "The Council strongly urges all\nparties to return to the talks.", "The Council urges all parties to return to the talks.",
			"sentence reworded: The Council [-strongly-] urges all parties to return to the talks.", "“strongly” left out"},
		{"only case and marks", "The ministers discussed, at length, the truce.", "The Ministers discussed at length the truce!", "", ""},
		{"another sentence", "The ministers discussed the situation at the border.", "The grain corridor will stay open until the autumn.", "", ""},
		{"too short", "We shall see.", "They shall see.", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(&Statement{Text: test.a}, &Statement{Text: test.b})
			got, reason := "", ""
			if len(c.Changes) > 0 {
				got, reason = c.Changes[0].String(), c.Changes[0].Reason
			}
			if len(c.Changes) > 1 || got != test.want || reason != test.reason {
				t.Errorf("got %d changes, %q (%s)\nwant %q (%s)", len(c.Changes), got, reason, test.want, test.reason)
			}
		})
	}
}

func TestCompareNothing(t *testing.T) {
	for _, c := range []*Comparison{Compare(nil, nil), Compare(&Statement{}, nil), Compare(nil, &Statement{}), {}, nil} {
		if c.String() != "no changes\n" || c.Of(Reworded) != nil {
			t.Errorf("got %v", c)
		}
	}
	// what Compare never makes does not break the methods
	for _, c := range []Change{{}, {Words: []WordChange{{}}}, {Before: &Passage{}, Words: []WordChange{{Before: Passage{Start: 5, End: 9}}}}} {
		_ = c.String()
	}
	b, err := json.Marshal(Compare(nil, nil))
	if err != nil || string(b) != `{"changes":[]}` {
		t.Errorf("JSON %s, %v", b, err)
	}
	broken := &Statement{Text: "x", Stances: []Stance{{HolderIDs: []int{7, -1}, Phrase: Passage{Start: -5, End: 90}}},
		Commitments: []Commitment{{PartyIDs: []int{3}, Action: Passage{Start: 50, End: 60, Text: "go"}}}}
	if got := Compare(broken, broken); len(got.Changes) != 0 {
		t.Errorf("got %v", got)
	}
}

// TestCompareInvariants compares texts with themselves and with each other.
func TestCompareInvariants(t *testing.T) {
	texts := append(readTexts(t, "testdata/*.txt", "../shared/gold/*.txt"), hostile...)
	var last *Statement
	for _, s := range texts {
		x, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if c := Compare(x, x); len(c.Changes) != 0 {
			t.Errorf("%.60q differs from itself: %v", s, c)
		}
		checkComparison(t, last, x)
		last = x
		half, err := Parse(s[:len(s)/2])
		if err != nil {
			t.Fatal(err)
		}
		checkComparison(t, x, half)
	}
}

// checkComparison checks that passages are what stands at their spans, that the order holds, and that a second comparison
// gives the same.
func checkComparison(t *testing.T, a, b *Statement) {
	t.Helper()
	c := Compare(a, b)
	if diff := cmp.Diff(c, Compare(a, b)); diff != "" {
		t.Errorf("not deterministic:\n%s", diff)
	}
	last := -1
	for _, x := range c.Changes {
		checkPassage(t, a, x.Before)
		checkPassage(t, b, x.After)
		for i := range x.Words {
			checkPassage(t, a, &x.Words[i].Before)
			checkPassage(t, b, &x.Words[i].After)
		}
		if x.Reason == "" || strings.Contains(x.String(), "\n") || x.Before == nil && x.After == nil {
			t.Errorf("change %#v", x)
		}
		start := 1 << 30
		if x.After != nil {
			start = x.After.Start
		}
		if start < last {
			t.Errorf("%v stands behind offset %d", x, last)
		}
		last = start
	}
}

func checkPassage(t *testing.T, s *Statement, p *Passage) {
	t.Helper()
	if p != nil && (s == nil || p.Span().In(s.Text) != p.Text) {
		t.Errorf("passage %v has the text %q", p.Span(), p.Text)
	}
}

// TestCompareParsed checks what does not hang on the finer points of the analysis.
func TestCompareParsed(t *testing.T) {
	a, err := Parse("Norway expressed concern about the detention of the crew by Iran. Iran promised to release the crew by the end of June.")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Parse("Iran promised to release the crew. Norway strongly condemned the detention of the crew by Iran.")
	if err != nil {
		t.Fatal(err)
	}
	c := Compare(a, b)
	if len(c.Of(Reworded)) == 0 || len(c.Of(CommitmentWeakened)) != 1 || len(c.Of(StanceEscalated, StanceStrengthened, StanceAdded)) == 0 {
		t.Errorf("got %v\nof %v%v", c, a, b)
	}
}
