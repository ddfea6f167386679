package quote

import (
	"slices"
	"testing"

	"github.com/communique-go/communique/internal/text"
)

// TestVoice asks who speaks at the word "yield" of a text, and who "we" is there.
func TestVoice(t *testing.T) {
	const issued = "Chad welcomes the plan. Chad deplores the raid. "
	tests := []struct{ name, text, voice, we string }{
		{"issuer", issued + "We will not yield.", "Chad", "Chad"},
		{"quote", issued + "“We will not yield,” Anton Belik said.", "Anton Belik", "Anton Belik"},
		{"innermost quote", issued + "“The minister told us: ‘We will not yield.’ We left,” Anton Belik said.", "minister", "minister"},
		{"thought", issued + "Anton Belik believes that Mali will yield.", "Chad", "Chad"},
		{"quote of nobody known", issued + "“We will not yield,” somebody said.", "", "Chad"},
		{"turn", issued + "\n\nMS. ADAEZE: We will not yield.\n\nMR. BELIK: No.", "Adaeze", "Adaeze"},
		{"quote in a turn", issued + "\n\nMS. ADAEZE: Anton Belik said, “We will not yield.”", "Anton Belik", "Anton Belik"},
		{"behind the turns of others", "MR. BELIK: No.\n\nMS. ADAEZE: We will not yield.", "Adaeze", "Adaeze"},
		{"narrator of a lone sentence", "Chad welcomes what Mali will not yield.", "", "Chad"},
		{"narrator behind a dateline", "ZALESK, May 4 — " + issued + "Mali will not yield.", "", "Chad"},
		{"nobody", "It rained. We will not yield.", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(tt.text)
			i := slices.IndexFunc(d.Tokens, func(w text.Token) bool { return w.Norm == "yield" })
			if voice, we := nameOf(d, d.Voice(i)), nameOf(d, d.We(i)); voice != tt.voice || we != tt.we {
				t.Errorf("%q speaks and %q is we in %q, want %q and %q", voice, we, tt.text, tt.voice, tt.we)
			}
		})
	}
}

// TestNarrated has several speakers, which make news of a text unless it says "we" itself.
func TestNarrated(t *testing.T) {
	const said = "Anton Belik said the talks were over. Ilya Marek said Mali had left. Tamsin Adaeze said Chad would follow. The envoy said nobody would return."
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"four speakers", said, true},
		{"with we", said + " We are glad.", false},
		{"with we in a quote", said + " “We are glad,” Anton Belik said.", true},
		{"one speaker", "Anton Belik said the talks were over. It froze.", false},
		{"byline", "By Tamsin Adaeze\n\nIt rained in Zalesk. It froze in Osk.", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(tt.text).narrated; got != tt.want {
				t.Errorf("%q narrated: %v, want %v", tt.text, got, tt.want)
			}
		})
	}
}

func nameOf(d *Doc, id int) string {
	if id == None {
		return ""
	}
	return d.Entities[id].Name
}
