// Package marks is the stage that pairs quotation marks: which mark opens, which closes, what lies between them, and
// which pairs go on in the next paragraph.
package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/text"
)

// Pair is the text between two quotation marks.
type Pair struct {
	Inner       text.Span // between the marks, trimmed
	Outer       text.Span // with the marks
	First, Last int       // the tokens of Inner
	Single      bool      // between single marks
	Closed      bool      // false where the closing mark is missing
	Continues   bool      // unclosed, and the next paragraph opens with a mark: one quote over several paragraphs
	Parent      int       // the pair around it, or -1
}

// Find returns the pairs of a text in the order of their opening marks.
func Find(d *text.Doc) []Pair {
	f := finder{doc: d}
	for i, p := range d.Paragraphs {
		f.paragraph(i, p)
	}
	f.drop()
	return f.pairs
}

type finder struct {
	doc   *text.Doc
	pairs []Pair
	open  []int // stack of open pairs
}

func (f *finder) paragraph(i int, p text.Paragraph) {
	d := f.doc
	first, last := d.Sentences[p.First].First, d.Sentences[p.Last-1].Last
	f.open = f.open[:0]
	for t := first; t < last; t++ {
		switch f.role(t, first, last) {
		case opens:
			f.push(t)
		case closes:
			f.pop(t)
		}
	}
	for n := len(f.open) - 1; n >= 0; n-- {
		q := &f.pairs[f.open[n]]
		if q.Single { // an apostrophe after all
			q.Last = q.First
			continue
		}
		q.Continues = f.nextOpens(i)
		f.finish(q, last, d.Tokens[last-1].End)
	}
}

// drop removes the pairs that turned out empty.
func (f *finder) drop() {
	kept := f.pairs[:0]
	index := make([]int, len(f.pairs))
	for i, q := range f.pairs {
		index[i] = -1
		if q.Last > q.First {
			index[i] = len(kept)
			if q.Parent >= 0 {
				q.Parent = index[q.Parent]
			}
			kept = append(kept, q)
		}
	}
	f.pairs = kept
}

// nextOpens reports whether the next paragraph of prose opens with a mark.
func (f *finder) nextOpens(i int) bool {
	for _, p := range f.doc.Paragraphs[i+1:] {
		if p.Kind == text.Body {
			t := f.doc.Sentences[p.First].First
			return isMark(f.doc.Tokens[t].Norm) && f.role(t, t, min(t+2, len(f.doc.Tokens))) == opens
		}
	}
	return false
}

type role int

const (
	neither role = iota
	opens
	closes
)

func isMark(norm string) bool { return norm == `"` || norm == "'" || norm == "''" || norm == `""` }

// role tells whether token t opens or closes a quotation, from its form and from the blanks beside it, and for straight
// marks from whether one is open.
func (f *finder) role(t, first, last int) role {
	tok := f.doc.Tokens[t]
	if !isMark(tok.Norm) {
		return neither
	}
	w := f.doc.Word(t)
	single := tok.Norm == "'"
	before, after := f.around(t)
	switch {
	case strings.HasPrefix(w, "“"), strings.HasPrefix(w, "«"), strings.HasPrefix(w, "„"), strings.HasPrefix(w, "``"):
		return opens
	case strings.HasPrefix(w, "”"), strings.HasPrefix(w, "»"):
		return f.closesOpen(false)
	case strings.HasPrefix(w, "‘"), w == "`":
		return opens
	case single && f.isOpen(true) && !after:
		return closes
	case single:
		if strings.HasPrefix(w, "’") || before || !after || !f.closesLater(t, last) {
			return neither
		}
		return opens
	case t == first, !before && after:
		return opens
	case before && !after:
		return f.closesOpen(false)
	}
	if f.isOpen(false) {
		return closes
	}
	return opens
}

func (f *finder) closesOpen(single bool) role {
	if f.isOpen(single) {
		return closes
	}
	return neither
}

// around reports whether a word or mark touches token t on its left and on its right.
func (f *finder) around(t int) (before, after bool) {
	tok := f.doc.Tokens[t]
	if r, _ := utf8.DecodeLastRuneInString(f.doc.Text[:tok.Start]); tok.Start > 0 {
		before = !unicode.IsSpace(r) && !strings.ContainsRune("([{—–-\"“‘", r)
	}
	if r, _ := utf8.DecodeRuneInString(f.doc.Text[tok.End:]); tok.End < len(f.doc.Text) {
		after = !unicode.IsSpace(r) && !strings.ContainsRune(")]},.;:!?—–\"”’", r)
	}
	return before, after
}

// closesLater reports whether a single mark that could close stands between t and last.
func (f *finder) closesLater(t, last int) bool {
	for k := t + 1; k < last && k < t+120; k++ {
		if f.doc.Tokens[k].Norm == "'" {
			if before, after := f.around(k); before && !after {
				return true
			}
		}
	}
	return false
}

func (f *finder) isOpen(single bool) bool {
	for _, i := range f.open {
		if f.pairs[i].Single == single {
			return true
		}
	}
	return false
}

func (f *finder) push(t int) {
	single := f.doc.Tokens[t].Norm == "'"
	if f.isOpen(single) { // the closing mark is missing: what is open ends here
		f.pop(t)
	}
	q := Pair{Outer: text.Span{Start: f.doc.Tokens[t].Start}, First: t + 1, Single: single, Parent: -1}
	if n := len(f.open); n > 0 {
		q.Parent = f.open[n-1]
	}
	f.open = append(f.open, len(f.pairs))
	f.pairs = append(f.pairs, q)
}

// pop closes the innermost open pair of the kind of mark t, and with it those inside it.
func (f *finder) pop(t int) {
	single := f.doc.Tokens[t].Norm == "'"
	for n := len(f.open) - 1; n >= 0; n-- {
		q := &f.pairs[f.open[n]]
		f.open = f.open[:n]
		if q.Single != single { // an apostrophe after all
			q.Last = q.First
			continue
		}
		q.Closed = true
		f.finish(q, t, f.doc.Tokens[t].End)
		return
	}
}

func (f *finder) finish(q *Pair, last, outerEnd int) {
	q.Last = last
	q.Outer.End = outerEnd
	if q.Last > q.First {
		q.Inner = f.doc.Cover(q.First, q.Last)
	}
}
