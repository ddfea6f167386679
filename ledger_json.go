package communique

import (
	"encoding/json"

	"github.com/communique-go/communique/internal/markup"
)

type (
	plainEntry LedgerEntry
	plainEvent LedgerEvent
)

// entryJSON is an entry in JSON: its day is written as YYYY-MM-DD.
type entryJSON struct {
	plainEntry
	Due string `json:"due,omitempty"`
}

// MarshalJSON returns the entry as an object.
func (e LedgerEntry) MarshalJSON() ([]byte, error) {
	return encodeJSON(entryJSON{plainEntry(e), markup.Day(e.Due)})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *LedgerEntry) UnmarshalJSON(data []byte) error {
	var in entryJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	due, err := parseDay(in.Due)
	if err == nil {
		*e = LedgerEntry(in.plainEntry)
		e.Due = due
	}
	return err
}

// eventJSON is an event in JSON: its days are written as YYYY-MM-DD.
type eventJSON struct {
	plainEvent
	Date string `json:"date,omitempty"`
	Due  string `json:"due,omitempty"`
}

// MarshalJSON returns the event as an object.
func (v LedgerEvent) MarshalJSON() ([]byte, error) {
	return encodeJSON(eventJSON{plainEvent(v), markup.Day(v.Date), markup.Day(v.Due)})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *LedgerEvent) UnmarshalJSON(data []byte) error {
	var in eventJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	date, err := parseDay(in.Date)
	if err != nil {
		return err
	}
	due, err := parseDay(in.Due)
	if err == nil {
		*v = LedgerEvent(in.plainEvent)
		v.Date, v.Due = date, due
	}
	return err
}
