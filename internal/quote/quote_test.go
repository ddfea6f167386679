package quote

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/stagetest"
	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

var cues = cue.Default()

func read(s string) *Doc { return Find(stagetest.Entities(s), cues, 0) }

// quoted is a quote by the text that its spans cover.
type quoted struct {
	Kind    Kind
	Content []string
	Cue     string
	Source  string
	Speaker string
}

// assertions returns the quotes of the mode assertion.
func assertions(s string) []quoted {
	d := read(s)
	var out []quoted
	for _, q := range d.Quotes {
		if q.Mode == cue.Assertion {
			out = append(out, describe(d, q))
		}
	}
	return out
}

func describe(d *Doc, q Quote) quoted {
	x := quoted{Kind: q.Kind, Cue: d.Slice(q.Cue), Source: d.Slice(q.Source), Speaker: nameOf(d, q.Speaker)}
	for _, c := range q.Content {
		x.Content = append(x.Content, d.Slice(c))
	}
	return x
}

type quoteTest struct {
	name, text string
	want       []quoted
}

func run(t *testing.T, tests []quoteTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, assertions(tt.text)); diff != "" {
				t.Errorf("quotes of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// one is the quote of one piece.
func one(kind Kind, content, cue, source, speaker string) []quoted {
	return []quoted{{kind, []string{content}, cue, source, speaker}}
}

func TestDirect(t *testing.T) {
	run(t, []quoteTest{
		{"cue behind", "“We have nothing to add,” the envoy said.", one(Direct, "We have nothing to add,", "said", "the envoy", "envoy")},
		{"cue behind, straight marks", `"We have nothing to add," Anton Belik said.`, one(Direct, "We have nothing to add,", "said", "Anton Belik", "Anton Belik")},
		{"cue behind, inverted", "“We have nothing to add,” said Anton Belik.", one(Direct, "We have nothing to add,", "said", "Anton Belik", "Anton Belik")},
		{"cue behind, inverted, with a title", "“We have nothing to add,” said Prime Minister Anton Belik, opening the talks.",
			one(Direct, "We have nothing to add,", "said", "Prime Minister Anton Belik", "Anton Belik")},
		{"cue before, with a comma", "Anton Belik said, “We have nothing to add.”", one(Direct, "We have nothing to add.", "said", "Anton Belik", "Anton Belik")},
		{"cue before, with a colon", "Anton Belik told the members of the river council: “We have nothing to add.”",
			one(Direct, "We have nothing to add.", "told", "Anton Belik", "Anton Belik")},
		{"cue before, with an addressee", "Anton Belik told the ambassadors of the two states, “We have nothing to add.”",
			one(Direct, "We have nothing to add.", "told", "Anton Belik", "Anton Belik")},
		{"cue before, with that", "Anton Belik said that “the matter is closed.”", one(Direct, "the matter is closed.", "said", "Anton Belik", "Anton Belik")},
		{"cue in the middle", "“The matter,” Anton Belik said, “is closed for good.”",
			[]quoted{{Direct, []string{"The matter,", "is closed for good."}, "said", "Anton Belik", "Anton Belik"}}},
		{"cue between two sentences", "“The matter is closed,” Anton Belik said. “Nobody will open it again.”",
			[]quoted{{Direct, []string{"The matter is closed,", "Nobody will open it again."}, "said", "Anton Belik", "Anton Belik"}}},
		{"question", "“Who would open it again?” Anton Belik asked.", one(Direct, "Who would open it again?", "asked", "Anton Belik", "Anton Belik")},
		{"description between name and verb", "“We have nothing to add,” Anton Belik, visibly tired, said.",
			one(Direct, "We have nothing to add,", "said", "Anton Belik", "Anton Belik")},
		{"adverbial behind the cue", "“We have nothing to add,” Anton Belik said on Monday after the talks.",
			one(Direct, "We have nothing to add,", "said", "Anton Belik", "Anton Belik")},
		{"restrictive modifier of the source", "“We have nothing to add,” a member of the mission said.",
			one(Direct, "We have nothing to add,", "said", "a member of the mission", "member")},
		{"body that speaks", "“We have nothing to add,” the Chadian Foreign Ministry said on Monday.",
			one(Direct, "We have nothing to add,", "said", "the Chadian Foreign Ministry", "Chadian Foreign Ministry")},
		{"pronoun", "Anton Belik left the hall. “We have nothing to add,” he said.", one(Direct, "We have nothing to add,", "said", "he", "Anton Belik")},
		{"two speakers", "“We are leaving,” Anton Belik said. “We are staying,” said Ilya Marek.",
			append(one(Direct, "We are leaving,", "said", "Anton Belik", "Anton Belik"), one(Direct, "We are staying,", "said", "Ilya Marek", "Ilya Marek")...)},
	})
}

func TestColonAndDash(t *testing.T) {
	run(t, []quoteTest{
		{"name and colon", "Then came Anton Belik's turn.\n\nAnd from Chairwoman Tamsin Adaeze: “We have nothing to add.”",
			one(Direct, "We have nothing to add.", ":", "Chairwoman Tamsin Adaeze", "Tamsin Adaeze")},
		{"dash and name", "“We have nothing to add.” — Commissioner Anton Belik",
			one(Direct, "We have nothing to add.", "—", "Commissioner Anton Belik", "Anton Belik")},
	})
}

func TestChains(t *testing.T) {
	run(t, []quoteTest{
		{"he added in the next paragraph", "“We are leaving the talks,” Anton Belik said.\n\n“Nobody will stop us,” he added.",
			append(one(Direct, "We are leaving the talks,", "said", "Anton Belik", "Anton Belik"), one(Direct, "Nobody will stop us,", "added", "he", "Anton Belik")...)},
		{"added the minister", "“We are leaving the talks,” Foreign Minister Anton Belik said.\n\n“Nobody will stop us,” added the minister.",
			append(one(Direct, "We are leaving the talks,", "said", "Foreign Minister Anton Belik", "Anton Belik"), one(Direct, "Nobody will stop us,", "added", "the minister", "Anton Belik")...)},
		{"several paragraphs", "“We are leaving the talks,” Anton Belik said. “It is over.\n\n“Nobody will stop us.\n\n“We wish the others well.”",
			[]quoted{{Direct, []string{"We are leaving the talks,", "It is over.", "Nobody will stop us.", "We wish the others well."}, "said", "Anton Belik", "Anton Belik"}}},
		{"several paragraphs behind a colon", "Anton Belik told the council of the river states: “We are leaving the talks.\n\n“Nobody will stop us.”",
			[]quoted{{Direct, []string{"We are leaving the talks.", "Nobody will stop us."}, "told", "Anton Belik", "Anton Belik"}}},
		{"no cue, behind a quote", "Anton Belik said the talks were over.\n\n“Nobody will stop us now.”",
			append(one(Indirect, "the talks were over", "said", "Anton Belik", "Anton Belik"), one(Direct, "Nobody will stop us now.", "", "Anton Belik", "Anton Belik")...)},
		{"no cue, behind a sentence about the speaker", "Anton Belik rejected the plan. “Nobody will stop us now.”",
			one(Direct, "Nobody will stop us now.", "", "Anton Belik", "Anton Belik")},
		{"nobody to take it from", "“Nobody will stop us now.”", one(Direct, "Nobody will stop us now.", "", "", "")},
	})
}

func TestIndirect(t *testing.T) {
	run(t, []quoteTest{
		// The "that" before a clause belongs to it where the model found it, as it does for the annotators of PolNeAR.
		{"with that", "Anton Belik said that the talks were over.", one(Indirect, "that the talks were over", "said", "Anton Belik", "Anton Belik")},
		{"without that", "Anton Belik said the talks were over.", one(Indirect, "the talks were over", "said", "Anton Belik", "Anton Belik")},
		{"addressee", "Anton Belik told the ambassadors of the two states that the talks were over.",
			one(Indirect, "that the talks were over", "told", "Anton Belik", "Anton Belik")},
		{"adverbial before that", "Anton Belik said on Monday that the talks were over.", one(Indirect, "that the talks were over", "said", "Anton Belik", "Anton Belik")},
		{"auxiliary is no part of the cue", "Anton Belik had on Monday said the talks were over.", one(Indirect, "the talks were over", "said", "Anton Belik", "Anton Belik")},
		{"made clear", "Anton Belik made clear that the talks were over.", one(Indirect, "that the talks were over", "made clear", "Anton Belik", "Anton Belik")},
		{"attribution at the end", "The talks were over, Anton Belik said.", one(Indirect, "The talks were over", "said", "Anton Belik", "Anton Belik")},
		{"inverted at the end", "The talks were over, said Anton Belik.", one(Indirect, "The talks were over", "said", "Anton Belik", "Anton Belik")},
		{"attribution in the middle", "The talks, Anton Belik said, were over.",
			[]quoted{{Indirect, []string{"The talks", "were over"}, "said", "Anton Belik", "Anton Belik"}}},
		{"relative clause", "They met Anton Belik, who said the talks were over.", one(Indirect, "the talks were over", "said", "who", "Anton Belik")},
		{"two reporting verbs", "Anton Belik said the talks were over and warned Chad would leave.",
			append(one(Indirect, "the talks were over", "said", "Anton Belik", "Anton Belik"), one(Indirect, "Chad would leave", "warned", "Anton Belik", "Anton Belik")...)},
		{"issuer in the third person", "The members of the Security Council reaffirmed the truce must hold.",
			one(Indirect, "the truce must hold", "reaffirmed", "The members of the Security Council", "UN Security Council")},
		{"the issuer's we is no quote", "We reiterate that the truce must hold.", nil},
		{"regret is no assertion", "Anton Belik regretted that the talks were over.", nil},
		{"refusal to say", "Anton Belik did not say that the talks were over.", nil},
		{"future", "Anton Belik will say that the talks are over.", nil},
		{"phrase is no quote", "Anton Belik stressed the need for talks.", nil},
		{"infinitive is no quote", "Anton Belik urged Chad to leave.", nil},
		{"headline", "Belik Insists Chad Will Leave\n\nIt rained in Zalesk on the second day of the conference of the river states.", nil},
	})
}

func TestAccordingTo(t *testing.T) {
	run(t, []quoteTest{
		{"at the end", "The talks were over, according to Anton Belik.", one(Indirect, "The talks were over", "according to", "Anton Belik", "Anton Belik")},
		{"at the end without a comma", "The talks were over according to Anton Belik.", one(Indirect, "The talks were over", "according to", "Anton Belik", "Anton Belik")},
		{"in front", "According to Anton Belik, the talks were over.", one(Indirect, "the talks were over", "According to", "Anton Belik", "Anton Belik")},
		{"in front with an apposition", "According to Anton Belik, a spokesman for the mission, the talks were over.",
			one(Indirect, "the talks were over", "According to", "Anton Belik", "Anton Belik")},
	})
}

func TestMixed(t *testing.T) {
	run(t, []quoteTest{
		{"part of the clause", "Anton Belik said the talks were “dead and buried” by now.",
			one(Mixed, "the talks were “dead and buried” by now", "said", "Anton Belik", "Anton Belik")},
		{"end of the clause", "Anton Belik said the talks were “dead and buried.”",
			one(Mixed, "the talks were “dead and buried.”", "said", "Anton Belik", "Anton Belik")},
		{"according to", "The talks were “dead and buried,” according to Anton Belik.",
			one(Mixed, "The talks were “dead and buried,”", "according to", "Anton Belik", "Anton Belik")},
		{"mixed, then direct", "Anton Belik said the talks were “dead and buried.” “Nobody will revive them,” he added.",
			append(one(Mixed, "the talks were “dead and buried.”", "said", "Anton Belik", "Anton Belik"), one(Direct, "Nobody will revive them,", "added", "he", "Anton Belik")...)},
	})
}

func TestFragments(t *testing.T) {
	run(t, []quoteTest{
		{"called it", "Anton Belik called the accusation “groundless and absurd.”", one(Direct, "groundless and absurd.", "called", "Anton Belik", "Anton Belik")},
		{"described it as", "Anton Belik described the accusation as “groundless.”", one(Direct, "groundless.", "described", "Anton Belik", "Anton Belik")},
		{"hailed", "Anton Belik hailed “a new chapter.”", one(Direct, "a new chapter.", "hailed", "Anton Belik", "Anton Belik")},
		{"urged to", "Anton Belik urged Chad to “think again.”", one(Direct, "think again.", "urged", "Anton Belik", "Anton Belik")},
	})
}

func TestNotQuotes(t *testing.T) {
	run(t, []quoteTest{
		{"so-called", "The so-called “caliphate” has collapsed.", nil},
		{"nickname", "The commander, nicknamed “Shorty,” left the hall.", nil},
		{"name of a programme", "The minister spoke on Channel Nine's “The Morning Hour.”", nil},
		{"name of a ship", "The tanker “Nordlys Star” left the port.", nil},
		{"scare quotes", "The “ceasefire” lasted an hour.", nil},
		{"scare quotes in a report", "Anton Belik said the so-called “caliphate” has collapsed.",
			one(Mixed, "the so-called “caliphate” has collapsed", "said", "Anton Belik", "Anton Belik")},
		{"turn of a transcript", "MS. ADAEZE: We have nothing to add.\n\nMR. BELIK: Neither have we.", nil},
	})
}

func TestNested(t *testing.T) {
	run(t, []quoteTest{
		{"single marks within a quote", "“The line ‘never again’ still holds,” Anton Belik said.",
			one(Direct, "The line ‘never again’ still holds,", "said", "Anton Belik", "Anton Belik")},
		{"apostrophe within a quote", "“It’s the envoys’ right,” Anton Belik said.", one(Direct, "It’s the envoys’ right,", "said", "Anton Belik", "Anton Belik")},
		{"report within a quote", "“The minister has told us: ‘Nobody will sign.’ We left,” Anton Belik said.",
			append(one(Direct, "The minister has told us: ‘Nobody will sign.’ We left,", "said", "Anton Belik", "Anton Belik"), one(Direct, "Nobody will sign.", "told us", "The minister", "minister")...)},
		{"report within a report", "Chad says the talks are over, Anton Belik said.",
			append(one(Indirect, "Chad says the talks are over", "said", "Anton Belik", "Anton Belik"), one(Indirect, "the talks are over", "says", "Chad", "Chad")...)},
		{"report told by a statement", "Belik said the talks were over, the statement said. The ministry of Chad agreed.",
			append(one(Indirect, "Belik said the talks were over", "said", "the statement", ""), one(Indirect, "the talks were over", "said", "Belik", "Belik")...)},
		{"I within a quote", "“I told the minister: ‘Nobody will sign.’ He left,” Anton Belik said.",
			append(one(Direct, "I told the minister: ‘Nobody will sign.’ He left,", "said", "Anton Belik", "Anton Belik"), one(Direct, "Nobody will sign.", "told the minister", "I", "Anton Belik")...)},
	})
}

func TestUnbalanced(t *testing.T) {
	run(t, []quoteTest{
		{"closing mark missing", "Anton Belik said, “We have nothing to add.\n\nThey left.", one(Direct, "We have nothing to add.", "said", "Anton Belik", "Anton Belik")},
	})
}

func TestNouns(t *testing.T) {
	run(t, []quoteTest{
		{"possessor", "They dismissed the minister's claim that the truce would hold.",
			one(Indirect, "the truce would hold", "claim", "the minister", "minister")},
		{"possessive pronoun", "Anton Belik left the hall. They dismissed his claim that the truce would hold.",
			one(Indirect, "the truce would hold", "claim", "his", "Anton Belik")},
		{"light verb", "Chad expressed the belief that the truce would hold.", one(Indirect, "the truce would hold", "belief", "Chad", "Chad")},
		{"nobody's", "The assurance that the truce would hold came late.", nil},
	})
}

func TestModes(t *testing.T) {
	tests := []struct {
		name, text string
		want       cue.Mode
	}{
		{"assertion", "Anton Belik said that the truce would hold.", cue.Assertion},
		{"belief", "Anton Belik believes that the truce will hold.", cue.Belief},
		{"intention", "Anton Belik wants to leave the talks.", cue.Intention},
		{"mention", "Anton Belik stressed the need for talks.", cue.Mention},
		{"noun of belief", "Anton Belik voiced the hope that the truce would hold.", cue.Assertion},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quotes := read(tt.text).Quotes
			if len(quotes) != 1 || quotes[0].Mode != tt.want {
				t.Errorf("quotes of %q: %+v, want one in mode %s", tt.text, quotes, tt.want)
			}
		})
	}
}

