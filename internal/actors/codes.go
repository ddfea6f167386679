package actors

import (
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/communique-go/communique/internal/gazetteer"
)

// cameoCountries maps country codes that the dictionaries use, but ISO 3166-1
// does not or no longer, to those of the gazetteer.
var cameoCountries = map[string]string{
	"KSV": "XKX", // Kosovo
	"ROM": "ROU", // Romania, until 2002
	"TMP": "TLS", // East Timor, until 2002
	"USR": "SUN", // Soviet Union
	"ZAR": "COD", // Zaire
}

// countryCodes maps the alpha-2 and alpha-3 codes of all states to alpha-3.
var countryCodes = sync.OnceValue(func() map[string]string {
	codes := make(map[string]string)
	for _, c := range gazetteer.Countries() {
		codes[c.Code3] = c.Code3
		if c.Code2 != "" {
			codes[c.Code2] = c.Code3
		}
	}
	for code, iso := range cameoCountries {
		if _, ok := codes[iso]; ok {
			codes[code] = iso
		}
	}
	return codes
})

// codeForm is the form of a CAMEO code in a dictionary. Digits are rare ("G77").
var codeForm = regexp.MustCompile(`^[A-Z][A-Z0-9]+(/[A-Z][A-Z0-9]+)*$`)

// digits is a date that follows a code without a blank.
var digits = regexp.MustCompile(`[0-9]{4}`)

// parseRole reads what stands between the brackets of an actor dictionary: a
// code, or a code and the time for which it holds. It returns a reason if that
// is irregular.
func parseRole(s string) (role Role, reason string) {
	code, when := strings.TrimSpace(s), ""
	if i := strings.IndexAny(code, " \t<>"); i >= 0 {
		code, when = code[:i], strings.TrimSpace(code[i:])
	}
	code = strings.ToUpper(code)
	if reason := checkCode(code); reason != "" {
		return Role{}, reason
	}
	role = Role{Code: code, Country: codeCountry(code)}
	role.From, role.To, reason = parseRange(when)
	return role, reason
}

// checkCode returns what is wrong with the code of an actor.
func checkCode(code string) string {
	switch {
	case code == NullCode:
		return ""
	case code == "":
		return "no code between the brackets"
	case strings.Contains(code, "~"):
		return "code of an agent (~) in an actor dictionary"
	case digits.MatchString(code):
		return "no blank between code and date"
	case !codeForm.MatchString(code):
		return "not a code"
	}
	return ""
}

// codeCountry returns the state that a code begins with, or an empty string.
func codeCountry(code string) string {
	if len(code) < 3 {
		return ""
	}
	return countryCodes()[code[:3]]
}

// parseRange reads the time for which a code holds: <date, >date, date-date, or
// nothing. Both days belong to it.
func parseRange(s string) (from, to time.Time, reason string) {
	first, last, isRange := strings.Cut(s, "-")
	switch {
	case s == "":
		return from, to, ""
	case s[0] == '<':
		to, reason = parseDay(s[1:])
	case s[0] == '>':
		from, reason = parseDay(s[1:])
	case !isRange:
		return from, to, "no <, > or range before a date"
	default:
		if from, reason = parseDay(first); reason == "" {
			to, reason = parseDay(last)
		}
		if reason == "" && to.Before(from) {
			reason = "ends before it begins"
		}
	}
	return from, to, reason
}

// pivot is the first two-digit year of the 20th century: 30 is 1930, 29 is 2029.
const pivot = 30

// parseDay reads a day in the form YYMMDD or YYYYMMDD.
func parseDay(s string) (day time.Time, reason string) {
	s = strings.TrimSpace(s)
	full := s
	if len(s) == len("YYMMDD") {
		century := "20"
		if s[0] >= '0'+pivot/10 {
			century = "19"
		}
		full = century + s
	}
	if len(full) != len("YYYYMMDD") || strings.Trim(full, "0123456789") != "" {
		return time.Time{}, "date is neither YYMMDD nor YYYYMMDD"
	}
	day, err := time.Parse("20060102", full)
	if err != nil || day.Year() < minYear {
		return time.Time{}, "no such day"
	}
	return day, ""
}

// minYear keeps years off that are errors of typing, and off the zero time.
const minYear = 1000

// Parts of a code by which an actor is an organization or a group, see the
// CAMEO manual, chapter 3.
var (
	organizationParts = map[string]bool{"IGO": true, "NGO": true, "NGM": true, "MNC": true}
	groupParts        = map[string]bool{"REB": true, "INS": true, "SEP": true, "UAF": true, "IMG": true}
)

// kind guesses what an actor is from its codes, which do not tell a person from
// a ministry.
//
//   - One code made of countries only, such as ARM, makes it a State.
//   - IGO, NGO, NGM or MNC in all codes make it an Organization.
//   - REB, INS, SEP, UAF or IMG in all codes make it a Group.
//   - Otherwise it is a Person if a code holds for some time only, or else a
//     Group: ministers come and go, armies stay.
func kind(roles []Role) string {
	var organizations, groups, dated int
	for _, r := range roles {
		countries, organization, group := parts(r.Code)
		switch {
		case countries:
			return State
		case organization:
			organizations++
		case group:
			groups++
		}
		if r.dated() {
			dated++
		}
	}
	switch {
	case len(roles) > 0 && organizations == len(roles):
		return Organization
	case dated > 0 && groups < len(roles):
		return Person
	}
	return Group
}

// parts tells what is in a code, read in threes: countries only, a part of an
// organization, or one of a group.
func parts(code string) (countries, organization, group bool) {
	code = strings.ReplaceAll(code, "/", "")
	countries = len(code) >= 3 && len(code)%3 == 0
	for ; len(code) >= 3; code = code[3:] {
		part := code[:3]
		countries = countries && countryCodes()[part] != ""
		organization = organization || organizationParts[part]
		group = group || groupParts[part]
	}
	return countries, organization, group
}
