package gazetteer

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shared lists the names and demonyms that two states may have in common, with
// the reason. The caller has to decide by the context.
var shared = map[string]string{
	"Congolese":  "of both Congos, COD and COG; no other demonym is in use",
	"Dominican":  "of Dominica and of the Dominican Republic",
	"Dominicans": "of Dominica and of the Dominican Republic",
}

// byCode returns the row with the code.
func byCode(t *testing.T, code string) Country {
	t.Helper()
	for _, c := range Countries() {
		if c.Code3 == code {
			return c
		}
	}
	t.Fatalf("no row %s", code)
	return Country{}
}

func TestCountriesForm(t *testing.T) {
	all := Countries()
	if len(all) < 249 {
		t.Errorf("%d rows, want at least the 249 of ISO 3166-1", len(all))
	}
	code3 := regexp.MustCompile(`^[A-Z]{3}$`)
	code2 := regexp.MustCompile(`^[A-Z]{2}$`)
	last := ""
	seen2 := make(map[string]string)
	for _, c := range all {
		if !code3.MatchString(c.Code3) || !code2.MatchString(c.Code2) {
			t.Errorf("malformed code %q %q", c.Code3, c.Code2)
		}
		if c.Code3 <= last {
			t.Errorf("%s after %s: not sorted, or twice", c.Code3, last)
		}
		last = c.Code3
		if other, ok := seen2[c.Code2]; ok {
			t.Errorf("%s and %s share the code %s", other, c.Code3, c.Code2)
		}
		seen2[c.Code2] = c.Code3

		values := slices.Concat([]string{c.Name, c.Official}, c.Other, c.Demonyms, c.Capitals)
		for _, v := range values {
			if v == "" || strings.TrimSpace(v) != v {
				t.Errorf("%s: malformed value %q", c.Code3, v)
			}
			if len(v) == 2 && v != "US" && v != "UK" {
				t.Errorf("%s: %q is too short to be told from a word", c.Code3, v)
			}
		}
	}
}

// TestCountriesTelling checks that a name or demonym tells the state, and so
// does a capital, which no other state may have as any of the three.
func TestCountriesTelling(t *testing.T) {
	owner := make(map[string]string)
	used := make(map[string]bool)
	for _, c := range Countries() {
		for _, v := range slices.Concat([]string{c.Name, c.Official}, c.Other, c.Demonyms, c.Capitals) {
			first, ok := owner[v]
			if !ok {
				owner[v] = c.Code3
				continue
			}
			if first == c.Code3 {
				continue // "Singapore" is a name and a capital.
			}
			used[v] = true
			if shared[v] == "" {
				t.Errorf("%q stands for %s and %s", v, first, c.Code3)
			}
		}
	}
	for v := range shared {
		if !used[v] {
			t.Errorf("%q is allowed to be shared but is not", v)
		}
	}
	// Pairs that are easily taken for one another, and the choices made.
	for v, want := range map[string]string{
		"Guinean": "GIN", "Equatorial Guinean": "GNQ", "Bissau-Guinean": "GNB",
		"Korean": "KOR", "North Korean": "PRK",
		"Nigerian": "NGA", "Nigerien": "NER",
		"Samoan": "WSM", "American Samoan": "ASM",
		"Congo": "COG", "Zaire": "COD", "Macedonia": "MKD",
		"Republic of China": "TWN", "People's Republic of China": "CHN",
		"Soviet": "SUN", "East German": "DDR", "Yugoslav": "YUG", "Czechoslovak": "CSK",
	} {
		if owner[v] != want {
			t.Errorf("%q stands for %q, want %s", v, owner[v], want)
		}
	}
}

func TestCountriesWithin(t *testing.T) {
	for _, c := range Countries() {
		for _, list := range [][]string{append([]string{c.Name}, c.Other...), append([]string{c.Official}, c.Other...), c.Demonyms, c.Capitals} {
			sorted := slices.Clone(list)
			slices.Sort(sorted)
			if len(slices.Compact(sorted)) != len(list) {
				t.Errorf("%s: a value stands twice in %q", c.Code3, list)
			}
		}
	}
}

