package communique

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/deadline"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// commitments matches the commitments of the two statements and tells their changes.
func (c *comparer) commitments() {
	x, y := c.a.obligations(), c.b.obligations()
	links := alike.Links(x, y, sameCommitment)
	pairs := alike.PairOff(links)
	for _, l := range pairs {
		c.changedCommitment(x[l.A], y[l.B])
	}
	dropped, added := alike.Left(links, pairs, len(x), len(y), func(i, j int) bool { return x[i].Status == y[j].Status })
	for _, j := range added {
		c.add(CommitmentAdded, nil, &y[j].Action, label(y[j].who(), string(y[j].Status), limits(y[j].Commitment)))
	}
	for _, i := range dropped {
		c.add(CommitmentDropped, &x[i].Action, nil, label(x[i].who(), string(x[i].Status), limits(x[i].Commitment)))
	}
}

// who returns who is bound.
func (o *obligation) who() string { return o.in.names(o.PartyIDs, o.Parties, nil) }

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

func (c *comparer) changedCommitment(x, y *obligation) {
	var v verdict
	v.weighStatus(x, y)
	v.weighParties(x, y)
	v.weighDeadline(x, y)
	v.weighCondition(x, y)
	v.weighWording(x, y)
	if len(v.reasons) > 0 {
		c.add(v.kind(), &x.Action, &y.Action, label(y.who(), v.reasons...))
	}
}

func (v *verdict) weighStatus(x, y *obligation) {
	if x.Status == y.Status {
		return
	}
	v.status = ontology.Status(y.Status).Strength() - ontology.Status(x.Status).Strength()
	reason := fmt.Sprintf("%s → %s", x.Status, y.Status)
	if by := y.in.names(y.ClaimantIDs, y.Claimants, y.parties); by != "" {
		reason += ", according to " + by
	}
	v.reasons = append(v.reasons, reason)
}

func (v *verdict) weighParties(x, y *obligation) {
	if len(x.parties) == 0 || len(y.parties) == 0 {
		return
	}
	if gone := x.in.names(x.PartyIDs, x.Parties, y.parties); gone != "" {
		v.note(-1, "no longer binds %s", gone)
	}
	if more := y.in.names(y.PartyIDs, y.Parties, x.parties); more != "" {
		v.note(+1, "now binds %s", more)
	}
}

func (v *verdict) weighDeadline(x, y *obligation) {
	before, after := markup.OneLine(textOf(x.Deadline)), markup.OneLine(textOf(y.Deadline))
	switch {
	case strings.EqualFold(before, after):
	case before == "":
		v.note(+1, "deadline %s added", quoted(after))
	case after == "":
		v.note(-1, "deadline %s gone", quoted(before))
	default:
		sign := sooner(before, after)
		word := [...]string{"later", "changed", "sooner"}[sign+1]
		if continues(before) && continues(after) { // what holds "until" a day weighs more the longer it holds
			word = [...]string{"extended", "changed", "cut short"}[sign+1]
			sign = -sign
		}
		v.note(sign, "deadline %s: %s → %s", word, quoted(before), quoted(after))
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

func (v *verdict) weighCondition(x, y *obligation) {
	before, after := markup.OneLine(textOf(x.Condition)), markup.OneLine(textOf(y.Condition))
	switch {
	case strings.EqualFold(before, after):
	case before == "":
		v.note(-1, "condition %s added", quoted(after))
	case after == "":
		v.note(+1, "condition %s gone", quoted(before))
	default:
		v.note(0, "condition changed: %s → %s", quoted(before), quoted(after))
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

func (v *verdict) weighWording(x, y *obligation) {
	before, after := modalBefore(x.in.Text, x.Action.Start), modalBefore(y.in.Text, y.Action.Start)
	if mx, my := modals[before], modals[after]; mx > 0 && my > 0 && mx != my {
		v.note(my-mx, "%s becomes %s", quoted(before), quoted(after))
	}
	for _, r := range []struct {
		in, out alike.Set
		sign    int
		what    string
	}{
		{y.soft, x.soft, -1, "%s softens it"}, {x.soft, y.soft, +1, "softening %s gone"},
		{y.firm, x.firm, +1, "%s makes it firmer"}, {x.firm, y.firm, -1, "firm %s gone"},
	} {
		for _, w := range r.in.Without(r.out) {
			v.note(r.sign, r.what, quoted(w))
		}
	}
}
