package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelKind is what a label at the head of a paragraph is taken for before the rest of the text is known.
type labelKind uint8

const (
	noLabel  labelKind = iota
	question           // "Q:", "QUESTION:"
	openQ              // "Q" without a colon, as the White House publishes it
	answer             // "A:"
	titled             // a title, mostly with a name: "MS. HARGROVE:", "President of Chad Anton Belik:"
	member             // "Mr. KING.", as parliaments print it
	capitals           // "HARGROVE:"
	plain              // "Tamsin Hargrove:", "Newswire:"
)

// label is what opens a paragraph and may be the name of whoever has the turn.
type label struct {
	kind labelKind
	name Span // without marks and remarks
	end  int  // where the words of the turn begin
}

// The longest label, in bytes and in words.
const (
	maxLabel      = 140
	maxLabelWords = 14
)

// labelMarks may stand around a label: quotation marks and the marks of Markdown.
const labelMarks = "*_#\"“” \u00a0"

// labelOf returns the label that opens s, by its form alone.
func labelOf(s string) label {
	open := len(s) - len(strings.TrimLeft(s, labelMarks))
	head := s[open:]
	if end := openQuestion(head); end > 0 {
		return label{openQ, Span{open, open + 1}, open + end}
	}
	if len(head) > maxLabel {
		head = head[:maxLabel]
	}
	if i := strings.IndexByte(head, ':'); i > 0 && strings.IndexByte(head[:i], '\n') < 0 {
		end := len(head[:i+1]) + len(head[i+1:]) - len(strings.TrimLeft(head[i+1:], "*_"))
		rest := s[open+end:]
		if r, _ := utf8.DecodeRuneInString(rest); rest == "" || unicode.IsSpace(r) {
			name := withoutRemark(head[:i])
			kind := labelKindOf(name, strings.TrimSpace(rest) == "")
			if kind != noLabel {
				return label{kind, Span{open, open + len(name)}, open + end}
			}
		}
	}
	return memberLabel(head, open)
}

// withoutRemark cuts what is no name off the end of a label: "Mr. Belik (on the phone)".
func withoutRemark(name string) string {
	name = strings.TrimRight(name, labelMarks)
	if strings.HasSuffix(name, ")") {
		if i := strings.LastIndexByte(name, '('); i > 0 {
			name = strings.TrimRight(name[:i], labelMarks)
		}
	}
	return name
}

// openQuestion returns where the words begin behind a "Q" without a colon, 0 if s opens with none.
func openQuestion(s string) int {
	if len(s) < 2 || s[0] != 'Q' {
		return 0
	}
	rest := strings.TrimLeft(s[1:], "*_")
	said := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(said) == len(rest) {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(said); said != "" && unicode.IsLower(r) || strings.HasPrefix(said, "&") {
		return 0
	}
	return len(s) - len(rest)
}

// labelKindOf returns what a label with a colon may be. Alone in its line it is no name behind a title unless in capitals.
func labelKindOf(name string, alone bool) labelKind {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > maxLabelWords {
		return noLabel
	}
	whole := strings.ToLower(strings.TrimRight(name, "0123456789 "))
	switch {
	case askers.Has(whole):
		return question
	case answerers.Has(whole):
		return answer
	case headings.Has(strings.ToLower(words[0])):
		return noLabel
	}
	title, behindOf, n := titleWords(words)
	rest := words[n:]
	upper := 0 // words with a capital among those behind the title
	for _, w := range rest {
		r, size := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) && isNameWord(w, size):
			upper++
		case !connectors.Has(w) && !nameParticles.Has(strings.ToLower(w)):
			return noLabel
		}
	}
	caps := isCapitals(words)
	switch {
	case title && caps && len(rest) <= 4:
		return titled
	case title && !alone && (behindOf && upper >= 3 || !behindOf && upper >= 1 && len(rest) <= 4):
		return titled
	case caps && len(words) <= 6:
		return capitals
	case upper > 0 || title:
		return plain
	}
	return noLabel
}

