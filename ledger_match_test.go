package communique

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/internal/markup"
)

// outline returns the entries of the ledger over texts of one month after the other, a line each: the parties, the action and
// the status from statement to statement.
func outline(t *testing.T, texts ...string) []string {
	t.Helper()
	var a Analyzer
	var series []*Statement
	for i, text := range texts {
		s, err := a.ParseDocument(Document{Text: text, Date: date(2024, time.Month(i+1), 10)})
		if err != nil {
			t.Fatal(err)
		}
		series = append(series, s)
	}
	var out []string
	for _, e := range NewLedger(series...).Entries {
		line := strings.Join(e.Parties, ", ") + ": " + e.Action
		for _, v := range e.History {
			line += fmt.Sprintf(" | %d %s", v.Statement+1, v.Status)
		}
		out = append(out, line)
	}
	return out
}

func TestLedgerFollows(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string
	}{
		{"another object", []string{"France pledged to send tanks.", "France pledged to send doctors."},
			[]string{"France: send tanks | 1 undertaken", "France: send doctors | 2 undertaken"}},
		{"another place", []string{"France pledged to open a consulate.", "France pledged to open the border."},
			[]string{"France: open a consulate | 1 undertaken", "France: open the border | 2 undertaken"}},
		{"the same figures", []string{"China will reduce its emissions by 30 percent by 2030.", "China will reduce its tariffs by 30 percent by 2030."},
			[]string{"China: reduce its emissions by 30 percent | 1 undertaken", "China: reduce its tariffs by 30 percent | 2 undertaken"}},
		{"another recipient", []string{"Germany pledged to provide 50 million euros to Sudan.", "Germany pledged to provide 50 million euros to Moldova."},
			[]string{"Germany: provide 50 million euros to Sudan | 1 undertaken", "Germany: provide 50 million euros to Moldova | 2 undertaken"}},
		{"a breach of something else", []string{"Israel agreed to release prisoners.", "Israel has breached its commitment to release the funds, Jordan said."},
			[]string{"Israel: release prisoners | 1 undertaken", "Israel: its commitment | 2 breached"}},
		{"another party", []string{"Armenia pledged to release all prisoners of war.", "Azerbaijan pledged to release all prisoners of war."},
			[]string{"Armenia: release all prisoners of war | 1 undertaken", "Azerbaijan: release all prisoners of war | 2 undertaken"}},
		{"a pledge not honoured", []string{"Norway pledged to rebuild the bridge in the city of Lund by 31 May 2024.",
			"Sweden said Norway had failed to honour its pledge to rebuild the bridge."},
			[]string{"Norway: rebuild the bridge in the city of Lund | 1 undertaken | 2 undertaken | 2 breached"}},
		{"a pledge honoured", []string{"Norway pledged to rebuild the bridge.", "Norway has honoured its commitment to rebuild the bridge, Sweden said."},
			[]string{"Norway: rebuild the bridge | 1 undertaken | 2 reaffirmed | 2 fulfilled"}},
		{"a pledge asked for", []string{"Norway pledged to rebuild the bridge.", "Sweden urged Norway to honour its pledge to rebuild the bridge."},
			[]string{"Norway: rebuild the bridge | 1 undertaken | 2 undertaken | 2 invoked"}},
		{"in other words", []string{"Ukraine pledged to allow the passage of grain ships through the Black Sea.",
			"Ukraine has kept its promise to let grain ships through the Black Sea."},
			[]string{"Ukraine: allow the passage of grain ships through the Black Sea | 1 undertaken | 2 fulfilled"}},
		{"a promise of something else kept", []string{"Germany pledged to provide 50 million euros to Sudan.", "Germany has kept its promise to provide 50 million euros to Moldova."},
			[]string{"Germany: provide 50 million euros to Sudan | 1 undertaken", "Germany: its promise | 2 fulfilled"}},
		{"the place left out", []string{"Norway pledged to rebuild the bridge in Lund.", "Norway has kept its promise to rebuild the bridge, Sweden said."},
			[]string{"Norway: rebuild the bridge in Lund | 1 undertaken | 2 fulfilled"}},
		{"the same manner", []string{"France pledged to immediately release the prisoners.", "France pledged to immediately release the funds."},
			[]string{"France: immediately release the prisoners | 1 undertaken", "France: immediately release the funds | 2 undertaken"}},
		{"going on with something else", []string{"France pledged to continue to send tanks.", "France pledged to continue to send doctors."},
			[]string{"France: continue to send tanks | 1 undertaken", "France: continue to send doctors | 2 undertaken"}},
		{"the same length", []string{"Norway pledged to give 30 kilometres of pipe.", "Norway pledged to give 30 kilometres of cable."},
			[]string{"Norway: give 30 kilometres of pipe | 1 undertaken", "Norway: give 30 kilometres of cable | 2 undertaken"}},
		{"honoured in the only sentence", []string{"Norway has honoured its commitment to rebuild the bridge, Sweden said."},
			[]string{"Norway: rebuild the bridge | 1 reaffirmed | 1 fulfilled"}},
		{"a breach of the second of two", []string{"Israel agreed to release prisoners.", "Israel agreed to release the funds.", "Israel has breached its commitment to release the funds, Jordan said."},
			[]string{"Israel: release prisoners | 1 undertaken", "Israel: release the funds | 2 undertaken | 3 breached"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outline(t, tt.texts...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Deadline and day of an entry are those of one statement, the latest that has a deadline.
func TestLedgerDeadline(t *testing.T) {
	at := func(day, due, words string) *Statement {
		date, err := parseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		c := Commitment{Parties: []string{"Norway"}, Action: Passage{Text: "rebuild the bridge"}, Status: Undertaken}
		if c.Due, err = parseDay(due); err != nil {
			t.Fatal(err)
		}
		if words != "" {
			c.Deadline = &Passage{Text: words}
		}
		return &Statement{ID: day, Date: date, Commitments: []Commitment{c}}
	}
	tests := []struct {
		name          string
		statements    []*Statement
		deadline, due string
	}{
		{"one", []*Statement{at("2024-01-01", "2024-05-31", "by 31 May")}, "by 31 May", "2024-05-31"},
		{"later without", []*Statement{at("2024-01-01", "2024-05-31", "by 31 May"), at("2024-02-01", "", "")}, "by 31 May", "2024-05-31"},
		{"later without a day", []*Statement{at("2024-01-01", "2024-05-31", "by 31 May"), at("2024-06-01", "", "within the coming months")},
			"within the coming months", ""},
		{"brought forward", []*Statement{at("2024-01-01", "2024-12-31", "this year"), at("2024-02-01", "2024-06-30", "by June")}, "by June", "2024-06-30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := NewLedger(tt.statements...)
			if len(l.Entries) != 1 || l.Entries[0].Deadline != tt.deadline || markup.Day(l.Entries[0].Due) != tt.due {
				t.Errorf("entries %+v, want one with %q and %q", l.Entries, tt.deadline, tt.due)
			}
		})
	}
}
