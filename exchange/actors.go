package exchange

import (
	"fmt"
	"io"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/actors"
)

// ActorProblem is an irregular line of a file of actors.
type ActorProblem struct {
	File   string
	Line   int // from 1
	Reason string
	Text   string // the line
}

// Error returns the problem as "file:line: reason: text".
func (p ActorProblem) Error() string {
	return fmt.Sprintf("%s:%d: %s: %s", p.File, p.Line, p.Reason, p.Text)
}

// ReadActorsCSV reads actors from CSV (RFC 4180) with a header: name, kind, country, role, from, to, and optionally aliases
// separated by '|'. The kind is person, state, organization or group; columns may come in any order. Dates are YYYY, YYYY-MM
// or YYYY-MM-DD, of which the last day counts in "to". Rows of the same name are one actor with several roles.
// Irregular rows are returned as problems and the others are read on; the error is one of r, or a header that lacks a name.
func ReadActorsCSV(name string, r io.Reader) ([]communique.Actor, []ActorProblem, error) {
	return convertActors(actors.ReadCSV(name, r))
}

// ReadActorsPETRARCH reads an actor dictionary in the format of TABARI and PETRARCH2 (Schrodt, TABARI manual 0.8): names with
// underscores, '+' for synonyms, codes with date ranges in brackets. Irregular lines are returned as problems and the others
// are read on; the error is one of r.
func ReadActorsPETRARCH(name string, r io.Reader) ([]communique.Actor, []ActorProblem, error) {
	return convertActors(actors.ReadPetrarch(name, r))
}

func convertActors(in []actors.Actor, bad []actors.Problem, err error) ([]communique.Actor, []ActorProblem, error) {
	out := make([]communique.Actor, 0, len(in))
	for _, x := range in {
		a := communique.Actor{Name: x.Name, Aliases: x.Aliases, Kind: communique.EntityKind(x.Kind)}
		for _, r := range x.Roles {
			if a.Country == "" {
				a.Country = r.Country
			}
			a.Roles = append(a.Roles, communique.ActorRole{Title: r.Title, Country: r.Country, Code: r.Code, From: r.From, To: r.To})
		}
		out = append(out, a)
	}
	return out, convertProblems(bad), err
}

func convertProblems(bad []actors.Problem) []ActorProblem {
	problems := make([]ActorProblem, 0, len(bad))
	for _, p := range bad {
		problems = append(problems, ActorProblem{File: p.File, Line: p.Line, Reason: p.Reason, Text: p.Text})
	}
	return problems
}

// ReadAgentsPETRARCH reads an agent dictionary of PETRARCH2. Irregular lines are returned as problems and the others are
// read on; the error is one of r.
func ReadAgentsPETRARCH(name string, r io.Reader) ([]communique.Agent, []ActorProblem, error) {
	in, bad, err := actors.ReadAgents(name, r)
	out := make([]communique.Agent, 0, len(in))
	for _, x := range in {
		out = append(out, communique.Agent{Noun: x.Noun, Plural: x.Plural, Code: x.Code})
	}
	return out, convertProblems(bad), err
}
