package communique

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/deadline"
	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// commitments matches the commitments of the two statements and tells their changes.
func (c *comparer) commitments() {
	x, y := c.a.readCommitments(), c.b.readCommitments()
	ls := links(features(x), features(y), func(i, j int) float64 { return sameCommitment(x[i], y[j]) })
	pairs, dropped, added := pairOff(ls, len(x), len(y), func(i, j int) bool { return x[i].Status == y[j].Status })
	for _, l := range pairs {
		c.changedCommitment(x[l.a], y[l.b])
	}
	for _, j := range added {
		c.add(CommitmentAdded, nil, &y[j].Action, label(y[j].who, string(y[j].Status), limits(y[j].Commitment)))
	}
	for _, i := range dropped {
		c.add(CommitmentDropped, &x[i].Action, nil, label(x[i].who, string(x[i].Status), limits(x[i].Commitment)))
	}
}

// obligation is a commitment with what it is matched by.
type obligation struct {
	Commitment
	side                *side
	who                 string
	parties             wordSet
	action, instrument  wordSet
	folded              string // the action, without regard to case and white space
	soft, firm          wordSet
	negated             bool
	modal               string
	deadline, condition string
}

func (o obligation) features() []string {
	return append(append(o.action.list(), o.instrument.list()...), o.folded)
}

func (s *side) readCommitments() []obligation {
	out := make([]obligation, 0, len(s.Commitments))
	for _, x := range s.Commitments {
		o := obligation{Commitment: x, side: s, who: s.names(x.PartyIDs, x.Parties, nil), parties: s.keys(x.PartyIDs, x.Parties)}
		o.action, o.instrument = contentWords(x.Action.Text), contentWords(textOf(x.Instrument))
		o.folded = fold(x.Action.Text)
		o.soft, o.firm = manner(x.Action.Text)
		for w := range o.soft {
			for root := range contentWords(w) {
				delete(o.action, root)
			}
		}
		tokens := splitWords(x.Action.Text)
		o.negated = len(tokens) > 0 && (tokens[0] == "not" || tokens[0] == "no" || tokens[0] == "never")
		o.modal = modalBefore(s.Text, x.Action.Start)
		o.deadline, o.condition = markup.OneLine(textOf(x.Deadline)), markup.OneLine(textOf(x.Condition))
		out = append(out, o)
	}
	return out
}

// sameCommitment returns how like each other two commitments are, 0 if they are not one.
func sameCommitment(x, y obligation) float64 {
	parties := x.parties.overlap(y.parties)
	if parties == 0 && len(x.parties) > 0 && len(y.parties) > 0 || x.negated != y.negated {
		return 0
	}
	action, instrument := x.action.overlap(y.action), x.instrument.overlap(y.instrument)
	if x.folded == y.folded {
		action = 1 // "do so" has no words that carry content
	}
	if action < 0.3 || action < 0.5 && instrument < 0.5 {
		return 0
	}
	score := action + 0.3*instrument + 0.2*parties
	if x.Status == y.Status {
		score += 0.2
	}
	return score
}

// verdict collects what speaks for a commitment's having become stronger or weaker.
type verdict struct {
	status, sum int
	reasons     []string
}

func (v *verdict) note(sign int, format string, args ...any) {
	v.sum += sign
	v.reasons = append(v.reasons, fmt.Sprintf(format, args...))
}

// kind is the outcome: the change of status decides, else the balance of the rest.
func (v *verdict) kind() ChangeKind {
	n := v.status
	if n == 0 {
		n = v.sum
	}
	switch {
	case n > 0:
		return CommitmentStrengthened
	case n < 0:
		return CommitmentWeakened
	}
	return CommitmentChanged
}

func (c *comparer) changedCommitment(x, y obligation) {
	var v verdict
	v.weighStatus(x, y)
	v.weighParties(x, y)
	v.weighDeadline(x, y)
	v.weighCondition(x, y)
	v.weighWording(x, y)
	if len(v.reasons) > 0 {
		c.add(v.kind(), &x.Action, &y.Action, label(y.who, v.reasons...))
	}
}

func (v *verdict) weighStatus(x, y obligation) {
	if x.Status == y.Status {
		return
	}
	v.status = ontology.Status(y.Status).Strength() - ontology.Status(x.Status).Strength()
	reason := fmt.Sprintf("%s → %s", x.Status, y.Status)
	if by := y.side.names(y.ClaimantIDs, y.Claimants, y.parties); by != "" {
		reason += ", according to " + by
	}
	v.reasons = append(v.reasons, reason)
}

func (v *verdict) weighParties(x, y obligation) {
	if len(x.parties) == 0 || len(y.parties) == 0 {
		return
	}
	if gone := x.side.names(x.PartyIDs, x.Parties, y.parties); gone != "" {
		v.note(-1, "no longer binds %s", gone)
	}
	if more := y.side.names(y.PartyIDs, y.Parties, x.parties); more != "" {
		v.note(+1, "now binds %s", more)
	}
}

