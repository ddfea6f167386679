// Package commitment is the last stage: it keeps the ledger of what parties are bound, or said to be bound, to do. It
// reads the stances and asks of each whether an obligation stands behind it, and what has become of it.
package commitment

import (
	"slices"
	"sort"

	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// Commitment is one obligation and what is claimed of it. Instrument, Deadline and Condition are empty spans where there
// are none.
type Commitment struct {
	Parties    []int
	Action     text.Span
	Status     ontology.Status
	Claimants  []int
	Instrument text.Span
	Deadline   text.Span
	Condition  text.Span
}

const none = syntax.None

type finder struct {
	*stance.Doc
	out []Commitment
}

// Find returns the commitments of a text in the order of their actions.
func Find(d *stance.Doc) []Commitment {
	f := &finder{Doc: d}
	for _, s := range d.Stances {
		if s.Negated {
			continue
		}
		switch s.Label {
		case ontology.Agree, ontology.Concede, ontology.Support, ontology.Reject:
			f.promise(s)
		case ontology.Affirm:
			f.reaffirmation(s)
		case ontology.Request:
			f.invocation(s)
		case ontology.Accuse:
			f.breach(s)
		case ontology.Sanction:
			f.withdrawal(s)
		}
	}
	f.fulfilments()
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Action.Start < f.out[j].Action.Start })
	f.merge()
	return f.out
}

// promise enters what the holders of an agreement have bound themselves to: the governed infinitive, the clause behind
// "promised that", or the verb behind "will" and "shall". Offers, readiness and plans bind nobody.
func (f *finder) promise(s stance.Stance) {
	if s.Group == none {
		f.promisedNoun(s)
		return
	}
	if len(s.Holders) == 0 {
		return
	}
	grp := f.Groups[s.Group]
	if p := grp.Subject; p != none && f.FirstPerson(p) && len(s.Holders) == 1 {
		s.Holders = []int{f.Body(s.Holders[0])}
	}
	switch {
	case s.Label == ontology.Support || s.Label == ontology.Reject:
		return
	case lexicon.Binding.Has(f.Lemma(grp.Head)) && grp.Modal == "":
		for _, g := range f.infinitives(s.Group) {
			f.enter(s, f.Act(g), f.statusOf(g))
		}
		if s.Inf == none {
			f.promisedClause(s)
		}
	case grp.Modal == "will" || grp.Modal == "would" || grp.Modal == "shall":
		if s.Label == ontology.Agree {
			f.enter(s, f.Act(s.Group), f.statusOf(s.Group))
		}
	case grp.Predicate != none && f.Norm(grp.Predicate) == "committed":
		f.committedTo(s, grp.Predicate+1)
	}
}

// promisedNoun enters what a noun promises: "the undertaking given by Somalia to complete the transfer", "assurance that
// Armenia would not be the first". Offers and readiness bind nobody.
func (f *finder) promisedNoun(s stance.Stance) {
	if s.Object == none || len(s.Holders) == 0 {
		return
	}
	ph := f.Phrases[s.Object]
	if !lexicon.Pledge.Has(f.Lemma(ph.Head)) {
		return
	}
	last := f.end(ph.Last)
	for i := ph.Last; i < last && i < ph.Last+8; i++ {
		g := f.GroupStarting(i)
		if g == none {
			continue
		}
		switch grp := f.Groups[g]; {
		case grp.Form == syntax.Infinitive:
			f.enter(s, f.Act(g), f.statusOf(g))
			return
		case grp.Form == syntax.Finite && (grp.Modal == "would" || grp.Modal == "will"):
			if ids := f.actors(grp.Subject); len(ids) > 0 {
				s.Holders = ids
			}
			f.enter(s, f.Act(g), f.statusOf(g))
			return
		case grp.Form == syntax.Finite:
			return
		}
	}
}

