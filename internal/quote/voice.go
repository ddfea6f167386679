package quote

import (
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/text"
)

// Speaker returns the entity whose words the text gives at token i: the speaker of the innermost quote, else of the
// transcript turn. It is None where the text gives nobody's words, and where it does not say whose.
func (d *Doc) Speaker(i int) int {
	if q := d.QuoteAt[i]; q != None {
		return d.Quotes[q].Speaker
	}
	return d.Turns[d.Sentence(i).Para]
}

// Voice returns the entity that speaks at token i: the Speaker or, where the text gives nobody's words, its issuer, unless a
// narrator tells it. It is None where nobody is known to speak.
func (d *Doc) Voice(i int) int {
	if s := d.Speaker(i); s != None || d.QuoteAt[i] != None || d.narrated {
		return s
	}
	return d.Issuer
}

// We returns the entity that "we" at token i stands for: whoever speaks, else the issuer, as whom even a narrator says "we".
func (d *Doc) We(i int) int {
	if v := d.Voice(i); v != None {
		return v
	}
	return d.Issuer
}

// Narrated reports whether a narrator tells the text, who is no party to it.
func (d *Doc) Narrated() bool { return d.narrated }

// isNarrated reports whether a narrator tells the text rather than an issuer: a dateline or byline, a lone sentence, or
// several speakers and no "we" outside the quotes.
func (d *Doc) isNarrated() bool {
	for _, p := range d.Paragraphs {
		if p.Kind == text.Byline && p.Dateline.Len() == 0 || p.Dateline.Len() > 0 && p.Kind == text.Body {
			return true
		}
	}
	if len(d.Sentences) == 1 {
		return true
	}
	speakers := map[int]bool{}
	for _, q := range d.Quotes {
		if q.Mode == cue.Assertion {
			speakers[q.Speaker] = true
		}
	}
	if len(speakers) < 4 {
		return false
	}
	for p, ph := range d.Phrases {
		if d.FirstPerson(p) && !d.InMarks(ph.First) {
			return false
		}
	}
	return true
}

// innermost returns for each token the smallest quote of words that were said that holds it, or None.
func (d *Doc) innermost() []int {
	of := make([]int, len(d.Tokens))
	size := make([]int, len(d.Tokens))
	for i := range of {
		of[i] = None
	}
	for n, q := range d.Quotes {
		if q.Mode != cue.Assertion {
			continue
		}
		total := q.Span().Len()
		for _, c := range q.Content {
			first, last := d.TokenRange(c)
			for i := first; i < last; i++ {
				if of[i] == None || total <= size[i] {
					of[i], size[i] = n, total
				}
			}
		}
	}
	return of
}
