package communique

// position is a stance with what it is matched by.
type position struct {
	Stance
	who              string
	holders, targets wordSet
	topic            wordSet
}

func (s *side) readStances() []position {
	out := make([]position, 0, len(s.Stances))
	for _, x := range s.Stances {
		p := position{Stance: x, who: s.names(x.HolderIDs, x.Holders, nil), holders: s.keys(x.HolderIDs, x.Holders),
			targets: s.keys(x.TargetIDs, x.Targets), topic: s.topic(x.Phrase)}
		if to := s.names(x.TargetIDs, x.Targets, nil); to != "" {
			p.who += " towards " + to
		}
		out = append(out, p)
	}
	return out
}

// features are holder and target, alone and with each word of the sentence, and the words alone.
func (p position) features() []string {
	topic := p.topic.list()
	out := append(topic[:len(topic):len(topic)], fold(p.Phrase.Text))
	for _, h := range p.holders.list() {
		for _, t := range p.targets.list() {
			pair := h + " " + t
			out = append(out, pair)
			for _, w := range topic {
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
func sameStance(x, y position) float64 {
	topic := x.about(y)
	if !meet(x.holders, y.holders, topic) || !meet(x.targets, y.targets, topic) {
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
func (p position) about(q position) float64 {
	if len(p.topic) == 0 && fold(p.Phrase.Text) == fold(q.Phrase.Text) {
		return 1
	}
	return p.topic.overlap(q.topic)
}

func (p position) sameAct(q position) bool { return p.Label == q.Label && p.Negated == q.Negated }

// meet reports whether two lists of actors share one, or both are empty. One of them may be unknown if the sentences are
// nearly the same.
func meet(x, y wordSet, topic float64) bool {
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y) || topic >= 2*sameTopic
	}
	return x.overlap(y) > 0
}

// stances matches the stances of the two statements and tells their changes.
func (c *comparer) stances() {
	x, y := c.a.readStances(), c.b.readStances()
	ls := links(features(x), features(y), func(i, j int) float64 { return sameStance(x[i], y[j]) })
	pairs, dropped, added := pairOff(ls, len(x), len(y), func(i, j int) bool {
		return x[i].sameAct(y[j]) && x[i].Intensity == y[j].Intensity && x[i].about(y[j]) >= sameTopic
	})
	for _, l := range pairs {
		c.changedStance(x[l.a], y[l.b])
	}
	for _, j := range added {
		c.add(StanceAdded, nil, &y[j].Phrase, label(y[j].who, y[j].describe()))
	}
	for _, i := range dropped {
		c.add(StanceDropped, &x[i].Phrase, nil, label(x[i].who, x[i].describe()))
	}
}

func (c *comparer) changedStance(x, y position) {
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
	c.add(kind, &x.Phrase, &y.Phrase, label(y.who, x.describe()+" → "+y.describe()))
}

// describe returns label and intensity.
func (p position) describe() string {
	s := string(p.Label)
	if p.Negated {
		s = "not " + s
	}
	if i := p.Intensity.String(); i != "" {
		s += ", " + i
	}
	return s
}
