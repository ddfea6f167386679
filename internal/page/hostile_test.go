package page

import (
	"encoding/xml"
	"errors"
	"io"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/communique-go/communique/internal/page/pagetest"
)

// everyPlace writes s into every place that a text can have.
func everyPlace(w *Writer, s string) {
	w.Open("div", Class("c", "x"+s), Attr("title", s), Some("data-x", "x"+s), Attr("href", "#"+s))
	w.Text("x"+s).Element("bdi", "x"+s, Attr("lang", s))
	w.Address("https://"+s, "x"+s, Class("u")).Address("javascript:"+s, "x"+s, Class("u"))
	w.Marked("x"+s, "x"+s, "x"+s)
	w.Region("r", s).Close("div")
	w.Open("table").Element("caption", "x"+s).TableHead(Columns("x"+s, "y"+s))
	w.Open("tr", Attr("id", s)).Element("td", "x"+s).Open("td").Text("x" + s).Close("table")
	w.Open("svg", Attr("aria-label", s)).Element("title", "x"+s).Element("desc", "x"+s)
	w.Open("g", Attr("data-x", s)).Element("title", "x"+s).TextAt("t", 1, 2, "x"+s)
	w.Open("text").Element("tspan", "x"+s).Text("x" + s).Close("svg")
	w.Close("div")
}

// TestHostile has hostile texts in every place of HTML and XML. A parser reads them back, and nothing else but what harmless
// words make.
func TestHostile(t *testing.T) {
	texts := append([]string{"", " ", "a\x07b\x1bc\uFFFE\uFFFF", "x --> y"}, pagetest.Hostile...)
	for _, s := range texts {
		checkHTML(t, s)
		checkXML(t, s)
	}
}

// FuzzHostile does the same with any text.
func FuzzHostile(f *testing.F) {
	f.Add("</p><script>alert(1)</script>")
	f.Add("\"'> onload=x \r\n\x00\xff&amp;&#x3c;")
	f.Fuzz(func(t *testing.T, s string) {
		checkHTML(t, s)
		checkXML(t, s)
	})
}

// harmless is a word that stands in the place of a hostile text.
const harmless = "HARMLESS"

func checkHTML(t *testing.T, s string) {
	t.Helper()
	want := strings.ReplaceAll(parseHTML(t, harmless), harmless, strings.ReplaceAll(valid(s), "\x00", "\uFFFD"))
	if diff := cmp.Diff(want, parseHTML(t, s)); diff != "" {
		t.Errorf("%.80q in HTML (-want +got):\n%s", s, diff)
	}
}

// parseHTML returns what a parser makes of a document with a text in every place.
func parseHTML(t *testing.T, s string) string {
	t.Helper()
	document := Document{Title: "x" + s, Class: "c", Styles: []string{"a {}\n"}, Script: "go()\n"}
	w := NewHTML()
	everyPlace(w, s)
	root, err := html.Parse(strings.NewReader(string(document.Begin() + w.Markup() + document.End())))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		switch n.Type {
		case html.ElementNode:
			tell(&b, n.Data, attributes)
		case html.TextNode:
			b.WriteString("text " + n.Data + "\n")
		case html.CommentNode, html.RawNode:
			b.WriteString("not meant: " + n.Data + "\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		b.WriteString("end\n")
	}
	walk(root)
	return b.String()
}

func checkXML(t *testing.T, s string) {
	t.Helper()
	read := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
			return '\uFFFD'
		}
		return r
	}, valid(s))
	want := strings.ReplaceAll(parseXML(t, harmless), harmless, read)
	if diff := cmp.Diff(want, parseXML(t, s)); diff != "" {
		t.Errorf("%.80q in XML (-want +got):\n%s", s, diff)
	}
}

// parseXML returns what a parser makes of an element with a text in every place.
func parseXML(t *testing.T, s string) string {
	t.Helper()
	w := NewXML()
	everyPlace(w, s)
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(w.String())); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%.80q: %v", s, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Name.Local] = a.Value
			}
			tell(&b, token.Name.Local, attributes)
		case xml.CharData:
			b.WriteString("text " + string(token) + "\n")
		case xml.EndElement:
			b.WriteString("end\n")
		default:
			b.WriteString("not meant\n")
		}
	}
}

// tell writes an element.
func tell(b *strings.Builder, name string, attributes map[string]string) {
	var list []string
	for key, value := range attributes {
		list = append(list, key+"="+value)
	}
	sort.Strings(list)
	b.WriteString(name + "\n" + strings.Join(list, "\n") + "\n")
}

// valid returns s with a U+FFFD for each broken byte.
func valid(s string) string { return string([]rune(s)) }