func TestCountriesSpots(t *testing.T) {
	tests := []struct {
		code3, code2, name        string
		other, demonyms, capitals []string
	}{
		{"ARM", "AM", "Armenia", nil, []string{"Armenian", "Armenians"}, []string{"Yerevan"}},
		{"CHN", "CN", "China", []string{"PRC"}, []string{"Chinese"}, []string{"Beijing"}},
		{"COD", "CD", "DR Congo", []string{"DRC", "Congo-Kinshasa"}, []string{"Congolese"}, []string{"Kinshasa"}},
		{"DNK", "DK", "Denmark", nil, []string{"Danish", "Dane", "Danes"}, []string{"Copenhagen"}},
		{"GBR", "GB", "United Kingdom", []string{"UK", "U.K.", "Britain"}, []string{"British", "Briton", "Britons"}, []string{"London"}},
		{"IRN", "IR", "Iran", []string{"Persia"}, []string{"Iranian"}, []string{"Tehran"}},
		{"MDA", "MD", "Moldova", nil, []string{"Moldovan"}, []string{"Chișinău", "Chisinau"}},
		{"MMR", "MM", "Myanmar", []string{"Burma"}, []string{"Burmese"}, []string{"Naypyidaw", "Nay Pyi Taw"}},
		{"NLD", "NL", "Netherlands", []string{"Holland"}, []string{"Dutch"}, []string{"Amsterdam", "The Hague"}},
		{"PHL", "PH", "Philippines", nil, []string{"Philippine", "Filipino", "Filipinos"}, []string{"Manila"}},
		{"PRK", "KP", "North Korea", []string{"DPRK"}, []string{"North Korean"}, []string{"Pyongyang"}},
		{"PSE", "PS", "Palestine", []string{"Palestinian Authority", "Palestinian territories"}, []string{"Palestinian", "Palestinians"}, []string{"Ramallah"}},
		{"SUN", "SU", "Soviet Union", []string{"USSR"}, []string{"Soviet", "Soviets"}, nil},
		{"TUR", "TR", "Türkiye", []string{"Turkey", "Turkiye"}, []string{"Turkish", "Turk", "Turks"}, []string{"Ankara"}},
		{"TWN", "TW", "Taiwan", nil, []string{"Taiwanese"}, []string{"Taipei"}},
		{"UKR", "UA", "Ukraine", nil, []string{"Ukrainian"}, []string{"Kyiv", "Kiev"}},
		{"USA", "US", "United States", []string{"US", "U.S.", "America"}, []string{"American"}, []string{"Washington", "Washington, D.C."}},
		{"XKX", "XK", "Kosovo", nil, []string{"Kosovar", "Kosovars"}, []string{"Pristina"}},
	}
	for _, tt := range tests {
		c := byCode(t, tt.code3)
		if c.Code2 != tt.code2 || c.Name != tt.name {
			t.Errorf("%s: %s %q, want %s %q", tt.code3, c.Code2, c.Name, tt.code2, tt.name)
		}
		has := func(column string, list, want []string) {
			for _, v := range want {
				if !slices.Contains(list, v) {
					t.Errorf("%s: %s %q lack %q", tt.code3, column, list, v)
				}
			}
		}
		has("names", c.Other, tt.other)
		has("demonyms", c.Demonyms, tt.demonyms)
		has("capitals", c.Capitals, tt.capitals)
	}
}

func TestName(t *testing.T) {
	for code, want := range map[string]string{"ABW": "Aruba", "TUR": "Türkiye", "XKX": "Kosovo", "ZWE": "Zimbabwe", "ZZZ": "ZZZ", "": ""} {
		if got := Name(code); got != want {
			t.Errorf("Name(%q): %q, want %q", code, got, want)
		}
	}
}

func TestMetonyms(t *testing.T) {
	codes := make(map[string]bool)
	names := make(map[string]bool)
	for _, c := range Countries() {
		codes[c.Code3] = true
		for _, v := range slices.Concat([]string{c.Name, c.Official}, c.Other, c.Demonyms, c.Capitals) {
			names[v] = true
		}
	}
	last := ""
	found := make(map[string]string)
	for _, m := range Metonyms() {
		if m.Phrase <= last {
			t.Errorf("%q after %q: not sorted, or twice", m.Phrase, last)
		}
		last = m.Phrase
		if !codes[m.Code3] {
			t.Errorf("%q: unknown code %q", m.Phrase, m.Code3)
		}
		if names[m.Phrase] {
			t.Errorf("%q is in the table of countries", m.Phrase)
		}
		if strings.TrimSpace(m.Phrase) != m.Phrase || strings.HasPrefix(strings.ToLower(m.Phrase), "the ") {
			t.Errorf("malformed phrase %q", m.Phrase)
		}
		found[m.Phrase] = m.Code3
	}
	for phrase, want := range map[string]string{
		"Kremlin": "RUS", "Downing Street": "GBR", "Élysée": "FRA", "Foggy Bottom": "USA",
		"Zhongnanhai": "CHN", "Assad regime": "SYR", "Castro regime": "CUB",
		// Organisations, which are not metonyms.
		"White House": "", "Pentagon": "", "State Department": "",
	} {
		if found[phrase] != want {
			t.Errorf("%q stands for %q, want %q", phrase, found[phrase], want)
		}
	}
}
