package ontology

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/table"
	"github.com/google/go-cmp/cmp"
)

// row is a row of labels.tsv as the methods of the label give it.
type row struct {
	Label    Label
	Polarity Polarity
	PLOVER   string
	Score    float64
	CAMEO    string
	Quad     Quad
}

// TestLabels checks the constants against the table, and the table against PLOVER's scores and CAMEO's codes.
func TestLabels(t *testing.T) {
	want := []row{
		{Agree, Cooperative, "AGREE", 2.5, "03", VerbalCooperation},
		{Consult, Cooperative, "CONSULT", 2.5, "04", VerbalCooperation},
		{Support, Cooperative, "SUPPORT", 5, "05", VerbalCooperation},
		{Concede, Cooperative, "CONCEDE", 4.5, "08", VerbalCooperation},
		{Cooperate, Cooperative, "COOPERATE", 9.5, "06", MaterialCooperation},
		{Aid, Cooperative, "AID", 10, "07", MaterialCooperation},
		{Retreat, Cooperative, "RETREAT", 6.5, "08", MaterialCooperation},
		{Request, Neutral, "REQUEST", 0, "02", VerbalConflict},
		{Accuse, Conflictual, "ACCUSE", -2, "11", VerbalConflict},
		{Reject, Conflictual, "REJECT", -2, "12", VerbalConflict},
		{Threaten, Conflictual, "THREATEN", -3.5, "13", VerbalConflict},
		{Protest, Conflictual, "PROTEST", -5, "14", MaterialConflict},
		{Sanction, Conflictual, "SANCTION", -6, "16", MaterialConflict},
		{Mobilize, Conflictual, "MOBILIZE", -5.5, "15", MaterialConflict},
		{Coerce, Conflictual, "COERCE", -7, "17", MaterialConflict},
		{Assault, Conflictual, "ASSAULT", -9, "18", MaterialConflict},
		{Affirm, Neutral, "", 0, "01", ""},
		{Concern, Conflictual, "", -1, "01", ""},
		{Deny, Conflictual, "", -1, "01", ""},
	}
	var got []row
	for _, l := range Labels() {
		got = append(got, row{l, l.Polarity(), l.PLOVER(), l.Score(), l.CAMEO(), l.Quad()})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
}

// TestForm checks what the cells of labels.tsv hold.
func TestForm(t *testing.T) {
	if !strings.HasPrefix(labelTable, "# ") {
		t.Error("labels.tsv has no comment on top")
	}
	columns := []string{`[a-z]+`, `cooperative|neutral|conflictual`, `[A-Z]*`, `-?\d+(\.\d+)?`, `\d\d`,
		`((verbal|material) (cooperation|conflict))?`, `-?\d+`, `((material|adverse|speech|governs|agent)(\||$))*`}
	for _, r := range table.MustParse("labels.tsv", labelTable, len(columns)) {
		for i, form := range columns {
			if !regexp.MustCompile(`^(` + form + `)$`).MatchString(r.Cells[i]) {
				t.Errorf("labels.tsv:%d: column %d is %q, want %s", r.Line, i+1, r.Cells[i], form)
			}
		}
		if event := r.Cells[2]; event != "" && event != strings.ToUpper(r.Cells[0]) || (event == "") != (r.Cells[5] == "") {
			t.Errorf("labels.tsv:%d: event type %q and quad class %q of %s", r.Line, event, r.Cells[5], r.Cells[0])
		}
	}
}

// TestKinds checks which labels are of each kind that the stages ask for.
func TestKinds(t *testing.T) {
	tests := []struct {
		name string
		is   func(Label) bool
		want string
	}{
		{"cooperative", Label.Cooperative, "agree consult support concede cooperate aid retreat"},
		{"material", Label.Material, "cooperate aid retreat sanction mobilize coerce assault"},
		{"hostile", Label.Hostile, "sanction mobilize coerce assault"},
		{"adverse", Label.Adverse, "accuse reject threaten protest sanction deny"},
		{"speech", Label.Speech, "request accuse reject threaten affirm concern deny"},
		{"governs", Label.Governs, "agree concede request reject threaten affirm"},
		{"needs an agent", Label.NeedsAgent, "agree consult support aid request concern"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range Labels() {
				if tt.is(l) {
					got = append(got, string(l))
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("labels (-want +got):\n%s", diff)
			}
			if tt.is("cheer") || tt.is("") {
				t.Error("an unknown label is one of them")
			}
		})
	}
}

// TestLadder checks that the rungs have no gap and follow PLOVER's scores, but for request and deny.
func TestLadder(t *testing.T) {
	ladder := slices.Clone(Labels())
	slices.SortStableFunc(ladder, func(a, b Label) int { return a.Rung() - b.Rung() })
	want := []Label{Aid, Cooperate, Retreat, Support, Concede, Agree, Consult, Affirm, Concern, Request, Accuse, Reject, Deny,
		Threaten, Protest, Mobilize, Sanction, Coerce, Assault}
	if diff := cmp.Diff(want, ladder); diff != "" {
		t.Errorf("ladder (-want +got):\n%s", diff)
	}
	score := 10.0
	for i, l := range ladder {
		if i > 0 && l.Rung() > ladder[i-1].Rung()+1 {
			t.Errorf("there is a gap between %s and %s", ladder[i-1], l)
		}
		if l == Request || l == Deny {
			continue
		}
		if l.Score() > score {
			t.Errorf("%s (%v) stands behind a score of %v", l, l.Score(), score)
		}
		score = l.Score()
	}
	if Affirm.Rung() != 0 || Label("cheer").Rung() != 0 {
		t.Error("affirm and an unknown label do not stand in the middle")
	}
}

func TestParseLabel(t *testing.T) {
	for _, l := range Labels() {
		if got, err := ParseLabel(string(l)); got != l || err != nil {
			t.Errorf("ParseLabel(%q) = %q, %v", l, got, err)
		}
	}
	for _, s := range []string{"", "cheer", "Agree", "agree "} {
		want := "want one of agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest, " +
			"sanction, mobilize, coerce, assault, affirm, concern, deny"
		if got, err := ParseLabel(s); got != "" || err == nil || err.Error() != want {
			t.Errorf("ParseLabel(%q) = %q, %v, want the error %s", s, got, err, want)
		}
	}
}

func TestStatuses(t *testing.T) {
	if !strings.HasPrefix(statusTable, "# ") {
		t.Error("statuses.tsv has no comment on top")
	}
	type row struct {
		Status            Status
		Strength, Outcome int
	}
	want := []row{{Undertaken, 3, 0}, {Reaffirmed, 4, 0}, {Invoked, 2, 1}, {Breached, 1, 2}, {Fulfilled, 5, 2}, {Withdrawn, 0, 2}}
	var got []row
	for _, s := range Statuses() {
		got = append(got, row{s, s.Strength(), s.Outcome()})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
	if unknown := Status("odd"); unknown.Strength() != 0 || unknown.Outcome() != 0 {
		t.Errorf("an unknown status has strength %d and outcome %d", unknown.Strength(), unknown.Outcome())
	}
}

func TestIntensity(t *testing.T) {
	want := []string{"", "", "hedged", "plain", "marked", "severe", "most severe", ""}
	var got []string
	for i := Intensity(-1); i <= MostSevere+1; i++ {
		got = append(got, i.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestShown(t *testing.T) {
	tests := []struct {
		label   Label
		negated bool
		want    Polarity
	}{
		{Aid, false, Cooperative}, {Accuse, false, Conflictual}, {Affirm, false, Neutral}, {Accuse, true, Neutral}, {Aid, true, Neutral}, {"ignore", false, Neutral},
	}
	for _, tt := range tests {
		if got := tt.label.Shown(tt.negated); got != tt.want {
			t.Errorf("%s, negated %v: %s, want %s", tt.label, tt.negated, got, tt.want)
		}
	}
}