// titleWords returns how many words of a label are its title, whether there is one, and whether "of" opens what follows.
func titleWords(words []string) (title, behindOf bool, n int) {
	for ; n < len(words); n++ {
		w := strings.ToLower(strings.TrimSuffix(words[n], "."))
		switch {
		case titles.Has(w) && (n < len(words)-1 || !title):
			title, behindOf = true, false
		case connectors.Has(w) && title:
			behindOf = true
		case modifiers.Has(w) && (n < len(words)-1 || !title):
			behindOf = false
		default:
			return title, behindOf, n
		}
	}
	return title, behindOf, n
}

// isNameWord reports whether a capitalised word can stand in a name: without digits, possessors and commas, and with a full
// stop only behind an initial or abbreviation.
func isNameWord(w string, first int) bool {
	for i, r := range w {
		if r == '.' && i == len(w)-1 && len(w) > 4+first || !unicode.IsLetter(r) && !strings.ContainsRune(".'’-/", r) {
			return false
		}
	}
	return !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s")
}

// isCapitals reports whether words are in capitals, particles and the "c" of "McKEON" aside.
func isCapitals(words []string) bool {
	some := false
	for _, w := range words {
		if !isCapital(w) && !nameParticles.Has(w) && !connectors.Has(w) && !isAbbreviation(w) {
			return false
		}
		some = some || isCapital(w)
	}
	return some
}

func isAbbreviation(w string) bool {
	return titles.Has(strings.ToLower(strings.TrimSuffix(w, "."))) && len(w) <= 4
}

// isCapital reports whether the last letters of a word are capitals.
func isCapital(w string) bool {
	w = strings.TrimRight(w, ".")
	r, n := utf8.DecodeLastRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(w[:len(w)-n])
	return len(w) == n || !unicode.IsLower(before)
}

// memberLabel returns the label with a full stop that opens s: "Mr. KING.", "The PRESIDING OFFICER.", "Ms. GREEN of Chad."
func memberLabel(s string, open int) label {
	words, pos := 0, 0
	titleSeen, nameSeen := false, false
	for pos < len(s) && words < 8 {
		w := s[pos:]
		if i := strings.IndexAny(w, " \u00a0\n"); i >= 0 {
			w = w[:i]
		}
		if strings.HasPrefix(w, "(") && nameSeen { // "(during the reading)."
			i := strings.Index(s[pos:], ").")
			if i < 0 {
				return label{}
			}
			return label{member, Span{open, open + len(strings.TrimRight(s[:pos], labelMarks))}, open + pos + i + 2}
		}
		bare := strings.TrimSuffix(w, ".")
		switch lower := strings.ToLower(bare); {
		case words == 0 && (titles.Has(lower) && len(bare) <= 5 || w == "The"):
			titleSeen = true
		case titleSeen && len(bare) > 1 && isCapital(bare) && isNameWord(bare, 1) && !strings.Contains(bare, "."):
			nameSeen = true
		case nameSeen && (connectors.Has(bare) || nameParticles.Has(bare) || presidingWords.Has(bare)):
		case nameSeen && bare != w && isNameWord(bare, 1) && unicode.IsUpper(rune(bare[0])): // "of Chad."
		default:
			return label{}
		}
		words++
		pos += len(w)
		if nameSeen && bare != w {
			if !strings.HasPrefix(s[pos:], " ") && !strings.HasPrefix(s[pos:], "\u00a0") {
				return label{}
			}
			return label{member, Span{open, open + pos - 1}, open + pos}
		}
		for pos < len(s) && (s[pos] == ' ' || strings.HasPrefix(s[pos:], "\u00a0")) {
			_, n := utf8.DecodeRuneInString(s[pos:])
			pos += n
		}
	}
	return label{}
}

// opensTurn reports whether a line opens a turn by its form alone, so that no line before it goes on with it.
func opensTurn(line string) bool {
	switch l := labelOf(line); l.kind {
	case question, titled, member:
		return true
	case openQ:
		said := line[l.end:]
		return len(said)-len(strings.TrimLeftFunc(said, unicode.IsSpace)) > 1
	}
	return false
}

