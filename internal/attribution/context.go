package attribution

import (
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
)

// Input is a text with its syntax and quotation marks, and what the rules of package quote read in it.
type Input struct {
	*syntax.Doc
	Marks []marks.Pair
	Rules []Ruled
}

// Ruled is a source, cue or content of an attribution that the rules found, the tokens [First, Last) of the document.
type Ruled struct {
	Type        Type
	First, Last int
}

// Places of a token in what it belongs to.
const (
	nowhere = uint8(iota)
	atStart
	within
	atEnd
	alone // at its start and end
)

// context is what the syntax and the rules say about the tokens of a document. The segments of the model may differ from
// both: they are evidence, not bounds.
type context struct {
	*syntax.Doc
	rules  [NumTypes][]uint8 // place of each token in a segment of the rules
	ends   [NumTypes][]int32 // of a token that begins one: where it ends, else 0
	starts [NumTypes][]int32 // of a token that ends one: where it begins plus 1, else 0
	role   []uint8           // what the token's phrase is to its verb
	verb   []int32           // that verb's group, -1 if there is none
	next   []int32           // first group that begins at the token or behind it in its sentence, -1 if there is none
}

// Roles of a phrase.
const (
	noRole = uint8(iota)
	subject
	relSubject // of a relative clause
	ofOther    // of an infinitive, gerund or participle
	object
)

func (c *context) prepare(in *Input, quote []uint8) {
	c.Doc = in.Doc
	n := len(in.Tokens)
	for k := range c.rules {
		c.rules[k], c.ends[k], c.starts[k] = zero(c.rules[k], n), zero(c.ends[k], n), zero(c.starts[k], n)
	}
	for _, r := range in.Rules {
		if r.Type == Content && r.First > 0 && r.Last < n && quote[r.First-1] == openMark && quote[r.Last] == closeMark {
			r.First, r.Last = r.First-1, r.Last+1 // the segments of the model hold their marks
		}
		c.enter(r)
	}
	c.role, c.verb, c.next = zero(c.role, n), grow(c.verb, n), grow(c.next, n)
	for t := range c.verb {
		c.verb[t], c.next[t] = -1, -1
	}
	for g := range in.Groups {
		c.relate(g)
	}
	for _, s := range in.Sentences {
		next := int32(-1)
		for t := s.Last - 1; t >= s.First; t-- {
			if g := in.GroupAt[t]; g != syntax.None && in.Groups[g].First == t {
				next = int32(g)
			}
			c.next[t] = next
		}
	}
}

// zero returns a slice of n zeros that reuses s if it can.
func zero[T any](s []T, n int) []T {
	s = grow(s, n)
	clear(s)
	return s
}

func (c *context) enter(r Ruled) {
	if r.First < 0 || r.First >= r.Last || r.Last > len(c.Tokens) {
		return
	}
	place := c.rules[r.Type]
	for t := r.First; t < r.Last; t++ {
		place[t] = placeIn(t, r.First, r.Last)
	}
	c.ends[r.Type][r.First] = int32(r.Last)
	c.starts[r.Type][r.Last-1] = int32(r.First + 1)
}

func placeIn(t, first, last int) uint8 {
	switch {
	case last == first+1:
		return alone
	case t == first:
		return atStart
	case t == last-1:
		return atEnd
	}
	return within
}

// relate notes the role of the phrases of group g.
func (c *context) relate(g int) {
	grp := c.Groups[g]
	role := ofOther
	if grp.Form == syntax.Finite {
		role = subject
		if grp.Relative {
			role = relSubject
		}
	}
	c.play(grp.Object, object, g)
	for p := grp.Subject; p != syntax.None; p = c.Phrases[p].Next {
		c.play(p, role, g)
	}
}

// play gives a phrase its role, unless it has a better one: the subject of a finite verb first, then that of others.
func (c *context) play(p int, role uint8, g int) {
	if p == syntax.None {
		return
	}
	ph := c.Phrases[p]
	if old := c.role[ph.First]; old != noRole && old <= role {
		return
	}
	for t := ph.First; t < ph.Last; t++ {
		c.role[t], c.verb[t] = role, int32(g)
	}
}

// ruled is what the rules say about a token: its places in a source, a cue and a content.
func (u *Unit) ruled(t int) uint32 {
	if t < 0 || t >= u.N {
		return 0
	}
	i := t + u.First
	return uint32(u.ctx.rules[Source][i]) + 5*uint32(u.ctx.rules[Cue][i]) + 25*uint32(u.ctx.rules[Content][i]) + 1
}

