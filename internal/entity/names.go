package entity

import (
	"strings"

	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// sense is what a known name says.
type sense struct {
	kind    Kind
	name    string // canonical name
	country string
	demonym bool // an adjective or a people: "Armenian", "Armenians"
	capital bool
	media   bool
}

// Names is a dictionary of known names. It does not change after construction.
type Names struct {
	root     *node
	official map[string]string // code3 to common name
}

type node struct {
	next map[string]*node
	s    *sense
}

// NewNames returns the dictionary of the embedded tables: states, metonyms, organisations and armed groups.
func NewNames() *Names {
	n := &Names{root: &node{}, official: map[string]string{}}
	for _, c := range gazetteer.Countries() {
		n.official[c.Code3] = c.Name
		s := sense{kind: State, name: c.Name, country: c.Code3}
		for _, form := range append([]string{c.Name, c.Official}, c.Other...) {
			n.add(form, s)
		}
		d := s
		d.demonym = true
		for _, form := range c.Demonyms {
			n.add(form, d)
		}
		d = s
		d.capital = true
		for _, form := range c.Capitals {
			n.add(form, d)
		}
	}
	for _, m := range gazetteer.Metonyms() {
		n.add(m.Phrase, sense{kind: State, name: n.official[m.Code3], country: m.Code3})
	}
	for _, o := range lexicon.Organizations() {
		for _, form := range append([]string{o.Name}, o.Aliases...) {
			n.add(form, sense{kind: Organization, name: o.Name, country: o.Country, media: strings.HasSuffix(o.Code, "MED")})
		}
	}
	for _, g := range lexicon.Groups() {
		for _, form := range append([]string{g.Name}, g.Aliases...) {
			n.add(form, sense{kind: Group, name: g.Name, country: g.Country})
		}
	}
	return n
}

// Add enters a name of the user's: it overrules the embedded tables. Kind and country may be empty.
func (n *Names) Add(form string, kind Kind, name, country string) {
	if kind == State && n.official[country] == "" {
		n.official[country] = name
	}
	n.root.put(text.Words(form), &sense{kind: kind, name: name, country: country}, true)
}

func (n *Names) add(form string, s sense) {
	if form != "" {
		n.root.put(text.Words(form), &s, false)
	}
}

// put enters a sense; without override the first one entered stays.
func (at *node) put(words []string, s *sense, override bool) {
	for _, w := range words {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[w] == nil {
			at.next[w] = &node{}
		}
		at = at.next[w]
	}
	if at.s == nil || override {
		at.s = s
	}
}

// longest returns the sense and the end of the longest known name that begins at token i.
func (n *Names) longest(d *syntax.Doc, i, limit int) (*sense, int) {
	at := n.root
	var best *sense
	end := i
	for j := i; j < limit && at != nil; j++ {
		at = at.next[plainWord(d, j)]
		if at != nil && at.s != nil {
			best, end = at.s, j+1
		}
	}
	return best, end
}

// plainWord returns the word of token i with ASCII apostrophes.
func plainWord(d *syntax.Doc, i int) string {
	w := d.Word(i)
	if d.Tokens[i].Norm == w || isASCII(w) {
		return w
	}
	return strings.ReplaceAll(w, "’", "'")
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
