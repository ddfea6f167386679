package distinct

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

func TestStatements(t *testing.T) {
	day := time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name string
		add  []communique.Statement
		want []string // IDs
	}{
		{"one", []communique.Statement{{ID: "x"}}, []string{"x"}},
		{"three times", []communique.Statement{{ID: "x"}, {ID: "x"}, {ID: "x"}}, []string{"x", "x (2)", "x (3)"}},
		{"no ID", []communique.Statement{{}, {}}, []string{"", "(2)"}},
		{"other text or day", []communique.Statement{{ID: "x"}, {ID: "x", Text: "No."}, {ID: "x", Date: day}}, []string{"x", "x", "x"}},
		{"an ID that a copy would get", []communique.Statement{{ID: "x"}, {ID: "x (2)"}, {ID: "x"}}, []string{"x", "x (2)", "x (3)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var u Statements
			var got []string
			for i := range tt.add {
				before := tt.add[i].ID
				s, suffix := u.Add(&tt.add[i])
				got = append(got, s.ID)
				if (suffix == "") != (s == &tt.add[i]) || tt.add[i].ID != before {
					t.Errorf("statement %d: suffix %q, given %q", i, suffix, tt.add[i].ID)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("IDs (-want +got):\n%s", diff)
			}
		})
	}
}
