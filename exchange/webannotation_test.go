package exchange

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

func webAnnotations(t testing.TB, source string, s *communique.Statement) []byte {
	t.Helper()
	var b bytes.Buffer
	published := *s
	published.URL = source
	if err := WriteWebAnnotations(&b, &published); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// page is an annotation collection as a program that shows annotations reads it.
type page struct {
	Context string `json:"@context"`
	ID      string
	Type    string
	Label   string
	Total   int
	First   struct {
		ID, Type, PartOf string
		Items            []struct {
			ID, Type, Motivation string
			Body                 []struct{ Type, Purpose, Value, Format, Source string }
			Target               []struct {
				Type, Source string
				Selector     []struct {
					Type                  string
					Start, End            *int
					Exact, Prefix, Suffix *string
				}
			}
		}
	}
}

func readPage(t testing.TB, data []byte) page {
	t.Helper()
	var p page
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&p); err != nil {
		t.Fatal(err)
	}
	return p
}

// resolve returns the ranges of characters that a quote selector selects: all places of exact between prefix and suffix.
func resolve(text []rune, exact, prefix, suffix string) [][2]int {
	var out [][2]int
	e, p, s := []rune(exact), []rune(prefix), []rune(suffix)
	for i := len(p); i+len(e)+len(s) <= len(text); i++ {
		if string(text[i-len(p):i]) == prefix && string(text[i:i+len(e)]) == exact && string(text[i+len(e):i+len(e)+len(s)]) == suffix {
			out = append(out, [2]int{i, i + len(e)})
		}
	}
	return out
}

// TestWebAnnotations checks that both selectors of each target select the same range.
func TestWebAnnotations(t *testing.T) {
	statements := []*communique.Statement{dated(t, "d1", readout), handMade(), broken()}
	for _, text := range hostile {
		statements = append(statements, parse(t, text+"\r\n\"Wir 😀 \xff stop,\" said Žofia Novák.\r\n"))
	}
	for _, s := range statements {
		p := readPage(t, webAnnotations(t, "https://example.org/a", s))
		text := []rune(s.Text) // a character for each broken byte
		ids := map[string]bool{p.ID: true, p.First.ID: true}
		if p.Context != "http://www.w3.org/ns/anno.jsonld" || p.Type != "AnnotationCollection" || p.First.Type != "AnnotationPage" || p.First.PartOf != p.ID ||
			p.Total != len(p.First.Items) || p.Label != s.ID {
			t.Errorf("the collection is %+v", p)
		}
		for _, a := range p.First.Items {
			if a.Type != "Annotation" || ids[a.ID] || !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(a.ID) {
				t.Errorf("%s %s: want an annotation with an id of its own", a.Type, a.ID)
			}
			ids[a.ID] = true
			for _, b := range a.Body {
				textual := b.Type == "TextualBody" && b.Value != "" && b.Source == "" && b.Format == "text/plain"
				link := b.Type == "SpecificResource" && b.Purpose == "linking" && ids[b.Source] && b.Value == ""
				if !textual && !link {
					t.Errorf("the body is %+v", b)
				}
			}
			if len(a.Target) == 0 {
				t.Errorf("%s has no target", a.ID)
			}
			for _, target := range a.Target {
				position, quote := target.Selector[0], target.Selector[1]
				if target.Source != "https://example.org/a" || position.Type != "TextPositionSelector" || quote.Type != "TextQuoteSelector" {
					t.Fatalf("the target is %+v", target)
				}
				want := [][2]int{{*position.Start, *position.End}}
				got := resolve(text, *quote.Exact, *quote.Prefix, *quote.Suffix)
				if d := cmp.Diff(want, got); d != "" {
					t.Errorf("%q (-position +quote):\n%s", *quote.Exact, d)
				}
			}
		}
	}
}

// TestWebAnnotationsSay checks what the annotations of a quote, its cue, a stance and a commitment say.
func TestWebAnnotationsSay(t *testing.T) {
	s := dated(t, "d1", readout)
	p := readPage(t, webAnnotations(t, "", s))
	said := map[string]string{} // what the bodies say, by the words of the first target
	names := map[string]string{}
	for _, a := range p.First.Items {
		exact := *a.Target[0].Selector[1].Exact
		if !strings.HasPrefix(a.Target[0].Source, "urn:uuid:") {
			t.Errorf("the source is %s", a.Target[0].Source)
		}
		names[a.ID] = exact
		var parts []string
		for _, b := range a.Body {
			part := b.Purpose + " " + b.Value
			if b.Source != "" {
				part = "linking " + names[b.Source]
			}
			parts = append(parts, part)
		}
		key := a.Motivation + " " + exact
		if said[key] != "" {
			key += " again"
		}
		said[key] = strings.Join(parts, "; ")
	}
	const ada = "Norland's Foreign Minister Ada Lindqvist"
	for key, want := range map[string]string{
		"identifying " + ada:                      "identifying Ada Lindqvist; tagging person; describing Foreign Minister",
		"classifying We will not be intimidated,": "classifying quote; tagging direct; tagging assertion; describing speaker: Ada Lindqvist; linking " + ada,
		"classifying said":                        "classifying cue; linking We will not be intimidated,",
		"classifying did not criticise": "classifying accuse; tagging conflictual; tagging plain; tagging negated; describing holder: Germany; Japan; " +
			"describing target: Sarvia; describing CAMEO: 111; describing PLOVER: ACCUSE; linking Germany; linking Japan; linking Sarvia",
		"classifying send 40 engineers": "classifying commitment; tagging undertaken; describing party: Ada Lindqvist; describing claimant: Ada Lindqvist; " +
			"describing deadline: by the end of May; describing due: 2024-05-31; describing condition: if the road is open; linking " + ada,
	} {
		if said[key] != want {
			t.Errorf("%s: %q, want %q", key, said[key], want)
		}
	}
}

// TestWebAnnotationsContent checks that a content in pieces has a target for each.
func TestWebAnnotationsContent(t *testing.T) {
	p := readPage(t, webAnnotations(t, "", handMade()))
	for _, a := range p.First.Items {
		if a.Body[0].Value == "quote" {
			if len(a.Target) != 2 {
				t.Errorf("%d targets, want 2", len(a.Target))
			}
			return
		}
	}
	t.Error("no quote")
}
