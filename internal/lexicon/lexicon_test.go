package lexicon

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/table"
)

// files lists the tables with the number of their columns.
var files = []struct {
	name, data string
	cols       int
	lower      bool   // the first column is in lower case
	key        string // what tells rows apart
}{
	{"organizations.tsv", organizationTable, 4, false, "name"},
	{"groups.tsv", groupTable, 4, false, "name"},
	{"titles.tsv", titleTable, 4, true, "name"},
	{"nouns.tsv", nounTable, 3, true, "name and number"},
	{"firstnames.tsv", firstNameTable, 2, false, "name"},
	{"modals.tsv", modalTable, 2, true, "name"},
}

func TestForm(t *testing.T) {
	for _, f := range files {
		rows, err := table.Parse(f.name, f.data, f.cols)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasPrefix(f.data, "# ") {
			t.Errorf("%s has no comment on top", f.name)
		}
		previous, seen := "", map[string]bool{}
		for _, r := range rows {
			first, key := r.Cells[0], r.Cells[0]
			if f.key == "name and number" {
				key += "\t" + r.Cells[2]
			}
			if first < previous {
				t.Errorf("%s:%d: %q stands behind %q", f.name, r.Line, first, previous)
			}
			if seen[key] {
				t.Errorf("%s:%d: %q once more", f.name, r.Line, first)
			}
			if f.lower && first != strings.ToLower(first) {
				t.Errorf("%s:%d: %q is not in lower case", f.name, r.Line, first)
			}
			for _, c := range r.Cells {
				if !utf8.ValidString(c) || c != strings.Join(strings.Fields(c), " ") {
					t.Errorf("%s:%d: spaces or encoding of %q", f.name, r.Line, c)
				}
				if strings.ContainsAny(c, "’‘“”") {
					t.Errorf("%s:%d: %q has a typographic mark; write it in ASCII", f.name, r.Line, c)
				}
			}
			previous, seen[key] = first, true
		}
	}
}

