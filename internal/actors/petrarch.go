package actors

import (
	"io"
	"slices"
	"strings"
)

// ReadPetrarch reads an actor dictionary of TABARI or PETRARCH2. The format is
// described in the manual of TABARI 0.8 (Schrodt, chapter 5) and in the
// documentation of PETRARCH2 (Open Event Data Alliance, "PETRARCH Dictionary
// Formats"). The name of the file is for the problems.
//
//	RIVENMARK_ [RVM]            # a name and its code
//	+RIVENMARKIAN_              ; a synonym
//	ANNA_OF_RIVENMARK_
//	    [RVMELI <890119]        until 19 January 1989
//	    [RVMGOV 890120-930120]  both days belong to the term
//	    [RVMELI >19930121]      from 21 January 1993
//	    [RVM]                   at any other time
//	<!-- a comment, that
//	     may go on -->
//
// A blank in a name may be an underscore. Dates are YYMMDD, where 30 to 99 are
// of the 20th century, or YYYYMMDD. The code [---] is the [NullCode].
// Indentation and blank lines are for the reader only. Beyond the manuals
// several codes may follow each other in a line, and lines may end as on any
// system.
//
// The kind of an actor is guessed from its codes, as they do not tell: a code
// of countries only, such as ARM, makes a [State]; IGO, NGO, NGM or MNC in all
// codes an [Organization]; REB, INS, SEP, UAF or IMG in all codes a [Group]. Of
// the others those with dates are a [Person], those without a [Group].
//
// An actor without a code is reported and returned without a role. If its name
// is irregular, the first regular synonym takes the place. Two actors with the
// same name are returned both.
//
// The error is that of the reader, with what was read until then.
func ReadPetrarch(name string, r io.Reader) ([]Actor, []Problem, error) {
	d := &dictionary{problems: problems{file: name}}
	err := eachLine(r, &d.problems, d.line)
	d.close()
	return d.actors, d.sorted(), err
}

// dictionary is an actor dictionary while it is read.
type dictionary struct {
	problems
	actors []Actor
	block  *block // the actor that is read
}

// block is the part of a dictionary on one actor.
type block struct {
	Actor
	head    line
	bad     bool   // a problem with its codes was reported
	waiting []line // lines with codes read while there is no name
}

// line reads one line.
func (d *dictionary) line(ln line) {
	text := strings.TrimSpace(ln.text)
	switch {
	case strings.HasPrefix(text, "<!"):
		d.add(ln.no, ln.raw, "not a comment: write <!-- without blanks")
	case text[0] == '+':
		d.synonyms(ln, text)
	case text[0] == '[':
		d.codes(ln, text)
	case strings.TrimLeft(ln.text, " \t") != ln.text:
		d.add(ln.no, ln.raw, "indented, but neither a code nor a synonym")
	default:
		d.name(ln, text)
	}
}

// name reads the first line of a block.
func (d *dictionary) name(ln line, text string) {
	d.close()
	d.block = &block{head: ln}
	d.block.Line = ln.no
	head, codes, reason := splitCodes(text)
	d.block.Name = d.checked(ln, head)
	if d.block.Name == "" {
		d.block.bad = true // one report is enough
	}
	d.roles(ln, codes, reason)
}

// checked returns a name as in a text. It reports an irregular one and returns
// an empty string, or what can be used of it.
func (d *dictionary) checked(ln line, s string) string {
	s = phrase(s)
	if reason := checkName(s); reason != "" {
		d.add(ln.no, ln.raw, "%s", reason)
		return ""
	}
	if strings.Count(s, "(") != strings.Count(s, ")") {
		before, _, _ := strings.Cut(s, "(")
		if before = strings.TrimSpace(before); checkName(before) != "" || strings.Contains(before, ")") {
			d.add(ln.no, ln.raw, "parenthesis not closed or not opened")
			return ""
		}
		d.add(ln.no, ln.raw, "parenthesis not closed: read as %q", title(before))
		s = before
	}
	return title(s)
}

// synonyms reads a line with a synonym, or more of them.
func (d *dictionary) synonyms(ln line, text string) {
	if d.block == nil {
		d.add(ln.no, ln.raw, "synonym before the first name")
		return
	}
	head, codes, reason := splitCodes(text[1:])
	if len(codes) > 0 || reason != "" {
		d.add(ln.no, ln.raw, "code after a synonym: not read, the codes go after the name or in lines of their own")
	}
	all := strings.Split(strings.ReplaceAll(head, "\t+", " +"), " +")
	if len(all) > 1 {
		d.add(ln.no, ln.raw, "several synonyms in a line: all read")
	}
	for _, s := range all {
		d.synonym(ln, s)
	}
}

// synonym reads one synonym.
func (d *dictionary) synonym(ln line, s string) {
	b := d.block
	name := d.checked(ln, s)
	switch {
	case name == "":
	case b.Name == "":
		b.Name, b.waiting = name, nil
	case name == b.Name || slices.Contains(b.Aliases, name):
		d.add(ln.no, ln.raw, "the actor has this name already")
	default:
		b.Aliases = append(b.Aliases, name)
	}
}

// codes reads a line that has only codes.
func (d *dictionary) codes(ln line, text string) {
	if d.block == nil {
		d.add(ln.no, ln.raw, "code before the first name")
		return
	}
	if d.block.Name == "" {
		d.block.waiting = append(d.block.waiting, ln)
	}
	_, codes, reason := splitCodes(text)
	d.roles(ln, codes, reason)
}

// roles adds the codes of a line to the actor. The reason is that of splitCodes.
func (d *dictionary) roles(ln line, codes []string, reason string) {
	if reason != "" {
		d.add(ln.no, ln.raw, "%s", reason)
		d.block.bad = true
	}
	for _, code := range codes {
		role, reason := parseRole(code)
		if reason != "" {
			d.add(ln.no, ln.raw, "%s", reason)
			d.block.bad = true
			continue
		}
		d.block.Roles = append(d.block.Roles, role)
	}
}

// splitCodes splits a line into what is before the first bracket and what is
// between each pair of them. It returns a reason if there is something else.
func splitCodes(s string) (head string, codes []string, reason string) {
	head, rest, ok := strings.Cut(s, "[")
	for ok {
		code, after, closed := strings.Cut(rest, "]")
		if !closed || strings.Contains(code, "[") {
			return head, codes, "bracket not closed"
		}
		codes = append(codes, code)
		after = strings.TrimSpace(after)
		if rest, ok = strings.CutPrefix(after, "["); !ok && after != "" {
			return head, codes, "text after the code: not read"
		}
	}
	return head, codes, ""
}

// close ends the block.
func (d *dictionary) close() {
	b := d.block
	if b == nil {
		return
	}
	d.block = nil
	if b.Name == "" {
		for _, ln := range b.waiting {
			d.add(ln.no, ln.raw, "code of an actor without a regular name, see line %d", b.head.no)
		}
		return
	}
	if len(b.Roles) == 0 && !b.bad {
		d.add(b.head.no, b.head.raw, "actor without a code")
	}
	b.Kind = kind(b.Roles)
	d.actors = append(d.actors, b.Actor)
}
