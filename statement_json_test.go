package communique

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// checkJSON checks that a statement that was analysed comes back from JSON as it was. In names, JSON cannot hold broken UTF-8.
func checkJSON(t *testing.T, s *Statement) {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatalf("%.40q: %v", s.Text, err)
	}
	var got Statement
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%.40q: %v", s.Text, err)
	}
	if reflect.DeepEqual(s, &got) {
		return // cmp takes many times as long to say so
	}
	names := cmp.FilterPath(func(p cmp.Path) bool {
		last := p.Last().String()
		return last == ".Name" || last == ".Role" || last == ".Speaker" || p.Index(-2).String() == ".Holders" || p.Index(-2).String() == ".Targets" ||
			p.Index(-2).String() == ".Parties" || p.Index(-2).String() == ".Claimants"
	}, cmp.Transformer("shown", func(s string) string { return string([]rune(s)) }))
	if diff := cmp.Diff(s, &got, names); diff != "" {
		t.Errorf("%.40q: (-want +got):\n%s", s.Text, diff)
	}
}

func TestStatementRoundTrip(t *testing.T) {
	for _, d := range []Document{
		{},
		{Text: "<Norway> & Chad met."},
		{ID: "d1", Title: "A title", URL: "https://norland.example/1", Issuer: "White House", Date: date(2031, 5, 2),
			Text: "“We condemn the attack,” Foreign Minister Ana Lund of Norway said. She believes that Chad will honour the truce. Kenya pledged to send 40 engineers by Friday if asked."},
		{Text: "Norway \xff\xfe condemned \xe2\x82 Chad. “We \x80 agree,” Ana L\xfcnd said. Kenya agreed to send a\xff ship to Chad."},
		{Text: "\x00\u2028 Norway condemned\r\nChad.\r\n"},
	} {
		s, err := ParseDocument(d)
		if err != nil {
			t.Fatal(err)
		}
		checkJSON(t, s)
	}
}

// What somebody made by hand keeps the names of those who are no entities.
func TestStatementRoundTripByHand(t *testing.T) {
	one := 0
	s := Statement{Text: "Oman urged Iran.", Quotes: []Quote{{Speaker: "Oman", Mode: Assertion, Content: []Passage{}}},
		Attributions: []Quote{{ID: 1, Speaker: "Oman", Mode: Belief, Cue: &Passage{5, 10, "urged"}, Content: []Passage{}}},
		Stances: []Stance{{Label: Request, Intensity: Plain, Phrase: Passage{5, 10, "urged"}, Holders: []string{"Oman"}, Targets: []string{"Iran"},
			CAMEO: "02", Mode: "meet", Contexts: []string{"military"}, Pattern: "urge", QuoteID: &one, Negated: true}},
		Commitments: []Commitment{{Action: Passage{0, 4, "Oman"}, Status: Breached, Parties: []string{"Oman"}, Claimants: []string{"Iran", "Chad"}, Due: date(2031, 2, 3)}}}
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var got Statement
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStatementUnmarshalErrors(t *testing.T) {
	for _, tt := range []struct{ name, json, want string }{
		{"no object", `7`, "cannot unmarshal number"},
		{"date", `{"id":"a","date":"2 May"}`, `communique: read the statement "a": the date "2 May": write the day as YYYY-MM-DD`},
		{"entity's id", `{"entities":[{"id":3}]}`, `communique: read the statement "": entity 0 has the id 3; entities stand in the order of their ids, from 0`},
		{"member", `{"entities":[{"id":0,"members":[4]}]}`, "entity 0: a member is entity 4: the statement has 1"},
		{"issuer", `{"issuer_id":0}`, "the issuer is entity 0: the statement has 0"},
		{"speaker", `{"quotes":[{"id":0,"speaker":2}]}`, "quote 0: the speaker is entity 2: the statement has 0"},
		{"content", `{"text":"abc","quotes":[{"content":[{"start":1,"end":9}]}]}`, "quote 0: the span [1:9] does not lie within the text, which has 3 bytes"},
		{"sentence", `{"text":"abc","sentences":[{"start":2,"end":1}]}`, "sentence 0: the span [2:1] does not lie within the text, which has 3 bytes"},
		{"holder", `{"stances":[{},{"holders":[-1]}]}`, "stance 1: a holder is entity -1: the statement has 0"},
		{"quote", `{"stances":[{"quote":0}]}`, "stance 0: quote 0: the statement has 0"},
		{"claimant", `{"commitments":[{"claimants":[0]}]}`, "commitment 0: a claimant is entity 0: the statement has 0"},
		{"due", `{"commitments":[{"due":"soon"}]}`, `the date "soon": write the day as YYYY-MM-DD`},
		{"raw", `{"raw":"%"}`, "illegal base64"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Statement{ID: "before"}
			err := json.Unmarshal([]byte(tt.json), &s)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if !reflect.DeepEqual(s, Statement{ID: "before"}) {
				t.Errorf("the statement was changed to %+v", s)
			}
		})
	}
}