// infinitives returns the group that group g governs and those coordinated with it: "agreed to speak and to send".
func (f *finder) infinitives(g int) []int {
	var out []int
	for k := g + 1; k < f.GroupsEnd(g); k++ {
		inf := f.Groups[k]
		if inf.Form == syntax.Finite {
			break
		}
		if inf.Form != syntax.Infinitive || f.Tag(inf.First) != tagger.TO && !f.negatedTo(inf.First) {
			continue
		}
		prev := f.Norm(inf.First - 1)
		if len(out) == 0 && inf.First <= f.Groups[g].Last+6 || len(out) > 0 && (prev == "and" || prev == ",") {
			out = append(out, k)
		}
	}
	return out
}

func (f *finder) negatedTo(i int) bool { return f.Norm(i) == "not" && f.Tag(i+1) == tagger.TO }

// promisedClause enters the clause behind "promised that", "assured X that": what its subject would do.
func (f *finder) promisedClause(s stance.Stance) {
	for k := s.Group + 1; k < f.GroupsEnd(s.Group); k++ {
		grp := f.Groups[k]
		if grp.Form != syntax.Finite {
			continue
		}
		if grp.Modal != "would" && grp.Modal != "will" {
			return
		}
		t := s
		if ids := f.actors(grp.Subject); len(ids) > 0 {
			t.Holders = ids
		}
		f.enter(t, f.Act(k), f.statusOf(k))
		return
	}
}

// recent is how many commitments or quotes back one is sought that bears on another: those of the sentences around it.
const recent = 40

func (f *finder) actors(p int) []int {
	var ids []int
	for _, id := range f.All(p) {
		if p != none && f.IsActor(id) {
			ids = append(ids, id)
		}
	}
	return f.Members(ids)
}

// statusOf returns the status of what is undertaken: reaffirmed where it consists in honouring what was agreed before.
func (f *finder) statusOf(g int) ontology.Status {
	grp := f.Groups[g]
	l := f.Lemma(grp.Head)
	if lexicon.Honouring.Has(l) || (l == "keep" || l == "meet" || l == "make") && f.invokes(grp.Head, f.end(grp.Head)) {
		return ontology.Reaffirmed
	}
	return ontology.Undertaken
}

// reaffirmation enters "reaffirmed our commitment to X", "remains committed to X", and obligations that are recalled.
func (f *finder) reaffirmation(s stance.Stance) {
	if s.Group == none {
		return
	}
	grp := f.Groups[s.Group]
	if grp.Predicate != none && f.Norm(grp.Predicate) == "committed" {
		f.committedTo(s, grp.Predicate+1)
		return
	}
	if p := grp.Object; p != none {
		if f.Lemma(f.Phrases[p].Head) == "commitment" && f.Norm(f.Phrases[p].Last) == "to" {
			f.enter(s, f.Phrases[p].Last+1, ontology.Reaffirmed)
			return
		}
	}
	f.recalled(s)
}

// committedTo enters what follows "committed to".
func (f *finder) committedTo(s stance.Stance, i int) {
	if f.Norm(i) == "to" && len(s.Holders) > 0 {
		f.enter(s, i+1, ontology.Reaffirmed)
	}
}

// recalled enters obligations that somebody recalls or reminds of: "are bound by the Declaration to protect", "its
// obligations under the Convention", "must cease".
func (f *finder) recalled(s stance.Stance) {
	limit := f.Sentence(f.Groups[s.Group].Head).Last
	for k := s.Group + 1; k < f.GroupsEnd(s.Group); k++ {
		grp := f.Groups[k]
		if f.Norm(grp.Head) == "bound" && grp.Form == syntax.Finite {
			if inf := f.infinitives(k); len(inf) > 0 {
				f.enterFor(s, f.actors(grp.Subject), f.Act(inf[0]), ontology.Invoked)
			}
			return
		}
		if grp.Modal == "must" && f.instrumentIn(f.Sentence(grp.Head).First, limit).Len() > 0 {
			f.enterFor(s, f.actors(grp.Subject), grp.Head, ontology.Invoked)
			return
		}
	}
}

