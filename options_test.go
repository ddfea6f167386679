package communique

import (
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const allLabels = "want one of agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, " +
	"mobilize, coerce, assault, affirm, concern, deny"

const allKeywords = "want one of NP, ACTOR, PLACE, INF, INF-HOSTILE, THAT, ING, VERB, REFL, WILL, or words in lower case"

const (
	wantTrigger = `want a verb, a:adjective or n:noun, several with "|" between them`
	wantWord    = `want a word, several with "|" between them`
	wantObject  = `want nouns in brackets without blanks, like "[claim|report]"`
	wantTarget  = `want obj, subj, poss, adj or a preposition such as "to"`
	wantFrame   = "want one of quote, that, bare, addressee, fragment, inf, several with blanks between them"
)

// badRow is the rows of an option and the error that New returns for them.
type badRow struct{ name, rows, want string }

func testBadRows(t *testing.T, option func(string) Option, tests []badRow) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := New(option(tt.rows))
			if err == nil {
				t.Fatalf("no error, want %q", tt.want)
			}
			if diff := cmp.Diff("communique: "+tt.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if a != nil {
				t.Error("an Analyzer with the error")
			}
		})
	}
}

func TestWithStancesErrors(t *testing.T) {
	testBadRows(t, WithStances, []badRow{
		{"unknown label", "urge\tprevail on\t2", `stances:1: label "urge": ` + allLabels},
		{"label in capitals", "REQUEST\tprevail on\t2", `stances:1: label "REQUEST": ` + allLabels},
		{"no label", "\tprevail on\t2", "stances:1: the first column is empty"},
		{"the line as the rows were written", "\n# mine\nrequest\tprevail on\t2\r\n\nrequest\tplead\tx\n", `stances:5: intensity "x": want 1 to 5`},

		{"no pattern", "request\t\t2", `stances:1: pattern "": want a verb, a:adjective or n:noun, in the second column, behind one tab`},
		{"blanks for tabs", "request prevail on 2", `stances:1: pattern "": want a verb, a:adjective or n:noun, in the second column, behind one tab`},
		{"two tabs", "request\t\tprevail on\t2", `stances:1: pattern "": want a verb, a:adjective or n:noun, in the second column, behind one tab`},
		{"too many columns", "request\tprevail on\t2\ton\tupon", "stances:1: 5 columns, want at most 4"},
		{"a pattern twice", "request\tprevail on\t2\n\nagree\tprevail  on\t3", `stances:3: pattern "prevail  on": want one row for it, line 1 has it already`},

		{"inflected verb", "request\turged NP\t2", `stances:1: trigger "urged": want the lemma, "urge", or "a:urged" for an adjective`},
		{"one of two verbs inflected", "request\turge|begs NP\t2", `stances:1: trigger "urge|begs": want the lemma, "beg", or "a:begs" for an adjective`},
		{"verb in capitals", "request\tUrge NP\t2", `stances:1: trigger "Urge": want "urge"`},
		{"adjective in capitals", "agree\ta:Ready INF\t2", `stances:1: trigger "a:Ready": want "ready"`},
		{"adjective without a word", "agree\ta: INF\t2", `stances:1: trigger "a:": ` + wantTrigger},
		{"unknown part of speech", "agree\tadj:ready INF\t2", `stances:1: trigger "adj:ready": ` + wantTrigger},
		{"an object first", "agree\t[plan] accept\t2", `stances:1: trigger "[plan]": ` + wantTrigger},
		{"a keyword first", "agree\tNP accept\t2", `stances:1: trigger "NP": ` + `want a verb, a:adjective or n:noun`},
		{"dots first", "agree\t... accept\t2", `stances:1: trigger "...": ` + wantTrigger},
		{"a comma between verbs", "agree\taccept,approve NP\t2", `stances:1: trigger "accept,approve": ` + wantTrigger},

		{"unknown element", "threaten\tswear INF-HOSTIL\t3", `stances:1: element "INF-HOSTIL": ` + allKeywords},
		{"an element of another table", "accuse\turge NATO\t2", `stances:1: element "NATO": ` + allKeywords},
		{"an element among words", "accuse\tmoan of|about|THAT\t2", `stances:1: element "of|about|THAT": want THAT alone, in a row of its own`},
		{"an element in brackets", "accuse\tmoan [NP]\t2", `stances:1: element "[NP]": want NP alone, in a row of its own`},
		{"word in capitals", "request\tprevail Upon\t2", `stances:1: element "Upon": want "upon"`},
		{"typographic apostrophe", "protest\tsummon charge d’affaires\t2", `stances:1: element "d’affaires": want "d'affaires"`},
		{"two words in one", "deny\tsay don't\t2", `stances:1: element "don't": want a single word, which "do n't" is not`},
		{"no word between bars", "request\tprevail on||upon\t2", `stances:1: element "on||upon": ` + wantWord},
		{"blanks around a bar", "request\tprevail on | upon\t2", `stances:1: element "|": ` + wantWord},
		{"a comma between words", "request\tprevail on,upon\t2", `stances:1: element "on,upon": ` + wantWord},
		{"a prefix behind the trigger", "affirm\tremain a:committed\t2", `stances:1: element "a:committed": ` + wantWord},
		{"brackets not closed", "agree\taccept [plan|deal\t2", `stances:1: element "[plan|deal": ` + wantObject},
		{"brackets not opened", "agree\taccept plan|deal]\t2", `stances:1: element "plan|deal]": ` + wantObject},
		{"brackets within brackets", "agree\taccept [plan|[deal]]\t2", `stances:1: element "[plan|[deal]]": ` + wantObject},
		{"brackets with nothing", "agree\taccept []\t2", `stances:1: element "[]": ` + wantObject},
		{"a blank in brackets", "agree\taccept [peace plan]\t2", `stances:1: element "[peace": ` + wantObject},
		{"noun in capitals", "agree\taccept [Plan]\t2", `stances:1: element "[Plan]": want "plan"`},
		{"dots at the end", "agree\taccept ...\t2", `stances:1: element "...": want another element behind it`},
		{"dots twice", "agree\taccept ... ... plan\t2", `stances:1: element "...": want another element behind it`},
		{"WILL further on", "threaten\tact against WILL\t2", `stances:1: element "WILL": want it right behind a verb`},
		{"WILL behind an adjective", "threaten\ta:hostile WILL\t2", `stances:1: element "WILL": want it right behind a verb`},
		{"a word in place of a clause", "request\thope THAT peace\t2", `stances:1: element "peace": want "..." between THAT and it`},

		{"intensity too high", "request\tprevail on\t7\ton", `stances:1: intensity "7": want 1 to 5`},
		{"intensity too low", "request\tprevail on\t0\ton", `stances:1: intensity "0": want 1 to 5`},
		{"intensity with a sign", "request\tprevail on\t+2\ton", `stances:1: intensity "+2": want 1 to 5`},
		{"intensity by name", "request\tprevail on\tplain\ton", `stances:1: intensity "plain": want 1 to 5`},
		{"no intensity", "request\tprevail on", `stances:1: intensity "": want 1 to 5`},
		{"intensity left out", "request\tprevail on\ton,upon", `stances:1: intensity "on,upon": want 1 to 5`},

		{"unknown target", "request\tprevail on\t2\ton\nrequest\tplead with\t2\twith\nrequest\tcoax NP\t2\tobject", `stances:3: target "object": ` + wantTarget},
		{"target in capitals", "request\tcoax NP\t2\tOBJ", `stances:1: target "OBJ": ` + wantTarget},
		{"target of two words", "request\tcoax NP\t2\tout of", `stances:1: target "out of": ` + wantTarget},
		{"blanks between targets", "request\tcoax NP\t2\tobj to", `stances:1: target "obj to": ` + wantTarget},
		{"no target between commas", "request\tcoax NP\t2\tobj,,to", `stances:1: target "": ` + wantTarget},
		{"a target twice", "request\tcoax NP\t2\tobj,to,obj", `stances:1: target "obj": want it once`},
		{"the subject and another target", "accuse\tdrag [foot]\t2\tsubj,obj", `stances:1: target "subj": want it alone`},
		{"the subject of a noun", "accuse\tn:misdeed\t2\tsubj", `stances:1: target "subj": want poss, adj or a preposition, for a noun has no subject`},
	})
}

