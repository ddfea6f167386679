package communique

import (
	"fmt"
	"strings"

	"github.com/communique-go/communique/internal/ontology"
)

// StanceLabel is the kind of a stance: one of PLOVER's 16 event types (Open Event Data Alliance, PLOVER codebook) or one of
// three positions that are not events.
type StanceLabel string

// The labels. Affirm, Concern and Deny are positions; the others are PLOVER's.
const (
	Agree     StanceLabel = "agree"     // promises, offers, commits, expresses intent to cooperate
	Consult   StanceLabel = "consult"   // meets, calls, visits, negotiates
	Support   StanceLabel = "support"   // praises, welcomes, endorses, signs
	Concede   StanceLabel = "concede"   // yields without material effect
	Cooperate StanceLabel = "cooperate" // material cooperation
	Aid       StanceLabel = "aid"       // provides aid
	Retreat   StanceLabel = "retreat"   // withdraws, releases, ceases fire
	Request   StanceLabel = "request"   // asks, urges, demands
	Accuse    StanceLabel = "accuse"    // criticises, condemns; characterises conduct as a violation
	Reject    StanceLabel = "reject"    // refuses, opposes, vetoes
	Threaten  StanceLabel = "threaten"  // warns of consequences
	Protest   StanceLabel = "protest"   // protests publicly or formally
	Sanction  StanceLabel = "sanction"  // reduces relations, imposes sanctions, expels
	Mobilize  StanceLabel = "mobilize"  // shows or raises force
	Coerce    StanceLabel = "coerce"    // seizes, detains, blockades
	Assault   StanceLabel = "assault"   // uses violence
	Affirm    StanceLabel = "affirm"    // states or reaffirms a position
	Concern   StanceLabel = "concern"   // expresses concern, regret, condolence
	Deny      StanceLabel = "deny"      // denies a claim
)

// Polarity says whether a stance is cooperative.
type Polarity string

// The polarities.
const (
	Cooperative Polarity = "cooperative"
	Neutral     Polarity = "neutral"
	Conflictual Polarity = "conflictual"
)

// QuadClass is the quadrant of an event: verbal or material, cooperation or conflict (Duval and Thompson 1980).
type QuadClass string

// The quad classes. Positions that are not events have none.
const (
	VerbalCooperation   QuadClass = "verbal cooperation"
	MaterialCooperation QuadClass = "material cooperation"
	VerbalConflict      QuadClass = "verbal conflict"
	MaterialConflict    QuadClass = "material conflict"
)

// Labels returns all labels, in the order of the ontology.
func Labels() []StanceLabel {
	var out []StanceLabel
	for _, l := range ontology.Labels() {
		out = append(out, StanceLabel(l))
	}
	return out
}

// Polarity returns the polarity of the stances with this label, "" for an unknown label: agree, consult, support, concede, cooperate,
// aid and retreat are cooperative, request and affirm neutral, the others conflictual. Graphs and reports count a negated stance
// as neutral: who "did not condemn" neither cooperates nor clashes.
func (l StanceLabel) Polarity() Polarity { return Polarity(ontology.Label(l).Polarity()) }

// PLOVER returns PLOVER's name of the event type, in capitals, or "" for affirm, concern and deny.
func (l StanceLabel) PLOVER() string { return ontology.Label(l).PLOVER() }

// Score returns PLOVER's conflict-cooperation score, from -9 to 10.
func (l StanceLabel) Score() float64 { return ontology.Label(l).Score() }

// CAMEO returns the two-digit CAMEO root code.
func (l StanceLabel) CAMEO() string { return ontology.Label(l).CAMEO() }

// Quad returns the quad class, "" for affirm, concern and deny.
func (l StanceLabel) Quad() QuadClass { return QuadClass(ontology.Label(l).Quad()) }

// Intensity is the strength of a stance on the ladder of diplomatic language, from 1 to 5.
type Intensity int

// The rungs of the ladder.
const (
	Hedged     Intensity = 1 // "took note", "hopes"
	Plain      Intensity = 2 // "urged", "expressed concern", all material acts
	Marked     Intensity = 3 // "strongly urged", "deep concern", "deplored"
	Severe     Intensity = 4 // "condemned", "gravely concerned", "demanded"
	MostSevere Intensity = 5 // "in the strongest terms"
)

// String returns the name of the rung, "" outside the ladder.
func (i Intensity) String() string { return ontology.Intensity(i).String() }

// EventMode is PLOVER's mode of an event, which tells events of one type apart: an aid may be "humanitarian", a protest a "riot"
// (PLOVER codebook, chapter on modes).
type EventMode string

// Stance is one speech act or characterisation: a holder takes it, towards a target or nobody in particular, through a
// phrase. Polarity, PLOVER event type, score and quad class are those of its label; JSON has them too.
type Stance struct {
	Label     StanceLabel `json:"label"`
	Phrase    Passage     `json:"phrase"`
	HolderIDs []int       `json:"holders"` // ids of the entities that take the stance; groups are resolved to their members
	TargetIDs []int       `json:"targets"` // ids of those whom it is taken towards
	Negated   bool        `json:"negated"` // the labelled act is denied ("did not condemn")
	Intensity Intensity   `json:"intensity"`
	CAMEO     string      `json:"cameo"`              // CAMEO code: two digits for the root, more where the phrase is plain
	Mode      EventMode   `json:"mode,omitempty"`     // "" where the phrase gives none
	Contexts  []string    `json:"contexts,omitempty"` // what the act is about: military, economic, humanitarian ...
	Pattern   string      `json:"pattern,omitempty"`  // the row of the lexicon, the modal or the rule that fired
	QuoteID   *int        `json:"quote,omitempty"`    // id of the innermost quote that holds the phrase

	// Holders and Targets are the names of the entities that the ids stand for.
	Holders []string `json:"-"`
	Targets []string `json:"-"`
}

// String returns the stance as `holder: label (intensity) “phrase” → target`.
func (s Stance) String() string {
	var b strings.Builder
	if len(s.Holders) > 0 {
		b.WriteString(strings.Join(s.Holders, ", ") + ": ")
	}
	if s.Negated {
		b.WriteString("not ")
	}
	fmt.Fprintf(&b, "%s (%s) “%s”", s.Label, s.Intensity, s.Phrase.Text)
	if len(s.Targets) > 0 {
		b.WriteString(" → " + strings.Join(s.Targets, ", "))
	}
	return b.String()
}
