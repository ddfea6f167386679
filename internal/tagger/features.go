package tagger

import (
	_ "embed" // for the table
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/table"
)

// MaxFeatures bounds the number of features that one word has.
const MaxFeatures = 48

// Features is a list of feature hashes that is filled without allocating.
type Features struct {
	N int
	H [MaxFeatures]uint32
}

func (f *Features) add(kind, a, b uint32) {
	h := (uint64(kind)<<32 | uint64(a)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	h = (h + uint64(b)) * 0xBF58476D1CE4E5B9
	f.H[f.N] = uint32(h >> 32)
	f.N++
}

func pair(a, b uint32) uint32 {
	h := uint64(a)*0x94D049BB133111EB + uint64(b)*0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

// 32-bit FNV-1a, written out because stored models depend on it.
const (
	fnvOffset uint32 = 2166136261
	fnvPrime  uint32 = 16777619
)

func fnv(b []byte) uint32 {
	h := fnvOffset
	for _, c := range b {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return h
}

// noTag marks a word whose tag no rule fixes.
const noTag = Tag(255)

// word is all that the features ask about one word.
type word struct {
	exact, low     uint32 // hashes of the normalised word and of its lower case
	s1, s2, s3, s4 uint32 // hashes of the last bytes of the lower case
	p1, p3         uint32 // the same of its first
	shape          uint32
	fixed          Tag // the tag that a rule gives it, or noTag
	letters        uint8
	first          bool // no word before it in its sentence
	capital        bool // begins with an upper-case letter
	upper          bool // has an upper-case letter
	allCaps        bool // has upper-case letters and no lower-case ones
	straight       bool // is the straight double quote
	small          bool // is a word that headlines leave in lower case
}

// pad is the number of empty words kept before and after a sentence.
const pad = 2

// Sentence holds what is known of the words of one sentence: their tags so far
// and all that their features are made of. It is reused between sentences.
type Sentence struct {
	w    []word
	tags []Tag // the tags so far, with pad slots before the first
	low  []byte
	n    int

	// Caseless says that the capitals of the sentence tell nothing, because it
	// is a headline or all in capitals.
	Caseless bool

	// State carried from word to word by Push.
	verb     Tag    // the last verb of the clause, or noTag
	verbLow  uint32 // its hash
	finite   bool   // the clause has a finite verb
	sinceTag uint32 // number of words since that verb, at most 4
}

//go:embed small.tsv
var smallTable string

// hashSmall has the hashes of the words that headlines leave in lower case.
var hashSmall = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, r := range table.MustParse("small.tsv", smallTable, 1) {
		m[fnv([]byte(r.Cells[0]))] = true
	}
	return m
}()

// Reset makes s describe the given words, with none of them tagged.
func (s *Sentence) Reset(words []string) {
	s.n = len(words)
	need := s.n + 2*pad
	if cap(s.w) < need {
		s.w = make([]word, need+need/2)
		s.tags = make([]Tag, need+need/2)
	}
	s.w = s.w[:need]
	s.tags = s.tags[:need]
	for i := 0; i < pad; i++ {
		s.w[i] = word{low: 1 + uint32(i), s2: 1, s3: 1, shape: 1, fixed: noTag}
		s.w[need-1-i] = word{low: 4 - uint32(i), s2: 2, s3: 2, shape: 2, fixed: noTag}
		s.tags[i] = Other
	}
	for i, t := range words {
		s.read(&s.w[pad+i], t)
	}
	s.look()
	s.newClause()
}

func (s *Sentence) newClause() {
	s.verb, s.verbLow, s.finite, s.sinceTag = noTag, 0, false, 0
}

// look settles what depends on the whole sentence: whether its capitals tell
// anything, which words come first, and which way straight quotes point.
func (s *Sentence) look() {
	words := s.w[pad : pad+s.n]
	var alpha, long, caps, capital, plain int
	for i := range words {
		w := &words[i]
		if w.letters == 0 {
			continue
		}
		alpha++
		if w.letters >= 2 {
			long++
			if w.allCaps {
				caps++
			}
		}
		if w.capital {
			capital++
		} else if !w.small {
			plain++
		}
	}
	s.Caseless = long >= 4 && caps*5 >= long*4 || capital >= 5 && plain == 0
	first, open := true, false
	for i := range words {
		w := &words[i]
		w.first = first
		if w.straight {
			w.fixed = CloseQuote
			if i == 0 || !open && i+1 < len(words) {
				w.fixed = OpenQuote
			}
			open = w.fixed == OpenQuote
		} else if w.fixed == OpenQuote {
			open = true
		} else if w.fixed == CloseQuote {
			open = false
		}
		switch {
		case w.fixed == Period:
			first = true
		case w.letters > 0 || w.fixed == noTag:
			first = false
		}
		if s.Caseless {
			w.exact = w.low
			if w.letters > 0 {
				w.shape = 3
			}
		}
	}
}

// read fills w from the characters of t.
func (s *Sentence) read(w *word, t string) {
	*w = word{fixed: noTag}
	if tag, norm, ok := punctuation(t); ok {
		w.fixed = tag
		w.straight = t == `"`
		t = norm
	} else {
		t = norm
	}
	low := s.low[:0]
	exact := fnvOffset
	shape := fnvOffset
	var lastKind byte
	run, runs := 0, 0
	lower, signs := false, true
	for i := 0; i < len(t); {
		c := t[i]
		var kind byte
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z':
				kind = 'x'
				exact = (exact ^ uint32(c)) * fnvPrime
			case c >= 'A' && c <= 'Z':
				kind = 'X'
				exact = (exact ^ uint32(c)) * fnvPrime
				c += 'a' - 'A'
			case c >= '0' && c <= '9':
				kind = 'd'
				c = '0'
				exact = (exact ^ uint32(c)) * fnvPrime
			default:
				kind = c
				if c == '`' {
					c = '\''
				}
				exact = (exact ^ uint32(c)) * fnvPrime
			}
			low = append(low, c)
		} else {
			r, size := utf8.DecodeRuneInString(t[i:])
			raw := t[i : i+size]
			i += size
			switch {
			case r == '’' || r == '‘' || r == 'ʼ':
				r, kind = '\'', '\''
				raw = "'"
			case r == '–' || r == '‑' || r == '‐':
				r, kind = '-', '-'
				raw = "-"
			case r == '\u00a0':
				r, kind = ' ', ' '
				raw = " "
			case unicode.IsUpper(r):
				kind = 'X'
			case unicode.IsLetter(r):
				kind = 'x'
			case unicode.IsDigit(r):
				kind = 'd'
				r, raw = '0', "0"
			default:
				kind = '?'
			}
			for j := 0; j < len(raw); j++ {
				exact = (exact ^ uint32(raw[j])) * fnvPrime
			}
			low = utf8.AppendRune(low, unicode.ToLower(r))
		}
		switch kind {
		case 'X':
			if len(low) > 0 && runs == 0 {
				w.capital = true
			}
			w.upper = true
			fallthrough
		case 'x':
			if kind == 'x' {
				lower = true
			}
			if w.letters < 255 {
				w.letters++
			}
			signs = false
		case 'd':
			signs = false
		}
		// The shape is the run of kinds, where one and many differ only for
		// upper case, and no more than eight runs count.
		if kind == lastKind {
			run++
			if run == 2 && kind == 'X' && runs <= 8 {
				shape = (shape ^ 'Y') * fnvPrime
			}
		} else {
			runs++
			if runs <= 8 {
				shape = (shape ^ uint32(kind)) * fnvPrime
			}
			lastKind, run = kind, 1
		}
	}
	w.allCaps = w.upper && !lower
	w.exact, w.low, w.shape = exact, fnv(low), shape
	n := len(low)
	w.s1 = fnv(low[max(0, n-1):])
	w.s2 = fnv(low[max(0, n-2):])
	w.s3 = fnv(low[max(0, n-3):])
	w.s4 = fnv(low[max(0, n-4):])
	w.p1 = fnv(low[:min(1, n)])
	w.p3 = fnv(low[:min(3, n)])
	w.small = !w.capital && hashSmall[w.low]
	if signs && w.fixed == noTag && (n == 0 || lastKind == '?') {
		w.fixed = Other
	}
	s.low = low
}

