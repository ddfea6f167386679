package communique

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/actors"
	"github.com/communique-go/communique/internal/entity"
)

// Actor is somebody whom the embedded tables lack. Package exchange reads them from files.
type Actor struct {
	Name    string     // as the text writes it, and the name of the entity
	Aliases []string   // other names, abbreviations
	Kind    EntityKind // Person, State, Organization or Group
	// Country is an ISO 3166-1 alpha-3 code, also one of a former state (SUN, YUG), or that of a State among the actors, which may
	// have three capital letters of its own; "" for none.
	Country string
	// Roles are the offices the actor held, in any order. Which one holds depends on the date of the statement: of several
	// the one that began last, and the last of all for a statement without a date.
	Roles []ActorRole
}

// ActorRole is an office or a membership, held for some time.
type ActorRole struct {
	Title   string    // "Foreign Minister", "" if unknown
	Country string    // ISO 3166-1 alpha-3 code, "" for that of the actor
	Code    string    // CAMEO actor code ("USAGOV"), "" if unknown
	From    time.Time // first day; the zero time leaves the end open
	To      time.Time // last day
}

// Agent is a noun or title that gives an actor a role (package exchange reads PETRARCH's list of them): with "minister" and the code "~GOV", the Russian minister is RUSGOV.
type Agent struct {
	Noun   string // in lower case
	Plural string // "" if there is none
	Code   string // "~GOV" goes behind the code of the state, "NGO~" before it
}

// WithAgents adds nouns and titles that give actors their codes. They overrule the embedded ones.
func WithAgents(list ...Agent) Option {
	return option(func(a *Analyzer) error {
		for _, x := range list {
			if x.Noun == "" || x.Code == "" {
				return fmt.Errorf("agent %q: noun and code are needed", x.Noun)
			}
			a.names.AddAgent(x.Noun, x.Code)
			if x.Plural != "" {
				a.names.AddAgent(x.Plural, x.Code)
			}
		}
		return nil
	})
}

// WithActors adds actors to the tables of known names. They overrule the embedded ones.
func WithActors(list ...Actor) Option {
	return option(func(a *Analyzer) error {
		own := map[string]bool{}
		for _, x := range list {
			own[x.Country] = own[x.Country] || x.Kind == State
		}
		for _, x := range list {
			if err := x.check(func(code string) bool { return own[code] || a.names.HasState(code) }); err != nil {
				return err
			}
			roles := make([]actors.Role, len(x.Roles))
			for i, r := range x.Roles {
				roles[i] = actors.Role{Title: r.Title, Country: r.Country, Code: r.Code, From: day(r.From), To: day(r.To)}
			}
			for _, form := range append([]string{x.Name}, x.Aliases...) {
				a.names.Add(entity.Name{Form: form, Kind: entity.Kind(x.Kind), Name: x.Name, Country: x.Country, Roles: roles})
			}
		}
		return nil
	})
}

// check returns an error if the actor cannot be added; isState reports whether a code is known.
func (x Actor) check(isState func(code string) bool) error {
	switch x.Kind {
	case Person, State, Organization, Group:
	default:
		return fmt.Errorf("actor %q: kind %q, want %q, %q, %q or %q", x.Name, x.Kind, Person, State, Organization, Group)
	}
	if strings.TrimSpace(x.Name) == "" {
		return fmt.Errorf("an actor has no name")
	}
	if x.Kind == State && x.Country == "" {
		return fmt.Errorf("actor %q: a state needs a country code of its own", x.Name)
	}
	if x.Kind == State && (len(x.Country) != 3 || strings.Trim(x.Country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return fmt.Errorf("actor %q: country %q, want a code of three capital letters, as in ISO 3166-1 alpha-3", x.Name, x.Country)
	}
	codes := []string{x.Country}
	for _, r := range x.Roles {
		codes = append(codes, r.Country)
	}
	for _, c := range codes {
		if c != "" && !isState(c) {
			return fmt.Errorf("actor %q: country %q, want an ISO 3166-1 alpha-3 code such as NOR, or that of a state among the actors", x.Name, c)
		}
	}
	return nil
}
