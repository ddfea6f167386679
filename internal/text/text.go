// Package text is the first stage: it cuts a statement into paragraphs, sentences and tagged tokens, all of them byte
// ranges of the text as given, and tells prose from titles, datelines, bylines and the leftovers of a web page.
package text

import "github.com/communique-go/communique/internal/tagger"

// Span is the byte range [Start, End) of the text.
type Span struct{ Start, End int }

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Token is a word or a mark of punctuation.
type Token struct {
	Span
	Norm  string     // lower case, typographic quotes and apostrophes as ASCII
	Lemma string     // dictionary form, lower case; "" before the function Tag
	Tag   tagger.Tag // the zero Tag before the function Tag
	Upper bool       // begins with an upper-case letter
	Sent  int        // index of its sentence
}

// Sentence is the tokens [First, Last) of one paragraph.
type Sentence struct {
	Span
	First, Last int
	Para        int
	Repeat      bool // a copy of a sentence that stands elsewhere in the text
}

// Kind tells what a paragraph is.
type Kind uint8

// The kinds of paragraph. Body is prose; the others are the furniture of a page.
const (
	Body       Kind = iota
	Title           // a headline, or the title of a communiqué
	Byline          // "By Our Correspondent", "(Reporting by ...)"
	Navigation      // leftovers of a web page: menus, captions, end marks
)

// Paragraph is the sentences [First, Last).
type Paragraph struct {
	Span
	First, Last int
	Kind        Kind
	// Dateline is the place and date that open the paragraph ("GENEVA, 4 May (Reuters) -"), empty if there is none.
	Dateline Span
	// Label is the paragraph's number ("12.") or the name before a transcript turn ("MS. HARGROVE:"), with Turn set.
	Label Span
	Turn  bool
	// Speaker is the name in the label of a turn, with its title, and Asks and Answers say whether the label is that of a
	// questioner ("Q") or of whoever answers ("A:").
	Speaker       Span
	Asks, Answers bool
	// Lead is the first token after dateline and label.
	Lead int
}

// Doc is a text with its structure.
type Doc struct {
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
}

// Cut cuts a text into paragraphs, sentences and tokens, which have neither tags nor lemmas yet: what only wants the
// sentences is spared most of the time. It never fails: whatever the bytes, all spans lie within the text on rune boundaries.
func Cut(s string) *Doc {
	d := &Doc{Text: s}
	for _, p := range paragraphs(s) {
		d.addParagraph(p)
	}
	d.classify()
	return d
}

// Tag gives the tokens of a text their tags and lemmas, and returns it.
func Tag(d *Doc) *Doc {
	for _, p := range d.Paragraphs {
		operative := isOperative(d.Slice(p.Span))
		for _, s := range d.Sentences[p.First:p.Last] {
			d.tagSentence(s, operative)
		}
	}
	return d
}

func (d *Doc) addParagraph(p Span) {
	first := len(d.Tokens)
	for _, t := range tokenize(d.Text[p.Start:p.End]) {
		d.Tokens = append(d.Tokens, newToken(d.Text, Span{p.Start + t.Start, p.Start + t.End}))
	}
	if len(d.Tokens) == first {
		return
	}
	para := Paragraph{Span: Span{d.Tokens[first].Start, d.Tokens[len(d.Tokens)-1].End}, First: len(d.Sentences), Lead: first}
	for _, end := range sentenceEnds(d.Tokens[first:]) {
		d.addSentence(first, first+end)
		d.Sentences[len(d.Sentences)-1].Para = len(d.Paragraphs)
		first += end
	}
	para.Last = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, para)
}

// addSentence adds the sentence of the tokens [first, last).
func (d *Doc) addSentence(first, last int) {
	for i := first; i < last; i++ {
		d.Tokens[i].Sent = len(d.Sentences)
	}
	d.Sentences = append(d.Sentences, Sentence{Span: Span{d.Tokens[first].Start, d.Tokens[last-1].End}, First: first, Last: last})
}

// tagSentence tags a sentence; operative says that it may be a clause of a resolution, which opens with its verb.
func (d *Doc) tagSentence(s Sentence, operative bool) {
	words := make([]string, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		words = append(words, d.Word(i))
	}
	tags := tagger.TagWords(words, nil)
	correct(words, tags)
	if operative {
		operativeVerb(words, tags)
	}
	for i, tag := range tags {
		t := &d.Tokens[s.First+i]
		t.Tag, t.Lemma = tag, lemmaOf(t.Norm, tag)
	}
}

// Slice returns the bytes of a span.
func (d *Doc) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Word returns the text of token i as given.
func (d *Doc) Word(i int) string { return d.Slice(d.Tokens[i].Span) }

// Cover returns the span from token first to the one before last.
func (d *Doc) Cover(first, last int) Span {
	if first >= last {
		return Span{d.Tokens[first].Start, d.Tokens[first].Start}
	}
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}

// IsProse reports whether token i stands in a body paragraph, and not in a copy of a sentence.
func (d *Doc) IsProse(i int) bool {
	s := d.Sentences[d.Tokens[i].Sent]
	return !s.Repeat && d.Paragraphs[s.Para].Kind == Body
}

// IsQuestion reports whether a sentence ends in a question mark, or in one before a closing mark.
func (d *Doc) IsQuestion(s Sentence) bool {
	for k := s.Last - 1; k >= s.First && k >= s.Last-2; k-- {
		if d.Tokens[k].Norm == "?" {
			return true
		}
	}
	return false
}

// TokenAt returns the index of the first token that ends after offset pos, or len(Tokens).
func (d *Doc) TokenAt(pos int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Tokens[mid].End <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// TokenRange returns the tokens [first, last) that overlap s.
func (d *Doc) TokenRange(s Span) (first, last int) {
	first = d.TokenAt(s.Start)
	last = first
	for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}
