package communique

import (
	"fmt"
	"strings"
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

// labelInfo is a row of the table of labels.
type labelInfo struct {
	label    StanceLabel
	polarity Polarity
	plover   string // PLOVER event type, "" for a position
	score    float64
	cameo    string // CAMEO root code
	quad     QuadClass
}

// labels are the labels in the order of the ontology, with PLOVER's conflict-cooperation scores and the CAMEO root codes
// (Schrodt 2012, CAMEO 1.1b3).
var labels = []labelInfo{
	{Agree, Cooperative, "AGREE", 2.5, "03", VerbalCooperation},
	{Consult, Cooperative, "CONSULT", 2.5, "04", VerbalCooperation},
	{Support, Cooperative, "SUPPORT", 5, "05", VerbalCooperation},
	{Concede, Cooperative, "CONCEDE", 4.5, "08", VerbalCooperation},
	{Cooperate, Cooperative, "COOPERATE", 9.5, "06", MaterialCooperation},
	{Aid, Cooperative, "AID", 10, "07", MaterialCooperation},
	{Retreat, Cooperative, "RETREAT", 6.5, "08", MaterialCooperation},
	{Request, Neutral, "REQUEST", 0, "02", VerbalConflict},
	{Accuse, Conflictual, "ACCUSE", -2, "11", VerbalConflict},
	{Reject, Conflictual, "REJECT", -2, "12", VerbalConflict},
	{Threaten, Conflictual, "THREATEN", -3.5, "13", VerbalConflict},
	{Protest, Conflictual, "PROTEST", -5, "14", MaterialConflict},
	{Sanction, Conflictual, "SANCTION", -6, "16", MaterialConflict},
	{Mobilize, Conflictual, "MOBILIZE", -5.5, "15", MaterialConflict},
	{Coerce, Conflictual, "COERCE", -7, "17", MaterialConflict},
	{Assault, Conflictual, "ASSAULT", -9, "18", MaterialConflict},
	{Affirm, Neutral, "", 0, "01", ""},
	{Concern, Conflictual, "", -1, "01", ""},
	{Deny, Conflictual, "", -1, "01", ""},
}

func (l StanceLabel) info() labelInfo {
	for _, i := range labels {
		if i.label == l {
			return i
		}
	}
	return labelInfo{}
}

// Labels returns all labels, in the order of the ontology.
func Labels() []StanceLabel {
	out := make([]StanceLabel, len(labels))
	for i, l := range labels {
		out[i] = l.label
	}
	return out
}

// Polarity returns the polarity of the stances with this label, "" for an unknown label.
func (l StanceLabel) Polarity() Polarity { return l.info().polarity }

// PLOVER returns PLOVER's name of the event type, in capitals, or "" for affirm, concern and deny.
func (l StanceLabel) PLOVER() string { return l.info().plover }

// Score returns PLOVER's conflict-cooperation score, from -9 to 10.
func (l StanceLabel) Score() float64 { return l.info().score }

// CAMEO returns the two-digit CAMEO root code.
func (l StanceLabel) CAMEO() string { return l.info().cameo }

// Quad returns the quad class, "" for affirm, concern and deny.
func (l StanceLabel) Quad() QuadClass { return l.info().quad }

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

var intensityNames = [...]string{"", "hedged", "plain", "marked", "severe", "most severe"}

// String returns the name of the rung, "" outside the ladder.
func (i Intensity) String() string {
	if i < 0 || int(i) >= len(intensityNames) {
		return ""
	}
	return intensityNames[i]
}

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

// String returns the stance as `holder: label "phrase" -> target`.
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