// invocation enters a request that an existing commitment be met.
func (f *finder) invocation(s stance.Stance) {
	if s.Group == none || len(s.Targets) == 0 {
		return
	}
	grp := f.Groups[s.Group]
	last := f.end(grp.Last)
	start := none
	switch {
	case s.Inf != none && f.Groups[s.Inf].Form == syntax.Finite:
		start = f.Groups[s.Inf].Head
	case grp.Modal != "":
		start = grp.Head
	default:
		if inf := f.infinitives(s.Group); len(inf) > 0 {
			for _, g := range inf[1:] {
				if at := f.Act(g); f.invokes(at, f.end(at)) {
					f.enterFor(s, s.Targets, at, ontology.Invoked)
				}
			}
			start = f.Act(inf[0])
		} else if k := f.laterInfinitive(s.Group); k != none {
			start = f.Act(k)
		}
	}
	if start == none {
		f.remindedOf(s, grp, last)
		return
	}
	last = f.end(start)
	if !f.invokes(start, last) && !f.invokesBefore(grp.Last, start) {
		return
	}
	if at := f.pledged(start, last); at != none {
		f.enterFor(s, s.Targets, at, ontology.Invoked)
		return
	}
	f.enterFor(s, s.Targets, start, ontology.Invoked)
}

// laterInfinitive returns the first infinitive behind group g in its clause, or None.
func (f *finder) laterInfinitive(g int) int {
	for k := g + 1; k < f.GroupsEnd(g); k++ {
		if f.Groups[k].Form == syntax.Finite && !f.Groups[k].Relative {
			if f.Groups[k].Modal == "should" {
				return k
			}
			if l := f.Lemma(f.Groups[k].Head); (l == "need" || l == "have") && k+1 < len(f.Groups) && f.Groups[k+1].First == f.Groups[k].Last {
				return k + 1
			}
			return none
		}
		if f.Groups[k].Form == syntax.Infinitive && f.Tag(f.Groups[k].First) == tagger.TO {
			return k
		}
	}
	return none
}

// remindedOf enters "remind X of its obligations under Y".
func (f *finder) remindedOf(s stance.Stance, grp syntax.Group, last int) {
	for i := grp.Last; i < last; i++ {
		if p := f.PhraseStarting(i); p != none && lexicon.Commitment.Has(f.Lemma(f.Phrases[p].Head)) {
			f.enterFor(s, s.Targets, f.Phrases[p].First, ontology.Invoked)
			return
		}
	}
}

// invokes reports whether an action names an existing commitment: a verb of compliance with an agreement or a promise
// behind it.
func (f *finder) invokes(first, last int) bool {
	comply := lexicon.Complying.Has(f.Lemma(first))
	for i := first; i < last; i++ {
		if lexicon.Commitment.Has(f.Lemma(i)) && text.IsNoun(f.Tag(i)) {
			return true
		}
		if p := f.PhraseStarting(i); p != none && f.Of(p) != entity.None && f.Entities[f.Of(p)].Kind == entity.Agreement && comply {
			return true
		}
		if comply && f.Lemma(i) == "agree" && text.IsVerb(f.Tag(i)) {
			return true
		}
	}
	return false
}

// invokesBefore reports whether a request names the obligation before what it asks for: "urged all States, in keeping with
// their obligations under the resolution, to cooperate".
func (f *finder) invokesBefore(first, last int) bool {
	for i := first; i < last; i++ {
		if l := f.Lemma(i); l == "obligation" || l == "commitment" {
			return true
		}
	}
	return false
}

// pledged returns where the content of a pledge begins: "honour the pledge it made to free the crew".
func (f *finder) pledged(first, last int) int {
	seen := false
	for i := first; i < last; i++ {
		if l := f.Lemma(i); l == "pledge" || l == "promise" {
			seen = text.IsNoun(f.Tag(i))
		}
		if g := f.GroupStarting(i); seen && g != none && f.Groups[g].Form == syntax.Infinitive && i > first+1 {
			return f.Act(g)
		}
	}
	return none
}

