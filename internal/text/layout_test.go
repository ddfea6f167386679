package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func paragraphsOf(t *testing.T, s string) []string {
	t.Helper()
	d := Tag(Cut(s))
	checkSpans(t, d)
	var out []string
	for _, p := range d.Paragraphs {
		out = append(out, d.Slice(p.Span))
	}
	return out
}

// Lines of prose of different lengths.
const (
	short   = "They met."
	wrapped = "The delegations of the three river states met on Tuesday and drew up a plan for"
	filled  = "The delegations of the three river states met on Tuesday in the old customs house at the harbour and drew up a plan"
	rest    = "the joint use of the upper dam."
	long    = "The delegations of the three river states met on Tuesday in the old customs house and drew up a plan for the joint use of the upper dam."
)

func TestParagraphs(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"blank lines", "They met.\n\nThey left.", []string{"They met.", "They left."}},
		{"blank lines with spaces", "They met.\n \t\n\n\nThey left.\n", []string{"They met.", "They left."}},
		{"CRLF", "They met.\r\n\r\nThey left.\r\n", []string{"They met.", "They left."}},
		{"CR", "They met.\r\rThey left.", []string{"They met.", "They left."}},
		{"paragraph separator", "They met.\u2029\u2029They left.", []string{"They met.", "They left."}},
		{"lines wrapped by hand", wrapped + "\n" + rest, []string{wrapped + "\n" + rest}},
		{"lines wrapped by hand with CRLF", wrapped + "\r\n" + rest, []string{wrapped + "\r\n" + rest}},
		{"lines filled to a larger width", filled + "\n" + filled + "\n" + rest, []string{filled + "\n" + filled + "\n" + rest}},
		{"lines of one width that end sentences", filled + " at.\n" + filled + " at.\n" + rest, []string{filled + " at.", filled + " at.", rest}},
		{"a headline over a longer line", filled + "\n" + long, []string{filled, long}},
		{"one line a paragraph", long + "\n" + long, []string{long, long}},
		{"a short line that ends a sentence", short + "\n" + wrapped, []string{short, wrapped}},
		{"indented", "   They met.  \n\n\tThey left.", []string{"They met.", "They left."}},
		{"nothing", " \n\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, paragraphsOf(t, tt.text)); diff != "" {
				t.Errorf("paragraphs of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// para is what a paragraph is taken for.
type para struct {
	Kind            Kind
	Dateline, Label string
	Turn            bool
	Lead            string // the first word behind dateline and label
}

func layoutOf(t *testing.T, s string) []para {
	t.Helper()
	d := Tag(Cut(s))
	var out []para
	for _, p := range d.Paragraphs {
		x := para{Kind: p.Kind, Dateline: d.Slice(p.Dateline), Label: d.Slice(p.Label), Turn: p.Turn}
		if p.Lead < len(d.Tokens) {
			x.Lead = d.Word(p.Lead)
		}
		out = append(out, x)
	}
	return out
}

func TestOpeners(t *testing.T) {
	const body = "the three river states signed a plan for the joint use of the upper dam, which had stood idle for eleven years, officials of all sides said."
	tests := []struct {
		name, opener string
		want         para
	}{
		{"agency dateline", "ZALESK, 4 May (Newswire) - ", para{Dateline: "ZALESK, 4 May (Newswire) -"}},
		{"month before the day", "ZALESK, Feb. 3 - ", para{Dateline: "ZALESK, Feb. 3 -"}},
		{"city alone with an em dash", "ZALESK — ", para{Dateline: "ZALESK —"}},
		{"two hyphens", "NOVA ZALESK, 12 November -- ", para{Dateline: "NOVA ZALESK, 12 November --"}},
		{"country behind the city", "ZALESK, Moldova, March 9 – ", para{Dateline: "ZALESK, Moldova, March 9 –"}},
		{"year", "ZALESK, 4 May 2019 — ", para{Dateline: "ZALESK, 4 May 2019 —"}},
		{"place and colon", "Zalesk: ", para{Dateline: "Zalesk:"}},
		{"place, date and colon", "Nova Zalesk, Mar 3 (NWA): ", para{Dateline: "Nova Zalesk, Mar 3 (NWA):"}},
		{"number", "12. ", para{Label: "12."}},
		{"number in brackets", "(a) ", para{Label: "(a)"}},
		{"bullet", "• ", para{Label: "•"}},
		{"transcript turn", "MS. ADAEZE: ", para{Label: "MS. ADAEZE:", Turn: true}},
		{"transcript turn with a title", "FOREIGN MINISTER BOLDEN: ", para{Label: "FOREIGN MINISTER BOLDEN:", Turn: true}},
		{"transcript turn with an office", "MR. BOLDEN (Chief of Protocol): ", para{Label: "MR. BOLDEN (Chief of Protocol):", Turn: true}},
		{"question", "QUESTION: ", para{Label: "QUESTION:", Turn: true}},
		{"question in one letter", "Q: ", para{Label: "Q:", Turn: true}},
		{"nothing", "", para{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.Lead = "the"
			if diff := cmp.Diff([]para{tt.want}, layoutOf(t, tt.opener+body)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.opener, diff)
			}
		})
	}
}

func kindsOf(t *testing.T, s string) []Kind {
	t.Helper()
	var out []Kind
	for _, p := range layoutOf(t, s) {
		out = append(out, p.Kind)
	}
	return out
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name  string
		paras []string
		want  []Kind
	}{
		{"title", []string{"River states sign dam plan", long}, []Kind{Title, Body}},
		{"title and subtitle", []string{"River states sign dam plan", "Eleven years of talks come to an end", long}, []Kind{Title, Title, Body}},
		{"title with a full stop", []string{"River States Sign Dam Plan After Long Talks.", long}, []Kind{Title, Body}},
		{"a sentence is no title", []string{"They met.", long}, []Kind{Body, Body}},
		{"a quote is no title", []string{`"River states sign dam plan"`, long}, []Kind{Body, Body}},
		{"no title behind the body", []string{long, "River states sign dam plan", long}, []Kind{Body, Body, Body}},
		{"a title needs a body", []string{"River states sign dam plan"}, []Kind{Body}},
		{"byline", []string{"River states sign dam plan", "By Our Correspondent", long}, []Kind{Title, Byline, Body}},
		{"byline with a name", []string{"River states sign dam plan", "By Tamsin Adaeze in Zalesk", long}, []Kind{Title, Byline, Body}},
		{"credits", []string{long, "(Reporting by Tamsin Adaeze; Editing by Gareth Whitlock)"}, []Kind{Body, Byline}},
		{"place and date on a line", []string{"River states sign dam plan", "Zalesk, 17 February 2019", long}, []Kind{Title, Byline, Body}},
		{"end mark", []string{long, "- ENDS -"}, []Kind{Body, Navigation}},
		{"agency's end mark", []string{long, "-30-"}, []Kind{Body, Navigation}},
		{"advertisement", []string{long, "ADVERTISEMENT", long}, []Kind{Body, Navigation, Body}},
		{"link", []string{long, "Read more: Dam plan in pictures"}, []Kind{Body, Navigation}},
		{"caption told twice", []string{"The upper dam at dawn The upper dam at dawn", long}, []Kind{Navigation, Body}},
		{"place and date in prose", []string{long, "Zalesk, 17 February, was chosen for the next round of talks."}, []Kind{Body, Body}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, kindsOf(t, strings.Join(tt.paras, "\n\n"))); diff != "" {
				t.Errorf("kinds (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDatelineOfPlaceAndDate(t *testing.T) {
	got := layoutOf(t, "Zalesk, 17 February\n\n"+long)
	want := []para{{Kind: Byline, Dateline: "Zalesk, 17 February", Lead: "Zalesk"}, {Lead: "The"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("layout (-want +got):\n%s", diff)
	}
}

func TestOpenerOffsets(t *testing.T) {
	d := Tag(Cut("\n  GÖRNA, 4 May — They met."))
	p := d.Paragraphs[0]
	if want := (Span{3, 20}); p.Dateline != want {
		t.Errorf("dateline %v, want %v", p.Dateline, want)
	}
	if want := 21; d.Tokens[p.Lead].Start != want {
		t.Errorf("the first word behind the dateline begins at %d, want %d", d.Tokens[p.Lead].Start, want)
	}
}

func TestRepeats(t *testing.T) {
	const sentence = "The river states have signed a plan for the joint use of the upper dam."
	tests := []struct {
		name, text string
		want       []bool
	}{
		{"a teaser told again", sentence + "\n\nThey met on Tuesday.\n\n" + sentence, []bool{false, false, true}},
		{"a teaser cut off", sentence[:60] + "\n\n" + sentence + "\n\nThey left.", []bool{true, false, false}},
		{"a short sentence told again", "They met.\n\n" + sentence + "\n\nThey met.", []bool{false, false, false}},
		{"two sentences that begin alike", sentence + "\n\n" + sentence[:60] + " basin.", []bool{false, false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []bool
			for _, s := range Tag(Cut(tt.text)).Sentences {
				got = append(got, s.Repeat)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("repeats (-want +got):\n%s", diff)
			}
		})
	}
}
