package communique

import (
	"fmt"
	"strings"
)

// Status is what the text says has become of a commitment.
type Status string

// The statuses.
const (
	Undertaken Status = "undertaken" // newly made
	Reaffirmed Status = "reaffirmed"
	Invoked    Status = "invoked"  // somebody asks that it be honoured
	Breached   Status = "breached" // said to be violated
	Fulfilled  Status = "fulfilled"
	Withdrawn  Status = "withdrawn"
)

// Commitment is something that a party is bound, or is said to be bound, to do.
type Commitment struct {
	PartyIDs []int `json:"parties"` // ids of the entities that are bound
	// Action is what they are to do, without the trigger, the deadline and the condition at its edge.
	Action Passage `json:"action"`
	Status Status  `json:"status"`
	// ClaimantIDs are the ids of those who say so: the speaker, the issuer, or the parties themselves.
	ClaimantIDs []int `json:"claimants"`
	// Instrument is the agreement named, Deadline the time limit, Condition what the obligation hangs on; nil if none.
	Instrument *Passage `json:"instrument"`
	Deadline   *Passage `json:"deadline"`
	Condition  *Passage `json:"condition"`

	// Parties and Claimants are the names of the entities that the ids stand for.
	Parties   []string `json:"-"`
	Claimants []string `json:"-"`
}

// String returns the commitment as `parties: status action (by deadline, if condition)`.
func (c Commitment) String() string {
	who := strings.Join(c.Parties, ", ")
	if who == "" {
		who = "?"
	}
	s := fmt.Sprintf("%s: %s “%s”", who, c.Status, c.Action.Text)
	for _, p := range []*Passage{c.Instrument, c.Deadline, c.Condition} {
		if p != nil {
			s += "; " + p.Text
		}
	}
	return s
}
