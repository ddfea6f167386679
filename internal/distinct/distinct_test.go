package distinct

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestStatements(t *testing.T) {
	day := time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)
	type statement struct {
		id   string
		date time.Time
		text string
	}
	tests := []struct {
		name string
		add  []statement
		want []string // IDs
	}{
		{"one", []statement{{id: "x"}}, []string{"x"}},
		{"three times", []statement{{id: "x"}, {id: "x"}, {id: "x"}}, []string{"x", "x (2)", "x (3)"}},
		{"no ID", []statement{{}, {}}, []string{"", "(2)"}},
		{"blanks around an ID", []statement{{id: " x "}, {id: " x "}}, []string{" x ", "x (2)"}},
		{"other text or day", []statement{{id: "x"}, {id: "x", text: "No."}, {id: "x", date: day}}, []string{"x", "x", "x"}},
		{"an ID that a copy would get", []statement{{id: "x"}, {id: "x (2)"}, {id: "x"}}, []string{"x", "x (2)", "x (3)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var u Statements
			var got []string
			for i, s := range tt.add {
				id, suffix := u.Add(s.id, s.date, s.text)
				got = append(got, id)
				if (suffix == "") != (id == s.id) {
					t.Errorf("statement %d: suffix %q, ID %q", i, suffix, id)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("IDs (-want +got):\n%s", diff)
			}
		})
	}
}