// breach enters an agreement or promise that is said to be violated.
func (f *finder) breach(s stance.Stance) {
	if s.Group == none {
		f.violations(s)
		return
	}
	grp := f.Groups[s.Group]
	switch l := f.Lemma(grp.Head); {
	case lexicon.Breaching.Has(l):
		p := grp.Object
		if grp.Passive {
			p = grp.Subject
		}
		if f.isCommitmentPhrase(p) {
			f.enterPhrase(s, s.Targets, p, ontology.Breached)
		}
	case l == "accuse":
		for k := s.Group + 1; k < f.GroupsEnd(s.Group); k++ {
			if v := f.Lemma(f.Groups[k].Head); (v == "violate" || v == "breach" || v == "break") && f.isCommitmentPhrase(f.Groups[k].Object) {
				f.enterPhrase(s, s.Targets, f.Groups[k].Object, ontology.Breached)
				return
			}
		}
	case l == "run" || l == "renege" || l == "be" || l == "remain":
		for i := grp.Last; i < f.end(grp.Last); i++ {
			if p := f.PhraseStarting(i); p != none && f.isCommitmentPhrase(p) {
				f.enterPhrase(s, s.Targets, p, ontology.Breached)
				return
			}
		}
	case lexicon.Failing.Has(l):
		f.failed(s, grp)
	}
}

// failed enters "failed to X"; "failed to do so" is the breach of the promise before it.
func (f *finder) failed(s stance.Stance, grp syntax.Group) {
	inf := f.infinitives(s.Group)
	if len(inf) == 0 {
		return
	}
	if f.Lemma(f.Groups[inf[0]].Head) == "do" {
		for i := len(f.out) - 1; i >= 0; i-- {
			if f.out[i].Status == ontology.Undertaken && f.Tokens[f.TokenAt(f.out[i].Action.Start)].Sent == f.Tokens[grp.Head].Sent {
				f.out[i].Status, f.out[i].Claimants = ontology.Breached, s.Holders
				return
			}
		}
		return
	}
	if f.invokes(f.Act(inf[0]), f.end(grp.Last)) {
		f.enterFor(s, s.Targets, f.Act(inf[0]), ontology.Breached)
	}
}

// isCommitmentPhrase reports whether a phrase names an agreement, an obligation or a promise.
func (f *finder) isCommitmentPhrase(p int) bool {
	if p == none {
		return false
	}
	if id := f.Of(p); id != entity.None && f.Entities[id].Kind == entity.Agreement {
		return true
	}
	if q := f.Behind(f.Phrases[p].Last, "of"); q != none && f.Of(q) != entity.None && f.Entities[f.Of(q)].Kind == entity.Agreement {
		return true // "Art. 94 of the Convention"
	}
	return lexicon.Commitment.Has(f.Lemma(f.Phrases[p].Head))
}

// violations enters "continued violations by the regime" where the sentence names what is violated.
func (f *finder) violations(s stance.Stance) {
	p := s.Object
	if p == none || f.Lemma(f.Phrases[p].Head) != "violation" && f.Lemma(f.Phrases[p].Head) != "breach" {
		return
	}
	sent := f.Sentence(f.Phrases[p].Head)
	inst := f.instrumentIn(sent.First, sent.Last)
	if inst.Len() == 0 || s.Quote == none {
		return
	}
	last := f.ChainEnd(f.Phrases[p].Last, 1, sent.Last, "by", "of")
	f.out = append(f.out, Commitment{Parties: s.Targets, Action: f.Cover(f.BehindArticle(f.Phrases[p]), last), Status: ontology.Breached,
		Claimants: s.Holders, Instrument: inst})
}

// breaksPromise gives the status of a breach to the promise that it breaks, told in the same sentence or the one before:
// "It promised to disarm. It has broken that promise". A promise told only as the background of its
// breach is one commitment with the last status.
func (f *finder) breaksPromise(n int) bool {
	c := f.out[n]
	at := f.TokenAt(c.Action.Start)
	sent := f.Tokens[at].Sent
	for i := max(0, n-recent); i < min(len(f.out), n+recent); i++ {
		u := &f.out[i]
		if u.Status != ontology.Undertaken || !slices.Equal(u.Parties, c.Parties) {
			continue
		}
		told := f.Tokens[f.TokenAt(u.Action.Start)].Sent
		named := f.Norm(at) == "that" || f.Norm(at) == "this" || f.Norm(at) == "its" || f.Norm(at) == "their"
		if told == sent && u.Action.Start > c.Action.End || (told == sent-1 || told == sent) && named {
			u.Status, u.Claimants = ontology.Breached, c.Claimants
			if u.Instrument.Len() == 0 {
				u.Instrument = c.Instrument
			}
			return true
		}
	}
	return false
}