func TestWithCuesErrors(t *testing.T) {
	testBadRows(t, WithCues, []badRow{
		{"unknown mode", "crow\tassertion\tquote\n# loudly\ntrumpet\tloudly\tquote", `cues:3: mode "loudly": want assertion, belief or intention`},
		{"mode in capitals", "crow\tAssertion\tquote", `cues:1: mode "Assertion": want assertion, belief or intention`},
		{"the mode that rows cannot give", "crow\tmention\tquote", `cues:1: mode "mention": want assertion, belief or intention`},
		{"no mode", "crow", `cues:1: mode "": want assertion, belief or intention, in the second column, behind one tab`},
		{"blanks for tabs", "crow assertion quote", `cues:1: mode "": want assertion, belief or intention, in the second column, behind one tab`},
		{"no lemma", "\tassertion\tquote", "cues:1: the first column is empty"},
		{"too many columns", "crow\tassertion\tquote\tthat", "cues:1: 4 columns, want at most 3"},
		{"inflected verb", "crowed\tassertion\tquote", `cues:1: lemma "crowed": want the lemma, "crow"`},
		{"verb in capitals", "Crow\tassertion\tquote", `cues:1: lemma "Crow": want "crow"`},
		{"two words", "blurt out\tassertion\tquote", `cues:1: lemma "blurt out": want a single word`},
		{"alternatives", "crow|trumpet\tassertion\tquote", `cues:1: lemma "crow|trumpet": want a single word`},
		{"a verb twice", "crow\tassertion\tquote\n\ncrow\tassertion\tthat", `cues:3: lemma "crow": want one row for it, line 1 has it already`},
		{"unknown frame", "crow\tassertion\tquote\ntrumpet\tassertion\tthat whether", `cues:2: frame "whether": ` + wantFrame},
		{"frame in capitals", "crow\tassertion\tQuote", `cues:1: frame "Quote": ` + wantFrame},
		{"a comma between frames", "crow\tassertion\tquote,that", `cues:1: frame "quote,that": ` + wantFrame},
		{"no frame", "crow\tassertion", `cues:1: frame "": ` + wantFrame},
		{"a frame twice", "crow\tassertion\tthat quote that", `cues:1: frame "that": want it once`},
		{"a clause without that only", "crow\tassertion\tquote bare", `cues:1: frame "bare": want that beside it`},
		{"an addressee only", "crow\tassertion\taddressee", `cues:1: frame "addressee": want quote, that or fragment beside it`},
	})
}

