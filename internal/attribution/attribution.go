package attribution

import "slices"

// rangeOf is segment i in tokens of the document.
func (l *linker) rangeOf(i int) Range {
	return Range{l.u.First + int(l.segs[i].First), l.u.First + int(l.segs[i].Last)}
}

// addContent gives an attribution one more part of its content.
func (l *linker) addContent(a *Attribution, i int) {
	p := float64(l.segs[i].Post)
	if len(a.Outer) == 0 || p < a.Score {
		a.Score = p
	}
	a.Outer = append(a.Outer, l.rangeOf(i))
}

// orphans gives contents without a cue the source that stands beside them in their sentence, if no cue has it.
func (l *linker) orphans(as []Attribution) {
	for i := range as {
		if a := &as[i]; a.Cue.Empty() && len(a.Outer) > 0 {
			a.Source = l.freeSource(as, a.Outer[0])
		}
	}
}

func (l *linker) freeSource(as []Attribution, content Range) Range {
	best, dist := Range{}, 1<<30
	for i := range l.segs {
		r := l.rangeOf(i)
		if l.segs[i].Type != Source || l.u.sentNo[r.First-l.u.First] != l.u.sentNo[content.First-l.u.First] {
			continue
		}
		taken := slices.ContainsFunc(as, func(a Attribution) bool { return a.Source == r })
		if d := max(content.First-r.Last, r.First-content.Last); !taken && d < dist {
			best, dist = r, d
		}
	}
	return best
}

// start is the first token of an attribution.
func (a *Attribution) start() int {
	first := 1 << 60
	for _, r := range [...]Range{a.Source, a.Cue} {
		if !r.Empty() {
			first = min(first, r.First)
		}
	}
	if len(a.Outer) > 0 {
		first = min(first, a.Outer[0].First)
	}
	return first
}

func sortAttributions(as []Attribution) {
	slices.SortStableFunc(as, func(a, b Attribution) int { return a.start() - b.start() })
}

// finish finds out the kind of a content and takes the marks around it off.
func (l *linker) finish(a *Attribution) {
	if len(a.Outer) == 0 {
		return
	}
	in, out := 0, 0
	for _, r := range a.Outer {
		for t := r.First; t < r.Last; t++ {
			switch x := l.u.at(t - l.u.First); {
			case x.q == inside:
				in++
			case x.q == outside && (x.shape != 1):
				out++
			}
		}
	}
	switch {
	case in > 0 && out == 0:
		a.Kind = Direct
	case in > 0:
		a.Kind = Mixed
	}
	for _, r := range a.Outer {
		if inner := l.strip(r); !inner.Empty() {
			a.Content = append(a.Content, inner)
		}
	}
}

// strip takes off the marks at the ends of a range: both if they are a pair, and one whose partner is not in the range.
func (l *linker) strip(r Range) Range {
	u := l.u
	for r.First < r.Last && u.at(r.First-u.First).q >= openMark && l.lone(r, r.First) {
		r.First++
	}
	for r.First < r.Last && u.at(r.Last-1-u.First).q >= openMark && l.lone(r, r.Last-1) {
		r.Last--
	}
	return r
}

// lone reports whether the mark at t has no partner within r, or one at its other end.
func (l *linker) lone(r Range, t int) bool {
	u := l.u
	i := t - u.First
	if u.at(i).q == strayMark {
		return true
	}
	from, to := int(u.quoteFirst[i])+u.First, int(u.quoteLast[i])+u.First
	return from <= r.First && to >= r.Last
}
