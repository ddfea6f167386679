package communique

import "github.com/communique-go/communique/internal/alike"

// position is a stance with what it is matched by.
type position struct {
	Stance
	in               *compared
	holders, targets alike.Set
	topic            alike.Set // the content words of its sentence
	folded           string    // the phrase, without regard to case and white space
}

func (s *compared) positions() []*position {
	out := make([]*position, 0, len(s.Stances))
	for _, x := range s.Stances {
		out = append(out, &position{Stance: x, in: s, holders: s.keys(x.HolderIDs, x.Holders), targets: s.keys(x.TargetIDs, x.Targets),
			topic: s.topic(x.Phrase), folded: fold(x.Phrase.Text)})
	}
	return out
}

// who returns who takes the stance, and towards whom.
func (p *position) who() string {
	s := p.in.names(p.HolderIDs, p.Holders, nil)
	if to := p.in.names(p.TargetIDs, p.Targets, nil); to != "" {
		s += " towards " + to
	}
	return s
}

// Features are holder and target, alone and with each word of the sentence, and the words alone.
func (p *position) Features() []string {
	out := append(p.topic[:len(p.topic):len(p.topic)], p.folded)
	for _, h := range p.holders {
		for _, t := range p.targets {
			pair := h + " " + t
			out = append(out, pair)
			for _, w := range p.topic {
				out = append(out, pair+" "+w)
			}
		}
	}
	return out
}

// sameLabel is added to the likeness of stances with the same label, so that they are paired off before the others.
const sameLabel = 2

// sameTopic is the overlap of content words from which two sentences are about the same thing.
const sameTopic = 0.3

// sameStance returns how like each other two stances are, 0 if they are not of one holder towards one target.
func sameStance(x, y *position) float64 {
	if x.holders.Apart(y.holders) || x.targets.Apart(y.targets) {
		return 0
	}
	topic := x.about(y)
	if !bothKnown(x.holders, y.holders, topic) || !bothKnown(x.targets, y.targets, topic) {
		return 0
	}
	if topic < sameTopic && (len(x.targets) == 0 || len(y.targets) == 0) {
		return 0
	}
	score := 0.1 + topic
	if x.Intensity == y.Intensity {
		score += 0.1
	}
	if x.sameAct(y) {
		score += sameLabel
	}
	return score
}

// about returns how much two stances are about the same thing.
func (p *position) about(q *position) float64 {
	if len(p.topic) == 0 && p.folded == q.folded {
		return 1
	}
	return p.topic.Overlap(q.topic)
}

func (p *position) sameAct(q *position) bool { return p.Label == q.Label && p.Negated == q.Negated }

// bothKnown reports whether two lists of actors are both known or both empty. One of them may be unknown if the sentences are
// nearly the same.
func bothKnown(x, y alike.Set, topic float64) bool {
	return (len(x) == 0) == (len(y) == 0) || topic >= 2*sameTopic
}

// stances matches the stances of the two statements and tells their changes.
func (c *comparer) stances() {
	x, y := c.a.positions(), c.b.positions()
	links := alike.Links(x, y, sameStance)
	pairs := alike.PairOff(links)
	for _, l := range pairs {
		c.changedStance(x[l.A], y[l.B])
	}
	dropped, added := alike.Left(links, pairs, len(x), len(y), func(i, j int) bool {
		return x[i].sameAct(y[j]) && x[i].Intensity == y[j].Intensity && x[i].about(y[j]) >= sameTopic
	})
	for _, j := range added {
		c.add(StanceAdded, nil, &y[j].Phrase, label(y[j].who(), y[j].describe()))
	}
	for _, i := range dropped {
		c.add(StanceDropped, &x[i].Phrase, nil, label(x[i].who(), x[i].describe()))
	}
}

func (c *comparer) changedStance(x, y *position) {
	kind := StanceChanged
	switch by := CompareSeverity(x.Stance, y.Stance); {
	case x.sameAct(y) && x.Intensity == y.Intensity:
		return
	case x.sameAct(y) && x.Intensity < y.Intensity:
		kind = StanceStrengthened
	case x.sameAct(y):
		kind = StanceWeakened
	case by < 0:
		kind = StanceEscalated
	case by > 0:
		kind = StanceEased
	}
	c.add(kind, &x.Phrase, &y.Phrase, label(y.who(), x.describe()+" → "+y.describe()))
}

// describe returns label and intensity.
func (p *position) describe() string {
	s := string(p.Label)
	if p.Negated {
		s = "not " + s
	}
	if i := p.Intensity.String(); i != "" {
		s += ", " + i
	}
	return s
}
