package actors

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// ReadCSV reads a list of actors in CSV after RFC 4180, in UTF-8 with or
// without a byte order mark. The name of the file is for the problems.
//
//	name,kind,country,role,from,to,aliases
//	Republic of Rivenmark,state,,,,,Rivenmark|Rivenmarkia
//	Anna Marl,person,FRA,Minister of Tolls,1989-01-20,1993,
//	Anna Marl,person,FRA,Prime Minister,1994-02,,A. Marl
//
// The first line names the columns, in any order and case. Name and kind are
// required, country, role, from, to and aliases are not, others are ignored.
//
//   - kind is person, state, organization or group.
//   - country is an ISO 3166-1 code, alpha-3 or alpha-2, or empty.
//   - from and to are the first and the last day: YYYY-MM-DD, YYYY-MM, YYYY, or
//     empty. A month or a year counts from its first or to its last day.
//   - aliases are separated by '|'.
//
// Rows with the same name, but for case, and the same kind are roles of one
// actor. A row with neither country, role nor dates adds none.
//
// An irregular row is reported and left out. The error is that of the reader,
// or that of a header that is missing or cannot be used.
func ReadCSV(name string, r io.Reader) ([]Actor, []Problem, error) {
	in := bufio.NewReader(r)
	if start, _ := in.Peek(len(bom)); string(start) == bom {
		_, _ = in.Discard(len(bom))
	}
	t := &csvReader{problems: problems{file: name}, rows: csv.NewReader(in), index: make(map[string]int)}
	t.rows.FieldsPerRecord = -1
	t.rows.ReuseRecord = true
	if err := t.header(); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	err := t.body()
	return t.actors, t.sorted(), err
}

// csvReader is a CSV file while it is read.
type csvReader struct {
	problems
	rows    *csv.Reader
	width   int
	columns map[string]int // name of a known column to its number
	actors  []Actor
	index   map[string]int // kind and name to actor
}

// The columns that are read; the first two are required.
var csvColumns = []string{"name", "kind", "country", "role", "from", "to", "aliases"}

// header reads the names of the columns.
func (t *csvReader) header() error {
	fields, err := t.rows.Read()
	if err == io.EOF {
		return errors.New("empty file: the first line has to name the columns, " + strings.Join(csvColumns, ","))
	}
	if err != nil {
		return fmt.Errorf("header: %w", err)
	}
	t.width, t.columns = len(fields), make(map[string]int)
	for i, f := range fields {
		if strings.ContainsAny(f, "\r\n") {
			return errors.New("header: line end in a column: end the lines with LF or CR LF")
		}
		f = strings.ToLower(strings.TrimSpace(f))
		if f == "alias" {
			f = "aliases"
		}
		if !slices.Contains(csvColumns, f) {
			continue
		}
		if _, ok := t.columns[f]; ok {
			return fmt.Errorf("header: column %q stands twice", f)
		}
		t.columns[f] = i
	}
	for _, c := range csvColumns[:2] {
		if _, ok := t.columns[c]; !ok {
			return fmt.Errorf("header: no column %q in %q: the first line has to name the columns, separated by commas, in UTF-8", c, excerpt(strings.Join(fields, ",")))
		}
	}
	return nil
}

// body reads the rows.
func (t *csvReader) body() error {
	for {
		fields, err := t.rows.Read()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &syntax):
			t.add(syntax.StartLine, strings.Join(fields, ","), "%s", syntaxReason(syntax))
			continue
		case err != nil:
			return err
		}
		line, _ := t.rows.FieldPos(0)
		if reason := t.row(line, fields); reason != "" {
			t.add(line, strings.Join(fields, ","), "%s", reason)
		}
	}
}

// syntaxReason tells what is wrong with the quotes of a row.
func syntaxReason(e *csv.ParseError) string {
	if e.Line > e.StartLine {
		return fmt.Sprintf("%v: not read from here to line %d, check the quotes", e.Err, e.Line)
	}
	return fmt.Sprintf("%v in column %d: check the quotes", e.Err, e.Column)
}

