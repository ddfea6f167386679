package communique

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestStatementJSON(t *testing.T) {
	s := &Statement{ID: "x", Text: "<No>", Quotes: []Quote{{ID: 0}}, Attributions: []Quote{{ID: 1, Mode: Belief}}}
	tests := []struct {
		name string
		date time.Time
		want string
	}{
		{"no date", time.Time{}, `{"id":"x","text":"<No>",`},
		{"date", time.Date(2031, 2, 9, 23, 0, 0, 0, time.UTC), `{"id":"x","date":"2031-02-09","text":"<No>",`},
	}
	const rest = `"entities":null,"quotes":[` +
		`{"id":0,"kind":"","content":null,"cue":null,"source":null,"speaker":null,"mode":""},` +
		`{"id":1,"kind":"","content":null,"cue":null,"source":null,"speaker":null,"mode":"belief"}],"stances":null,"commitments":null,"sentences":null}`
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s.Date = tt.date
			got, err := s.MarshalJSON()
			if err != nil || !json.Valid(got) {
				t.Fatalf("error %v, JSON %s", err, got)
			}
			if diff := cmp.Diff(tt.want+rest, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNamesOf(t *testing.T) {
	s := &Statement{Entities: []Entity{{ID: 0, Name: "Chad"}, {ID: 1, Name: "Mali"}}}
	tests := []struct {
		ids         []int
		given, want []string
	}{
		{[]int{0, 1}, []string{"Tchad", "Mali"}, []string{"Tchad", "Mali"}},
		{[]int{1, 0}, nil, []string{"Mali", "Chad"}},
		{[]int{-1, 1, 2}, nil, []string{"Mali"}},
		{nil, []string{"Niger"}, []string{"Niger"}},
		{nil, nil, []string{}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, s.NamesOf(tt.ids, tt.given)); diff != "" {
			t.Errorf("NamesOf(%v, %q) (-want +got):\n%s", tt.ids, tt.given, diff)
		}
	}
	given := []string{"Niger"}
	s.NamesOf(nil, given)[0] = ""
	if given[0] != "Niger" {
		t.Error("NamesOf returns the list that it was given")
	}
}

func TestAllQuotes(t *testing.T) {
	s := &Statement{Quotes: []Quote{{ID: 0}, {ID: 1}}, Attributions: []Quote{{ID: 2}}}
	for i, q := range s.AllQuotes() {
		if q.ID != i {
			t.Errorf("quote %d stands at %d", q.ID, i)
		}
	}
	var none *Statement
	if n := len(s.AllQuotes()); n != 3 || none.AllQuotes() != nil || len(none.NamesOf([]int{0}, nil)) != 0 {
		t.Errorf("%d quotes, want 3, and none of nothing", n)
	}
}
