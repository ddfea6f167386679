package communique

import "fmt"

// EntityKind is what an entity is.
type EntityKind string

// The kinds of entity.
const (
	Person       EntityKind = "person"
	State        EntityKind = "state" // with its government, army and capital where they act for it
	Organization EntityKind = "organization"
	Group        EntityKind = "group" // armed groups, delegations, peoples, "the two leaders"
	Place        EntityKind = "place"
	Agreement    EntityKind = "agreement" // treaties, accords, resolutions, ceasefires
	Event        EntityKind = "event"     // summits, conferences
)

// Entity is somebody or something that the statement is about, with all its mentions in the order of the text.
type Entity struct {
	ID   int        `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the fullest name that the text gives, or the issuer given with it; for states the common English name.
	Name string `json:"name"`
	// Role is the office that the text gives a person ("Foreign Minister"), "" if it gives none.
	Role string `json:"role,omitempty"`
	// Country is the ISO 3166-1 alpha-3 code of the state that the entity is or belongs to (Kosovo: XKX), "" if none.
	Country string `json:"country,omitempty"`
	// Code is the CAMEO actor code ("USA", "RUSMIL", "IGOUNO") where state and role give one.
	Code string `json:"code,omitempty"`
	// Members are the ids of the entities that a group consists of, where the text says so.
	Members []int `json:"members,omitempty"`
	// Mentions are the places where the entity is named, described or referred to by a pronoun.
	Mentions []Passage `json:"mentions"`
}

// String returns the entity as "Name (kind, COUNTRY, Role)".
func (e Entity) String() string {
	s := fmt.Sprintf("%s (%s", e.Name, e.Kind)
	if e.Country != "" {
		s += ", " + e.Country
	}
	if e.Role != "" {
		s += ", " + e.Role
	}
	return s + ")"
}