// row reads one row. It returns a reason if it is irregular.
func (t *csvReader) row(line int, fields []string) (reason string) {
	if len(fields) != t.width {
		return fmt.Sprintf("%d columns, but the header has %d: put values with commas in quotes", len(fields), t.width)
	}
	a := Actor{Name: t.get(fields, "name"), Kind: strings.ToLower(t.get(fields, "kind")), Line: line}
	if reason := checkActor(a); reason != "" {
		return reason
	}
	for _, alias := range strings.Split(t.get(fields, "aliases"), "|") {
		alias = strings.Join(strings.Fields(alias), " ")
		if alias == "" {
			continue
		}
		if reason := checkText(alias); reason != "" {
			return "alias: " + reason
		}
		a.Aliases = append(a.Aliases, alias)
	}
	role, reason := t.role(fields)
	if reason != "" {
		return reason
	}
	t.merge(a, role)
	return ""
}

// get returns the value of a column, which is empty if there is none.
func (t *csvReader) get(fields []string, column string) string {
	i, ok := t.columns[column]
	if !ok {
		return ""
	}
	return strings.Join(strings.Fields(fields[i]), " ")
}

// checkActor returns what is wrong with the name or the kind.
func checkActor(a Actor) string {
	const kinds = "write person, state, organization or group"
	switch a.Kind {
	case Person, State, Organization, Group:
	case "":
		return "kind is empty: " + kinds
	default:
		return fmt.Sprintf("kind %q is unknown: %s", excerpt(a.Kind), kinds)
	}
	if a.Name == "" {
		return "name is empty: write the name or remove the row"
	}
	if reason := checkText(a.Name); reason != "" {
		return "name: " + reason
	}
	return ""
}

// checkText returns what is wrong with a value. Other than in a dictionary, all
// printable characters are welcome.
func checkText(s string) string {
	if s != clean(s) || strings.ContainsRune(s, utf8.RuneError) {
		return "broken or control character: save the file as UTF-8"
	}
	return ""
}

// role reads country, title and dates.
func (t *csvReader) role(fields []string) (r Role, reason string) {
	r.Title = t.get(fields, "role")
	if reason := checkText(r.Title); reason != "" {
		return r, "role: " + reason
	}
	if country := strings.ToUpper(t.get(fields, "country")); country != "" {
		code, ok := countryCodes()[country]
		if _, other := cameoCountries[country]; !ok || other {
			return r, fmt.Sprintf("country %q is no ISO 3166-1 code: write an alpha-3 code such as FRA, or nothing", excerpt(country))
		}
		r.Country = code
	}
	if r.From, reason = parseDate(t.get(fields, "from"), false); reason != "" {
		return r, "from: " + reason
	}
	if r.To, reason = parseDate(t.get(fields, "to"), true); reason != "" {
		return r, "to: " + reason
	}
	if !r.To.IsZero() && r.To.Before(r.From) {
		return r, "to is before from: check the dates"
	}
	return r, ""
}

// parseDate reads a day, a month or a year. Of the latter two it returns the
// first day, or the last one if end is set.
func parseDate(s string, end bool) (day time.Time, reason string) {
	if s == "" {
		return time.Time{}, ""
	}
	for _, form := range []struct {
		layout        string
		months, years int
	}{{"2006-01-02", 0, 0}, {"2006-01", 1, 0}, {"2006", 0, 1}} {
		day, err := time.Parse(form.layout, s)
		if err != nil || day.Year() < minYear {
			continue
		}
		if end && form.months+form.years > 0 {
			day = day.AddDate(form.years, form.months, -1)
		}
		return day, ""
	}
	return time.Time{}, fmt.Sprintf("%q is no date: write YYYY-MM-DD, YYYY-MM, YYYY or nothing", excerpt(s))
}

// merge adds a row to the actor of the same name and kind, or makes one.
func (t *csvReader) merge(a Actor, r Role) {
	key := a.Kind + "\x00" + strings.ToLower(a.Name)
	i, ok := t.index[key]
	if !ok {
		i = len(t.actors)
		t.index[key] = i
		t.actors = append(t.actors, Actor{Name: a.Name, Kind: a.Kind, Line: a.Line})
	}
	into := &t.actors[i]
	for _, alias := range a.Aliases {
		if alias != into.Name && !slices.Contains(into.Aliases, alias) {
			into.Aliases = append(into.Aliases, alias)
		}
	}
	if r != (Role{}) {
		into.Roles = append(into.Roles, r)
	}
}