// foundStance is a stance without its place.
type foundStance struct {
	Label     StanceLabel
	Intensity Intensity
	Phrase    string
	Holders   string
	Targets   string
}

func stancesFound(t *testing.T, text string, options ...Option) []foundStance {
	t.Helper()
	a, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := a.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var out []foundStance
	for _, x := range s.Stances {
		out = append(out, foundStance{x.Label, x.Intensity, x.Phrase.Text, strings.Join(x.Holders, ", "), strings.Join(x.Targets, ", ")})
	}
	return out
}

// TestWithStances has a row for each element of the language and each place of a target, and a text in which it strikes.
func TestWithStances(t *testing.T) {
	one := func(label StanceLabel, n Intensity, phrase, holders, targets string) []foundStance {
		return []foundStance{{label, n, phrase, holders, targets}}
	}
	tests := []struct {
		row, text string
		want      []foundStance
	}{
		{"support\tcarry\t3\tobj", "Norway carried Kenya.", one(Support, Marked, "carried", "Norway", "Kenya")},
		{"support\ta:jolly\t1\tabout", "Norway is jolly about Kenya.", one(Support, Hedged, "is jolly", "Norway", "Kenya")},
		{"agree\tn:overture\t2\tto", "Norway's overtures to Kenya came late.", one(Agree, Plain, "overtures", "Norway", "Kenya")},
		{"accuse\tn:misdeed\t4", "“Kenya's misdeeds are known,” Norwegian Foreign Minister Ada Holm said.", one(Accuse, Severe, "misdeeds", "Ada Holm", "Kenya")},
		{"support\tsing|carry\t3\tobj", "Norway carried Kenya.", one(Support, Marked, "carried", "Norway", "Kenya")},
		{"request\tprevail on|upon\t2\ton,upon", "Norway prevailed upon Kenya.", one(Request, Plain, "prevailed upon", "Norway", "Kenya")},
		{"support\tcarry [song|hymn]\t5\tto", "Norway carried an old hymn to Kenya.", one(Support, MostSevere, "carried an old hymn", "Norway", "Kenya")},
		{"support\tcarry NP\t3\tto", "Norway carried it to Kenya.", one(Support, Marked, "carried it", "Norway", "Kenya")},
		{"support\tcarry ACTOR\t3\tobj", "Norway carried Kenya.", one(Support, Marked, "carried", "Norway", "Kenya")},
		{"consult\ttour PLACE\t1\twith", "Ada Holm toured Nairobi with Kofi Mensah.", one(Consult, Hedged, "toured", "Ada Holm", "Kofi Mensah")},
		{"request\tcarry INF\t4\tto", "Norway carried to negotiate with Kenya.", one(Request, Severe, "carried to negotiate", "Norway", "Kenya")},
		{"threaten\tcarry INF-HOSTILE\t4\tobj", "Norway carried to bomb Kenya.", one(Threaten, Severe, "carried to bomb", "Norway", "Kenya")},
		{"request\tcarry THAT\t4", "Norway carried that Kenya leave the road.", one(Request, Severe, "carried", "Norway", "Kenya")},
		{"deny\tabjure ING\t3\tto", "Norway abjured selling ferries to Kenya.", one(Deny, Marked, "abjured", "Norway", "Kenya")},
		{"retreat\tlet VERB\t2\tof", "Norway let go of Kenya.", one(Retreat, Plain, "let", "Norway", "Kenya")},
		{"agree\tbind REFL\t3\tto", "Norway bound itself to Kenya.", one(Agree, Marked, "bound itself", "Norway", "Kenya")},
		{"threaten\tcarry WILL\t3\tagainst", "Norway will carry it against Kenya.", one(Threaten, Marked, "will carry it", "Norway", "Kenya")},
		{"support\tcarry ... at\t3\tat", "Norway carried songs of peace at Kenya.", one(Support, Marked, "carried songs of peace at", "Norway", "Kenya")},

		{"support\tcarry NP\t3\tobj", "Kenya was carried by Norway.", one(Support, Marked, "was carried", "Norway", "Kenya")},
		{"accuse\tdrag [foot]\t3\tsubj", "“Kenya drags its feet,” Norwegian Foreign Minister Ada Holm said.", one(Accuse, Marked, "drags its feet", "Ada Holm", "Kenya")},
		{"support\tcarry NP\t3\tposs", "Norway carried Kenya's hymn.", one(Support, Marked, "carried Kenya's hymn", "Norway", "Kenya")},
		{"support\tcarry NP\t3\tadj", "Norway carried the Kenyan hymn.", one(Support, Marked, "carried the Kenyan hymn", "Norway", "Kenya")},
		{"support\tcarry NP\t3\tagainst, to", "Norway carried the hymn to Kenya.", one(Support, Marked, "carried the hymn", "Norway", "Kenya")},
		{"support\tcarry NP\t3", "Norway carried the hymn to Kenya.", one(Support, Marked, "carried the hymn", "Norway", "")},

		{"aid\tcarry NP\t5\tto", "Norway carried the hymn to Kenya.", one(Aid, Plain, "carried the hymn", "Norway", "Kenya")},
		{"support\tcarry NP\t2\tto", "Norway strongly carried the hymn.", one(Support, Marked, "strongly carried the hymn", "Norway", "")},
	}
	for _, tt := range tests {
		t.Run(tt.row, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, stancesFound(t, tt.text, WithStances(tt.row))); diff != "" {
				t.Errorf("stances of %q (-want +got):\n%s", tt.text, diff)
			}
			if got := stancesFound(t, tt.text); cmp.Equal(tt.want, got) {
				t.Errorf("stances of %q without the row: %v", tt.text, got)
			}
		})
	}
}

