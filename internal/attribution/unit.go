package attribution

import (
	"unicode/utf8"

	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// maxUnit is the number of tokens of a paragraph that are decoded in one piece. Longer paragraphs are cut at the ends
// of sentences, so that time and memory stay in proportion to the text.
const maxUnit = 1500

// pad is the number of empty atoms kept before and after a unit, so that features may look past its ends.
const pad = 3

// Quote states of a token.
const (
	outside   = uint8(iota)
	inside    // between quotation marks
	openMark  // the mark that opens a pair
	closeMark // the mark that closes it
	strayMark // a mark without a partner
)

// atom is all that features ask about one token. Everything is hashed once.
type atom struct {
	w, l, s2, s3 uint32 // hashes of word, lemma and last letters
	shape        uint32
	tag          uint32 // tag+1, zero beyond the ends
	cue          uint32 // class of the cue lexicon
	q            uint8
}

// Unit is a paragraph, or a piece of a long one, prepared for the features. Token t of the unit is token First+t of the
// document. A Unit is reused from paragraph to paragraph.
type Unit struct {
	First, N int

	atoms []atom // with pad atoms on either side
	// For every token the nearest one of a kind on either side, -1 or N if there is none.
	leftCue, rightCue   []int32
	prevVerb, nextVerb  []int32
	prevPunct, nextStop []int32
	lastLink            []int32
	sentFirst, sentLast []int32 // the sentence around a token, as [first, last)
	sentNo              []int32
	quoteFirst          []int32 // the pair around a token, marks included; -1 outside
	quoteLast           []int32
	sentQuote           []bool // the sentence around the token has a mark
	sents               int
	headline            uint32

	ctx   *context
	feats []uint32
}

func (u *Unit) at(t int) *atom { return &u.atoms[t+pad] }

// 32-bit FNV-1a, written out because stored models depend on it.
func fnv(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// The hashes of words that rules ask for.
var (
	hashQuote = fnv(`"`)
	hashDash  = fnv("--")
	hashDots  = fnv("...")
)

// wordHash is the hash of a normalised word, the same for all ways of writing dashes, ellipses and quotation marks.
func wordHash(norm string) uint32 {
	if len(norm) <= 3 {
		switch norm {
		case "—", "–", "--", "―", "-":
			return hashDash
		case "…", "...":
			return hashDots
		case "''", `""`:
			return hashQuote
		}
	}
	return fnv(norm)
}

func suffix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}

// shapeOf tells words by their letters: marks, numbers, names, capitals.
func shapeOf(word string, upper bool) uint32 {
	if word == "" {
		return 0
	}
	digits, letters, uppers, dots := 0, 0, 0, 0
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z':
			uppers++
			letters++
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			letters++
		case c == '.' || c == '-':
			dots++
		}
	}
	switch {
	case letters == 0 && digits == 0:
		return 1
	case letters == 0:
		return 2
	case digits > 0:
		return 3
	case uppers == letters && letters > 1:
		return 4
	case upper && dots > 0:
		return 5
	case upper && letters == 1:
		return 6
	case upper:
		return 7
	case uppers > 0:
		return 8
	case dots > 0:
		return 9
	}
	return 10
}

// prepared is what is found out about a document once for all its units.
type prepared struct {
	ctx         context
	quote       []uint8
	first, last []int32 // the pair around each token
}

// prepare fills the quote states of all tokens.
func (p *prepared) prepare(in *Input) {
	d := in.Doc.Doc
	n := len(d.Tokens)
	p.quote = grow(p.quote, n)
	p.first, p.last = grow(p.first, n), grow(p.last, n)
	for t := range p.quote {
		p.quote[t], p.first[t], p.last[t] = outside, -1, -1
		if isDoubleMark(d.Tokens[t].Norm) {
			p.quote[t] = strayMark
		}
	}
	for _, m := range in.Marks {
		if m.Parent < 0 {
			p.enter(m, n)
		}
	}
	p.ctx.prepare(in, p.quote)
}

func (p *prepared) enter(m marks.Pair, n int) {
	from, to := m.First-1, m.Last
	if from < 0 {
		from = 0
	}
	if m.Closed && to < n {
		to++
	}
	for t := from; t < to; t++ {
		p.quote[t], p.first[t], p.last[t] = inside, int32(from), int32(to)
	}
	p.quote[from] = openMark
	if m.Closed {
		p.quote[to-1] = closeMark
	}
}

func isDoubleMark(norm string) bool { return norm == `"` || norm == "''" || norm == `""` }

// grow returns a slice of length n that reuses s if it can. Its contents are arbitrary.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// units calls f with the token ranges of a document that are decoded in one piece each.
func units(d *text.Doc, f func(first, last int)) {
	for _, p := range d.Paragraphs {
		first := d.Sentences[p.First].First
		for s := p.First; s < p.Last; s++ {
			last := d.Sentences[s].Last
			if s+1 < p.Last && d.Sentences[s+1].Last-first <= maxUnit {
				continue
			}
			for last-first > maxUnit { // one endless sentence
				f(first, first+maxUnit)
				first += maxUnit
			}
			if last > first {
				f(first, last)
			}
			first = last
		}
	}
}

