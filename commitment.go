package communique

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/deadline"
)

// Status is what the text says has become of a commitment.
type Status string

// The statuses.
const (
	Undertaken Status = "undertaken" // newly made
	Reaffirmed Status = "reaffirmed"
	Invoked    Status = "invoked"   // somebody asks that it be honoured
	Breached   Status = "breached"  // said to be violated
	Fulfilled  Status = "fulfilled" // said to have been kept: "has fulfilled its pledge"; that an act was done is not enough
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
	// Due is the last day of the deadline, or the first of an open one ("as of Friday"): midnight UTC, and in JSON YYYY-MM-DD.
	// It is the zero time where the wording names no day or the date of the statement is unknown.
	Due time.Time `json:"due,omitempty"`

	// Parties and Claimants are the names of the entities that the ids stand for.
	Parties   []string `json:"-"`
	Claimants []string `json:"-"`
}

// String returns the commitment as `parties: status “action”; instrument; deadline; condition`.
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

// resolve sets the date of the deadline, counted from the day of the statement.
func (c *Commitment) resolve(on time.Time) {
	if c.Deadline == nil {
		return
	}
	from, to, ok := deadline.Resolve(c.Deadline.Text, on)
	if !ok {
		return
	}
	last := to.Add(-time.Nanosecond) // the deadline ends before it
	if to.IsZero() {
		last = from
	}
	c.Due = day(last)
}

// day returns the day of a time as midnight UTC, the zero time of the zero time.
func day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	year, month, date := t.Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}
