package actors

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// day returns a date, the zero time for an empty string.
func day(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

// role returns a role of a dictionary.
func role(code, country, from, to string) Role {
	return Role{Code: code, Country: country, From: day(from), To: day(to)}
}

// open returns a file of testdata.
func open(t *testing.T, name string) io.Reader {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// brief gives problems as "line reason".
func brief(all []Problem) []string {
	var out []string
	for _, p := range all {
		out = append(out, fmt.Sprintf("%d %s", p.Line, p.Reason))
	}
	return out
}

// diff fails the test if got is not want.
func diff(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func TestReadPetrarch(t *testing.T) {
	got, problems, err := ReadPetrarch("valley", open(t, "valley.actors.txt"))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "actors", []Actor{
		{"Rivenmark", []string{"Rivenmarkian", "Republic of Rivenmark", "Riven", "Ryven"}, State, []Role{role("FRA", "FRA", "", "")}, 6},
		{"Anna of the Marl", []string{"A.B. O'Marl"}, Person, []Role{
			role("FRAELI", "FRA", "", "1989-01-19"),
			role("FRAGOV", "FRA", "1989-01-20", "1993-01-20"),
			role("FRAELI", "FRA", "2001-01-21", ""),
		}, 12},
		{"Toll League", []string{"League"}, Organization, []Role{role("IGOTOL", "", "", "")}, 22},
		{"No Code At All", nil, Group, nil, 25},
		{"Marl Brigade", nil, Person, []Role{role("FRAREB", "FRA", "", ""), role("---", "", "", "1950-01-01")}, 26},
		{"Oskar Venn", nil, Group, nil, 27},
		{"Better Name", nil, Person, []Role{role("DEUGOV", "DEU", "2000-01-01", "")}, 32},
		{"Baker", nil, Group, nil, 36},
		{"Vale Army", nil, Group, []Role{role("XYZMIL", "", "", "")}, 37},
		{"Empty", nil, Group, nil, 38},
	}, got)
	diff(t, "problems", []string{
		"4 synonym before the first name",
		"5 code before the first name",
		"9 the actor has this name already",
		"10 several synonyms in a line: all read",
		"16 date is neither YYMMDD nor YYYYMMDD",
		"18 no <, > or range before a date",
		"19 ends before it begins",
		"20 no such day",
		"21 no blank between code and date",
		"23 code after a synonym: not read, the codes go after the name or in lines of their own",
		"24 unexpected ] in a name",
		"25 actor without a code",
		"26 text after the code: not read",
		`27 parenthesis not closed: read as "Oskar Venn"`,
		"28 bracket not closed",
		"29 unexpected = in a name",
		"30 code of an actor without a regular name, see line 29",
		"31 not a comment: write <!-- without blanks",
		"32 unexpected ? in a name",
		"35 indented, but neither a code nor a synonym",
		"36 code of an agent (~) in an actor dictionary",
		"38 no code between the brackets",
		"39 comment without end: nothing read from here to line 40, close it with -->",
	}, brief(problems))
	if want, got := "valley:10: several synonyms in a line: all read: +RIVEN_ +RYVEN_", problems[3].Error(); got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
}

func TestReadAgents(t *testing.T) {
	got, problems, err := ReadAgents("valley", open(t, "valley.agents.txt"))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "agents", []Agent{
		{"toll keeper", "toll keepers", "~GOV", 3},
		{"keeper of tolls", "keepers of tolls", "~GOV", 4},
		{"constabulary", "", "~COP", 5},
		{"deputy", "deputies", "~GOV", 6},
		{"attorney", "attorneys", "~JUD", 7},
		{"witch", "witches", "~CRM", 8},
		{"border guards", "", "~MIL", 9},
		{"harbour relief", "harbour reliefs", "NGO~", 10},
		{"ferryman", "", "~BUS", 11},
		{"ferrymen", "", "~BUS", 11},
		{"ferrywoman", "", "~BUS", 11},
		{"ghost", "", "~UNK", 17},
		{"oxman", "", "~AGR", 20},
	}, got)
	diff(t, "problems", []string{
		"2 unexpected ? in a name in the list of !PERSON!: item not read",
		"12 marker !PEOPLE! is not set before",
		"13 not exactly one marker such as !PERSON!",
		"14 not of the form NOUN {PLURAL} [~CODE]",
		"15 noun without a code",
		"16 not the code of an agent: write ~CODE, or CODE~ to put it before the country",
		"17 unexpected = in a name: noun read without plural",
		"18 unexpected ? in a name",
		"19 marker !PERSON! is set a second time: this list counts from here on",
		"20 plural of a noun with a marker: not read, it takes the plurals of the list",
	}, brief(problems))
}

func TestReadCSV(t *testing.T) {
	in := io.MultiReader(strings.NewReader(bom), open(t, "valley.csv"))
	got, problems, err := ReadCSV("valley", in)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "actors", []Actor{
		{"Republic of Rivenmark", []string{"Rivenmark", "Rivenmarkia"}, State, []Role{{Country: "FRA"}}, 2},
		{"Anna Marl", []string{"A. Marl"}, Person, []Role{
			{Country: "FRA", Title: "Minister, Tolls", From: day("1989-01-20"), To: day("1993-12-31")},
			{Country: "FRA", Title: "Prime Minister", From: day("1994-02-01"), To: day("2000-02-29")},
		}, 3},
		{"Toll League", nil, Organization, nil, 15},
	}, got)
	diff(t, "problems", []string{
		"5 kind is empty: write person, state, organization or group",
		`6 kind "king" is unknown: write person, state, organization or group`,
		"7 name is empty: write the name or remove the row",
		`8 country "ZZZ" is no ISO 3166-1 code: write an alpha-3 code such as FRA, or nothing`,
		`9 country "ROM" is no ISO 3166-1 code: write an alpha-3 code such as FRA, or nothing`,
		`10 from: "12/05/1999" is no date: write YYYY-MM-DD, YYYY-MM, YYYY or nothing`,
		`11 to: "1999-02-30" is no date: write YYYY-MM-DD, YYYY-MM, YYYY or nothing`,
		"12 to is before from: check the dates",
		"13 9 columns, but the header has 8: put values with commas in quotes",
		`14 bare " in non-quoted-field in column 11: check the quotes`,
	}, brief(problems))
}

