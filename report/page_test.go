package report

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// meant are the elements of a page, each with its attributes. The first line of the groups are those of the page itself, the
// others those of the fragments in it.
var meant = map[string]string{
	"html": "lang", "head": "", "meta": "charset http-equiv content name", "title": "", "style": "", "body": "class", "script": "",
	"header": "class", "main": "id tabindex", "nav": "class aria-label", "section": "class id aria-labelledby", "details": "open", "summary": "",
	"h1": "dir", "h2": "id", "h3": "id", "p": "class id role hidden", "ul": "class", "ol": "class tabindex aria-label", "dl": "class", "dt": "", "dd": "",
	"form": "id class aria-label autocomplete", "label": "for", "select": "id name", "option": "value", "optgroup": "label", "fieldset": "class",
	"legend": "", "input": "type name value", "button": "type id",
	"div": "class id hidden role aria-label tabindex dir", "a": "class id href title data-label aria-label", "li": "data-speaker data-status data-anchor",
	"span": "class title data-label data-speaker data-stance data-status aria-hidden", "bdi": "class dir", "b": "", "u": "class", "time": "datetime",
	"table": "class", "caption": "", "thead": "", "tbody": "", "tr": "id data-speaker data-stance data-status", "th": "class scope colspan", "td": "class",
	"mark": "", "blockquote": "dir",
	"svg": "class width height viewBox role aria-label aria-hidden xmlns", "g": "class data-speaker data-stance", "path": "class d stroke-width", "circle": "cx cy r", "desc": "",
	"rect": "class x y width height rx", "line": "class x1 x2 y1 y2", "text": "class x y text-anchor", "tspan": "class",
}

// parsed is what a parser makes of a page.
type parsed struct {
	t        testing.TB
	ids      map[string]int
	refers   []string // ids that attributes name
	level    int      // of the last heading
	speakers []string // the values of data-speaker, with separators at both ends
	labels   []string // the same of data-stance
	status   []string // the same of data-status
	policy   string
}

// check checks what must hold of every report: elements and attributes that were meant, ids that stand once, links that lead
// somewhere within, headings in order, a policy that allows the page's own style sheet and script and nothing else, and
// choices that something on the page answers to.
func check(t testing.TB, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	p := parsed{t: t, ids: map[string]int{}}
	p.walk(doc)
	for id, n := range p.ids {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	for _, id := range p.refers {
		if p.ids[id] != 1 {
			t.Errorf("there is no element with the id %q", id)
		}
	}
	p.choices(doc)
	if strings.Count(page, "<script") != 1 || strings.Count(page, "<style") != 1 {
		t.Error("more than one script or style sheet")
	}
	if got := regexp.MustCompile(`(?i)url\(|@import|https?://[^"]*`).FindAllString(page, -1); len(got) != strings.Count(page, `<svg xmlns="`) {
		t.Errorf("the page refers to %q", got)
	}
}

func (p *parsed) walk(n *html.Node) {
	p.t.Helper()
	switch n.Type {
	case html.ElementNode:
		p.element(n)
	case html.TextNode, html.DocumentNode, html.DoctypeNode:
	default:
		p.t.Fatalf("a node %q of type %d was not meant", n.Data, n.Type)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

func (p *parsed) element(n *html.Node) {
	p.t.Helper()
	allowed, ok := meant[n.Data]
	if !ok {
		p.t.Fatalf("an element %s was not meant", n.Data)
	}
	for _, a := range n.Attr {
		if !strings.Contains(" "+allowed+" ", " "+a.Key+" ") {
			p.t.Fatalf("an attribute %s of %s was not meant", a.Key, n.Data)
		}
		p.attribute(a)
	}
	switch n.Data {
	case "h1", "h2", "h3":
		level := int(n.Data[1] - '0')
		if level > p.level+1 {
			p.t.Errorf("a heading %s follows one of level %d", n.Data, p.level)
		}
		p.level = level
	case "style", "script":
		if text := content(n); !strings.Contains(p.policy, n.Data+"-src "+source(text)+";") {
			p.t.Errorf("the policy %q does not allow the %s", p.policy, n.Data)
		}
	}
}

func (p *parsed) attribute(a html.Attribute) {
	p.t.Helper()
	list := "; " + a.Val + "; "
	switch a.Key {
	case "id":
		p.ids[a.Val]++
		if !regexp.MustCompile(`^(r-[a-z0-9]+|cq[0-9a-f]{12}-[a-z][0-9]+t?)$`).MatchString(a.Val) {
			p.t.Errorf("an id %q was not meant", a.Val)
		}
	case "href":
		if !strings.HasPrefix(a.Val, "#") {
			p.t.Errorf("a link leads to %q", a.Val)
		}
		p.refers = append(p.refers, a.Val[1:])
	case "for", "aria-labelledby":
		p.refers = append(p.refers, a.Val)
	case "data-anchor":
		p.refers = append(p.refers, a.Val)
	case "data-speaker":
		p.speakers = append(p.speakers, list)
	case "data-stance":
		p.labels = append(p.labels, list)
	case "data-status":
		p.status = append(p.status, list)
	case "content":
		if strings.HasPrefix(a.Val, "default-src 'none'; ") {
			p.policy = a.Val
		}
	}
}

// choices checks that each choice of the form is the value of a row or passage, as the script looks for it.
func (p *parsed) choices(n *html.Node) {
	p.t.Helper()
	in := map[string][]string{"r-speaker": p.speakers, "r-stance": p.labels}
	value := attribute(n, "value")
	switch {
	case n.Data == "option" && value != "":
		sel := n.Parent
		if sel.Data == "optgroup" {
			sel = sel.Parent
		}
		if all := attribute(n.Parent, "label"); value == "*"+all && n.PrevSibling == nil {
			break
		}
		p.answered(value, in[attribute(sel, "id")])
	case n.Data == "input":
		p.answered(value, p.status)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.choices(c)
	}
}

func (p *parsed) answered(value string, lists []string) {
	p.t.Helper()
	for _, l := range lists {
		if strings.Contains(l, "; "+value+"; ") {
			return
		}
	}
	p.t.Errorf("nothing answers to the choice %q", value)
}

// attribute returns the value of an attribute, "" if there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// content returns the text in an element.
func content(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(content(c))
	}
	return b.String()
}

// source returns the source expression of a content security policy that allows an inline style sheet or script.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
