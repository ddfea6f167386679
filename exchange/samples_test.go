package exchange

import (
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique"
)

// readout is a statement with something of everything.
const readout = `OSTERHAVN — Norland's Foreign Minister Ada Lindqvist on Monday condemned the shelling of the border town of Pesk by Sarvian forces. "We will not be intimidated," she said. "And we," she added,
"will rebuild." Germany and Japan did not criticise Sarvia. She called on Germany to honour the Tallport Agreement and pledged to send 40 engineers by the end of May if the road is open.`

// dated returns a statement with an ID and a date.
func dated(t testing.TB, id, text string) *communique.Statement {
	t.Helper()
	s, err := communique.ParseDocument(communique.Document{ID: id, Text: text, Date: time.Date(2024, 4, 29, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// passage returns the first place of words in a text.
func passage(text, words string) communique.Passage {
	i := strings.Index(text, words)
	return communique.Passage{Start: i, End: i + len(words), Text: words}
}

// handMade returns a statement of which the spans hold the worst characters: quotes over line breaks, broken bytes, tabs.
func handMade() *communique.Statement {
	text := "Ada\xff said:\t\"One,\r\n\"two\u2028and \x00three.\"\nShe, Bob\x85 and=\"x\",\n😀 agreed to \xe2\x82go\r\nhome."
	at := func(words string) communique.Passage { return passage(text, words) }
	one, zero := 1, 0
	cue, source, deadline := at("said:\t"), at("Ada\xff"), at("home.")
	s := &communique.Statement{Text: text, ID: "a,\"b\"\r\nc",
		Entities: []communique.Entity{
			{ID: 0, Kind: communique.Person, Name: "Ada", Role: "Minister\nof \"State\"", Country: "NOR", Code: "NORGOV",
				Mentions: []communique.Passage{at("Ada\xff"), at("She")}},
			{ID: 1, Kind: communique.Group, Name: "they", Members: []int{0, 2}, Mentions: []communique.Passage{at("She, Bob\x85 and=\"x\",\n😀")}},
			{ID: 2, Kind: communique.Person, Name: "Bob\u0085\u2028", Mentions: []communique.Passage{at("Bob\x85")}},
		},
		Quotes: []communique.Quote{
			{ID: 0, Kind: communique.Direct, Mode: communique.Assertion, Content: []communique.Passage{at("One,\r\n"), at("\"two\u2028and \x00three.\"\n")},
				Cue: &cue, Source: &source, SpeakerID: &zero, Speaker: "Ada"},
			{ID: 1, Kind: communique.Direct, Mode: communique.Assertion, Content: []communique.Passage{at("\"two\u2028and \x00three.")},
				Source: &source, Speaker: "somebody, \"else\""},
		},
		Attributions: []communique.Quote{
			{ID: 2, Kind: communique.Indirect, Mode: communique.Intention, Content: []communique.Passage{at("to \xe2\x82go\r\nhome")}},
		},
		Stances: []communique.Stance{
			{Label: communique.Concern, Phrase: at("😀"), Negated: true, Intensity: communique.MostSevere, CAMEO: "01"},
			{Label: communique.Agree, Phrase: at("agreed to \xe2\x82go\r\nhome"), HolderIDs: []int{1, 0}, TargetIDs: []int{2}, Intensity: communique.Plain,
				CAMEO: "030", Mode: "a\tmode", Contexts: []string{"military", "x\ny"}, Pattern: "agree|\"INF\"", QuoteID: &one,
				Holders: []string{"they", "Ada"}, Targets: []string{"Bob\u0085\u2028"}},
		},
		Commitments: []communique.Commitment{
			{PartyIDs: []int{0}, Action: at("\xe2\x82go\r\nhome"), Status: communique.Withdrawn, ClaimantIDs: []int{1}, Deadline: &deadline, Due: time.Date(2024, 5, 31, 0, 0, 0, 0, time.UTC),
				Parties: []string{"Ada"}, Claimants: []string{"they"}},
		},
	}
	for _, quotes := range [][]communique.Quote{s.Quotes, s.Attributions} {
		for i := range quotes {
			var pieces []string
			for _, p := range quotes[i].Content {
				pieces = append(pieces, p.Text)
			}
			quotes[i].Text = strings.Join(pieces, " ")
		}
	}
	return s
}

// broken returns a statement with spans outside the text and ids of nothing.
func broken() *communique.Statement {
	bad := func(start, end int) communique.Passage {
		return communique.Passage{Start: start, End: end, Text: "?"}
	}
	id, minus := 99, -1
	far, cut, empty, reversed := bad(500, 600), bad(1, 2), bad(3, 3), bad(4, 2)
	return &communique.Statement{Text: "aé and words",
		Entities: []communique.Entity{
			{Kind: "deity", Name: "Q", Mentions: []communique.Passage{bad(0, 1)}},
			{Kind: communique.State, Name: "Norland", Members: []int{5, -5, 1}, Mentions: []communique.Passage{far, cut}},
			{Kind: communique.State},
		},
		Quotes: []communique.Quote{
			{},
			{Kind: "loud", Mode: "sung", Content: []communique.Passage{far, cut, empty, reversed}, Cue: &far, Source: &cut, SpeakerID: &id},
			{Content: []communique.Passage{bad(4, 7), bad(0, 5), bad(3, 9)}, Source: &empty, SpeakerID: &minus, Speaker: "nobody"},
			{Content: []communique.Passage{bad(-3, 4)}, Cue: &reversed, Source: &communique.Passage{Start: 4, End: 7}},
		},
		Attributions: []communique.Quote{{ID: -7, Cue: &empty}},
		Stances: []communique.Stance{{Phrase: far}, {Label: "hum", Phrase: bad(4, 7), HolderIDs: []int{7, -1, 0, 2}, TargetIDs: []int{1}, QuoteID: &id,
			Intensity: 42}, {Phrase: bad(4, 7), QuoteID: &minus, Holders: []string{"x"}}},
		Commitments: []communique.Commitment{{Action: cut}, {Action: bad(4, 7), PartyIDs: []int{44}, Instrument: &far, Deadline: &cut, Condition: &empty, Status: "?"}},
	}
}