func TestReadCSVErrors(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", "empty file"},
		{"no header", "Rivenmark,state\n", `no column "name"`},
		{"no kind", "name,country\n", `no column "kind"`},
		{"semicolons", "name;kind\nRivenmark;state\n", "separated by commas"},
		{"twice", "name,kind,Name\n", `"name" stands twice`},
		{"alias twice", "name,kind,alias,aliases\n", `"aliases" stands twice`},
		{"CR only", "name,kind\rRivenmark,state\r", "end the lines"},
		{"quote", "name,\"kind\n", "header"},
		{"UTF-16", "\xff\xfen\x00a\x00m\x00e\x00", "in UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := ReadCSV("f", strings.NewReader(tt.in))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestReadCSVOpenQuote(t *testing.T) {
	in := "name,kind\r\nRivenmark,state\r\n\"Marl,state\r\nOther,state\r\n"
	got, problems, err := ReadCSV("f", strings.NewReader(in))
	if err != nil || len(got) != 1 || got[0].Name != "Rivenmark" {
		t.Fatalf("actors %v, error %v", got, err)
	}
	if len(problems) != 1 || problems[0].Line != 3 || !strings.Contains(problems[0].Reason, "not read from here to line") {
		t.Errorf("problems %v", problems)
	}
}

// TestReadError checks that an error of the reader comes with what was read.
func TestReadError(t *testing.T) {
	broken := errors.New("broken")
	in := func(s string) io.Reader {
		return io.MultiReader(strings.NewReader(s), iotest.ErrReader(broken))
	}
	actors, _, err := ReadPetrarch("f", in("RIVENMARK [FRA]\n+RIVEN"))
	if !errors.Is(err, broken) || len(actors) != 1 {
		t.Errorf("ReadPetrarch: %v, %v", actors, err)
	}
	agents, _, err := ReadAgents("f", in("KEEPER [~GOV]\nX"))
	if !errors.Is(err, broken) || len(agents) != 1 {
		t.Errorf("ReadAgents: %v, %v", agents, err)
	}
	actors, _, err = ReadCSV("f", in("name,kind\nRivenmark,state\n"))
	if !errors.Is(err, broken) || len(actors) != 1 {
		t.Errorf("ReadCSV: %v, %v", actors, err)
	}
}

// TestLineEnds checks the ends of lines, a byte order mark and long lines.
func TestLineEnds(t *testing.T) {
	const text = "RIVENMARK [FRA] # x\n+RIVEN\n\n\t[DEU >000101]"
	want, _, _ := ReadPetrarch("f", strings.NewReader(text))
	for _, end := range []string{"\r\n", "\r"} {
		in := bom + strings.ReplaceAll(text, "\n", end)
		got, problems, err := ReadPetrarch("f", strings.NewReader(in))
		if err != nil || problems != nil {
			t.Errorf("%q: %v, %v", end, problems, err)
		}
		diff(t, end, want, got)
	}

	// A line that fills buffers is read, one without measure is reported.
	name := strings.Repeat("A", 100_000)
	long := strings.Repeat("B", maxLine+1)
	got, problems, err := ReadPetrarch("f", strings.NewReader(name+" [FRA]\n+"+long+"\n+C\n"))
	if err != nil || len(got) != 1 || len(got[0].Name) != len(name) || len(got[0].Aliases) != 1 {
		t.Errorf("%d actors, error %v", len(got), err)
	}
	if len(problems) != 1 || problems[0].Line != 2 || len(problems[0].Text) > maxText+4 {
		t.Errorf("problems %v", problems)
	}
}

func TestRoleAt(t *testing.T) {
	minister := []Role{
		role("FRA", "FRA", "", ""),
		role("FRAELI", "FRA", "", "1989-01-20"),
		role("FRAGOV", "FRA", "1989-01-20", "1993-01-20"),
		role("FRAGOVMIL", "FRA", "1990-01-01", "1990-12-31"),
	}
	now := append([]Role{role("FRAPTY", "FRA", "2001-01-01", "")}, minister...)
	ended := []Role{role("B", "", "1990-01-01", "1999-12-31"), role("A", "", "1980-01-01", "1989-12-31")}
	null := []Role{role("---", "", "", "1995-06-30"), role("DEU", "DEU", "", "")}
	tests := []struct {
		name  string
		roles []Role
		at    string
		want  string
	}{
		{"none", nil, "", ""},
		{"none at a day", nil, "2000-01-01", ""},
		{"before", minister, "1900-01-01", "FRAELI"},
		{"the day two terms meet", minister, "1989-01-20", "FRAGOV"},
		{"within a term", minister, "1990-06-01", "FRAGOVMIL"},
		{"last day", minister, "1993-01-20", "FRAGOV"},
		{"default", minister, "1993-01-21", "FRA"},
		{"began last, though it ended", minister, "", "FRAGOVMIL"},
		{"began last, without end", now, "", "FRAPTY"},
		{"began last of those that ended", ended, "", "B"},
		{"listed last of those that began together", null, "", "DEU"},
		{"null code listed last", []Role{null[1], null[0]}, "", ""},
		{"after the end", ended, "2000-01-01", ""},
		{"null code", null, "1990-01-01", ""},
		{"after the null code", null, "1995-07-01", "DEU"},
		{"only role", ended[:1], "", "B"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Actor{Roles: tt.roles}.RoleAt(day(tt.at))
			if got.Code != tt.want || ok != (tt.want != "") {
				t.Errorf("got %q, %v, want %q", got.Code, ok, tt.want)
			}
		})
	}
	// The day counts as it is where the statement was made.
	evening := time.Date(1993, 1, 20, 23, 0, 0, 0, time.FixedZone("", -5*3600))
	if got, _ := (Actor{Roles: minister}).RoleAt(evening); got.Code != "FRAGOV" {
		t.Errorf("in the evening of the last day: %q", got.Code)
	}
}

