package communique

import "sort"

// follower reads statements one after the other and joins their commitments into threads.
type follower struct {
	actors  registry
	threads []*thread
	index   index // the threads by party and word
}

// thread is an entry in the making. What comes next is compared with its first and its latest wording.
type thread struct {
	LedgerEntry
	first, latest mention
	features      wordSet // what the index has of it
}

// mention is a commitment as one statement has it.
type mention struct {
	obligation
	number   int // index in Statement.Commitments
	sentence Passage
	words    wordSet // of the sentence, if the action does no more than name the obligation or the instrument
}

// bare are the roots of words that name an obligation but not its content.
var bare = contentWords("honour honor respect abide comply observe implement uphold fulfil fulfill meet keep obligation commitment pledge " +
	"promise undertaking term provision letter spirit")

// read joins the commitments of a statement to the threads. Each thread takes the one that is most like it; one that is left
// over may only repeat another.
func (f *follower) read(i int, s *Statement) {
	found := f.mentions(s)
	to := make([]int, len(found)) // the thread that each belongs to
	for j := range to {
		to[j] = -1
	}
	pairs, _, _ := pairOff(f.links(found), len(f.threads), len(found), nil)
	for _, l := range pairs {
		to[l.b] = l.a
	}
	for j, m := range found {
		if to[j] < 0 {
			to[j] = f.repeated(m)
		}
		if to[j] < 0 {
			to[j] = len(f.threads)
			f.threads = append(f.threads, f.begin(s, m))
		}
		f.extend(to[j], i, s, m)
	}
}

// mentions returns the commitments of a statement with what they are matched by.
func (f *follower) mentions(s *Statement) []mention {
	x := readSide(s)
	x.key = f.actors.keys(s.Entities)
	var out []mention
	for i, o := range x.readCommitments() {
		for _, id := range o.PartyIDs {
			if e, ok := s.Entity(id); ok && e.Country != "" {
				o.parties["state "+e.Country] = true // the state that a person or an organ binds
			}
		}
		m := mention{obligation: o, number: i, sentence: x.around(o.Action)}
		if m.isBare() {
			m.words = contentWords(m.sentence.Text)
		}
		out = append(out, m)
	}
	return out
}

// isBare reports whether the action has no words but those of the instrument and those that name an obligation.
func (m mention) isBare() bool {
	for w := range m.action {
		if !bare[w] && !m.instrument[w] {
			return false
		}
	}
	return true
}

// around returns the sentence that a passage stands in, or the passage if there is none such.
func (s *side) around(p Passage) Passage {
	i := sort.Search(len(s.sentences), func(i int) bool { return s.sentences[i].End > p.Start })
	if i < len(s.sentences) && s.sentences[i].Start <= p.Start && p.End <= s.sentences[i].End {
		return passage(s.Text, s.sentences[i].Span)
	}
	return p
}

// features are the words of the commitment, each with each party.
func (m mention) features() []string {
	parties := m.parties.list()
	if len(parties) == 0 {
		parties = []string{""}
	}
	words := append(m.obligation.features(), m.words.list()...)
	out := make([]string, 0, len(words)*len(parties))
	for _, p := range parties {
		for _, w := range words {
			out = append(out, p+" "+w)
		}
	}
	return out
}

// The likenesses of mentions that have few words of their own. A mention that names no more than the instrument comes last.
const (
	bySentence   = 0.6
	byInstrument = 0.1
)

// like returns how like a thread a mention is, 0 if it belongs elsewhere.
func (t *thread) like(m mention) float64 {
	return max(t.first.like(m), t.latest.like(m))
}

// like returns how like each other two mentions are, 0 if they do not speak of one commitment.
func (m mention) like(n mention) float64 {
	if (len(m.parties) == 0) != (len(n.parties) == 0) || m.parties.overlap(n.parties) == 0 && len(m.parties) > 0 {
		return 0
	}
	score := sameCommitment(m.obligation, n.obligation)
	if n.words == nil || m.words != nil {
		return score
	}
	if len(m.action) > 1 && m.action.within(n.words) {
		score = max(score, bySentence+m.action.overlap(n.words))
	}
	if score == 0 && m.instrument.overlap(n.instrument) >= 0.5 {
		score = byInstrument
	}
	return score
}

// links pairs the threads with the mentions. One that names only an instrument is paired with none if several threads stand
// under it.
func (f *follower) links(found []mention) []link {
	ls := f.index.links(features(found), func(i, j int) float64 { return f.threads[i].like(found[j]) })
	loose := make([]int, len(found))
	for _, l := range ls {
		if l.score == byInstrument {
			loose[l.b]++
		}
	}
	out := ls[:0]
	for _, l := range ls {
		if l.score > byInstrument || loose[l.b] == 1 {
			out = append(out, l)
		}
	}
	return out
}

// repeated returns the thread that a mention says again, -1 if there is none.
func (f *follower) repeated(m mention) int {
	for _, l := range f.links([]mention{m}) {
		t := f.threads[l.a]
		if m.words != nil || m.repeats(t.first) || m.repeats(t.latest) {
			return l.a
		}
	}
	return -1
}

// repeats reports whether one of two commitments says no more than the other, or nearly so.
func (m mention) repeats(n mention) bool {
	const nearly = 0.8
	x, y := m.action, n.action
	return m.folded == n.folded || x.overlap(y) >= nearly || len(x) > 1 && x.within(y) || len(y) > 1 && y.within(x)
}

// begin returns a new thread.
func (f *follower) begin(s *Statement, m mention) *thread {
	return &thread{LedgerEntry: LedgerEntry{Parties: s.namesOf(m.PartyIDs, m.Parties), Action: m.Action.Text}, first: m, latest: m, features: wordSet{}}
}

// extend adds a mention to thread i.
func (f *follower) extend(i, statement int, s *Statement, m mention) {
	t := f.threads[i]
	t.History = append(t.History, LedgerEvent{Statement: statement, StatementID: s.ID, Date: s.Date, Status: m.Status,
		Parties: s.namesOf(m.PartyIDs, m.Parties), Claimants: s.namesOf(m.ClaimantIDs, m.Claimants), Action: m.Action,
		Instrument: m.Instrument, Deadline: m.Deadline, Condition: m.Condition, Due: m.Due, Sentence: m.sentence,
		Anchor: s.anchor() + "-" + commitmentKey(m.number)})
	if t.Instrument == "" {
		t.Instrument = textOf(m.Instrument)
	}
	if m.Deadline != nil {
		t.Deadline = m.Deadline.Text
	}
	if m.Due != "" {
		t.Due = m.Due
	}
	if m.words == nil {
		t.latest = m
	}
	for _, w := range m.features() {
		if !t.features[w] {
			t.features[w] = true
			f.index.add(i, []string{w})
		}
	}
}

// namesOf returns the names of entities, or those given where there are no ids.
func (s *Statement) namesOf(ids []int, given []string) []string {
	if len(given) > 0 || len(ids) == 0 {
		return append([]string{}, given...)
	}
	out := []string{}
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			out = append(out, e.Name)
		}
	}
	return out
}