// headAt returns the atom of a group's verb, an empty one if it is not in the unit.
func (u *Unit) headAt(g int) *atom {
	if g >= 0 {
		if t := u.ctx.Groups[g].Head - u.First; t >= 0 && t < u.N {
			return u.at(t)
		}
	}
	return &u.atoms[0]
}

// manner packs what a group looks like.
func manner(g *syntax.Group) uint32 {
	return uint32(g.Form) + 4*bit(g.Passive) + 8*bit(g.Modal != "") + 16*bit(g.Negated) + 32*bit(g.Subject != syntax.None) + 64*bit(g.Relative)
}

// contextFeatures adds what rules and syntax say about token t.
func (u *Unit) contextFeatures(f *feats, t int) {
	f.kind = 220
	c, i := u.at(t), t+u.First
	b, r, p := u.ruled(t-1), u.ruled(t), u.ruled(t+1)
	f.one(r)
	f.two(b, r)
	f.two(r, p)
	f.three(b, r, p)
	f.two(r, c.tag)
	f.two(r, c.cue)
	f.three(b, r, uint32(c.q))
	f.kind = 230
	if ph := u.ctx.PhraseAt[i]; ph != syntax.None {
		pr := &u.ctx.Phrases[ph]
		role := uint32(u.ctx.role[i])*5 + uint32(placeIn(i, pr.First, pr.Last))
		v := u.headAt(int(u.ctx.verb[i]))
		f.one(role)
		f.two(role, v.cue)
		f.two(role, v.l)
		f.three(role, v.cue, c.tag)
		f.three(role, v.cue, uint32(c.q))
		f.three(role, v.l, c.tag)
	}
	f.kind = 240
	if g := u.ctx.GroupAt[i]; g != syntax.None {
		grp := &u.ctx.Groups[g]
		m := manner(grp)*5 + uint32(placeIn(i, grp.First, grp.Last))
		gov := u.headAt(grp.Governor)
		f.one(m)
		f.two(m, c.cue)
		f.two(m, u.headAt(g).l)
		f.two(m, gov.l)
		f.three(m, gov.cue, c.cue)
		f.two(u.subjectTag(grp), c.cue)
		f.three(u.subjectTag(grp), c.cue, m)
	}
	f.kind = 250
	g := int(u.ctx.next[i])
	if g < 0 {
		return
	}
	grp := &u.ctx.Groups[g]
	side := u.side(grp.Subject, t, t+1)
	v := u.headAt(g)
	f.three(side, manner(grp), c.tag)
	f.three(side, v.cue, c.tag)
	f.three(side, uint32(grp.Form), c.w)
	f.three(side, u.headAt(grp.Governor).cue, c.tag)
}

// subjectTag is the tag of the head of a group's subject.
func (u *Unit) subjectTag(g *syntax.Group) uint32 {
	if g.Subject == syntax.None {
		return 0
	}
	return uint32(u.ctx.Tag(u.ctx.Phrases[g.Subject].Head)) + 1
}

// side tells where a phrase begins: nowhere, before the tokens [i, j) of the unit, at their beginning, in them, or behind.
func (u *Unit) side(phrase, i, j int) uint32 {
	if phrase == syntax.None {
		return 0
	}
	switch t := u.ctx.Phrases[phrase].First - u.First; {
	case t < i:
		return 1
	case t == i:
		return 2
	case t < j:
		return 3
	}
	return 4
}

// ruledAs tells how a candidate agrees with the segments of the rules of its own type, and of the others.
func (u *Unit) ruledAs(c *Candidate) (own, others uint32) {
	i, j := int(c.First)+u.First, int(c.Last)+u.First
	x := u.ctx
	starts, ends := x.ends[c.Type][i] > 0, x.starts[c.Type][j-1] > 0
	switch {
	case int(x.ends[c.Type][i]) == j || int(x.starts[c.Type][j-1]) == i+1:
		own = 1
	case starts && ends:
		own = 2
	case starts:
		own = 3
	case ends:
		own = 4
	case x.rules[c.Type][i] > 0 && x.rules[c.Type][j-1] > 0:
		own = 5
	case x.rules[c.Type][i] > 0:
		own = 6
	case x.rules[c.Type][j-1] > 0:
		own = 7
	}
	for k := range x.rules {
		if Type(k) != c.Type {
			others = others*9 + bit(x.rules[k][i] > 0)*3 + bit(x.rules[k][j-1] > 0) + 1
		}
	}
	return own, others
}

