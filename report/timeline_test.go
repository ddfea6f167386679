package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/page"
	"github.com/google/go-cmp/cmp"
)

func TestPairs(t *testing.T) {
	p := newReport(series(t), "")
	var got []string
	for _, x := range p.pairs() {
		got = append(got, fmt.Sprintf("%s → %s: %d", x.holder, x.target, len(x.stances)))
	}
	want := []string{"Sarvia → Norland: 9", "Norland → Sarvia: 6"} // with what their ministers say
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("-want +got:\n%s\nof %q", diff, got)
	}
}

// TestPairsOfOne checks that a minister who calls on their own state makes no pair.
func TestPairsOfOne(t *testing.T) {
	s := &communique.Statement{
		Entities: []communique.Entity{{Kind: communique.State, Name: "Norland", Country: "NRL"},
			{ID: 1, Kind: communique.Person, Name: "Ada Lund", Country: "NRL"}, {ID: 2, Kind: communique.State, Name: "Sarvia", Country: "SRV"}},
		Stances: []communique.Stance{{Label: communique.Request, HolderIDs: []int{1}, TargetIDs: []int{0, 2}}},
	}
	pairs := newReport([]*communique.Statement{s}, "").pairs()
	if len(pairs) != 1 || pairs[0].holder != "Norland" || pairs[0].target != "Sarvia" {
		t.Errorf("%d pairs, want that of Norland and Sarvia alone", len(pairs))
	}
}

// TestRoom checks that names end before the axis, and numbers of three digits before the next mark.
func TestRoom(t *testing.T) {
	wide := strings.Repeat("W", 25)
	s := &communique.Statement{Stances: []communique.Stance{{Label: communique.Accuse, Holders: []string{wide}, Targets: []string{"M" + wide}}}}
	labels := regexp.MustCompile(`class="r-(?:holder|target)" x="12" y="[^"]*">(.*?)</text>`).FindAllStringSubmatch(write(t, []*communique.Statement{s}, Options{}), -1)
	if len(labels) != 2 {
		t.Fatalf("%d labels, want 2", len(labels))
	}
	for _, l := range labels {
		text := strings.NewReplacer("<tspan>", "", "</tspan>", "").Replace(l[1])
		if end := 12 + page.TextWidth(text, 13); end > labelWidth || !strings.HasSuffix(text, "…") {
			t.Errorf("%q ends at %.0f, and the axis begins at %.0f", text, end, labelWidth)
		}
	}
	for i := communique.Hedged; i <= communique.MostSevere; i++ {
		if end := radius(i) + 1.5 + page.TextWidth("888", 10.5); end > markWidth-radius(communique.MostSevere) {
			t.Errorf("the number of a mark ends %.1f pixels behind it, where the next may be", end)
		}
	}
}

// TestScaleZones checks that the day of a statement is that of its own time zone.
func TestScaleZones(t *testing.T) {
	zone := time.FixedZone("east", 10*3600)
	var statements []*communique.Statement
	for _, d := range []int{2, 4} {
		statements = append(statements, &communique.Statement{Date: time.Date(2031, 5, d, 0, 30, 0, 0, zone)})
	}
	var got []string
	for _, x := range newScale(statements).ticks {
		got = append(got, x.label)
	}
	if diff := cmp.Diff([]string{"2 May 2031", "3 May 2031", "4 May 2031"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestDatesBetween(t *testing.T) {
	for _, test := range []struct {
		first, last string
		want        string
	}{
		{"2031-05-02", "2031-05-02", "2031-05-02"},
		{"2031-05-02", "2031-05-04", "2 May 2031, 3 May 2031, 4 May 2031"},
		{"2031-05-02", "2031-06-10", "2 May 2031, 9 May 2031, 16 May 2031, 23 May 2031, 30 May 2031, 6 Jun 2031"},
		{"2031-01-14", "2031-06-20", "Feb 2031, Mar 2031, Apr 2031, May 2031, Jun 2031"},
		{"2029-11-30", "2031-06-20", "Jan 2030, Apr 2030, Jul 2030, Oct 2030, Jan 2031, Apr 2031"},
		{"1990-03-01", "2031-06-20", "1991, 1997, 2003, 2009, 2015, 2021, 2027"},
	} {
		day := func(s string) time.Time {
			d, err := time.Parse(time.DateOnly, s)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		var got []string
		for _, d := range datesBetween(day(test.first), day(test.last), 8) {
			got = append(got, d.label)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s to %s: -want +got:\n%s", test.first, test.last, diff)
		}
	}
}

// TestScale checks that columns do not touch, and that later statements never stand before earlier ones.
func TestScale(t *testing.T) {
	for _, days := range [][]int{{1}, {1, 1}, {5, 1, 3}, {0, 0, 0}, {0, 4, 0, 9, 9}, {1, 2, 3, 4, 5, 6, 7, 90, 91, 400}} {
		var statements []*communique.Statement
		for _, d := range days {
			s := &communique.Statement{}
			if d > 0 {
				s.Date = time.Date(2031, 1, d, 12, 0, 0, 0, time.UTC)
			}
			statements = append(statements, s)
		}
		sc := newScale(statements)
		for i := 1; i < len(sc.columns); i++ {
			if sc.columns[i]-sc.columns[i-1] < markWidth-0.1 {
				t.Errorf("%v: columns at %v", days, sc.columns)
			}
		}
		for i := range days {
			x := sc.columns[sc.column[i]]
			if x < labelWidth || x > chartWidth {
				t.Errorf("%v: statement %d at %v", days, i, x)
			}
			for j := range days {
				if days[i] < days[j] && x > sc.columns[sc.column[j]] {
					t.Errorf("%v: statement %d stands behind %d", days, i, j)
				}
			}
		}
	}
	if sc := newScale(make500()); len(sc.columns) > 40 || len(sc.ticks) > 40 {
		t.Errorf("%d columns, %d ticks", len(sc.columns), len(sc.ticks))
	}
}

// make500 returns 500 statements, every third without a date.
func make500() []*communique.Statement {
	var out []*communique.Statement
	for i := 0; i < 500; i++ {
		s := &communique.Statement{}
		if i%3 > 0 {
			s.Date = time.Date(2031, 1, i, 0, 0, 0, 0, time.UTC)
		}
		out = append(out, s)
	}
	return out
}
