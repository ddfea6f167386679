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