// reset makes u describe the tokens [first, last) of d.
func (u *Unit) reset(d *text.Doc, p *prepared, lex *Lexicon, first, last int) {
	u.First, u.N, u.ctx = first, last-first, &p.ctx
	u.atoms = grow(u.atoms, u.N+2*pad)
	for i := 0; i < pad; i++ {
		u.atoms[i], u.atoms[u.N+pad+i] = atom{}, atom{}
	}
	for t := 0; t < u.N; t++ {
		u.fillAtom(d, p, lex, t)
	}
	u.fillSentences(d)
	u.fillQuotes(p)
	u.fillNeighbours()
	u.fillHeadline()
}

func (u *Unit) fillAtom(d *text.Doc, p *prepared, lex *Lexicon, t int) {
	tok := &d.Tokens[u.First+t]
	a := u.at(t)
	a.w = wordHash(tok.Norm)
	a.l = a.w
	if len(tok.Lemma) != len(tok.Norm) || tok.Lemma != tok.Norm {
		a.l = fnv(tok.Lemma)
	}
	a.s2, a.s3 = fnv(suffix(tok.Norm, 2)), fnv(suffix(tok.Norm, 3))
	a.shape = shapeOf(d.Word(u.First+t), tok.Upper)
	a.tag = uint32(tok.Tag) + 1
	a.q = p.quote[u.First+t]
	a.cue = uint32(lex.Class(LexKey(a.l, tok.Tag)))
}

func (u *Unit) fillSentences(d *text.Doc) {
	u.sentFirst, u.sentLast = grow(u.sentFirst, u.N), grow(u.sentLast, u.N)
	u.sentNo = grow(u.sentNo, u.N)
	u.sents = 0
	for t := 0; t < u.N; {
		s := d.Sentences[d.Tokens[u.First+t].Sent]
		end := s.Last - u.First
		if end > u.N {
			end = u.N
		}
		for k := t; k < end; k++ {
			u.sentFirst[k], u.sentLast[k], u.sentNo[k] = int32(t), int32(end), int32(u.sents)
		}
		u.sents++
		t = end
	}
}

func (u *Unit) fillQuotes(p *prepared) {
	u.quoteFirst, u.quoteLast = grow(u.quoteFirst, u.N), grow(u.quoteLast, u.N)
	u.sentQuote = grow(u.sentQuote, u.N)
	for t := 0; t < u.N; t++ {
		u.quoteFirst[t], u.quoteLast[t] = p.first[u.First+t]-int32(u.First), p.last[u.First+t]-int32(u.First)
		if p.first[u.First+t] < 0 {
			u.quoteFirst[t], u.quoteLast[t] = -1, -1
			continue
		}
		u.quoteFirst[t] = max(u.quoteFirst[t], 0)
		u.quoteLast[t] = min(u.quoteLast[t], int32(u.N))
	}
	for t := 0; t < u.N; {
		has := false
		end := int(u.sentLast[t])
		for k := t; k < end; k++ {
			has = has || u.at(k).q != outside
		}
		for ; t < end; t++ {
			u.sentQuote[t] = has
		}
	}
}

// isPunct tells the marks that part clauses.
func isPunct(a *atom) bool {
	switch tagger.Tag(a.tag - 1) {
	case tagger.Comma, tagger.Colon, tagger.Period, tagger.OpenQuote, tagger.CloseQuote, tagger.LeftBracket, tagger.RightBracket:
		return true
	}
	return a.w == hashDash
}

// isLink tells the words that subordinate a clause or a phrase.
func isLink(a *atom) bool {
	switch tagger.Tag(a.tag - 1) {
	case tagger.IN, tagger.TO, tagger.WDT, tagger.WP, tagger.WPS, tagger.WRB, tagger.CC:
		return true
	}
	return false
}

func isVerb(a *atom) bool { return a.tag > 0 && text.IsVerb(tagger.Tag(a.tag-1)) }

// strongCue is the class of the lexicon from which a word counts as a likely cue.
const strongCue = 3

func (u *Unit) fillNeighbours() {
	for _, s := range []*[]int32{&u.leftCue, &u.rightCue, &u.prevVerb, &u.nextVerb, &u.prevPunct, &u.nextStop, &u.lastLink} {
		*s = grow(*s, u.N)
	}
	cue, verb, punct, link := int32(-1), int32(-1), int32(-1), int32(-1)
	for t := 0; t < u.N; t++ {
		u.leftCue[t], u.prevVerb[t], u.prevPunct[t], u.lastLink[t] = cue, verb, punct, link
		a, i := u.at(t), int32(t)
		switch {
		case isVerb(a):
			verb = i
		case isPunct(a):
			punct = i
		case isLink(a):
			link = i
		}
		if a.cue >= strongCue {
			cue = i
		}
	}
	n := int32(u.N)
	cue, verb, punct = n, n, n
	for t := u.N - 1; t >= 0; t-- {
		u.rightCue[t], u.nextVerb[t], u.nextStop[t] = cue, verb, punct
		a, i := u.at(t), int32(t)
		switch {
		case isVerb(a):
			verb = i
		case isPunct(a):
			punct = i
		}
		if a.cue >= strongCue {
			cue = i
		}
	}
}

// fillHeadline tells a paragraph that has no closing mark, and one whose words are mostly capitalised.
func (u *Unit) fillHeadline() {
	upper, n := 0, 0
	for t := 0; t < u.N && t < 40; t++ {
		switch u.at(t).shape {
		case 4, 5, 6, 7:
			upper++
			n++
		case 8, 9, 10:
			n++
		}
	}
	u.headline = 0
	if last := u.at(u.N - 1); !isPunct(last) {
		u.headline = 1
	}
	if upper*10 >= n*6 && n > 2 {
		u.headline += 2
	}
}
