package entity

import "strings"

// codes gives actors their CAMEO codes: a state its own, others the code of their state and the role that their noun, title
// or name stands for ("USAGOV", "RUSMIL"). Actors whose state or role the text does not give have none.
func (b *builder) codes() {
	for i := range b.Entities {
		e := &b.Entities[i]
		if e.Code != "" {
			continue
		}
		switch e.Kind {
		case State:
			e.Code = e.Country
		case Person:
			e.Code = join(e.Country, b.agentIn(e.Role))
		case Organization, Group:
			e.Code = join(e.Country, b.agentIn(e.Name))
		}
	}
}

// join returns a code of a state and a role. Without a state, or without a role, there is none, but for the peoples and
// bodies of a state, which have the state's.
func join(country, role string) string {
	if country == "" {
		return ""
	}
	if strings.Contains(role, "~") {
		return strings.Replace(role, "~", country, 1)
	}
	return country + role
}

// agentIn returns the role of the last words of a phrase that stand for one, "" if none does.
func (b *builder) agentIn(phrase string) string {
	words := strings.Fields(strings.ToLower(phrase))
	for n := len(words); n > 0; n-- {
		for first := max(0, n-3); first < n; first++ {
			w := strings.Join(words[first:n], " ")
			if c := b.names.agent(w); c != "" {
				return c
			}
			if c := b.names.agent(strings.TrimSuffix(w, "s")); c != "" {
				return c
			}
		}
	}
	return ""
}