// fulfilments enters what parties are said to have done as promised: "have met this target", "have kept our part", "had
// shared its data, as it had promised".
func (f *finder) fulfilments() {
	for g, grp := range f.Groups {
		if grp.Form != syntax.Finite || grp.Negated || grp.Passive || grp.Modal != "" || grp.Subject == none || !f.IsProse(grp.Head) || f.IsAsked(grp.Head) || f.IsQuestion(f.Sentence(grp.Head)) {
			continue
		}
		parties := f.actors(grp.Subject)
		if f.FirstPerson(grp.Subject) {
			parties = f.Members([]int{f.Body(f.We(grp.Head))})
		}
		if len(parties) == 0 {
			continue
		}
		told := stance.Stance{Holders: f.Members([]int{f.Speaker(grp.Head)}), Group: g, Quote: f.QuoteAt[grp.Head]}
		switch {
		case f.isDue(grp):
			f.enterPhrase(told, parties, grp.Object, ontology.Fulfilled)
		case grp.Object != none && f.asPromised(grp):
			f.enterFor(told, parties, grp.Head, ontology.Fulfilled)
		}
	}
}

// isDue reports whether a verb and its object say that something owed was given.
func (f *finder) isDue(grp syntax.Group) bool {
	if grp.Object == none || !grp.Perfect {
		return false
	}
	object := f.Lemma(f.Phrases[grp.Object].Head)
	switch l := f.Lemma(grp.Head); {
	case l == "keep":
		return lexicon.Commitment.Has(object) || object == "part" || object == "side" || object == "end"
	case l == "meet":
		return lexicon.Commitment.Has(object) || object == "target" || object == "deadline" || object == "requirement"
	case l == "pay" || l == "do":
		return object == "share" || object == "part" || object == "due"
	case lexicon.Fulfilling.Has(l):
		return lexicon.Commitment.Has(object) || f.isCommitmentPhrase(grp.Object)
	}
	return false
}

// asPromised reports whether ", as it had promised" follows an act in its sentence.
func (f *finder) asPromised(grp syntax.Group) bool {
	limit := f.Sentence(grp.Head).Last
	for i := grp.Last; i+1 < limit; i++ {
		if f.Norm(i) != "as" {
			continue
		}
		for k := i + 1; k < limit && k < i+5; k++ {
			switch f.Lemma(k) {
			case "promise", "pledge", "agree", "undertake":
				return text.IsVerb(f.Tag(k))
			}
		}
	}
	return false
}

// withdrawal enters a pledge that is taken back.
func (f *finder) withdrawal(s stance.Stance) {
	if s.Group == none || s.Object == none || !lexicon.Commitment.Has(f.Lemma(f.Phrases[s.Object].Head)) || f.Lemma(f.Groups[s.Group].Head) != "withdraw" {
		return
	}
	ph := f.Phrases[s.Object]
	if n := f.Norm(ph.Last); n == "of" || n == "to" {
		f.enterFor(s, s.Holders, ph.Last+1, ontology.Withdrawn)
	}
}

// merge drops commitments with the same action, keeping the last status told of it.
func (f *finder) merge() {
	var kept []Commitment
	drop := make([]bool, len(f.out))
	for i, c := range f.out {
		drop[i] = c.Status == ontology.Breached && f.breaksPromise(i)
	}
	for n, c := range f.out {
		dup := drop[n]
		for i := max(0, len(kept)-recent); i < len(kept); i++ {
			k := kept[i]
			if k.Action.Overlaps(c.Action) && k.Status == c.Status {
				dup = true
				if c.Action.Len() < k.Action.Len() && len(c.Parties) > 0 && c.Action.Start > k.Action.Start && k.Status == ontology.Invoked {
					kept[i] = c
				}
			}
		}
		if !dup {
			kept = append(kept, c)
		}
	}
	f.out = kept
}
