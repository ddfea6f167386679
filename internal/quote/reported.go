package quote

import (
	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// reported enters the reported clause of cue group g, if it has one: behind it, or around it ("The ship, he said, sank").
func (f *finder) reported(g int) {
	grp := f.Groups[g]
	c, ok := f.cueOf(g)
	if !ok || f.used[g] || f.isSkipped(grp.Head) || f.Paragraphs[f.Sentence(grp.Head).Para].Kind == text.Title {
		if !f.isMakeClear(g) {
			return
		}
		c = cue.Cue{Mode: cue.Assertion, Frames: cue.That}
	}
	if !c.Takes(cue.That|cue.Bare) || grp.Form == syntax.Participle || grp.Form == syntax.Infinitive && !f.isUttered(g) {
		return
	}
	if f.parenthetical(g, c) {
		return
	}
	start := f.clauseStart(g, c)
	if start == syntax.None {
		return
	}
	source, p := f.source(g)
	if p == syntax.None && grp.Form == syntax.Gerund {
		p = grp.Subject
	}
	if p == syntax.None || f.FirstPerson(p) && !f.InMarks(grp.Head) && !f.insideQuote(grp.Head) {
		return // the issuer's own "We reiterate that" is no quote
	}
	if f.isHypothetical(grp) {
		return
	}
	end := f.clauseEnd(start, g)
	f.enterReported(g, p, source, f.pieces(start, end), c.Mode)
}

// isUttered reports whether an infinitive is said all the same: "are pleased to announce", "continues to insist".
func (f *finder) isUttered(g int) bool {
	gov := f.Groups[g].Governor
	if gov == syntax.None {
		return false
	}
	if at := f.Groups[gov].Predicate; at != syntax.None && lexicon.Willing.Has(f.Norm(at)) {
		return true
	}
	return lexicon.Uttering.Has(f.Lemma(f.Groups[gov].Head))
}

// isMakeClear recognises "made clear that".
func (f *finder) isMakeClear(g int) bool {
	grp := f.Groups[g]
	return f.Lemma(grp.Head) == "make" && f.Norm(grp.Last) == "clear" && !f.used[g]
}

// insideQuote reports whether token i lies within a quote found so far.
func (f *finder) insideQuote(i int) bool { return f.within[i] }

// isHypothetical leaves out what was not said: questions of whether somebody will say it, refusals and commands.
func (f *finder) isHypothetical(g syntax.Group) bool {
	switch g.Modal {
	case "will", "would", "could", "might", "may", "can", "must", "should":
		return true
	}
	return g.Negated
}

func (f *finder) enterReported(g, p int, source text.Span, content []text.Span, mode cue.Mode) {
	if len(content) == 0 {
		return
	}
	span, _ := f.cueSpan(g)
	q := Quote{Kind: f.kindOf(content), Content: content, Cue: span, Source: source, Speaker: f.speaker(p), Mode: mode, group: g}
	f.used[g] = true
	f.add(q)
}

// kindOf tells an indirect quote from a mixed one. The marks of a nested quote do not make the outer one mixed.
func (f *finder) kindOf(content []text.Span) Kind {
	for _, c := range content {
		from, to := f.marksIn(f.TokenRange(c))
		for i := from; i < to; i++ {
			if m := f.Marks[i]; f.owner[i] == None && !m.Single && c.Contains(m.Inner) && !f.isScare(m.First, m.Last) {
				return Mixed
			}
		}
	}
	return Indirect
}

// isScare reports whether marks hold a name or an expression kept at a distance ("the so-called "caliphate"").
func (f *finder) isScare(first, last int) bool {
	return last-first <= 3 && (f.Norm(first-2) == "so-called" || f.Norm(first-2) == "named" || f.Norm(first-2) == "called" || f.Tag(first-2) == tagger.DT && f.Tokens[first].Upper)
}

// clauseStart returns the first token of the clause that cue g reports, or None.
func (f *finder) clauseStart(g int, c cue.Cue) int {
	_, i := f.cueSpan(g)
	limit := f.Sentence(f.Groups[g].Head).Last
	if f.Norm(f.Groups[g].Last) == "clear" {
		i = f.Groups[g].Last + 1
	}
	for k := i; k < limit && k < i+12; k++ { // "said on Monday, through a spokesman, that"
		if f.Norm(k) == "that" && f.ClauseStarts(k+1, limit) {
			if f.isNounClause(k) && k > i {
				break
			}
			return k + 1
		}
		if n := f.Norm(k); n == "," && k+1 < limit && f.Norm(k+1) != "through" || f.IsQuoteMark(k) || f.Tag(k) == tagger.CC || f.GroupAt[k] != syntax.None {
			break
		}
	}
	if !c.Takes(cue.Bare) {
		return syntax.None
	}
	k := f.skipAdverbials(i, limit)
	if f.ClauseStarts(k, limit) && f.Norm(k) != "," {
		return k
	}
	return syntax.None
}

// isNounClause reports whether "that" at k follows a noun that takes it as a relative pronoun.
func (f *finder) isNounClause(k int) bool {
	p := f.PhraseEnding(k - 1)
	if p == syntax.None || calendar.IsDay(f.Norm(k-1)) {
		return false
	}
	return f.GroupAt[k+1] != syntax.None
}

// clauseEnd returns the end of the complement that goes on at token i: the end of the sentence, without the full stop and
// an attribution at its edge, or the coordinated verb of the one who speaks.
func (f *finder) clauseEnd(i, g int) int {
	sent := f.Sentence(min(i, len(f.Tokens)-1))
	end := f.markedEnd(i, sent.Last)
	for k := i; k < end; k++ {
		if f.Norm(k) == ";" && g != syntax.None {
			end = k
			break
		}
		if g != syntax.None && f.returnsToSpeaker(k, g) {
			end = k
			break
		}
		if open := f.closingAttribution(k, sent.Last); open {
			end = k
			break
		}
	}
	return f.trimEnd(i, end)
}

// markedEnd returns the closing mark if token i stands between marks that close before limit, else limit.
func (f *finder) markedEnd(i, limit int) int {
	if i >= len(f.pairOf) {
		return limit
	}
	for p := f.pairOf[i]; p != None; p = f.Marks[p].Parent {
		if f.Marks[p].First < i && !f.Marks[p].Single {
			limit = min(limit, f.Marks[p].Last)
		}
	}
	return limit
}

// trimEnd leaves out the full stop and the comma at the end of a clause, and a closing mark that opens outside it.
func (f *finder) trimEnd(i, end int) int {
	for end > i+1 {
		n := f.Norm(end - 1)
		if n == "." || n == "," || n == ";" || n == ":" || n == "?" || n == "!" || f.Tag(end-1) == tagger.CC {
			if n == "?" || n == "!" {
				return end
			}
			end--
			continue
		}
		if f.IsQuoteMark(end-1) && f.Opening(end-1) < i {
			end--
			continue
		}
		break
	}
	return end
}

// returnsToSpeaker reports whether a conjunction at token k leads back to the one who speaks: a verb of speech or stance
// in the form of the cue follows it without a subject of its own.
func (f *finder) returnsToSpeaker(k, g int) bool {
	if f.Tag(k) != tagger.CC || f.InMarks(k) != f.InMarks(f.Groups[g].Head) {
		return false
	}
	if p := f.PhraseStarting(k + 1); p != syntax.None && f.FirstPerson(p) && f.Groups[g].Subject != syntax.None {
		return !f.FirstPerson(f.Groups[g].Subject) // "told us that it agrees, and we are glad"
	}
	j := k + 1
	for text.IsAdverb(f.Tag(j)) || f.Norm(j) == "," {
		j++
	}
	next := f.GroupOf(j)
	if next == syntax.None {
		return false
	}
	h := f.Groups[next]
	if h.Form != syntax.Finite || h.First > j || h.Modal != "" || f.Lemma(h.Head) == "be" {
		return false
	}
	_, isCue := f.cues.Verbs[f.Lemma(h.Head)]
	return isCue && f.Tag(h.Head) == f.Tag(f.Groups[g].Head)
}

// closingAttribution reports whether ", he said" or ", said X" at token k ends the sentence.
func (f *finder) closingAttribution(k, limit int) bool {
	if f.Norm(k) != "," || f.InMarks(k) {
		return false
	}
	g := syntax.None
	if p := f.PhraseStarting(k + 1); p != syntax.None {
		g = f.VerbOf(p, min(limit, f.Phrases[p].Last+25))
	} else if h := f.GroupStarting(k + 1); h != syntax.None {
		if q := f.inverted(h, limit); q != syntax.None && f.canSpeak(q) {
			g = h
		}
	}
	c, ok := f.cueOf(g)
	if !ok || !c.Takes(cue.That) || f.clauseFollows(g) {
		return false
	}
	return true
}

// clauseFollows reports whether group g has a complement behind it.
func (f *finder) clauseFollows(g int) bool {
	c, _ := f.cueOf(g)
	return f.clauseStart(g, c) != syntax.None
}

// parenthetical enters the quote around an attribution set off by commas: "The ship, he said, sank." and "The ship sank,
// he said."
func (f *finder) parenthetical(g int, c cue.Cue) bool {
	if !c.Takes(cue.Bare) || f.Groups[g].Form != syntax.Finite {
		return false
	}
	grp := f.Groups[g]
	sent := f.Sentence(grp.Head)
	p, open, close := grp.Subject, syntax.None, syntax.None
	if q := f.inverted(g, sent.Last); q != syntax.None && f.Norm(grp.First-1) == "," && f.canSpeak(q) && f.Phrases[q].Last < sent.Last {
		p, open, close = q, grp.First-1, f.endOfSource(q, sent.Last)
	} else if p != syntax.None && f.Phrases[p].Last <= grp.First {
		open = f.Phrases[p].First - 1
		_, close = f.cueSpan(g)
		close = f.skipAdverbials(close, sent.Last)
		if f.Norm(close-1) == "," && close > grp.Last {
			close--
		}
	}
	if open <= sent.First || f.Norm(open) != "," || close >= sent.Last {
		return false
	}
	if n := f.Norm(close); n != "," && n != "." && n != ";" && !(f.afterAdverbial(close, sent.Last)) {
		return false
	}
	if f.clauseFollows(g) && f.Norm(close) != "," {
		return false
	}
	first := f.quoteStart(sent, open)
	if first >= open || !f.VerbWithin(first, sent.Last, sent.Last-first) {
		return false
	}
	if f.Norm(open-1) == "," || f.IsQuoteMark(open-1) {
		return false
	}
	content := f.pieces(first, f.trimEnd(first, open))
	if f.Norm(close) == "," && close+2 < sent.Last && f.isUnfinished(first, open) {
		content = append(content, f.pieces(close+1, f.clauseEnd(close+1, g))...)
	}
	source, _ := f.source(g)
	if p != grp.Subject {
		source = f.sourceSpan(p, sent.Last)
	}
	f.enterReported(g, p, source, content, c.Mode)
	return true
}

// canSpeak reports whether a phrase denotes an actor or a name.
func (f *finder) canSpeak(p int) bool {
	return f.IsActor(f.Of(p)) || f.FirstPerson(p) || f.Tokens[f.Phrases[p].Head].Upper
}

// isUnfinished reports whether the tokens [first, last) before an attribution are no clause of their own, so that what
// follows the attribution goes on with them: "The ship, he said, sank"; "If it did not, he warned, Warsaw would ...".
func (f *finder) isUnfinished(first, last int) bool {
	if lexicon.Dependent.Has(f.Norm(first)) {
		return true
	}
	for i := first; i < last; i++ {
		if g := f.GroupAt[i]; g != syntax.None && f.Groups[g].Form == syntax.Finite && !f.Groups[g].Relative && f.Groups[g].Subject != syntax.None {
			return false
		}
	}
	return true
}

// afterAdverbial reports whether an adverbial that ends the attribution begins at token i ("said at a news conference").
func (f *finder) afterAdverbial(i, limit int) bool {
	tag := f.Tag(i)
	return (tag == tagger.IN || tag == tagger.TO) && f.Norm(i) != "that" && !f.VerbWithin(i, limit, 6)
}

// endOfSource returns the end of the source phrase behind an inverted cue, with its appositions.
func (f *finder) endOfSource(p, limit int) int {
	i := f.Phrases[p].Last
	for i < limit && f.Norm(i) != "," && f.Norm(i) != "." && f.Norm(i) != ";" {
		i++
	}
	return i
}

// quoteStart returns where the content before a parenthetical attribution begins: with the sentence, behind a conjunction
// or a dateline.
func (f *finder) quoteStart(sent text.Sentence, open int) int {
	first := sent.First
	if p := f.Paragraphs[sent.Para]; p.Lead > first && p.Lead < open {
		first = p.Lead
	}
	for k := open - 1; k > first; k-- {
		if f.Norm(k) == ";" || f.IsQuoteMark(k) && !f.InMarks(k+1) && k > first && f.Norm(k-1) == "." {
			return k + 1
		}
	}
	if f.Tag(first) == tagger.CC {
		first++
	}
	return first
}

// pieces returns the content from token first to token last: one piece, trimmed.
func (f *finder) pieces(first, last int) []text.Span {
	if first >= last {
		return nil
	}
	return []text.Span{f.Cover(first, last)}
}

// accordingTo enters "according to X" with the rest of the sentence as its content.
func (f *finder) accordingTo() {
	for i := 0; i+2 < len(f.Tokens); i++ {
		if f.Norm(i) != "according" || f.Norm(i+1) != "to" || f.isSkipped(i) {
			continue
		}
		p := f.PhraseStarting(i + 2)
		if p == syntax.None {
			continue
		}
		sent := f.Sentence(i)
		source, end := f.sourceOfAccording(p, sent.Last)
		var content []text.Span
		if lead := max(sent.First, f.Paragraphs[sent.Para].Lead); i <= lead+1 && f.Norm(end) == "," {
			content = f.pieces(f.afterApposition(end, sent.Last), f.trimEnd(i, sent.Last))
		} else if first := f.clauseBefore(max(sent.First, f.Paragraphs[sent.Para].Lead)); f.Norm(end) == "," && f.Norm(i-1) == "," && f.inRelative(i) {
			content = f.pieces(end+1, f.trimEnd(end+1, sent.Last))
		} else {
			content = f.pieces(first, f.trimEnd(first, i))
		}
		if len(content) == 0 {
			continue
		}
		q := Quote{Kind: f.kindOf(content), Content: content, Cue: f.Cover(i, i+2), Source: source, Speaker: f.speaker(p), Mode: cue.Assertion, group: syntax.None}
		f.add(q)
	}
}

// inRelative reports whether "according to" at i follows a relative pronoun: "in which, according to X, ...".
func (f *finder) inRelative(i int) bool {
	switch f.Norm(i - 2) {
	case "which", "who", "that", "where", "when":
		return true
	}
	return false
}

// afterApposition steps over an apposition between commas: "According to Mr. Zhao, a spokesman for the ministry, ...".
func (f *finder) afterApposition(comma, limit int) int {
	next := comma + 1
	if f.Norm(next) != "a" && f.Norm(next) != "an" && f.Norm(next) != "the" {
		return next
	}
	for k := next; k < limit && k < next+20; k++ {
		if f.GroupAt[k] != syntax.None && f.Groups[f.GroupAt[k]].Form == syntax.Finite {
			return next
		}
		if f.Norm(k) == "," {
			return k + 1
		}
	}
	return next
}

func (f *finder) sourceOfAccording(p, limit int) (text.Span, int) {
	first := f.Phrases[p].First
	i := first
	for i < limit && f.Norm(i) != "," && f.Norm(i) != "." && f.Norm(i) != ";" && f.Norm(i) != ":" {
		i++
	}
	if f.Norm(first) == "a" || f.Norm(first) == "two" { // with what describes the source
		return f.Cover(first, i), i
	}
	return f.sourceSpan(p, i), i
}

// clauseBefore returns where the clause begins that opens at token first, behind a conjunction.
func (f *finder) clauseBefore(first int) int {
	if f.Tag(first) == tagger.CC {
		return first + 1
	}
	return first
}

// nouns enters the "that" clauses of reporting nouns with a source: "the Prime Minister's assurance that ...".
func (f *finder) nouns() {
	for p := range f.Phrases {
		ph := f.Phrases[p]
		c, ok := f.cues.Nouns[f.Lemma(ph.Head)]
		if !ok || f.isSkipped(ph.Head) {
			continue
		}
		limit := f.Sentence(ph.Head).Last
		start := f.ChainEnd(ph.Last, 2, limit-1, "to", "in", "on", "from") + 1 // behind "to Norway in 2022"
		switch {
		case f.Norm(start-1) == "that" && f.ClauseStarts(start, limit):
		case f.Norm(ph.Last) == "to" && c.Takes(cue.Inf) && f.marksWithin(start, limit):
			c.Mode = cue.Assertion
		default:
			continue
		}
		if g := f.groupBefore(ph.First); g != syntax.None && lexicon.Voicing.Has(f.Lemma(f.Groups[g].Head)) {
			c.Mode = cue.Assertion // a belief that is told
		}
		source, speaker := f.ownerOf(ph)
		if source.Len() == 0 {
			continue
		}
		content := f.pieces(start, f.clauseEnd(start, syntax.None))
		cueSpan := f.Tokens[ph.Head].Span
		f.add(Quote{Kind: f.kindOf(content), Content: content, Cue: cueSpan, Source: source, Speaker: speaker, Mode: c.Mode, group: syntax.None})
	}
}

func (f *finder) marksWithin(first, last int) bool {
	for k := first; k < last; k++ {
		if f.IsQuoteMark(k) {
			return true
		}
	}
	return false
}

// ownerOf returns the possessor of a noun phrase, or the subject of the light verb that governs it ("gave assurances").
func (f *finder) ownerOf(ph syntax.Phrase) (text.Span, int) {
	for i := ph.First; i < ph.Head; i++ {
		if f.Tag(i) == tagger.POS {
			return f.Cover(ph.First, i), f.OwnerOf(ph.First)
		}
		if f.Tag(i) == tagger.PRPS {
			return f.Tokens[i].Span, f.OwnerOf(i)
		}
	}
	g := f.groupBefore(ph.First)
	if g != syntax.None && f.Groups[g].Subject != syntax.None && f.Groups[g].Object != syntax.None && f.Phrases[f.Groups[g].Object].First == ph.First {
		src, p := f.source(g)
		return src, f.speaker(p)
	}
	return text.Span{}, None
}

func (f *finder) groupBefore(i int) int {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if g := f.GroupAt[k]; g != syntax.None {
			return g
		}
	}
	return syntax.None
}
