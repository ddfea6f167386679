package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs cuts a text at blank lines, before the turns of a transcript, and at single line breaks where the lines are not
// wrapped by hand.
func paragraphs(s string) []Span {
	var out []Span
	var block []Span
	flush := func() {
		for _, p := range joinWrapped(s, block) {
			out = append(out, cutTurns(s, p)...)
		}
		block = block[:0]
	}
	for start := 0; start < len(s); {
		end, next := lineEnd(s, start)
		line := trim(s, Span{start, end})
		if line.Len() == 0 {
			flush()
		} else {
			if len(block) > 0 && opensTurn(s[line.Start:line.End]) {
				flush()
			}
			block = append(block, line)
		}
		start = next
	}
	flush()
	return out
}

// lineEnd returns where the line that begins at start ends, and where the next one begins. "\n", "\r\n", "\r" and the
// Unicode paragraph separator end a line.
func lineEnd(s string, start int) (end, next int) {
	for i := start; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			return i, i + 1
		case s[i] == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case strings.HasPrefix(s[i:], "\u2029"):
			return i, i + len("\u2029")
		}
	}
	return len(s), len(s)
}

func trim(s string, sp Span) Span {
	for sp.Start < sp.End {
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
			break
		}
		sp.Start += n
	}
	for sp.Start < sp.End {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !unicode.IsSpace(r) && r != '\u200b' {
			break
		}
		sp.End -= n
	}
	return sp
}

// maxWrapped is the longest line, in bytes, of a text whose lines were broken by hand or by a mail program.
const maxWrapped = 100

// joinWrapped makes one paragraph of a block of lines if they are wrapped, else a paragraph of each.
func joinWrapped(s string, lines []Span) []Span {
	if len(lines) < 2 {
		return append([]Span(nil), lines...)
	}
	wrapped := true
	for i, l := range lines {
		if l.Len() > maxWrapped || i < len(lines)-1 && l.Len() < maxWrapped/4 && endsSentence(s[l.Start:l.End]) {
			wrapped = false
		}
	}
	if wrapped || isFilled(s, lines) {
		return []Span{{lines[0].Start, lines[len(lines)-1].End}}
	}
	return append([]Span(nil), lines...)
}

// The lengths of lines, in bytes, that are filled to a width larger than maxWrapped.
const (
	minFilled = 60
	maxFilled = 140
	ragged    = 25 // how much shorter than the longest line another may be
)

// isFilled reports whether lines are filled up to one width: all but the last about as long, and most broken within a sentence.
func isFilled(s string, lines []Span) bool {
	last := len(lines) - 1
	least, most, broken := maxFilled+1, 0, 0
	for _, l := range lines[:last] {
		least, most = min(least, l.Len()), max(most, l.Len())
		if !endsSentence(s[l.Start:l.End]) {
			broken++
		}
	}
	return least >= minFilled && most <= maxFilled && most-least <= ragged && lines[last].Len() <= most && 2*broken > last
}

func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’)] ")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, ":")
}

var (
	// "MANILA, Feb. 3 -", "GENEVA, 4 May (Reuters) -", "BELGRADE —", "WARSAW,  12 November  --"
	datelineRE = regexp.MustCompile(`^\p{Lu}[\p{Lu}\p{M}.'’ /-]{2,40}(?:, ?\p{Lu}[\p{L}. ]{1,20})?(?:,\s*(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\s+\p{L}+\.?)(?:,?\s*\d{4})?)?\s*(?:\([^)\n]{2,30}\))?\s*(?:--?|–|—)\s`)
	// "Washington:", "New Delhi, Mar 3 (IANS):", "Jakarta, 17 February" alone on its line
	placeColonRE = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:,\s*(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\s+\p{L}+\.?)(?:,?\s*\d{4})?)?\s*(?:\([^)\n]{2,30}\))?:\s+`)
	placeDateRE  = regexp.MustCompile(`^\p{Lu}[\p{L}.'’ -]+,\s*(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\s+\p{L}+\.?)(?:,?\s*\d{4})?$`)
	bylineRE     = regexp.MustCompile(`^(?:By (?:Our |the |\p{Lu})[^.!?]{2,80}$|\((?:Reporting|Additional reporting|Writing|Editing|Compiled) (?:by|from) )`)
	numberRE     = regexp.MustCompile(`^(?:\d{1,3}[.)]|\([a-z0-9]{1,3}\)|[•*·-])\s+`)
	endRE        = regexp.MustCompile(`(?i)^(?:[-–—*#\s]*(?:ends?|30|###)[-–—*#\s]*|advertisement|read more.*|share this.*|related (?:articles|stories).*|latest [a-z]+ news|click here.*|follow us.*)$`)
)

