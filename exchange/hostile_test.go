package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/communique-go/communique"
)

// A quote has each of its words once, however often an annotation file names them.
func TestReadBratRepeated(t *testing.T) {
	const text = "She said it would hold."
	const whole = "T1\tContent 0 23\nT2\tCue 4 8\nT3\tAttribution 4 8\nT4\tContent 9 22\nT5\tContent 0 12\n"
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

// Contents in pieces are copied for each quote: that many share them ends in an error, not in a statement of any size. A
// content in one piece costs nothing.
func TestReadBratShared(t *testing.T) {
	text := strings.Repeat("word ", 4000)
	const halves = "T1\tContent 0 10000;10001 20000\n"
	pieces := "T1\tContent 0 1"
	for i := 2; i < 10000; i += 2 {
		pieces += fmt.Sprintf(";%d %d", i, i+1)
	}
	tests := []struct {
		name, content string
		events        int
		err           string
	}{
		{"one piece", "T1\tContent 0 20000\n", 5000, ""},
		{"overlapping pieces", "T1\tContent 0 20000" + strings.Repeat(";0 20000", 1000) + "\n", 5000, ""},
		{"two pieces", halves, 50, ""},
		{"two pieces too often", halves, 5000, "the quotes have too much content in pieces"},
		{"many pieces", pieces + "\n", 20, ""},
		{"many pieces too often", pieces + "\n", 5000, "the quotes have too much content in pieces"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var ann strings.Builder
			ann.WriteString(tt.content)
			for i := 1; i <= tt.events; i++ {
				fmt.Fprintf(&ann, "E%d\tAttribution:T1 Content:T1\n", i)
			}
			s, err := ReadBrat(text, strings.NewReader(ann.String()))
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Errorf("the error is %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil || len(s.Quotes) != tt.events {
				t.Fatalf("%v, want %d quotes", err, tt.events)
			}
			for _, q := range s.Quotes {
				if len(q.Text) > len(text) {
					t.Fatalf("a quote has %d bytes, the text %d", len(q.Text), len(text))
				}
			}
		})
	}
}

// Words and notes are compared with the text only as far as they can agree.
func TestReadBratEdges(t *testing.T) {
	blanks := strings.Repeat(" \r\n", 1000)
	tests := []struct{ name, text, ann, want, err string }{
		{"no words", blanks, "T1\tPerson 0 3000\t\n", blanks, ""},
		{"blanks behind", "Ada" + blanks, "T1\tPerson 0 3003\tAda\n", "Ada" + blanks, ""},
		{"blanks before", blanks + "Ada", "T1\tPerson 0 3003\t Ada\n", blanks + "Ada", ""},
		{"blank parts", " a  b ", "T1\tPerson 0 1;1 2;2 3;4 5;5 6\ta   b\n", " a  b ", ""},
		{"blanks within", "Ada" + blanks + "B", "T1\tPerson 0 3004\tAda B\n", "", `the words are "Ada B", in the text they are "Ada`},
		{"lines", "Ada\nB\n" + blanks, "T1\tPerson 0 3006\tAda\nB" + strings.Repeat("\n", 1002), "Ada\nB\n" + blanks, ""},
		{"parts without end", "Ada", "T1\tPerson 0 3" + strings.Repeat(";0 3", 1000) + "\tAda\n", "", `the words are "Ada", in the text they are "Ada Ada `},
		{"note of other parts", "Ada\nB", "T1\tPerson 0 3\n#1\tCommunique T1\t{\"spans\":\"0 5\"}\n", "Ada", ""},
		{"note of the parts", "Ada\n\n", "T1\tPerson 0 3\n#1\tCommunique T1\t{\"spans\":\"0 5;0 5\"}\n", "Ada\n\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := ReadBrat(tt.text, strings.NewReader(tt.ann))
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) || len(err.Error()) > 1000 {
					t.Errorf("the error is %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Entities) != 1 || s.Entities[0].Mentions[0].Text != tt.want {
				t.Errorf("entities %v, want one mentioned as %q", s.Entities, tt.want)
			}
		})
	}
}

// A record has the code of an actor cut by characters, and the score of its label.
func TestPLOVERActor(t *testing.T) {
	s := &communique.Statement{Text: "Norway objects.", Entities: []communique.Entity{{Name: "Norway", Code: "éàüGOV"}},
		Stances: []communique.Stance{{Label: communique.Reject, HolderIDs: []int{0}, Phrase: communique.Passage{Start: 7, End: 14, Text: "objects"}}}}
	var b bytes.Buffer
	if err := WritePLOVER(&b, []*communique.Statement{s}); err != nil {
		t.Fatal(err)
	}
	var e ploverEvent
	if err := json.Unmarshal(b.Bytes(), &e); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(e.EventScale, e.Source); got != "-2 [{éàü GOV Norway }]" {
		t.Errorf("got %s", got)
	}
}

// An annotation that there is nothing to say of has no body.
func TestWebAnnotationWithoutBody(t *testing.T) {
	s := &communique.Statement{Text: "Norway", Entities: []communique.Entity{{Mentions: []communique.Passage{{End: 6}}}}}
	var b bytes.Buffer
	if err := WriteWebAnnotations(&b, s); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `"body"`) {
		t.Errorf("there is a body: %s", b.String())
	}
}