func TestTitle(t *testing.T) {
	tests := map[string]string{
		"UNITED_STATES_":                 "United States",
		"THE_ISLE_OF_THE_MARL":           "The Isle of the Marl",
		"NATO_AND_THE_KRG":               "NATO and the KRG",
		"PRESIDENT_J._R._VENN":           "President J. R. Venn",
		"U.S._FLEET":                     "U.S. Fleet",
		"MRS._MARL_III":                  "Mrs. Marl III",
		"DR_VENN_JR.":                    "Dr Venn Jr.",
		"PEOPLE'S_ARMY":                  "People's Army",
		"O'MARL_D'AVEN":                  "O'Marl D'Aven",
		"SA`ID `ISA":                     "Sa`id `Isa",
		"MARL-I-VENN":                    "Marl-i-Venn",
		"AL-MARL_\"ATO\"_(ACTING)":       "Al-Marl \"Ato\" (Acting)",
		"MI6":                            "MI6",
		"US_PREsident Anna Marl":         "US PREsident Anna Marl",
		"ÉMILE_ŞENĞÜL":                   "Émile Şenğül",
		"МАРЛ":                           "Марл",
		"ANNA_BIN":                       "Anna Bin",
		"ANNA_BIN_VENN":                  "Anna bin Venn",
		"__SPACES   AND_\tUNDERSCORES__": "Spaces and Underscores",
	}
	for in, want := range tests {
		if got := title(phrase(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestParseRange(t *testing.T) {
	tests := []struct{ in, from, to, reason string }{
		{"", "", "", ""},
		{"<300101", "", "1930-01-01", ""},
		{"> 291231", "2029-12-31", "", ""},
		{"991231-000101", "1999-12-31", "2000-01-01", ""},
		{"19270101 - 070723", "1927-01-01", "2007-07-23", ""},
		{"<", "", "", "date is neither YYMMDD nor YYYYMMDD"},
		{"890101-", "1989-01-01", "", "date is neither YYMMDD nor YYYYMMDD"},
		{"+80101-890101", "", "", "date is neither YYMMDD nor YYYYMMDD"},
		{"<00000101", "", "", "no such day"},
		{"<000000", "", "", "no such day"},
		{"890101", "", "", "no <, > or range before a date"},
		{"soon", "", "", "no <, > or range before a date"},
	}
	for _, tt := range tests {
		from, to, reason := parseRange(tt.in)
		if !from.Equal(day(tt.from)) || !to.Equal(day(tt.to)) || reason != tt.reason {
			t.Errorf("%q: %v, %v, %q", tt.in, from, to, reason)
		}
	}
}

func TestKind(t *testing.T) {
	tests := []struct{ codes, want string }{
		{"FRA", State},
		{"FRADEU", State},
		{"KSV", State},
		{"FRAGOV FRA <900101", State},
		{"FRAGOV", Group},
		{"FRAGOV >900101", Person},
		{"IGOTOL", Organization},
		{"FRANGO", Organization},
		{"IGOTOL >900101", Organization},
		{"IGOTOL >900101|FRAGOV", Person},
		{"FRAREB >900101", Group},
		{"FRAREB >900101|FRAGOV", Person},
		{"FRAREB|FRAGOV", Group},
		{"", Group},
	}
	for _, tt := range tests {
		var roles []Role
		for _, code := range strings.Split(strings.Replace(tt.codes, " FRA", "|FRA", 1), "|") {
			if r, reason := parseRole(code); reason == "" {
				roles = append(roles, r)
			}
		}
		if got := kind(roles); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.codes, got, tt.want)
		}
	}
}

// comments matches comments, which the test takes out in its own way, on the
// whole text.
var comments = regexp.MustCompile(`(?s)<!--.*?-->|[#;][^\n]*`)

// contentLines returns the lines of a dictionary that are more than comments,
// by their numbers.
func contentLines(text string) map[int]string {
	text = comments.ReplaceAllStringFunc(text, func(s string) string {
		return strings.Repeat("\n", strings.Count(s, "\n"))
	})
	lines := make(map[int]string)
	for i, s := range strings.Split(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			lines[i+1] = s
		}
	}
	return lines
}

// checkActors checks that each line is in a problem, or in an actor as a name,
// a synonym or a code, and that actors hold nothing else.
func checkActors(t *testing.T, text string, actors []Actor, problems []Problem) {
	t.Helper()
	reported := make(map[int]bool)
	for _, p := range problems {
		reported[p.Line] = true
	}
	byLine := make(map[int]int)
	for i, a := range actors {
		byLine[a.Line] = i
	}
	lines := contentLines(text)
	current, names, roles, clean := -1, 0, 0, false
	check := func() {
		if current >= 0 && clean && (len(actors[current].Aliases) != names || len(actors[current].Roles) != roles) {
			t.Errorf("%+v: %d synonyms and %d codes in the file", actors[current], names, roles)
		}
	}
	last := strings.Count(text, "\n") + 1
	for n := 1; n <= last; n++ {
		s, ok := lines[n]
		if !ok {
			continue
		}
		if i, ok := byLine[n]; ok {
			check()
			current, names, roles, clean = i, 0, 0, true
		}
		clean = clean && !reported[n]
		roles += strings.Count(s, "[")
		if strings.HasPrefix(s, "+") {
			names++
		}
		if _, ok := byLine[n]; !ok && !reported[n] && !accounted(actors, current, s) {
			t.Errorf("line %d is lost: %s", n, s)
		}
	}
	check()
}

// accounted reports whether a line is a synonym or a code of the actor.
func accounted(actors []Actor, current int, s string) bool {
	if current < 0 {
		return false
	}
	a := actors[current]
	if name, ok := strings.CutPrefix(s, "+"); ok {
		for _, alias := range append(a.Aliases, a.Name) {
			if alias == title(phrase(name)) {
				return true
			}
		}
		return false
	}
	for _, r := range a.Roles {
		if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(s[1:])), r.Code) {
			return true
		}
	}
	return false
}

