package quote

import (
	"slices"
	"testing"

	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

// TestVoice asks whose words stand at "yield", who speaks there, and who "we" is.
func TestVoice(t *testing.T) {
	const issued = "Chad welcomes the plan. Chad deplores the raid. "
	tests := []struct{ name, text, speaker, voice, we string }{
		{"issuer", issued + "We will not yield.", "", "Chad", "Chad"},
		{"quote", issued + "“We will not yield,” Anton Belik said.", "Anton Belik", "Anton Belik", "Anton Belik"},
		{"innermost quote", issued + "“The minister told us: ‘We will not yield.’ We left,” Anton Belik said.", "minister", "minister", "minister"},
		{"thought", issued + "Anton Belik believes that Mali will yield.", "", "Chad", "Chad"},
		{"quote of nobody known", issued + "“We will not yield,” somebody said.", "", "", "Chad"},
		{"turn", issued + "\n\nMS. ADAEZE: We will not yield.\n\nMR. BELIK: No.", "Adaeze", "Adaeze", "Adaeze"},
		{"quote in a turn", issued + "\n\nMS. ADAEZE: Anton Belik said, “We will not yield.”", "Anton Belik", "Anton Belik", "Anton Belik"},
		{"behind the turns of others", "MR. BELIK: No.\n\nMS. ADAEZE: We will not yield.", "Adaeze", "Adaeze", "Adaeze"},
		{"narrator of a lone sentence", "Chad welcomes what Mali will not yield.", "", "", "Chad"},
		{"narrator behind a dateline", "ZALESK, May 4 — " + issued + "Mali will not yield.", "", "", "Chad"},
		{"nobody", "It rained. We will not yield.", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(tt.text)
			i := slices.IndexFunc(d.Tokens, func(w text.Token) bool { return w.Norm == "yield" })
			got := []string{nameOf(d, d.Speaker(i)), nameOf(d, d.Voice(i)), nameOf(d, d.We(i))}
			if diff := cmp.Diff([]string{tt.speaker, tt.voice, tt.we}, got); diff != "" {
				t.Errorf("Speaker, Voice and We in %q (-want +got):\n%s", tt.text, diff)
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
