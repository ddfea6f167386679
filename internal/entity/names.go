package entity

import (
	"strings"
	"time"

	"github.com/communique-go/communique/internal/actors"
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
	code    string // CAMEO actor code, where the table has one
	role    string
	own     bool          // a name of the user's, which is not altered
	roles   []actors.Role // of a user's actor: which one holds depends on the day
}

// on returns the sense with the role that holds on a day, the zero time if that is unknown.
func (s *sense) on(day time.Time) *sense {
	if len(s.roles) == 0 {
		return s
	}
	out := *s
	if r, ok := (actors.Actor{Roles: s.roles}).RoleAt(day); ok {
		out.role, out.code = r.Title, r.Code
		if r.Country != "" {
			out.country = r.Country
		}
	}
	return &out
}

// media reports whether the name is that of a news agency, paper or station.
func (s *sense) media() bool { return strings.HasSuffix(s.code, "MED") }

// Names is a dictionary of known names. It is not to be changed once texts are read with it.
type Names struct {
	forms     trie[sense]
	official  map[string]string // code3 to common name
	divisions map[string]*sense // of federal states, by name: some are called as states are
	agents    map[string]string // noun or title of the user's to a part of a CAMEO code
}

// NewNames returns the dictionary of the embedded tables: states, metonyms, organisations and armed groups.
func NewNames() *Names {
	n := &Names{official: map[string]string{}, agents: map[string]string{}, divisions: map[string]*sense{}}
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
	for _, d := range gazetteer.Divisions() {
		s := sense{kind: Place, name: d.Name}
		n.divisions[d.Name] = &s
		n.add(d.Name, s)
	}
	for _, m := range gazetteer.Metonyms() {
		n.add(m.Phrase, sense{kind: State, name: n.official[m.Code3], country: m.Code3})
	}
	for _, o := range lexicon.Organizations() {
		n.addNamed(o, Organization, o.Code)
	}
	for _, g := range lexicon.Groups() {
		n.addNamed(g, Group, groupCode(g))
	}
	return n
}

func (n *Names) addNamed(x lexicon.Named, kind Kind, code string) {
	for _, form := range append([]string{x.Name}, x.Aliases...) {
		n.add(form, sense{kind: kind, name: x.Name, country: x.Country, code: code})
	}
}

// groupCode returns the CAMEO code of an armed group or movement: that of its state, or of an international one, with its
// kind.
func groupCode(g lexicon.Named) string {
	if g.Country == "" && g.Code != "" && g.Code != "IMG" {
		return "IMG" + g.Code
	}
	return g.Country + g.Code
}

// Name is a name of the user's.
type Name struct {
	Form    string // as the text writes it
	Kind    Kind
	Name    string // of the entity
	Country string // ISO 3166-1 alpha-3, or ""; that of a role goes before it
	Roles   []actors.Role
}

// HasState reports whether a code is that of a state: one of the gazetteer, or one that was added.
func (n *Names) HasState(code string) bool {
	_, ok := n.official[code]
	return ok
}

// AddAgent enters what a noun or title in lower case adds to the code of a state: "~GOV" goes behind it, "NGO~" before.
func (n *Names) AddAgent(noun, code string) { n.agents[noun] = code }

// agent returns the part of a code that a noun or title stands for, "" for none.
func (n *Names) agent(noun string) string {
	if c, ok := n.agents[noun]; ok {
		return c
	}
	return lexicon.Agents()[noun]
}

// Add enters a name: it overrules the embedded tables.
func (n *Names) Add(x Name) {
	if x.Kind == State && n.official[x.Country] == "" {
		n.official[x.Country] = x.Name
	}
	n.forms.put(text.Words(x.Form), &sense{kind: x.Kind, name: x.Name, country: x.Country, roles: x.Roles, own: true}, true)
}

func (n *Names) add(form string, s sense) {
	if form != "" {
		n.forms.put(text.Words(form), &s, false)
	}
}

// longest returns the sense and the end of the longest known name that begins at token i.
func (n *Names) longest(d *syntax.Doc, i, limit int) (*sense, int) {
	return n.forms.longest(i, limit, func(j int) string { return plainWord(d, j) })
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
