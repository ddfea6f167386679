package ontology

import (
	_ "embed" // for the table
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed labels.tsv
var labelTable string

// Label is the kind of a stance.
type Label string

// The labels.
const (
	Agree     Label = "agree"
	Consult   Label = "consult"
	Support   Label = "support"
	Concede   Label = "concede"
	Cooperate Label = "cooperate"
	Aid       Label = "aid"
	Retreat   Label = "retreat"
	Request   Label = "request"
	Accuse    Label = "accuse"
	Reject    Label = "reject"
	Threaten  Label = "threaten"
	Protest   Label = "protest"
	Sanction  Label = "sanction"
	Mobilize  Label = "mobilize"
	Coerce    Label = "coerce"
	Assault   Label = "assault"
	Affirm    Label = "affirm"
	Concern   Label = "concern"
	Deny      Label = "deny"
)

// Polarity says whether the stances of a label are cooperative.
type Polarity string

// The polarities.
const (
	Cooperative Polarity = "cooperative"
	Neutral     Polarity = "neutral"
	Conflictual Polarity = "conflictual"
)

// Quad is the quadrant of an event.
type Quad string

// The quad classes.
const (
	VerbalCooperation   Quad = "verbal cooperation"
	MaterialCooperation Quad = "material cooperation"
	VerbalConflict      Quad = "verbal conflict"
	MaterialConflict    Quad = "material conflict"
)

// The traits of labels.
const (
	material = "material"
	adverse  = "adverse"
	speech   = "speech"
	governs  = "governs"
	agent    = "agent"
)

// info is what the table says of a label; the zero value, of one that it does not have.
type info struct {
	polarity Polarity
	plover   string
	score    float64
	cameo    string
	quad     Quad
	rung     int
	traits   map[string]bool
}

var labels = sync.OnceValues(func() (order []Label, of map[Label]info) {
	of = map[Label]info{}
	for _, r := range table.MustParse("labels.tsv", labelTable, 8) {
		l := Label(r.Cells[0])
		order = append(order, l)
		of[l] = info{Polarity(r.Cells[1]), r.Cells[2], number("labels.tsv", r, 3), r.Cells[4], Quad(r.Cells[5]), int(number("labels.tsv", r, 6)),
			table.Set(r.Cells[7])}
	}
	return order, of
})

func (l Label) info() info {
	_, of := labels()
	return of[l]
}

// Labels returns all labels in the order of the ontology. The list is not to be changed.
func Labels() []Label {
	order, _ := labels()
	return order
}

// ParseLabel returns the label that s names. The error says which there are.
func ParseLabel(s string) (Label, error) { return OneOf(s, Labels()) }

// Polarity returns the polarity, "" of an unknown label.
func (l Label) Polarity() Polarity { return l.info().polarity }

// Shown returns the polarity that a stance with this label is shown with: that of the label, but neutral where the label is
// unknown or the stance is negated, for who "did not condemn" neither cooperates nor clashes.
func (l Label) Shown(negated bool) Polarity {
	if p := l.Polarity(); p != "" && !negated {
		return p
	}
	return Neutral
}

// PLOVER returns PLOVER's event type in capitals, "" of a position.
func (l Label) PLOVER() string { return l.info().plover }

// Score returns the score on PLOVER's scale from conflict to cooperation, -10 to 10.
func (l Label) Score() float64 { return l.info().score }

// CAMEO returns the CAMEO root code, two digits.
func (l Label) CAMEO() string { return l.info().cameo }

// Quad returns the quad class, "" of a position.
func (l Label) Quad() Quad { return l.info().quad }

// Rung returns the place on the ladder from cooperation to conflict: below 0 for what is better than to affirm something, above
// for what is worse, and 0 for an unknown label.
func (l Label) Rung() int { return l.info().rung }

// Cooperative reports whether the label is one of cooperation.
func (l Label) Cooperative() bool { return l.info().polarity == Cooperative }

// Material reports whether the label is of acts that are done rather than said.
func (l Label) Material() bool { return l.info().traits[material] }

// Hostile reports whether the label is of acts of pressure or force: those of conflict that are done rather than said.
func (l Label) Hostile() bool { return l.Material() && l.info().polarity == Conflictual }

// Adverse reports whether such a stance is taken against somebody, named or not.
func (l Label) Adverse() bool { return l.info().traits[adverse] }

// Speech reports whether the label is of speech acts that promise nothing.
func (l Label) Speech() bool { return l.info().traits[speech] }

// Governs reports whether the verbs that such an act governs say what it is about and are no acts of their own.
func (l Label) Governs() bool { return l.info().traits[governs] }

// NeedsAgent reports whether such an act told in the passive is none without an agent.
func (l Label) NeedsAgent() bool { return l.info().traits[agent] }