// classify tells body paragraphs from the furniture around them.
func (d *Doc) classify() {
	d.turns()
	body := false
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		s := d.Slice(p.Span)
		d.openers(p, s)
		flat := strings.Join(strings.Fields(s), " ")
		switch {
		case endRE.MatchString(flat), isRepeat(flat):
			p.Kind = Navigation
		case bylineRE.MatchString(flat):
			p.Kind = Byline
		case placeDateRE.MatchString(flat):
			p.Kind = Byline
			p.Dateline = p.Span
		case !body && d.isTitle(i, flat):
			p.Kind = Title
		default:
			body = true
		}
	}
	d.markRepeats()
}

// markRepeats finds the sentences that stand in the text before, and those cut off in mid-sentence that stand in full
// further on: scraped pages carry a teaser above the article.
func (d *Doc) markRepeats() {
	seen := make(map[string]bool, len(d.Sentences))
	for i := range d.Sentences {
		s := &d.Sentences[i]
		key := d.Slice(s.Span)
		s.Repeat = len(key) >= minRepeat && seen[key]
		seen[key] = true
	}
	heads := make(map[string]int, len(d.Sentences))
	for i, s := range d.Sentences {
		if s.Len() >= minRepeat {
			heads[d.Text[s.Start:s.Start+minRepeat]] = i
		}
	}
	for _, p := range d.Paragraphs {
		s := &d.Sentences[p.Last-1]
		if s.Len() < minRepeat || endsSentence(d.Slice(s.Span)) {
			continue
		}
		if i := heads[d.Text[s.Start:s.Start+minRepeat]]; i >= p.Last && strings.HasPrefix(d.Slice(d.Sentences[i].Span), d.Slice(s.Span)) {
			s.Repeat = true
		}
	}
}

// minRepeat is the length in bytes from which a sentence that stands twice is taken for a copy.
const minRepeat = 40

// openers finds the dateline or number that opens a paragraph without the label of a turn.
func (d *Doc) openers(p *Paragraph, s string) {
	if p.Turn {
		return
	}
	cut := 0
	if m := numberRE.FindStringIndex(s); m != nil {
		p.Label, cut = trim(d.Text, Span{p.Start, p.Start + m[1]}), m[1]
	} else if m := datelineRE.FindStringIndex(s); m != nil {
		p.Dateline, cut = trim(d.Text, Span{p.Start, p.Start + m[1]}), m[1]
	} else if m := placeColonRE.FindStringIndex(s); m != nil && m[1] < 40 && utf8.RuneCountInString(s) > 120 {
		p.Dateline, cut = trim(d.Text, Span{p.Start, p.Start + m[1]}), m[1]
	}
	p.Lead = d.TokenAt(p.Start + cut)
}

// isRepeat reports whether a caption says the same thing twice in a row, as scraped pages do.
func isRepeat(flat string) bool {
	half := len(flat) / 2
	return len(flat) > 20 && len(flat)%2 == 1 && flat[:half] == flat[half+1:]
}

// isTitle reports whether paragraph i is a headline: short, at the top, without a full stop at its end.
func (d *Doc) isTitle(i int, flat string) bool {
	if utf8.RuneCountInString(flat) > 160 || endsSentence(flat) && !d.titleCase(i) {
		return false
	}
	p := d.Paragraphs[i]
	if p.Turn || p.Dateline.Len() > 0 || p.Label.Len() > 0 || strings.ContainsAny(flat[:1], "\"'(") {
		return false
	}
	return i+1 < len(d.Paragraphs) && !strings.HasSuffix(flat, ",")
}

// titleCase reports whether most of the longer words of paragraph i are capitalised.
func (d *Doc) titleCase(i int) bool {
	p := d.Paragraphs[i]
	upper, n := 0, 0
	for t := d.Sentences[p.First].First; t < d.Sentences[p.Last-1].Last; t++ {
		if tok := d.Tokens[t]; len(tok.Norm) > 3 {
			n++
			if tok.Upper {
				upper++
			}
		}
	}
	return n >= 3 && upper*10 >= n*8
}
