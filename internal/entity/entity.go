// Package entity is the stage that finds who and what a statement is about: persons with role and state, states by any
// of their names, organisations, groups, agreements, events and places, with all their mentions chained.
package entity

import (
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// Kind is what an entity is.
type Kind string

// The kinds.
const (
	Person       Kind = "person"
	State        Kind = "state"
	Organization Kind = "organization"
	Group        Kind = "group"
	Place        Kind = "place"
	Agreement    Kind = "agreement"
	Event        Kind = "event"
)

// None stands for no entity.
const None = -1

// Entity is somebody or something with its mentions.
type Entity struct {
	Kind     Kind
	Name     string
	Role     string
	Country  string // ISO 3166-1 alpha-3
	Code     string // CAMEO actor code
	Members  []int
	Mentions []text.Span
	Media    bool // a news agency, paper or station
	Given    bool // not named in the text: the issuer given with it, or a member of it

	form    string          // the longest name by which the text calls one that a table knows
	nouns   map[string]bool // head nouns and role words under which definite descriptions find it
	surname string
	gender  string
	plural  bool
	first   int  // token of the first mention
	last    int  // token of the last mention
	named   bool // by a proper name rather than a description
}

// Doc is a text with its entities.
type Doc struct {
	*syntax.Doc
	Marks    []marks.Pair
	Entities []Entity
	Turns    []int // for each paragraph the speaker of the transcript turn that it belongs to, or None
	Issuer   int   // the entity behind a "we" outside quotation marks, or None
	Met      []int // those whose meeting or call the text reports, as it names them; nil if it reports none
	IssuedBy int   // the entity of the issuer that was given with the text, or None
	// IssuerState is the state that the given issuer belongs to, None if that is unknown or the issuer is a state itself.
	IssuerState int

	of      []int // for each phrase its entity, or None
	first   []bool
	inMarks []bool
	asked   []bool      // for each paragraph whether it belongs to the turn of a questioner
	opening map[int]int // token of a closing quotation mark to that of the mark which it closes

	owners     map[int]int // first token of a possessor to its entity
	adjectives map[int]int // token of a state's adjective to the state
}

// Of returns the entity that a phrase denotes, or None.
func (d *Doc) Of(phrase int) int {
	if phrase < 0 || phrase >= len(d.of) {
		return None
	}
	return d.of[phrase]
}

// FirstPerson reports whether a phrase is "I", "we" or "us", whose referent is whoever speaks.
func (d *Doc) FirstPerson(phrase int) bool { return phrase >= 0 && d.first[phrase] }

// All returns the entities of a phrase and of those coordinated with it, without repeats.
func (d *Doc) All(phrase int) []int {
	var out []int
	for _, p := range d.Coordinates(phrase) {
		if e := d.Of(p); e != None {
			out = appendNew(out, e)
		}
	}
	return out
}

// Members replaces groups whose members the text names by those members.
func (d *Doc) Members(ids []int) []int {
	var out []int
	for _, id := range ids {
		if id < 0 {
			continue
		}
		if m := d.Entities[id].Members; len(m) > 0 {
			for _, k := range m {
				out = appendNew(out, k)
			}
		} else {
			out = appendNew(out, id)
		}
	}
	return out
}

// IsActor reports whether an entity can act: everything but places, agreements and events.
func (d *Doc) IsActor(id int) bool {
	if id < 0 {
		return false
	}
	switch d.Entities[id].Kind {
	case Place, Agreement, Event:
		return false
	}
	return true
}

// InMarks reports whether token i stands between double quotation marks.
func (d *Doc) InMarks(i int) bool { return i >= 0 && i < len(d.inMarks) && d.inMarks[i] }

// Opening returns the token of the quotation mark that the one at token t closes, or None.
func (d *Doc) Opening(t int) int {
	if i, ok := d.opening[t]; ok {
		return i
	}
	return None
}

func appendNew(ids []int, id int) []int {
	for _, x := range ids {
		if x == id {
			return ids
		}
	}
	return append(ids, id)
}

// OwnerOf returns the entity that the possessive pronoun or the possessor that begins at token first denotes, or None.
func (d *Doc) OwnerOf(first int) int {
	if id, ok := d.owners[first]; ok {
		return id
	}
	return None
}

// StateIn returns the state whose name or adjective stands among the tokens [first, last), or None.
func (d *Doc) StateIn(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if id, ok := d.adjectives[i]; ok {
			return id
		}
	}
	return None
}

// Body returns the state that a person speaks for, if the text names it, else the person: "we" who sign, close, deliver
// and are bound are the state.
func (d *Doc) Body(id int) int {
	if id < 0 || d.Entities[id].Kind != Person || d.Entities[id].Country == "" {
		return id
	}
	for i, x := range d.Entities {
		if x.Kind == State && !x.Given && x.Country == d.Entities[id].Country {
			return i
		}
	}
	return id
}