// punctuation returns the tag of a word that is a punctuation mark whatever
// its neighbours, and the form in which the model knows it. It reports false
// for every other word and returns that as it is.
func punctuation(t string) (Tag, string, bool) {
	if len(t) > 5 || len(t) == 0 {
		return noTag, t, false
	}
	if c := t[0]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
		return noTag, t, false
	}
	switch t {
	case ",", "،":
		return Comma, ",", true
	case ".", "?", "!", "?!", "!!", "!?", "!!!", "??":
		return Period, t, true
	case ":", ";":
		return Colon, t, true
	case "-", "--", "–", "—", "―", "---", "−", "‒":
		return Colon, "--", true
	case "...", "…", "....", "..", ". . .":
		return Colon, "...", true
	case "/":
		return Colon, t, true
	case "``", "“", "„", "«", "‟":
		return OpenQuote, `"`, true
	case "''", "”", "»":
		return CloseQuote, `"`, true
	case `"`:
		return CloseQuote, `"`, true
	case "‘", "‚", "‹":
		return OpenQuote, "'", true
	case "›":
		return CloseQuote, "'", true
	case "(", "[", "{", "-LRB-", "-LSB-", "-LCB-":
		return LeftBracket, "(", true
	case ")", "]", "}", "-RRB-", "-RSB-", "-RCB-":
		return RightBracket, ")", true
	case "$", "€", "£", "¥":
		return Dollar, "$", true
	case "#":
		return Hash, t, true
	case "+", "=", "<", ">", "*", "|", "\\", "~", "^", "_", "**", "***", "@":
		return SYM, t, true
	}
	return noTag, t, false
}

