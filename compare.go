package communique

import (
	"fmt"
	"sort"
	"strings"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// ChangeKind is what has become of a commitment, a stance or a sentence from one statement to the next.
type ChangeKind string

// The kinds of change.
const (
	CommitmentAdded        ChangeKind = "commitment added"
	CommitmentDropped      ChangeKind = "commitment dropped"
	CommitmentStrengthened ChangeKind = "commitment strengthened"
	CommitmentWeakened     ChangeKind = "commitment weakened"
	CommitmentChanged      ChangeKind = "commitment changed" // neither stronger nor weaker, or both
	StanceAdded            ChangeKind = "stance added"
	StanceDropped          ChangeKind = "stance dropped"
	StanceStrengthened     ChangeKind = "stance strengthened" // the same label, more intense
	StanceWeakened         ChangeKind = "stance weakened"     // the same label, less intense
	StanceEscalated        ChangeKind = "stance escalated"    // another label, nearer to conflict (see CompareSeverity)
	StanceEased            ChangeKind = "stance eased"        // another label, farther from conflict
	StanceChanged          ChangeKind = "stance changed"      // another label as severe
	Reworded               ChangeKind = "sentence reworded"
)

// Change is one difference between two statements.
type Change struct {
	Kind ChangeKind `json:"kind"`
	// Before is where the earlier statement says it, After where the later one does: the action of a commitment, the phrase
	// of a stance, a sentence. Nil where a statement does not say it.
	Before *Passage `json:"before"`
	After  *Passage `json:"after"`
	// Reason is one line that says who is concerned and why the change was given its kind.
	Reason string `json:"reason"`
	// Words are the words that differ between two versions of a sentence, nil for other kinds of change.
	Words []WordChange `json:"words,omitempty"`
}

// WordChange is a run of words that was replaced. Where words were only added or only left out, the other passage is empty
// and its span is the place. Case and punctuation do not count.
type WordChange struct {
	Before Passage `json:"before"`
	After  Passage `json:"after"`
}

// String returns the change as `“before” becomes “after”`, `“after” added` or `“before” left out`.
func (w WordChange) String() string {
	switch {
	case w.Before.Text == "":
		return quoted(w.After.Text) + " added"
	case w.After.Text == "":
		return quoted(w.Before.Text) + " left out"
	}
	return quoted(w.Before.Text) + " becomes " + quoted(w.After.Text)
}

// String returns the change in a line: `kind: “before” → “after” (reason)`, or, of a sentence, the sentence with the old
// words as [-old-] and the new ones as {+new+}.
func (c Change) String() string {
	if c.Before != nil && len(c.Words) > 0 {
		return fmt.Sprintf("%s: %s", c.Kind, c.marked())
	}
	var passages []string
	for _, p := range []*Passage{c.Before, c.After} {
		if p != nil {
			passages = append(passages, quoted(p.Text))
		}
	}
	s := fmt.Sprintf("%s: %s", c.Kind, strings.Join(passages, " → "))
	if c.Reason != "" {
		s += " (" + c.Reason + ")"
	}
	return s
}

// marked returns the earlier sentence with its changes marked as wdiff does.
func (c Change) marked() string {
	var b strings.Builder
	at, sentence := 0, c.Before.Text
	for _, w := range c.Words {
		from, to := w.Before.Start-c.Before.Start, w.Before.End-c.Before.Start
		if from < at || to < from || to > len(sentence) {
			return markup.OneLine(sentence) // no change that Compare made
		}
		b.WriteString(sentence[at:from])
		if w.Before.Text != "" {
			fmt.Fprintf(&b, "[-%s-]", w.Before.Text)
		}
		if w.After.Text != "" {
			fmt.Fprintf(&b, " {+%s+} ", w.After.Text)
		}
		at = to
	}
	b.WriteString(sentence[at:])
	return unspaced.Replace(markup.OneLine(b.String()))
}

// unspaced takes away the blank between what was added and a mark of punctuation.
var unspaced = strings.NewReplacer("+} .", "+}.", "+} ,", "+},", "+} ;", "+};", "+} :", "+}:", "+} )", "+})", "+} ”", "+}”")

// Comparison is what changed from one statement to a later one, in the order of the later statement; what it dropped comes
// last, in the order of the earlier one. The zero value says that nothing changed.
type Comparison struct {
	Changes []Change `json:"changes"`
}

// Of returns the changes of the given kinds, in order.
func (c *Comparison) Of(kinds ...ChangeKind) []Change {
	if c == nil {
		return nil
	}
	var out []Change
	for _, x := range c.Changes {
		for _, k := range kinds {
			if x.Kind == k {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// String returns the number of changes and each of them on a line.
func (c *Comparison) String() string {
	if c == nil || len(c.Changes) == 0 {
		return "no changes\n"
	}
	var b strings.Builder
	fmt.Fprintln(&b, plural(len(c.Changes), "change", "changes"))
	for _, x := range c.Changes {
		fmt.Fprintln(&b, x)
	}
	return b.String()
}

// CompareSeverity orders two stances on the ladder from cooperation to conflict. It returns a negative number if a is
// farther from conflict than b, a positive one if it is nearer, and 0 if they stand level.
//
// The label decides first, from the best to the worst: aid, cooperate, retreat, support, concede, agree and consult, affirm,
// concern, request, accuse and reject and deny, threaten, protest, mobilize, sanction, coerce, assault. That is the order of
// PLOVER's scores, save that request comes after concern and deny is raised to accuse. Within a rung the intensity decides: a
// strong condemnation is nearer to conflict than a plain one, strong support farther from it than plain support. A negated
// stance is a position: without conflict in its label it counts as affirm ("did not condemn"), and as concern if its label
// is cooperative ("did not endorse").
func CompareSeverity(a, b Stance) int { return severity(a) - severity(b) }

func severity(s Stance) int {
	const step = 100 // more than the intensities span
	l := ontology.Label(s.Label)
	switch {
	case s.Negated && l.Cooperative():
		return ontology.Concern.Rung() * step
	case s.Negated:
		return ontology.Affirm.Rung() * step
	case l.Rung() < ontology.Affirm.Rung():
		return l.Rung()*step - int(s.Intensity)
	}
	return l.Rung()*step + int(s.Intensity)
}

// Compare tells what changed from statement a to the later statement b of the same parties: which commitments were added,
// dropped, strengthened or weakened; which stances climbed or fell; how the sentences that both have were reworded.
//
// The entities of the two are matched by country and kind, else by name or surname. Commitments are matched by their parties
// and the content words of their actions, with the instrument to help. A change of status decides whether one is stronger
// or weaker (withdrawn < breached < invoked < undertaken < reaffirmed < fulfilled); else what else was gained or lost does:
// a deadline, a condition, a party, the modal verb, words that soften the action ("consider") or make it firm ("fully").
// Stances are matched by holders and targets, with the same label first and then any other; without a target, the
// sentences have to be about the same thing. Sentences are the same if two thirds of their words are.
//
// Nil stands for an empty statement. The result is never nil and depends on nothing but the statements.
func Compare(a, b *Statement) *Comparison {
	var actors registry
	c := &comparer{a: actors.read(a), b: actors.read(b), changes: []Change{}}
	c.commitments()
	c.stances()
	c.wording()
	sort.SliceStable(c.changes, func(i, j int) bool { return c.changes[i].precedes(c.changes[j]) })
	return &Comparison{Changes: c.changes}
}

// precedes orders changes by their place in the later statement; those that have none come last.
func (c Change) precedes(d Change) bool {
	if (c.After == nil) != (d.After == nil) {
		return d.After == nil
	}
	if c.After != nil && c.After.Span() != d.After.Span() {
		return c.After.Start < d.After.Start || c.After.Start == d.After.Start && c.After.End > d.After.End
	}
	return c.Before != nil && d.Before != nil && c.Before.Start < d.Before.Start
}

// comparer collects the changes.
type comparer struct {
	a, b    *compared
	changes []Change
}

func (c *comparer) add(k ChangeKind, before, after *Passage, reason string) {
	c.changes = append(c.changes, Change{Kind: k, Before: copied(before), After: copied(after), Reason: reason})
}

// copied returns a passage that does not keep in memory what it was read with.
func copied(p *Passage) *Passage {
	if p == nil {
		return nil
	}
	q := *p
	return &q
}

// limits returns deadline and condition, as a reader would add them.
func limits(c Commitment) string {
	var out []string
	for _, p := range []*Passage{c.Deadline, c.Condition} {
		if p != nil {
			out = append(out, markup.OneLine(p.Text))
		}
	}
	return strings.Join(out, ", ")
}

// label puts who before the reasons.
func label(who string, reasons ...string) string {
	var out []string
	for _, r := range reasons {
		if r != "" {
			out = append(out, r)
		}
	}
	if who == "" {
		who = "unknown"
	}
	return who + ": " + strings.Join(out, "; ")
}