// TestPetrarchFiles reads the dictionaries of PETRARCH2, which are no part of
// the repository. They hold many irregular lines.
func TestPetrarchFiles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/petrarch/*.txt")
	if len(files) == 0 {
		t.Skip("no dictionaries in ../shared/petrarch")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var problems []Problem
			switch name := filepath.Base(file); {
			case strings.Contains(name, ".actors."):
				var actors []Actor
				actors, problems, err = ReadPetrarch(name, strings.NewReader(string(text)))
				checkActors(t, string(text), actors, problems)
				logActors(t, actors)
			case strings.Contains(name, ".agents."):
				var agents []Agent
				agents, problems, err = ReadAgents(name, strings.NewReader(string(text)))
				checkAgents(t, string(text), agents, problems)
			}
			if err != nil {
				t.Error(err)
			}
			logProblems(t, problems)
		})
	}
}

// checkAgents checks that each line is in a problem, an agent or a marker.
func checkAgents(t *testing.T, text string, agents []Agent, problems []Problem) {
	t.Helper()
	seen := make(map[int]bool)
	for _, p := range problems {
		seen[p.Line] = true
	}
	for _, a := range agents {
		seen[a.Line] = true
	}
	for n, s := range contentLines(text) {
		if !seen[n] && !setForm.MatchString(s) {
			t.Errorf("line %d is lost: %s", n, s)
		}
	}
	t.Logf("%d agents", len(agents))
}

// logActors logs counts.
func logActors(t *testing.T, actors []Actor) {
	t.Helper()
	var aliases, roles, countries int
	kinds := make(map[string]int)
	for _, a := range actors {
		aliases += len(a.Aliases)
		roles += len(a.Roles)
		kinds[a.Kind]++
		for _, r := range a.Roles {
			if r.Country != "" {
				countries++
			}
		}
	}
	t.Logf("%d actors %v, %d aliases, %d roles, %d of them with a country", len(actors), kinds, aliases, roles, countries)
}

// logProblems logs counts by reason, with one example each.
func logProblems(t *testing.T, problems []Problem) {
	t.Helper()
	counts, example := make(map[string]int), make(map[string]Problem)
	for _, p := range problems {
		reason, _, _ := strings.Cut(p.Reason, `"`)
		counts[reason]++
		example[reason] = p
	}
	t.Logf("%d problems", len(problems))
	for reason, n := range counts {
		t.Logf("%4d %s, as %v", n, reason, example[reason])
	}
}

// FuzzRead feeds the same text to all readers. The names they return have to be
// valid, and a dictionary must not lose a line.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"valley.actors.txt", "valley.agents.txt", "valley.csv"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("name,kind,from,to,aliases\nA,state,0001,9999-12,B|B\n")
	f.Add("A\xff\n+B (\n[X 0-0]\r[ ]\n<!-- # -->;\n")
	f.Fuzz(func(t *testing.T, text string) {
		actors, problems, err := ReadPetrarch("f", strings.NewReader(text))
		checkValid(t, actors, problems, err)
		seen := make(map[int]bool)
		for _, p := range problems {
			seen[p.Line] = true
		}
		for _, a := range actors {
			seen[a.Line] = true
			if len(a.Aliases)+len(a.Roles) == 0 && !seen[a.Line] {
				t.Errorf("%+v without a report", a)
			}
		}
		if actors, problems, err = ReadCSV("f", strings.NewReader(text)); err == nil {
			checkValid(t, actors, problems, nil)
		}
		agents, problems, err := ReadAgents("f", strings.NewReader(text))
		checkValid(t, nil, problems, err)
		for _, a := range agents {
			if a.Noun == "" || a.Line < 1 || !agentCode.MatchString(a.Code) {
				t.Errorf("%+v", a)
			}
		}
		checkLost(t, text)
	})
}

// checkValid checks the form of actors and problems.
func checkValid(t *testing.T, actors []Actor, problems []Problem, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("error %v", err)
	}
	for _, a := range actors {
		if a.Line < 1 || a.Kind == "" {
			t.Errorf("%+v", a)
		}
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if name == "" || !utf8.ValidString(name) || strings.TrimSpace(name) != name {
				t.Errorf("name %q", name)
			}
		}
		for _, r := range a.Roles {
			if !r.To.IsZero() && r.To.Before(r.From) {
				t.Errorf("%+v", r)
			}
		}
	}
	for _, p := range problems {
		if p.Line < 1 || p.Reason == "" || strings.ContainsAny(p.Error(), "\r\n") || !utf8.ValidString(p.Error()) {
			t.Errorf("%q", p.Error())
		}
	}
}

// checkLost checks the accounts of the actor dictionary where the test finds
// the comments as the reader does: within lines that end with LF.
func checkLost(t *testing.T, text string) {
	t.Helper()
	if strings.ContainsAny(text, "\r") || strings.Contains(text, "<!--") || strings.HasPrefix(text, bom) {
		return
	}
	actors, problems, _ := ReadPetrarch("f", strings.NewReader(text))
	checkActors(t, text, actors, problems)
}
