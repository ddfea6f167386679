package actors

import (
	"io"
	"regexp"
	"strings"
)

// ReadAgents reads an agent dictionary of PETRARCH2, whose format the
// documentation of PETRARCH2 describes ("PETRARCH Dictionary Formats", Open
// Event Data Alliance). The name of the file is for the problems.
//
//	TOLL_KEEPER [~GOV]                   the plural is regular
//	KEEPER_OF_TOLLS {KEEPERS_OF_TOLLS} [~GOV]
//	CONSTABULARY {} [~COP]               no plural
//	HARBOUR_RELIEF [NGO~]                the code goes before the country
//	!PERSON! = MAN, MEN, WOMAN, WOMEN
//	FERRY!PERSON! [~BUS]                 ferryman, ferrymen, and so on
//
// Comments are those of [ReadPetrarch]. A marker such as !PERSON! has to be set
// before it is used; a line with it makes an agent without plural for each
// item of its list.
//
// Regular plurals are formed by "s", "es" after s and the like, "ies" for a y
// after a consonant; a noun that ends in a single s is taken for a plural
// already.
//
// The error is that of the reader, with what was read until then.
func ReadAgents(name string, r io.Reader) ([]Agent, []Problem, error) {
	d := &agents{problems: problems{file: name}, sets: make(map[string][]string)}
	err := eachLine(r, &d.problems, d.line)
	return d.all, d.sorted(), err
}

// agents is an agent dictionary while it is read.
type agents struct {
	problems
	all  []Agent
	sets map[string][]string // marker without '!' to its list
}

// The forms of the lines of an agent dictionary.
var (
	setForm    = regexp.MustCompile(`^!([^!\s]+)!\s*=(.*)$`)
	agentForm  = regexp.MustCompile(`^([^{}\[\]]*)(\{[^{}\[\]]*\})?\s*\[([^{}\[\]]*)\]$`)
	markerForm = regexp.MustCompile(`!([^!\s]+)!`)
	agentCode  = regexp.MustCompile(`^(~[A-Z][A-Z0-9]+|[A-Z][A-Z0-9]+~)$`)
)

// line reads one line.
func (d *agents) line(ln line) {
	text := strings.TrimSpace(ln.text)
	if m := setForm.FindStringSubmatch(text); m != nil {
		d.set(ln, m[1], m[2])
		return
	}
	m := agentForm.FindStringSubmatch(text)
	switch {
	case strings.HasPrefix(text, "<!"):
		d.add(ln.no, ln.raw, "not a comment: write <!-- without blanks")
	case !strings.Contains(text, "["):
		d.add(ln.no, ln.raw, "noun without a code")
	case m == nil:
		d.add(ln.no, ln.raw, "not of the form NOUN {PLURAL} [~CODE]")
	default:
		d.agent(ln, m[1], m[2], m[3])
	}
}

// set reads the list of a marker.
func (d *agents) set(ln line, marker, list string) {
	if _, ok := d.sets[marker]; ok {
		d.add(ln.no, ln.raw, "marker !%s! is set a second time: this list counts from here on", marker)
	}
	var items []string
	for _, s := range strings.Split(list, ",") {
		s = phrase(s)
		if reason := checkName(s); reason != "" {
			d.add(ln.no, ln.raw, "%s in the list of !%s!: item not read", reason, marker)
			continue
		}
		items = append(items, s)
	}
	d.sets[marker] = items
}

// agent reads a noun with its plural, in braces or empty, and its code.
func (d *agents) agent(ln line, noun, plural, code string) {
	code = strings.ToUpper(strings.TrimSpace(code))
	if !agentCode.MatchString(code) {
		d.add(ln.no, ln.raw, "not the code of an agent: write ~CODE, or CODE~ to put it before the country")
		return
	}
	if strings.Contains(noun, "!") {
		d.marked(ln, noun, plural, code)
		return
	}
	noun = phrase(noun)
	if reason := checkName(noun); reason != "" {
		d.add(ln.no, ln.raw, "%s", reason)
		return
	}
	a := Agent{Noun: strings.ToLower(noun), Code: code, Line: ln.no}
	a.Plural = regularPlural(a.Noun)
	if plural != "" {
		a.Plural = d.plural(ln, plural)
	}
	d.all = append(d.all, a)
}

// plural reads the plural in the braces. It reports an irregular one and
// returns an empty string.
func (d *agents) plural(ln line, s string) string {
	s = phrase(strings.Trim(s, "{}"))
	if s == "" {
		return ""
	}
	if reason := checkName(s); reason != "" {
		d.add(ln.no, ln.raw, "%s: noun read without plural", reason)
		return ""
	}
	return strings.ToLower(s)
}

// marked reads a noun with a marker.
func (d *agents) marked(ln line, noun, plural, code string) {
	marker := markerForm.FindStringSubmatch(noun)
	switch {
	case marker == nil || strings.Count(noun, "!") > 2:
		d.add(ln.no, ln.raw, "not exactly one marker such as !PERSON!")
		return
	case len(d.sets[marker[1]]) == 0:
		d.add(ln.no, ln.raw, "marker %s is not set before", marker[0])
		return
	case strings.Trim(plural, "{} ") != "":
		d.add(ln.no, ln.raw, "plural of a noun with a marker: not read, it takes the plurals of the list")
	}
	var all []Agent
	for _, item := range d.sets[marker[1]] {
		s := phrase(strings.Replace(noun, marker[0], item, 1))
		if reason := checkName(s); reason != "" {
			d.add(ln.no, ln.raw, "%s", reason)
			return
		}
		all = append(all, Agent{Noun: strings.ToLower(s), Code: code, Line: ln.no})
	}
	d.all = append(d.all, all...)
}

// regularPlural forms the plural of a noun in lower case.
func regularPlural(noun string) string {
	end := func(suffixes ...string) bool {
		for _, s := range suffixes {
			if strings.HasSuffix(noun, s) {
				return true
			}
		}
		return false
	}
	switch {
	case end("ss", "x", "z", "ch", "sh"):
		return noun + "es"
	case end("s"):
		return ""
	case end("y") && !end("ay", "ey", "iy", "oy", "uy"):
		return strings.TrimSuffix(noun, "y") + "ies"
	}
	return noun + "s"
}
