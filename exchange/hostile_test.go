package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

// A quote has each of its words once, however often an annotation file names them.
func TestReadBratRepeated(t *testing.T) {
	const text = "She said it would hold."
	whole := "T1\tContent 0 23\nT2\tCue 4 8\nT3\tAttribution 4 8\nT4\tContent 9 22\nT5\tContent 0 12\n"
	tests := []struct{ name, args, want string }{
		{"once", " Content:T4", "it would hold"},
		{"twice", " Content:T4 Content2:T4", "it would hold"},
		{"within another", " Content:T1 Content2:T4", text},
		{"crossing", " Content:T5 Content2:T4", "She said it  would hold"},
		{"a thousand times", strings.Repeat(" Content:T1", 1000), text},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := ReadBrat(text, strings.NewReader(whole+"E1\tAttribution:T3 Cue:T2"+tt.args+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Quotes) != 1 || s.Quotes[0].Text != tt.want {
				t.Errorf("quotes %+v, want one with the text %q", s.Quotes, tt.want)
			}
		})
	}
}

// Many annotations of the same words, each in a content, do not make it longer than the text.
func TestReadBratBounded(t *testing.T) {
	text := strings.Repeat("word ", 2000)
	var ann strings.Builder
	ann.WriteString("T1\tAttribution 0 4\n")
	args := ""
	for i := 2; i < 500; i++ {
		fmt.Fprintf(&ann, "T%d\tContent %d %d\n", i, i, 5000+i)
		args += fmt.Sprintf(" Content:T%d", i)
	}
	ann.WriteString("E1\tAttribution:T1" + args + "\n")
	s, err := ReadBrat(text, strings.NewReader(ann.String()))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Quotes) != 1 || len(s.Quotes[0].Content) != 498 || len(s.Quotes[0].Text) > len(text) {
		t.Errorf("%d quotes, the first with %d pieces and %d bytes", len(s.Quotes), len(s.Quotes[0].Content), len(s.Quotes[0].Text))
	}
}

// A score that JSON cannot hold is left out, and the other records are written.
func TestPLOVERScore(t *testing.T) {
	s := &communique.Statement{Text: "Norway objects.", Entities: []communique.Entity{{Name: "Norway", Code: "éàüGOV"}}}
	for _, score := range []float64{math.NaN(), math.Inf(-1), -2} {
		s.Stances = append(s.Stances, communique.Stance{Label: communique.Reject, PLOVER: "REJECT", Score: score, HolderIDs: []int{0},
			Phrase: communique.Passage{Span: communique.Span{Start: 7, End: 14}, Text: "objects"}})
	}
	var b bytes.Buffer
	if err := WritePLOVER(&b, s); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		var e struct {
			Scale  json.RawMessage `json:"event_scale"`
			Source []ploverActor
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		got = append(got, string(e.Scale)+" "+e.Source[0].Code+" "+e.Source[0].Sector)
	}
	if diff := cmp.Diff([]string{" éàü GOV", " éàü GOV", "-2 éàü GOV"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An annotation that there is nothing to say of has no body.
func TestWebAnnotationWithoutBody(t *testing.T) {
	s := &communique.Statement{Text: "Norway", Entities: []communique.Entity{{Mentions: []communique.Mention{{Span: communique.Span{End: 6}}}}}}
	var b bytes.Buffer
	if err := WriteWebAnnotations(&b, "", s); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `"body"`) {
		t.Errorf("there is a body: %s", b.String())
	}
}