// TestWithStancesWins checks that an added row wins over an embedded one that fits equally well, the last one added over all.
func TestWithStancesWins(t *testing.T) {
	const text = "Norway condemned the raid."
	tests := []struct {
		name    string
		options []Option
		want    StanceLabel
	}{
		{"embedded", nil, Accuse},
		{"added", []Option{WithStances("deny\tcondemn NP\t2")}, Deny},
		{"added, less specific", []Option{WithStances("deny\tcondemn\t2")}, Accuse},
		{"added last", []Option{WithStances("deny\tcondemn NP\t2"), WithStances("concern\tcondemn NP\t2")}, Concern},
		{"added last, less specific", []Option{WithStances("deny\tcondemn NP\t2"), WithStances("concern\tcondemn\t2")}, Deny},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := stancesFound(t, text, tt.options...)
			if len(got) != 1 || got[0].Label != tt.want {
				t.Errorf("stances %v, want one with the label %s", got, tt.want)
			}
		})
	}
}

// rowsOf returns the rows of a table that doc.go has as an example: those of the code block whose first row begins so.
func rowsOf(t *testing.T, first string) string {
	t.Helper()
	b, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile(`(?m)^//\t` + regexp.QuoteMeta(first) + `\t.*\n(?://\t.*\n)*`).FindString(string(b))
	if block == "" {
		t.Fatalf("no rows in doc.go that begin with %q", first)
	}
	return strings.ReplaceAll(block, "//\t", "")
}