// Len returns the number of words.
func (s *Sentence) Len() int { return s.n }

// Fixed returns the tag that a rule gives to word i. It reports false for a
// word that the model has to tag.
func (s *Sentence) Fixed(i int) (Tag, bool) {
	t := s.w[pad+i].fixed
	return t, t != noTag
}

// WordHash returns the hash under which word i is looked up in the dictionary.
// It reports false where the dictionary is not to be used.
func (s *Sentence) WordHash(i int) (uint32, bool) {
	return s.w[pad+i].exact, !s.Caseless
}

// Static adds to f the features of word i that its neighbours' tags have no
// part in.
func (s *Sentence) Static(i int, f *Features) {
	k := pad + i
	w, p, n := &s.w[k], &s.w[k-1], &s.w[k+1]
	pp, nn := &s.w[k-2], &s.w[k+2]
	shape := w.shape
	if w.first {
		shape = pair(shape, 7)
	}
	f.add(0, 0, 0)
	f.add(1, w.low, 0)
	if w.upper && !s.Caseless {
		f.add(2, w.exact, b2u(w.first))
	}
	f.add(3, w.s1, 0)
	f.add(4, w.s2, 0)
	f.add(5, w.s3, 0)
	f.add(6, w.s4, 0)
	f.add(7, w.p1, w.s2)
	f.add(8, w.p3, 0)
	f.add(9, shape, 0)
	f.add(10, p.low, 0)
	f.add(11, n.low, 0)
	f.add(12, pp.low, 0)
	f.add(13, nn.low, 0)
	f.add(14, w.low, n.low)
	f.add(15, p.low, w.low)
	f.add(16, p.low, n.low)
	f.add(17, n.low, nn.low)
	f.add(18, n.s3, 0)
	f.add(19, p.s3, 0)
	f.add(20, n.shape, shape)
	f.add(21, p.shape, shape)
	f.add(22, shape, w.s3)
	f.add(23, n.s2, w.s3)
	f.add(24, nn.s2, n.s2)
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Dynamic adds to f the features of word i that the tags of the words before
// it have a part in. Those must have been given to Push.
func (s *Sentence) Dynamic(i int, f *Features) {
	k := pad + i
	w, n := &s.w[k], &s.w[k+1]
	t1, t2 := uint32(s.tags[k-1]), uint32(s.tags[k-2])
	t12 := t1<<8 | t2
	f.add(32, t1, 0)
	f.add(33, t2, 0)
	f.add(34, t12, 0)
	f.add(35, t1, w.low)
	f.add(36, t12, w.low)
	f.add(37, t1, n.low)
	f.add(38, t1, w.s3)
	f.add(39, t12, w.s2)
	f.add(40, t1, w.shape)
	f.add(41, t1, pair(w.s2, n.s2))
	verb := uint32(s.verb)<<1 | b2u(s.finite)
	f.add(42, verb<<8|t1, 0)
	f.add(43, verb, w.s2)
	f.add(44, verb, w.low)
	f.add(45, pair(s.verbLow, s.sinceTag), w.s2)
}

// Push records the tag of word i.
func (s *Sentence) Push(i int, t Tag) {
	k := pad + i
	s.tags[k] = t
	if s.sinceTag < 4 && s.verb != noTag {
		s.sinceTag++
	}
	switch t {
	case VBD, VBZ, VBP, MD:
		s.finite = true
		s.verb, s.verbLow, s.sinceTag = t, s.w[k].low, 0
	case VB, VBN, VBG:
		s.verb, s.verbLow, s.sinceTag = t, s.w[k].low, 0
	case Period, Colon, WDT, WP, WRB, CC, OpenQuote:
		s.newClause()
	}
}

// LowerHash returns the hash of word i in lower case.
func (s *Sentence) LowerHash(i int) uint32 { return s.w[pad+i].low }