func TestNames(t *testing.T) {
	countries, states := map[string]bool{}, map[string]string{}
	for _, c := range gazetteer.Countries() {
		countries[c.Code3] = true
		for _, list := range [][]string{{c.Name, c.Official}, c.Other, c.Demonyms, c.Capitals} {
			for _, form := range list {
				states[form] = c.Code3
			}
		}
	}
	for _, m := range gazetteer.Metonyms() {
		states[m.Phrase] = m.Code3
	}
	owner := map[string]string{}
	check := func(name string, aliases []string, country string) {
		if country != "" && !countries[country] {
			t.Errorf("%s: unknown country %q", name, country)
		}
		for _, form := range append([]string{name}, aliases...) {
			if form == "" || form != strings.TrimSpace(form) {
				t.Errorf("%s: alias %q", name, form)
			}
			if o, ok := owner[form]; ok {
				t.Errorf("%q is both %q and %q", form, o, name)
			}
			if code, ok := states[form]; ok {
				t.Errorf("%q of %q is also %s in the gazetteer", form, name, code)
			}
			owner[form] = name
		}
	}
	code := regexp.MustCompile(`^([A-Z]{3}){1,3}$`)
	for _, o := range Organizations() {
		check(o.Name, o.Aliases, o.Country)
		start := o.Country
		if start != "" && len(o.Code) < 6 {
			t.Errorf("%s: code %q has no role", o.Name, o.Code)
		}
		if o.Code != "" && (!code.MatchString(o.Code) || !strings.HasPrefix(o.Code, start)) {
			t.Errorf("%s: code %q", o.Name, o.Code)
		}
		if p := o.Code; start == "" && p != "" && !strings.HasPrefix(p, "IGO") && p != "NGO" {
			t.Errorf("%s: code %q", o.Name, p)
		}
	}
	for _, g := range Groups() {
		check(g.Name, g.Aliases, g.Country)
		switch g.Code {
		case "REB", "UAF", "IMG", "OPP", "ETH", "REL", "CRM":
		default:
			t.Errorf("%s: code %q", g.Name, g.Code)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, title := range Titles() {
		switch title.Class {
		case "head", "minister", "diplomat", "official", "military", "honorific", "civil":
		default:
			t.Errorf("%s: class %q", title.Words, title.Class)
		}
		checkGender(t, title.Words, title.Gender)
		if strings.HasSuffix(title.Words, "woman") && title.Gender != "f" {
			t.Errorf("%s: gender %q", title.Words, title.Gender)
		}
	}
}

func TestNouns(t *testing.T) {
	for noun, list := range Nouns() {
		if len(list) > 2 || len(list) == 2 && list[0].PluralOnly == list[1].PluralOnly {
			t.Errorf("%s: %v", noun, list)
		}
		for i, n := range list {
			switch n.Kind {
			case "person", "state", "organization", "group", "place", "agreement", "event":
			default:
				t.Errorf("%s: kind %q", noun, n.Kind)
			}
			if n.PluralOnly && i > 0 {
				t.Errorf("%s: the entry for the plural is not the first", noun)
			}
		}
		if strings.Contains(noun, " ") {
			t.Errorf("%q is not one word", noun)
		}
		switch noun {
		case "corps", "headquarters", "media": // the singular; as plurals they have another lemma
			continue
		}
		if got := lemma.Noun(noun); got != noun {
			t.Errorf("%q is never looked up: its lemma is %q", noun, got)
		}
	}
	for _, r := range table.MustParse("nouns.tsv", nounTable, 3) {
		if r.Cells[2] != "" && r.Cells[2] != "plural" {
			t.Errorf("nouns.tsv:%d: flag %q", r.Line, r.Cells[2])
		}
	}
}

func TestFirstNames(t *testing.T) {
	states := map[string]string{}
	for _, c := range gazetteer.Countries() {
		for _, list := range [][]string{{c.Name}, c.Other, c.Capitals} {
			for _, form := range list {
				states[form] = c.Code3
			}
		}
	}
	for name, gender := range FirstNames() {
		checkGender(t, name, gender)
		if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) || strings.Contains(name, " ") {
			t.Errorf("%q is not one capitalised word", name)
		}
		if code, ok := states[name]; ok && name != "Douglas" { // capital of the Isle of Man
			t.Errorf("%q is %s in the gazetteer", name, code)
		}
	}
}

func checkGender(t *testing.T, word, gender string) {
	t.Helper()
	if gender != "" && gender != "m" && gender != "f" {
		t.Errorf("%s: gender %q", word, gender)
	}
}

func TestSpots(t *testing.T) {
	names := map[string]string{} // form to name and country
	for _, o := range Organizations() {
		for _, form := range append([]string{o.Name}, o.Aliases...) {
			names[form] = o.Name + " " + o.Country
		}
	}
	for _, g := range Groups() {
		for _, form := range append([]string{g.Name}, g.Aliases...) {
			names[form] = g.Name + " " + g.Country
		}
	}
	for form, want := range map[string]string{
		"U.N.": "United Nations ", "UNSC": "UN Security Council ", "Department of State": "State Department USA",
		"Hizbullah": "Hezbollah LBN", "Xinhua": "Xinhua CHN", "Revolutionary Guards": "Islamic Revolutionary Guard Corps IRN",
		"Houthis": "Houthis YEM", "Daesh": "Islamic State ",
	} {
		if names[form] != want {
			t.Errorf("%q is %q, want %q", form, names[form], want)
		}
	}
	for noun, want := range map[string][]Noun{
		"authority": {{"state", true}, {"organization", false}}, "party": {{"group", true}, {"organization", false}},
		"rebel": {{"person", false}}, "ceasefire": {{"agreement", false}}, "talk": {{"event", true}},
	} {
		got := Nouns()[noun]
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", noun, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %v, want %v", noun, got, want)
			}
		}
	}
	for name, want := range map[string]string{"Vladimir": "m", "Hillary": "f", "Xi": ""} {
		if got, ok := FirstNames()[name]; !ok || got != want {
			t.Errorf("%s: %q %t, want %q", name, got, ok, want)
		}
	}
}
