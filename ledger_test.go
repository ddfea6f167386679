package communique

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// series are four statements on the same commitments, a month apart.
var series = []string{
	`At talks in Osterhavn, Norland pledged to send 40 engineers to the harbour of Pesk by the end of May. Under the Tallport Agreement, Norland undertook to withdraw its patrol boats from the inner bay by 30 June. Sarvia promised to release the detained crew.`,
	`President Ada Lindqvist of Norland reaffirmed her country's commitment to send 40 engineers to the harbour of Pesk. Sarvia's Foreign Minister Pavel Orban urged Norland to honour its obligation to withdraw its patrol boats from the inner bay.`,
	`Sarvia deplored the delay at the harbour. Pavel Orban said Norland had violated the Tallport Agreement. Kenya pledged to fund the repair of the bridge.`,
	`Norland has fulfilled its pledge to send 40 engineers to the harbour of Pesk. Provided that the talks continue, Norland will withdraw its patrol boats from the inner bay by the end of August.`,
}

// readSeries parses the series.
func readSeries(t testing.TB) []*Statement {
	t.Helper()
	a, err := New(WithActors(Actor{Name: "Norland", Kind: State, Country: "NRL"}, Actor{Name: "Sarvia", Kind: State, Country: "SRV"}))
	if err != nil {
		t.Fatal(err)
	}
	var out []*Statement
	for i, text := range series {
		s, err := a.ParseDocument(Document{ID: fmt.Sprintf("round %d", i+1), Text: text, Date: date(2031, time.Month(4+i), 2)})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// histories returns an entry as "parties: action" and its events as "id status".
func histories(l *Ledger) [][]string {
	var out [][]string
	for _, e := range l.Entries {
		lines := []string{strings.Join(e.Parties, "; ") + ": " + e.Action}
		for _, v := range e.History {
			lines = append(lines, strings.TrimSpace(v.StatementID+" "+string(v.Status)))
		}
		out = append(out, lines)
	}
	return out
}

func TestLedgerSeries(t *testing.T) {
	statements := readSeries(t)
	l := NewLedger(statements[2], statements[0], nil, statements[3], statements[1])
	want := [][]string{
		{"Norland: send 40 engineers to the harbour of Pesk", "round 1 undertaken", "round 2 reaffirmed", "round 4 fulfilled"},
		{"Norland: withdraw its patrol boats from the inner bay", "round 1 undertaken", "round 2 invoked", "round 3 breached", "round 4 undertaken"},
		{"Sarvia: release the detained crew", "round 1 undertaken"},
		{"Kenya: fund the repair of the bridge", "round 3 undertaken"},
	}
	if diff := cmp.Diff(want, histories(l)); diff != "" {
		t.Fatalf("histories (-want +got):\n%s", diff)
	}
	e := l.Entries[1]
	if e.Instrument != "the Tallport Agreement" || e.Deadline != "by the end of August" || e.Due != date(2031, 8, 31) || e.Status() != Undertaken {
		t.Errorf("got %q, %q, %v, %q", e.Instrument, e.Deadline, e.Due, e.Status())
	}
	for _, e := range l.Entries {
		for _, v := range e.History {
			s := []*Statement{statements[2], statements[0], nil, statements[3], statements[1]}[v.Statement]
			checkPassage(t, s, &v.Action)
			checkPassage(t, s, &v.Sentence)
			if v.Sentence.Start > v.Action.Start || v.Sentence.End < v.Action.End || !v.Date.Equal(s.Date) || v.StatementID != s.ID {
				t.Errorf("event %+v of statement %s", v, s.ID)
			}
			if !strings.Contains(s.HTML(), `id="`+v.Anchor+`"`) {
				t.Errorf("%s is not in the HTML of %s", v.Anchor, s.ID)
			}
		}
	}
}

func TestNewLedger(t *testing.T) {
	entities := []Entity{{Kind: State, Name: "Norland", Country: "NRL"}, {ID: 1, Kind: Person, Name: "Ada Lindqvist", Country: "NRL"},
		{ID: 2, Kind: State, Name: "Sarvia", Country: "SRV"}}
	number := 0
	says := func(commitments ...Commitment) *Statement {
		number++
		return &Statement{ID: fmt.Sprint(number), Entities: entities, Commitments: commitments}
	}
	bound := func(party int, status Status, action string) Commitment {
		c := Commitment{Status: status, Action: Passage{Text: action}}
		if party >= 0 {
			c.PartyIDs = []int{party}
		}
		return c
	}
	under := func(instrument string, c Commitment) Commitment {
		c.Instrument = &Passage{Text: instrument}
		return c
	}
	dated := func(day int, s *Statement) *Statement {
		s.Date = time.Date(2031, 5, day, 9, 0, 0, 0, time.UTC)
		return s
	}
	tests := []struct {
		name       string
		statements func() []*Statement
		want       [][]string
	}{
		{"nothing", func() []*Statement { return []*Statement{nil, {}} }, nil},
		{"by date, those without first", func() []*Statement {
			return []*Statement{dated(9, says(bound(0, Breached, "release the crew"))), dated(2, says(bound(0, Undertaken, "release the crew"))),
				says(bound(0, Reaffirmed, "release the crew")), says(bound(0, Invoked, "release the crew")), dated(9, says(bound(0, Fulfilled, "release the crew")))}
		}, [][]string{{"Norland: release the crew", "3 reaffirmed", "4 invoked", "2 undertaken", "1 breached", "5 fulfilled"}}},
		{"a person and his state", func() []*Statement {
			short := says(bound(0, Reaffirmed, "release the crew"))
			short.Entities = []Entity{{Kind: Person, Name: "Lindqvist"}}
			return []*Statement{says(bound(1, Undertaken, "release the crew")), says(bound(0, Fulfilled, "the release of the crew")), short}
		}, [][]string{{"Ada Lindqvist: release the crew", "2 undertaken", "3 fulfilled", "1 reaffirmed"}}},
		{"other parties", func() []*Statement {
			return []*Statement{says(bound(0, Undertaken, "release the crew")), says(bound(2, Undertaken, "release the crew")), says(bound(-1, Invoked, "release the crew"))}
		}, [][]string{{"Norland: release the crew", "1 undertaken"}, {"Sarvia: release the crew", "2 undertaken"}, {": release the crew", "3 invoked"}}},
		{"the opposite", func() []*Statement {
			return []*Statement{says(bound(0, Undertaken, "release the crew")), says(bound(0, Undertaken, "not release the crew"))}
		}, [][]string{{"Norland: release the crew", "1 undertaken"}, {"Norland: not release the crew", "2 undertaken"}}},
		{"alike, but two in each statement", func() []*Statement {
			return []*Statement{says(bound(0, Undertaken, "send 40 engineers"), bound(0, Undertaken, "send 40 doctors")),
				says(bound(0, Reaffirmed, "send 40 doctors"), bound(0, Breached, "send 40 engineers"))}
		}, [][]string{{"Norland: send 40 engineers", "1 undertaken", "2 breached"}, {"Norland: send 40 doctors", "1 undertaken", "2 reaffirmed"}}},
		{"twice in a statement", func() []*Statement {
			return []*Statement{says(bound(0, Undertaken, "release the detained crew"), bound(0, Invoked, "release the crew"))}
		}, [][]string{{"Norland: release the detained crew", "1 undertaken", "1 invoked"}}},
		{"the agreement alone", func() []*Statement {
			return []*Statement{says(under("the Tallport Agreement", bound(0, Undertaken, "reopen the crossing"))),
				says(under("the Tallport Agreement", bound(0, Breached, "the Tallport Agreement")))}
		}, [][]string{{"Norland: reopen the crossing", "1 undertaken", "2 breached"}}},
		{"the agreement, with two commitments under it", func() []*Statement {
			return []*Statement{says(under("the Tallport Agreement", bound(0, Undertaken, "reopen the crossing")), under("the Tallport Agreement", bound(0, Undertaken, "release the crew"))),
				says(under("the Tallport Agreement", bound(0, Breached, "the Tallport Agreement"))), says(under("the Tallport Agreement", bound(0, Invoked, "honour the Tallport Agreement")))}
		}, [][]string{{"Norland: reopen the crossing", "1 undertaken"}, {"Norland: release the crew", "1 undertaken"}, {"Norland: the Tallport Agreement", "2 breached", "3 invoked"}}},
		{"names without entities", func() []*Statement {
			c := Commitment{Status: Undertaken, Action: Passage{Text: "dredge the channel"}, Parties: []string{"Port Linden"}}
			d := c
			d.Status, d.Parties = Withdrawn, []string{"PORT LINDEN"}
			return []*Statement{says(c), says(d)}
		}, [][]string{{"Port Linden: dredge the channel", "1 undertaken", "2 withdrawn"}}},
		{"ids of nobody", func() []*Statement { return []*Statement{says(bound(70, "", ""))} }, [][]string{{": ", "1"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			number = 0
			l := NewLedger(test.statements()...)
			if diff := cmp.Diff(test.want, histories(l)); diff != "" {
				t.Errorf("histories (-want +got):\n%s", diff)
			}
			checkLedger(t, l)
		})
	}
}

func TestLedgerEmpty(t *testing.T) {
	var none *Ledger
	header := "entry,statement,date,status,parties,claimants,action,instrument,deadline,condition,due,start,end,sentence\r\n"
	for _, l := range []*Ledger{none, {}, NewLedger(), NewLedger(nil, &Statement{})} {
		checkLedger(t, l)
		if !strings.Contains(l.HTML(), "There are no commitments.") || l.Markdown() != "There are no commitments.\n" || l.CSV() != header {
			t.Errorf("got %q, %q, %q", l.HTML(), l.Markdown(), l.CSV())
		}
	}
	// what NewLedger never makes does not break the methods
	checkLedger(t, &Ledger{Entries: []LedgerEntry{{}, {Action: "x", History: []LedgerEvent{{}, {Action: Passage{-4, 90, "go"}}, {Action: Passage{5, 2, "go"}}}}}})
}

// checkLedger checks what must hold of every ledger: that its CSV is read back as what is in it, that its HTML has nothing that
// was not meant and all text, and that its Markdown has a row for each event.
func checkLedger(t *testing.T, l *Ledger) {
	t.Helper()
	events, entries := 0, 0
	for _, e := range l.entries() {
		events += len(e.History)
		entries++
	}
	checkCSV(t, l, events)
	checkLedgerHTML(t, l, entries, events)
	for i, line := range strings.Split(strings.TrimSuffix(l.Markdown(), "\n"), "\n") {
		if cells := len(regexp.MustCompile(`(^|[^\\])\|`).FindAllString(line, -1)); entries > 0 && cells != 10 {
			t.Errorf("line %d of the Markdown has %d bars: %.200q", i, cells, line)
		}
	}
}

func checkCSV(t *testing.T, l *Ledger, events int) {
	t.Helper()
	out := l.CSV()
	r := csv.NewReader(strings.NewReader(out))
	rows, err := r.ReadAll()
	if err != nil || len(rows) != events+1 {
		t.Fatalf("%d rows, want %d: %v", len(rows), events+1, err)
	}
	rows = rows[1:]
	for i, e := range l.entries() {
		for _, v := range e.History {
			want := []string{fmt.Sprint(i + 1), v.StatementID, markup.Day(v.Date), string(v.Status), strings.Join(v.Parties, "; "), strings.Join(v.Claimants, "; "),
				v.Action.Text, textOf(v.Instrument), textOf(v.Deadline), textOf(v.Condition), markup.Day(v.Due), fmt.Sprint(v.Action.Start), fmt.Sprint(v.Action.End), v.Sentence.Text}
			for k := range want { // what the reader makes of line breaks
				want[k] = strings.ReplaceAll(strings.ReplaceAll(string([]rune(want[k])), "\x00", "\uFFFD"), "\r\n", "\n")
			}
			if diff := cmp.Diff(want, rows[0]); diff != "" {
				t.Errorf("row (-want +got):\n%s", diff)
			}
			rows = rows[1:]
		}
	}
}

// ledgerMeant are the elements that a ledger's HTML may have, each with its attributes.
var ledgerMeant = map[string]string{
	"div": "class dir", "style": "", "p": "class", "table": "class", "caption": "", "thead": "", "tbody": "", "tr": "id data-speaker data-status",
	"th": "scope", "td": "class", "bdi": "dir", "time": "datetime", "span": "class aria-hidden", "ol": "class", "li": "data-speaker data-status data-anchor",
	"blockquote": "dir", "mark": "",
}

func checkLedgerHTML(t *testing.T, l *Ledger, entries, events int) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<!doctype html><html><head></head><body>" + l.HTML() + "</body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	root := doc.LastChild.LastChild.FirstChild
	if root == nil || attribute(root, "class") != "communique cq-ledger" || !blank(root.NextSibling) {
		t.Fatal("the fragment is not one element")
	}
	count := map[string]int{}
	walkLedger(t, root, count)
	if entries > 0 && (count["tr"] != entries+1 || count["li"] != events || count["blockquote"] != events) {
		t.Errorf("%d rows and %d events, want %d and %d", count["tr"], count["li"], entries+1, events)
	}
	text := visible(root)
	for _, e := range l.entries() {
		for _, v := range e.History {
			if want := strings.ReplaceAll(string([]rune(v.Action.Text)), "\x00", "\uFFFD"); !strings.Contains(text, want) {
				t.Errorf("the action %q is not in the text", want)
			}
		}
	}
}

func walkLedger(t *testing.T, n *html.Node, count map[string]int) {
	t.Helper()
	if n.Type == html.ElementNode {
		count[n.Data]++
		allowed, ok := ledgerMeant[n.Data]
		for _, a := range n.Attr {
			ok = ok && strings.Contains(" "+allowed+" ", " "+a.Key+" ")
			if a.Key == "class" && !regexp.MustCompile(`^(communique cq-ledger|cq-l-[a-z]+( cq-l-[a-z]+)?)$`).MatchString(a.Val) {
				t.Fatalf("a class %q was not meant", a.Val)
			}
		}
		if !ok {
			t.Fatalf("an element %s %v was not meant", n.Data, n.Attr)
		}
		if n.Data == "style" && visible(n) != page.StyleSheet(ledgerCSS) {
			t.Fatal("the style sheet is not the one that was meant")
		}
	} else if n.Type != html.TextNode {
		t.Fatalf("a node %q of type %d was not meant", n.Data, n.Type)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walkLedger(t, c, count)
	}
}

// TestLedgerHostile has hostile texts in every field, and statements parsed from them.
func TestLedgerHostile(t *testing.T) {
	for _, s := range append(append([]string(nil), hostile...), hostileMarkup...) {
		st, err := Parse("Norland pledged to send " + s + " to Kenya by Friday. Kenya promised to release the crew.")
		if err != nil {
			t.Fatal(err)
		}
		st.ID = s
		x := NewLedger(everywhere(s), st, everywhere(s), st)
		checkLedger(t, x)
		if diff := cmp.Diff(x, NewLedger(everywhere(s), st, everywhere(s), st)); diff != "" {
			t.Errorf("not deterministic:\n%s", diff)
		}
	}
}

// TestLedgerCSVVerbatim checks that cells hold line breaks and what a spreadsheet would read as a formula as they are.
func TestLedgerCSVVerbatim(t *testing.T) {
	l := &Ledger{Entries: []LedgerEntry{{History: []LedgerEvent{{Parties: []string{"=1+1", `"Ada", of Pesk`}, Action: Passage{Text: "a\nb\r\nc\rd "}}}}}}
	want := "1,,,,\"=1+1; \"\"Ada\"\", of Pesk\",,\"a\nb\r\nc\rd \",,,,,0,0,\r\n"
	if _, got, _ := strings.Cut(l.CSV(), "\r\n"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// fleet returns statements with n commitments in all, which share parties and words.
func fleet(n int) []*Statement {
	var out []*Statement
	for i := 0; i < n; i++ {
		if i%20 == 0 {
			out = append(out, &Statement{Entities: []Entity{{Kind: State, Name: "Norland", Country: "NRL"}, {ID: 1, Kind: State, Name: "Sarvia", Country: "SRV"}}})
		}
		s := out[len(out)-1]
		s.Commitments = append(s.Commitments, Commitment{PartyIDs: []int{i % 2}, Status: Undertaken,
			Action: Passage{Text: fmt.Sprintf("send ship %d of the northern fleet to berth %d of the harbour", i%900, i*7%900)}})
	}
	return out
}

func TestLedgerLong(t *testing.T) {
	start := time.Now()
	l := NewLedger(fleet(2000)...)
	l.HTML()
	l.Markdown()
	l.CSV()
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("2000 commitments took %v", took)
	}
	same := make([]*Statement, 2000)
	for i := range same {
		same[i] = &Statement{Commitments: []Commitment{{Parties: []string{"Norland"}, Status: Reaffirmed, Action: Passage{Text: "release the crew"}}}}
	}
	if l := NewLedger(same...); len(l.Entries) != 1 || len(l.Entries[0].History) != len(same) {
		t.Errorf("one commitment became %d", len(l.Entries))
	}
}

func TestLedgerGolden(t *testing.T) {
	l := NewLedger(readSeries(t)...)
	golden(t, "testdata/ledger.html.golden", "<!doctype html><meta charset=\"utf-8\"><title>A ledger</title>\n"+l.HTML())
	golden(t, "testdata/ledger.md.golden", l.Markdown())
	golden(t, "testdata/ledger.csv.golden", l.CSV())
}

func BenchmarkNewLedger(b *testing.B) {
	statements := fleet(2000)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		NewLedger(statements...)
	}
}