// TestDocumentedRows checks that the rows in the documentation of the package do what it says.
func TestDocumentedRows(t *testing.T) {
	const text = "Norwegian Foreign Minister Ada Holm prevailed on Kenya to reopen the crossing. “Mali drags its heels,” she said. Norway hauled Mali " +
		"before a regional tribunal. Kenya's overture to sell ferries came late. Ada Holm is uneasy about Mali."
	want := []foundStance{
		{Request, Plain, "prevailed on", "Ada Holm", "Kenya"},
		{Accuse, Marked, "drags its heels", "Ada Holm", "Mali"},
		{Accuse, Severe, "hauled Mali before a regional tribunal", "Norway", "Mali"},
		{Agree, Plain, "overture to sell", "Kenya", ""},
		{Concern, Plain, "is uneasy about", "Ada Holm", "Mali"},
	}
	if diff := cmp.Diff(want, stancesFound(t, text, WithStances(rowsOf(t, "request")))); diff != "" {
		t.Errorf("stances (-want +got):\n%s", diff)
	}
	const crowed = "Kenya crowed the road was open. Norway cabled Kenya that the road was closed. Mali foresaw the road would stay closed."
	got := quotesFound(t, crowed, WithCues(rowsOf(t, "crow")))
	if diff := cmp.Diff([]foundQuote{
		{Assertion, Indirect, "crowed", "Kenya", "the road was open"},
		{Assertion, Indirect, "cabled", "Norway", "that the road was closed"},
		{Belief, Indirect, "foresaw", "Mali", "the road would stay closed"},
	}, got); diff != "" {
		t.Errorf("quotes (-want +got):\n%s", diff)
	}
}

// foundQuote is a quote or another attribution without its place.
type foundQuote struct {
	Mode              QuoteMode
	Kind              QuoteKind
	Cue, Source, Text string
}

func quotesFound(t *testing.T, text string, options ...Option) []foundQuote {
	t.Helper()
	a, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := a.Attribute(text)
	if err != nil {
		t.Fatal(err)
	}
	var out []foundQuote
	for _, q := range append(s.Quotes, s.Attributions...) {
		x := foundQuote{Mode: q.Mode, Kind: q.Kind, Text: q.Text}
		if q.Cue != nil {
			x.Cue = q.Cue.Text
		}
		if q.Source != nil {
			x.Source = q.Source.Text
		}
		out = append(out, x)
	}
	return out
}