// turns finds the paragraphs that open a turn of a transcript. Labels whose form says so are turns wherever they stand;
// others are where the text is a transcript, by at least two turns, or where they recur.
func (d *Doc) turns() {
	labels := make([]label, len(d.Paragraphs))
	some := false
	for i, p := range d.Paragraphs {
		labels[i] = labelOf(d.Slice(p.Span))
		some = some || labels[i].kind != noLabel
	}
	if !some {
		return
	}
	t := transcript{Doc: d, labels: labels, count: map[string]int{}, asked: map[string]int{}, surnames: map[string]bool{}, turn: make([]bool, len(labels))}
	t.read()
	for i := range d.Paragraphs {
		if p := &d.Paragraphs[i]; t.turn[i] {
			l := labels[i]
			p.Turn, p.Label = true, trim(d.Text, Span{p.Start, p.Start + l.end})
			p.Speaker = Span{p.Start + l.name.Start, p.Start + l.name.End}
			p.Asks = l.kind == question || l.kind == openQ || t.asksOnly(i)
			p.Answers = l.kind == answer
			p.Lead = d.TokenAt(p.Start + l.end)
		}
	}
}

// transcript decides which labels of a text are turns.
type transcript struct {
	*Doc
	labels []label
	count  map[string]int // how often each name is a label
	asked  map[string]int // and how often its words hold a question mark
	turn   []bool
	// surnames are the last words of names behind a title, as which their bearers may go on.
	surnames map[string]bool
	sure     int // turns by their form
}

func (t *transcript) key(i int) string {
	p := t.Paragraphs[i]
	return t.Text[p.Start+t.labels[i].name.Start : p.Start+t.labels[i].name.End]
}

func (t *transcript) read() {
	kinds := map[labelKind]int{}
	for i, l := range t.labels {
		kinds[l.kind]++
		if l.kind != noLabel {
			key := t.key(i)
			t.count[key]++
			if l.kind == titled {
				t.surnames[lastWord(key)] = true
			}
			if strings.Contains(t.Slice(t.Paragraphs[i].Span), "?") {
				t.asked[key]++
			}
		}
	}
	t.sure = kinds[question] + kinds[titled] + kinds[member]
	if t.sure == 0 && kinds[openQ]+kinds[capitals]+kinds[plain] < 2 && !t.runsTogether() {
		return
	}
	for i, l := range t.labels {
		t.turn[i] = t.byForm(i, l, kinds)
	}
	for i, l := range t.labels {
		t.turn[i] = t.turn[i] || l.kind == plain && t.isQuestion(i)
	}
}

func lastWord(name string) string {
	return name[strings.LastIndexByte(strings.ReplaceAll(name, "\u00a0", "  "), ' ')+1:]
}

// byForm reports whether a label is a turn by its form and by how often it stands in the text.
func (t *transcript) byForm(i int, l label, kinds map[labelKind]int) bool {
	switch l.kind {
	case question, titled:
		return true
	case member:
		return kinds[member] > 1 || !strings.HasPrefix(t.key(i), "The ")
	case openQ:
		return t.sure > 0 || kinds[openQ] > 1
	case answer:
		return kinds[question]+kinds[openQ] > 0
	case capitals:
		return t.sure > 1 || t.surnames[lastWord(t.key(i))] || t.sure+kinds[capitals] > 1 && t.recurs(i)
	case plain:
		return t.isCut(i) || i+1 < len(t.labels) && i == 0 && t.isCut(1) ||
			(t.recurs(i) || t.surnames[lastWord(t.key(i))]) && t.isSpoken(i)
	}
	return false
}

// recurs reports whether the label of paragraph i stands in the text again, with another label between.
func (t *transcript) recurs(i int) bool {
	key := t.key(i)
	if t.count[key] < 2 {
		return false
	}
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(t.labels); j += step {
			if t.labels[j].kind == noLabel {
				continue
			}
			if t.key(j) != key {
				break
			}
			return t.count[key] > 2
		}
	}
	return true
}

// isSpoken reports whether the words behind a label are sentences, and the label is more than one word.
func (t *transcript) isSpoken(i int) bool {
	p := t.Paragraphs[i]
	return endsSentence(t.Slice(p.Span)) && (t.sure > 0 || strings.ContainsAny(t.key(i), " \u00a0"))
}