func TestOffsets(t *testing.T) {
	quotes := read("“Été,” said Chad.").Quotes
	if len(quotes) != 1 {
		t.Fatalf("%d quotes, want 1", len(quotes))
	}
	q := quotes[0]
	got := append([]text.Span{q.Cue, q.Source}, q.Content...)
	want := []text.Span{{Start: 13, End: 17}, {Start: 18, End: 22}, {Start: 3, End: 9}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cue, source and content (-want +got):\n%s", diff)
	}
}

// TestOrder checks that quotes come in the order of their contents, the outer one first.
func TestOrder(t *testing.T) {
	quotes := read("The talks were over, Anton Belik said. “Chad said that it would leave,” he added. According to Mali, nobody left.").Quotes
	for i := 1; i < len(quotes); i++ {
		if a, b := quotes[i-1].Span(), quotes[i].Span(); a.Start > b.Start || a.Start == b.Start && a.End < b.End {
			t.Errorf("quote %d at %v stands behind %v", i, b, a)
		}
	}
}

func TestHostile(t *testing.T) {
	for _, s := range []string{"", "“", "””””", "said said said", strings.Repeat("“a\n\n", 100), strings.Repeat("he said, ", 300), "according to", ", he said, he said, he said."} {
		d := read(s)
		for _, q := range d.Quotes {
			if len(q.Content) == 0 && q.Mode != cue.Mention || q.Span().Len() <= 0 || q.Span().End > len(d.Text) {
				t.Errorf("quote %+v of %.20q", q, s)
			}
		}
	}
}

// A group that only the issuer given with a text makes of several speakers is nobody's source.
func TestGivenIssuerSpeaksNot(t *testing.T) {
	const s = "Chad and Mali said that the talks had failed."
	d := Find(stagetest.EntitiesGiven(s, entity.Given{Issuer: "Governments of Chad and Mali"}), cues, 0)
	if len(d.Quotes) != 1 || describe(d, d.Quotes[0]).Speaker != "Chad" {
		t.Errorf("got %v, want one quote of Chad", d.Quotes)
	}
}
