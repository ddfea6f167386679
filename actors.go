package communique

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/entity"
)

// Actor is somebody whom the embedded tables lack. Package exchange reads them from files.
type Actor struct {
	Name    string     // as the text writes it, and the name of the entity
	Aliases []string   // other names, abbreviations
	Kind    EntityKind // Person, State, Organization or Group
	Country string     // ISO 3166-1 alpha-3 code, "" for none
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
		for _, x := range list {
			if err := x.check(); err != nil {
				return err
			}
			role := x.roleAt(time.Time{})
			for _, form := range append([]string{x.Name}, x.Aliases...) {
				a.names.Add(entity.Name{Form: form, Kind: entity.Kind(x.Kind), Name: x.Name, Country: role.Country, Role: role.Title, Code: role.Code})
			}
			if len(x.Roles) > 1 {
				a.dated[x.Name] = x
			}
		}
		return nil
	})
}

func (x Actor) check() error {
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
	return nil
}

// roleAt returns the role that holds on a day; of several the one that began last, on no day the last of all. An actor
// without roles has one with its country alone.
func (x Actor) roleAt(day time.Time) ActorRole {
	best := ActorRole{Country: x.Country}
	found := false
	for _, r := range x.Roles {
		if !day.IsZero() && (!r.From.IsZero() && day.Before(r.From) || !r.To.IsZero() && day.After(r.To.AddDate(0, 0, 1).Add(-1))) {
			continue
		}
		if !found || !r.From.Before(best.From) {
			best, found = r, true
		}
	}
	if best.Country == "" {
		best.Country = x.Country
	}
	return best
}

// rolesOn gives the entities of a statement the roles that their actors held on its day.
func (a *Analyzer) rolesOn(entities []Entity, day time.Time) {
	for i := range entities {
		x, ok := a.dated[entities[i].Name]
		if !ok {
			continue
		}
		r := x.roleAt(day)
		entities[i].Role, entities[i].Country, entities[i].Code = r.Title, r.Country, r.Code
	}
}