func (v *verdict) weighDeadline(x, y obligation) {
	switch {
	case strings.EqualFold(x.deadline, y.deadline):
	case x.deadline == "":
		v.note(+1, "deadline %s added", quoted(y.deadline))
	case y.deadline == "":
		v.note(-1, "deadline %s gone", quoted(x.deadline))
	default:
		sign := sooner(x.deadline, y.deadline)
		word := [...]string{"later", "changed", "sooner"}[sign+1]
		if continues(x.deadline) && continues(y.deadline) { // what holds "until" a day weighs more the longer it holds
			word = [...]string{"extended", "changed", "cut short"}[sign+1]
			sign = -sign
		}
		v.note(sign, "deadline %s: %s → %s", word, quoted(x.deadline), quoted(y.deadline))
	}
}

// continues reports whether a deadline is the end of what is to be kept up.
func continues(deadline string) bool {
	w, _, _ := strings.Cut(strings.ToLower(deadline), " ")
	return strings.Contains(" until till through throughout for ", " "+w+" ")
}

// sooner returns 1 if deadline y is over before x, -1 if it is over after x, and 0 if that cannot be told: the date of the
// statements is not known, so that they are resolved against the beginning and the middle of every month of far years, and
// all answers have to agree.
func sooner(x, y string) int {
	sign := 0
	for i := 0; i < 48; i++ {
		on := time.Date(2001+i/24*98, time.Month(i/2%12+1), 1+i%2*14, 0, 0, 0, 0, time.UTC)
		_, tx, okX := deadline.Resolve(x, on)
		_, ty, okY := deadline.Resolve(y, on)
		if !okX || !okY || tx.IsZero() || ty.IsZero() {
			return 0
		}
		s := tx.Compare(ty)
		if s == 0 || i > 0 && s != sign {
			return 0
		}
		sign = s
	}
	return sign
}

func (v *verdict) weighCondition(x, y obligation) {
	switch {
	case strings.EqualFold(x.condition, y.condition):
	case x.condition == "":
		v.note(-1, "condition %s added", quoted(y.condition))
	case y.condition == "":
		v.note(+1, "condition %s gone", quoted(x.condition))
	default:
		v.note(0, "condition changed: %s → %s", quoted(x.condition), quoted(y.condition))
	}
}

// modals rank the modal verbs of undertakings.
var modals = lexicon.Modals()

// modalBefore returns the last modal verb shortly before an offset, in the same clause, "" if there is none.
func modalBefore(s string, end int) string {
	const reach = 40 // bytes: room for an adverb and the trigger
	if end > len(s) || end < 0 {
		return ""
	}
	s = s[max(0, end-reach):end]
	s = s[strings.LastIndexAny(s, ".,;:!?\n")+1:]
	words := strings.Fields(strings.ToLower(s))
	for i := len(words) - 1; i >= 0; i-- {
		if modals[words[i]] > 0 {
			return words[i]
		}
	}
	return ""
}

// Words that make an action less than it could be, and more: as its verb, or anywhere in it.
var (
	softVerbs = words(lexicon.SoftVerb)
	softeners = lexicon.Soft.Words()
	firmVerbs = words(lexicon.FirmVerb)
	firmers   = lexicon.Firm.Words()
)

// manner returns the words of an action that soften it and those that make it firm.
func manner(action string) (soft, firm wordSet) {
	tokens := splitWords(action)
	soft, firm = phrasesIn(tokens, softeners), phrasesIn(tokens, firmers)
	for _, w := range tokens {
		if soft[w] || firm[w] || functionWords[w] {
			continue // "fully ensure"
		}
		if v := lemma.Verb(w); softVerbs[v] {
			soft[v] = true
		} else if firmVerbs[v] {
			firm[v] = true
		}
		break
	}
	return soft, firm
}

// phrasesIn returns the phrases that occur among the words.
func phrasesIn(tokens, phrases []string) wordSet {
	joined := " " + strings.Join(tokens, " ") + " "
	out := wordSet{}
	for _, p := range phrases {
		if strings.Contains(joined, " "+p+" ") {
			out[p] = true
		}
	}
	return out
}

func (v *verdict) weighWording(x, y obligation) {
	if mx, my := modals[x.modal], modals[y.modal]; mx > 0 && my > 0 && mx != my {
		v.note(my-mx, "%s becomes %s", quoted(x.modal), quoted(y.modal))
	}
	for _, r := range []struct {
		in, out wordSet
		sign    int
		what    string
	}{
		{y.soft, x.soft, -1, "%s softens it"}, {x.soft, y.soft, +1, "softening %s gone"},
		{y.firm, x.firm, +1, "%s makes it firmer"}, {x.firm, y.firm, -1, "firm %s gone"},
	} {
		for _, w := range r.in.list() {
			if !r.out[w] {
				v.note(r.sign, r.what, quoted(w))
			}
		}
	}
}
