package communique

import (
	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/ontology"
)

// follower reads statements one after the other and joins their commitments into threads.
type follower struct {
	actors  registry
	threads []*thread
	index   alike.Index // the threads by party and word
}

// thread is an entry in the making. What comes next is compared with its first and its latest wording.
type thread struct {
	LedgerEntry
	first, latest *mention
	features      map[string]bool // what the index has of it
}

// read joins the commitments of a statement to the threads. Each thread takes the one that is most like it; one that is left
// over may only repeat another.
func (f *follower) read(i int, s *Statement) {
	found, anchor := f.mentions(s), s.anchor()
	to := make([]int, len(found)) // the thread that each belongs to
	for j := range to {
		to[j] = -1
	}
	for _, l := range alike.PairOff(f.links(found)) {
		to[l.B] = l.A
	}
	for j, m := range found {
		if to[j] < 0 {
			f.place(s, found, to, j)
		}
		f.extend(to[j], m, f.event(i, s, m, anchor))
	}
}

// place finds a thread for mention j: the one that it repeats, that of the commitment whose mere obligation it names, or a new one.
func (f *follower) place(s *Statement, found []*mention, to []int, j int) {
	if to[j] = f.repeated(found[j]); to[j] >= 0 {
		return
	}
	if k := spelledOut(found, j); k >= 0 {
		if to[k] < 0 {
			f.place(s, found, to, k)
		}
		to[j] = to[k]
		return
	}
	to[j] = len(f.threads)
	f.threads = append(f.threads, f.begin(s, found[j]))
}

// spelledOut returns the mention further on in the sentence that says what the obligation is that mention j only names: "honoured
// its commitment to rebuild the bridge". It returns -1 if there is none, or if mention j says it itself.
func spelledOut(found []*mention, j int) int {
	m := found[j]
	if !m.bare {
		return -1
	}
	for k := j + 1; k < len(found) && found[k].sentence.Span() == m.sentence.Span(); k++ {
		if !found[k].bare && found[k].like(m) > byInstrument {
			return k
		}
	}
	return -1
}

// mentions returns the commitments of a statement with what they are matched by.
func (f *follower) mentions(s *Statement) []*mention {
	x := f.actors.read(s)
	var out []*mention
	for i, o := range x.obligations() {
		for _, id := range o.PartyIDs {
			if e, ok := s.Entity(id); ok && e.Country != "" {
				o.parties = o.parties.With("state " + e.Country) // the state that a person or an organ binds
			}
		}
		sentence := o.Action
		if around := x.around(o.Action); around != nil {
			sentence = around.Passage
		}
		out = append(out, newMention(o, i, sentence))
	}
	return out
}

// links pairs the threads with the mentions. One that names only an instrument is paired with none if several threads stand
// under it.
func (f *follower) links(found []*mention) []alike.Link {
	all := f.index.Links(alike.Features(found), func(i, j int) float64 { return f.threads[i].like(found[j]) })
	loose := make([]int, len(found))
	for _, l := range all {
		if l.Score == byInstrument {
			loose[l.B]++
		}
	}
	out := all[:0]
	for _, l := range all {
		if l.Score > byInstrument || loose[l.B] == 1 {
			out = append(out, l)
		}
	}
	return out
}

// repeated returns the thread that a mention says again, -1 if there is none.
func (f *follower) repeated(m *mention) int {
	for _, l := range f.links([]*mention{m}) {
		t := f.threads[l.A]
		if m.bare || m.repeats(t.first) || m.repeats(t.latest) {
			return l.A
		}
	}
	return -1
}

// begin returns a new thread.
func (f *follower) begin(s *Statement, m *mention) *thread {
	return &thread{LedgerEntry: LedgerEntry{Parties: s.NamesOf(m.PartyIDs, m.Parties), Action: m.Action.Text}, first: m, latest: m, features: map[string]bool{}}
}

// event returns what statement i says of a commitment.
func (f *follower) event(i int, s *Statement, m *mention, anchor string) LedgerEvent {
	return LedgerEvent{Statement: i, StatementID: s.ID, Date: s.Date, Status: m.Status, Parties: s.NamesOf(m.PartyIDs, m.Parties),
		Claimants: s.NamesOf(m.ClaimantIDs, m.Claimants), Action: m.Action, Instrument: m.Instrument, Deadline: m.Deadline,
		Condition: m.Condition, Due: m.Due, Sentence: m.sentence, Anchor: anchor + "-" + commitmentKey(m.number)}
}

// extend adds a mention to thread i.
func (f *follower) extend(i int, m *mention, v LedgerEvent) {
	t := f.threads[i]
	t.put(v)
	if t.Instrument == "" {
		t.Instrument = textOf(m.Instrument)
	}
	if m.Deadline != nil {
		t.Deadline, t.Due = m.Deadline.Text, m.Due
	}
	if !m.bare {
		t.latest = m
	}
	for _, w := range m.features {
		if !t.features[w] {
			t.features[w] = true
			f.index.Add(i, []string{w})
		}
	}
}

// put adds an event. Of those in one sentence the outcome comes last: who urges a party to honour its pledge tells by the
// way that it was made.
func (t *thread) put(v LedgerEvent) {
	at := len(t.History)
	for ; at > 0; at-- {
		last := t.History[at-1]
		if last.Statement != v.Statement || last.Sentence.Span() != v.Sentence.Span() || last.Status.outcome() <= v.Status.outcome() {
			break
		}
	}
	t.History = append(t.History, LedgerEvent{})
	copy(t.History[at+1:], t.History[at:])
	t.History[at] = v
}

// outcome returns how far a status has taken a commitment.
func (s Status) outcome() int { return ontology.Status(s).Outcome() }