// isQuestion reports whether paragraph i asks something to which the next turn, right behind it, or the last one before it
// answers.
func (t *transcript) isQuestion(i int) bool {
	if !strings.Contains(t.Slice(t.Paragraphs[i].Span), "?") {
		return false
	}
	if i+1 < len(t.turn) && t.labels[i+1].kind != noLabel {
		return t.turn[i+1]
	}
	return i+1 == len(t.turn) && i > 0 && t.labels[i].kind == plain && t.turnBefore(i)
}

func (t *transcript) turnBefore(i int) bool {
	for i--; i >= 0; i-- {
		if t.labels[i].kind != noLabel {
			return t.turn[i]
		}
	}
	return false
}

// asksOnly reports whether the label of paragraph i, that of nobody with a title, opens only questions.
func (t *transcript) asksOnly(i int) bool {
	if k := t.labels[i].kind; k != plain && k != capitals || t.isCut(i) {
		return false
	}
	key := t.key(i)
	return t.asked[key] == t.count[key]
}

// isCut reports whether paragraph i goes on in the line of the one before it, from which its label has cut it.
func (t *transcript) isCut(i int) bool {
	return i > 0 && !strings.ContainsAny(t.Text[t.Paragraphs[i-1].End:t.Paragraphs[i].Start], "\n\r\u2029")
}

func (t *transcript) runsTogether() bool {
	for i := range t.Paragraphs {
		if t.isCut(i) {
			return true
		}
	}
	return false
}

// cutTurns cuts a paragraph in which the turns of a transcript run together: "... here. President of Chad Anton Belik: ...".
// It does so where one of them at least names an office, its state or body and its holder.
func cutTurns(s string, p Span) []Span {
	var cuts []int
	sure := false
	for i := p.Start; i < p.End; i++ {
		colon := strings.Index(s[i:p.End], ": ")
		if colon < 0 {
			break
		}
		colon += i
		start, kind := inlineLabel(s[max(i, colon-maxLabel):colon], i == p.Start && colon-i <= maxLabel)
		if i = colon; kind == noLabel {
			continue
		}
		sure = sure || kind == titled
		if at := colon - start; at > p.Start {
			cuts = append(cuts, at)
		}
	}
	if !sure {
		return []Span{p}
	}
	var out []Span
	for _, at := range cuts {
		out = append(out, trim(s, Span{p.Start, at}))
		p.Start = at
	}
	return append(out, p)
}

// inlineLabel returns how many bytes at the end of s, which stands before a colon, are the name of a turn, and its kind:
// titled for an office with its state. The name is what follows the last sentence, or the office behind a heading.
func inlineLabel(s string, opens bool) (size int, kind labelKind) {
	from := -1
	if opens {
		from = 0
	}
	for i, r := range s {
		if n := i + utf8.RuneLen(r); strings.ContainsRune(".!?…*>)”", r) && (r == '*' || strings.HasPrefix(s[n:], " ")) && n < len(s) {
			if r != ')' || !strings.HasSuffix(s, ")") {
				from, opens = n, r == '*'
			}
		}
	}
	if from < 0 {
		return 0, noLabel
	}
	name := strings.TrimLeft(s[from:], " \u00a0")
	if kind := officeOrName(name); kind != noLabel {
		return len(name), kind
	}
	for i := strings.IndexByte(name, ' '); opens && i >= 0; {
		if officeOrName(name[i+1:]) == titled {
			return len(name) - i - 1, titled
		}
		next := strings.IndexByte(name[i+1:], ' ')
		if next < 0 {
			break
		}
		i += next + 1
	}
	return 0, noLabel
}

// officeOrName returns titled for an office with its state and holder, plain for a name of several words, else noLabel.
func officeOrName(s string) labelKind {
	name := withoutRemark(s)
	switch kind := labelKindOf(name, false); {
	case kind == titled && strings.Contains(name, " of "):
		return titled
	case (kind == titled || kind == plain) && strings.Contains(name, " "):
		return plain
	}
	return noLabel
}