func TestStatementSentence(t *testing.T) {
	s, err := Parse("Norway met Chad. It agreed.\n\nThey left.")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		span Span
		want string
	}{
		{Span{0, 6}, "Norway met Chad."}, {Span{11, 18}, "Norway met Chad. It agreed."}, {Span{20, 26}, "It agreed."}, {Span{0, 99}, s.Text},
		{Span{27, 29}, ""}, {Span{90, 99}, ""}, {Span{-5, -1}, ""}, {Span{35, 35}, "They left."}, {Span{39, 39}, ""}, {Span{3, 3}, "Norway met Chad."},
	} {
		got, ok := s.Sentence(tt.span)
		if got.In(s.Text) != tt.want || ok != (tt.want != "") {
			t.Errorf("%v: got %q, %v, want %q", tt.span, got.In(s.Text), ok, tt.want)
		}
	}
	var none *Statement
	if _, ok := none.Sentence(Span{0, 1}); ok {
		t.Error("nil has a sentence")
	}
}

func TestLedgerJSON(t *testing.T) {
	l := NewLedger(&Statement{ID: "a", Date: date(2031, 1, 2), Text: "send ships", Commitments: []Commitment{{Parties: []string{"Chad"}, Action: Passage{0, 10, "send ships"},
		Status: Undertaken, Deadline: &Passage{0, 4, "send"}, Due: date(2031, 3, 1)}}}, &Statement{Commitments: []Commitment{{Parties: []string{"Mali"}, Action: Passage{Text: "leave"}}}})
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(data); !strings.Contains(s, `"date":"2031-01-02"`) || !strings.Contains(s, `"due":"2031-03-01"`) || strings.Contains(s, "0001-01-01") {
		t.Errorf("days are not written as YYYY-MM-DD, or one that is unknown is written: %s", s)
	}
	var got Ledger
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l, &got, cmpopts.IgnoreFields(LedgerEvent{}, "Anchor")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, bad := range []string{`{"entries":[{"due":"x"}]}`, `{"entries":[{"history":[{"date":"x"}]}]}`, `{"entries":[{"history":[{"due":"x"}]}]}`, `{"entries":[7]}`, `{"entries":[{"history":[7]}]}`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// What was stored as JSON becomes a ledger, a graph and a comparison as if it had just been analysed.
func TestStoredStatements(t *testing.T) {
	var fresh, stored []*Statement
	for i, text := range series {
		s, err := ParseDocument(Document{Text: text, Date: date(2031, time.Month(i+1), 2)})
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back Statement
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		fresh, stored = append(fresh, s), append(stored, &back)
	}
	if diff := cmp.Diff(NewLedger(fresh...), NewLedger(stored...)); diff != "" {
		t.Errorf("ledger (-fresh +stored):\n%s", diff)
	}
	if diff := cmp.Diff(NewGraph(fresh...).String(), NewGraph(stored...).String()); diff != "" {
		t.Errorf("graph (-fresh +stored):\n%s", diff)
	}
	if diff := cmp.Diff(Compare(fresh[0], fresh[1]), Compare(stored[0], stored[1])); diff != "" {
		t.Errorf("comparison (-fresh +stored):\n%s", diff)
	}
	if diff := cmp.Diff(fresh[0].HTML(), stored[0].HTML()); diff != "" {
		t.Errorf("HTML (-fresh +stored):\n%s", diff)
	}
}

func TestStrings(t *testing.T) {
	l := NewLedger(&Statement{ID: "a", Commitments: []Commitment{{Parties: []string{"Chad", "Mali"}, Action: Passage{Text: "send\nships"}, Status: Undertaken}}},
		&Statement{Date: date(2031, 3, 1), Commitments: []Commitment{{Parties: []string{"Chad", "Mali"}, Action: Passage{Text: "send ships"}, Status: Breached}}},
		&Statement{Commitments: []Commitment{{Action: Passage{Text: "leave"}, Status: Invoked}}})
	g := NewGraph(&Statement{Stances: []Stance{{Label: Accuse, Holders: []string{"Chad"}, Targets: []string{"Mali"}}, {Label: Affirm, Holders: []string{"Chad"}}}})
	var noLedger *Ledger
	var noGraph *Graph
	for _, tt := range []struct {
		got  interface{ String() string }
		want string
	}{
		{l, "2 commitments\nChad, Mali: “send ships”; undertaken (a), breached (2031-03-01)\n?: “leave”; invoked (statement 3)\n"},
		{noLedger, "0 commitments\n"},
		{g, "2 actors, 2 arrows\nChad → nobody in particular: affirm\nChad → Mali: accuse\n"},
		{noGraph, "0 actors, 0 arrows\n"},
	} {
		if diff := cmp.Diff(tt.want, tt.got.String()); diff != "" {
			t.Errorf("%T (-want +got):\n%s", tt.got, diff)
		}
	}
}