// TestWithCues has a row for each frame and each mode, and the quote that it makes where there is another one without it.
func TestWithCues(t *testing.T) {
	tests := []struct {
		name, row, text string
		want            foundQuote
	}{
		{"quote", "crow\tassertion\tquote", "“The road is open again,” Kenya crowed.", foundQuote{Assertion, Direct, "crowed", "Kenya", "The road is open again,"}},
		{"that", "crow\tassertion\tthat", "Kenya crowed that the road was open.", foundQuote{Assertion, Indirect, "crowed", "Kenya", "that the road was open"}},
		{"bare", "crow\tassertion\tthat bare", "Kenya crowed the road was open.", foundQuote{Assertion, Indirect, "crowed", "Kenya", "the road was open"}},
		{"addressee", "cable\tassertion\tthat bare addressee", "Kenya cabled Norway the road was open.", foundQuote{Assertion, Indirect, "cabled", "Kenya", "the road was open"}},
		{"fragment", "scorn\tassertion\tfragment", "Kenya scorned the plan as “half a plan”.", foundQuote{Assertion, Direct, "scorned the plan as", "Kenya", "half a plan"}},
		{"inf", "threaten\tintention\tinf", "Kenya threatened to close the road.", foundQuote{Intention, Indirect, "threatened", "Kenya", "to close the road"}},
		{"belief", "crow\tbelief\tthat", "Kenya crowed that the road was open.", foundQuote{Belief, Indirect, "crowed", "Kenya", "that the road was open"}},
		{"a row for an embedded verb", "say\tbelief\tthat", "Kenya said that the road was open.", foundQuote{Belief, Indirect, "said", "Kenya", "that the road was open"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff([]foundQuote{tt.want}, quotesFound(t, tt.text, WithCues(tt.row))); diff != "" {
				t.Errorf("quotes of %q (-want +got):\n%s", tt.text, diff)
			}
			if got := quotesFound(t, tt.text); cmp.Equal([]foundQuote{tt.want}, got) {
				t.Errorf("quotes of %q without the row: %v", tt.text, got)
			}
		})
	}
}

// TestWithRecall checks that of a news report the more attributions are found the higher the recall, and the same with none as
// with 0.
func TestWithRecall(t *testing.T) {
	const news = "NAIROBI — Kenya's Foreign Minister Kofi Mensah on Monday rejected a report that the northern road would close. He called the talks " +
		"\"alive\" and signalled that a text could be ready by May, according to two diplomats. Norwegian officials hoped to join them, " +
		"while Mali, in the words of its envoy, sees little to discuss. Analysts expect a long winter. A spokeswoman for the hauliers " +
		"stressed the need for fuel and voiced doubts about the timetable. The union wants its drivers paid."
	previous := -1
	for _, bias := range []float64{-100, -3, -1, 0, 1, 3, 100} {
		n := len(quotesFound(t, news, WithRecall(bias)))
		if n < previous {
			t.Errorf("recall %v: %d attributions, fewer than the %d of a lower one", bias, n, previous)
		}
		previous = n
	}
	few, many := len(quotesFound(t, news, WithRecall(-100))), previous
	if few >= many {
		t.Errorf("%d attributions with the lowest recall, %d with the highest", few, many)
	}
	if diff := cmp.Diff(quotesFound(t, news), quotesFound(t, news, WithRecall(0))); diff != "" {
		t.Errorf("recall 0 is not the default (-without +with):\n%s", diff)
	}
}

func TestWithRecallErrors(t *testing.T) {
	for bias, want := range map[float64]string{
		101:          "communique: recall 101, want a number from -100 to 100",
		-100.5:       "communique: recall -100.5, want a number from -100 to 100",
		math.Inf(1):  "communique: recall +Inf, want a number from -100 to 100",
		math.Inf(-1): "communique: recall -Inf, want a number from -100 to 100",
		math.NaN():   "communique: recall NaN, want a number from -100 to 100",
	} {
		if _, err := New(WithRecall(bias)); err == nil || err.Error() != want {
			t.Errorf("WithRecall(%v): %v, want %q", bias, err, want)
		}
	}
}