// bounds tells whether a candidate begins and ends with a phrase, or cuts one, and whether it is one.
func (u *Unit) bounds(c *Candidate) uint32 {
	i, j := int(c.First)+u.First, int(c.Last)+u.First
	b := uint32(0)
	if p := u.ctx.PhraseAt[i]; p != syntax.None {
		b = 1 + bit(u.ctx.Phrases[p].First < i) + 3*bit(u.ctx.Phrases[p].Last == j)
	}
	b *= 8
	if p := u.ctx.PhraseAt[j-1]; p != syntax.None {
		b += 1 + bit(u.ctx.Phrases[p].Last > j)
	} else if g := u.ctx.GroupAt[j-1]; g != syntax.None {
		b += 3 + bit(u.ctx.Groups[g].Last > j)
	}
	return b
}

// clauses tells where the subjects of the first verb within a candidate and of the first behind it stand.
func (u *Unit) clauses(c *Candidate) (in, behind uint32) {
	i, j := int(c.First), int(c.Last)
	if g := int(u.ctx.next[i+u.First]); g >= 0 && u.ctx.Groups[g].First < j+u.First {
		grp := &u.ctx.Groups[g]
		in = 1 + u.side(grp.Subject, i, j) + 8*uint32(grp.Form)
	}
	if j >= u.N || u.sentNo[j] != u.sentNo[j-1] {
		return in, 0
	}
	g := int(u.ctx.next[j+u.First])
	if g < 0 {
		return in, 1
	}
	grp := &u.ctx.Groups[g]
	behind = 2 + u.side(grp.Subject, i, j)
	if v := grp.Governor; v != syntax.None {
		behind += 8 * (1 + bit(u.ctx.Groups[v].First >= i+u.First && u.ctx.Groups[v].First < j+u.First))
	}
	return in, behind + 32*bit(grp.First == j+u.First)
}

// contextSegment adds what rules and syntax say about a candidate.
func (u *Unit) contextSegment(f *feats, c *Candidate, post uint32) {
	f.kind = 1160 + 200*uint32(c.Type)
	own, others := u.ruledAs(c)
	f.one(own)
	f.two(own, post)
	f.two(own, uint32(c.length))
	f.two(own, c.head)
	f.three(own, others, uint32(c.quote))
	f.three(own, uint32(c.place), uint32(c.quote))
	b := u.bounds(c)
	f.one(b)
	f.two(b, post)
	f.two(b, c.head)
	role := uint32(u.ctx.role[int(c.First)+u.First])
	v := u.headAt(int(u.ctx.verb[int(c.First)+u.First]))
	f.three(b, role, v.cue)
	f.three(role, v.l, b&7)
	in, behind := u.clauses(c)
	f.two(in, behind)
	f.two(in, post)
	f.two(behind, post)
	f.two(in, u.at(int(c.First)).w)
	f.two(behind, u.at(int(c.Last)).w)
	f.three(behind, u.at(int(c.Last)).tag, u.at(int(c.Last)-1).tag)
	f.two(in, c.head)
}

// tied tells what the syntax says about two segments of which one is a cue: whether the other is, holds or lacks its
// subject, or begins with a verb that depends on it.
func (u *Unit) tied(a, b *Candidate) uint32 {
	q, o := a, b
	if b.Type == Cue {
		q, o = b, a
	}
	if q.Type != Cue || o.Type == Cue {
		return 0
	}
	g := syntax.None
	for t := int(q.Last) - 1; t >= int(q.First) && g == syntax.None; t-- {
		g = u.ctx.GroupAt[t+u.First]
	}
	if g == syntax.None {
		return 1
	}
	tie := 2 + u.side(u.ctx.Groups[g].Subject, int(o.First), int(o.Last))
	if n := int(u.ctx.next[int(o.First)+u.First]); n >= 0 && u.ctx.Groups[n].First < int(o.Last)+u.First && u.ctx.Groups[n].Governor == g {
		tie += 8
	}
	return tie
}

// contextPair adds what the syntax says about two neighbours.
func (u *Unit) contextPair(f *feats, a, b *Candidate, sg, d, types uint32) {
	f.kind = 2040 + 50*types
	if a.Type != Cue && b.Type != Cue {
		return
	}
	tie := u.tied(a, b)
	f.two(tie, sg)
	f.two(tie, d)
	f.two(tie, a.head)
	f.two(tie, b.head)
}
