package deadline

import (
	"sort"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/table"
	"github.com/communique-go/communique/internal/text"
)

func TestFind(t *testing.T) {
	tests := []struct {
		deadline string // behind "They will reopen the bridge", "" for none
		behind   string
	}{
		{"by the end of June", ""},
		{"by Friday", ", the envoy said"},
		{"before 1 March", " if it rains"},
		{"within 72 hours", " of the signature"},
		{"within a fortnight", ""},
		{"no later than 30 November", ""},
		{"not later than 30 November 2025", ""},
		{"as of 1 July", " or later"},
		{"as from Monday", ""},
		{"next week", " or never"},
		{"this summer", ""},
		{"tomorrow", ""},
		{"in 2030", ""},
		{"in early Sept.", " at the latest"},
		{"over the next decade", ""},
		{"until midnight", " on the coast"},
		{"by noon on Friday", ""},
		{"during the coming year", ""},
		{"through the winter", ""},
		{"by the end of the century", ""},
		{"", "by force"},
		{"", "by 12"},
		{"", "by 12 ships"},
		{"", "by 30 percent"},
		{"", "in 12"},
		{"", "in the valley"},
		{"", "no sooner than they can"},
		{"", "as of old"},
		{"", "by"},
		{"", "next to the road"},
		{"", "for two years"},
	}
	for _, tt := range tests {
		t.Run(tt.deadline+tt.behind, func(t *testing.T) {
			d := text.Tag(text.Cut("They will reopen the bridge " + tt.deadline + tt.behind + "."))
			got := ""
			for i := range d.Tokens {
				if n := Find(d.Tokens, i, len(d.Tokens)); n > 0 {
					got = d.Slice(d.Cover(i, i+n))
					break
				}
			}
			if got != tt.deadline {
				t.Errorf("found %q, want %q", got, tt.deadline)
			}
			if _, _, ok := Resolve(got, said); !ok && got != "" {
				t.Errorf("Resolve(%q): not resolved", got)
			}
		})
	}
}

// TestFindLimit finds nothing behind the end of an action.
func TestFindLimit(t *testing.T) {
	d := text.Tag(text.Cut("by the end of June"))
	for limit := 0; limit <= len(d.Tokens); limit++ {
		want := 0
		if limit == len(d.Tokens) {
			want = limit
		}
		if n := Find(d.Tokens, 0, limit); n != want {
			t.Errorf("limit %d: %d tokens, want %d", limit, n, want)
		}
	}
	if n := Find(nil, 0, 0); n != 0 {
		t.Errorf("no tokens: %d", n)
	}
}

func TestOpeners(t *testing.T) {
	roles := map[string]bool{string(frame): true, string(limit): true, string(before): true, string(start): true, string(after): true}
	rows := table.MustParse("openers.tsv", openerTable, 3)
	for _, r := range rows {
		if !roles[r.Cells[1]] && cuts[r.Cells[1]] == nil {
			t.Errorf("openers.tsv:%d: unknown meaning %q", r.Line, r.Cells[1])
		}
		if found := r.Cells[2]; found != "" && (found != "found" || !roles[r.Cells[1]]) {
			t.Errorf("openers.tsv:%d: third column %q", r.Line, found)
		}
	}
	if !strings.HasPrefix(openerTable, "# ") || !sort.SliceIsSorted(rows, func(i, j int) bool { return rows[i].Cells[0] < rows[j].Cells[0] }) {
		t.Error("openers.tsv has no comment on top, or is not sorted")
	}
}
