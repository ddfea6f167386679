package communique

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/markup"
)

// Ledger follows commitments through several statements: who is bound, to what, and what each statement says has become of
// it. The zero value is an empty ledger.
type Ledger struct {
	Entries []LedgerEntry `json:"entries"`
}

// LedgerEntry is one commitment with its history.
type LedgerEntry struct {
	Parties    []string `json:"parties"`              // who is bound, by the names of the first statement
	Action     string   `json:"action"`               // to what, in the first wording
	Instrument string   `json:"instrument,omitempty"` // the agreement that was named first, "" if none was
	Deadline   string   `json:"deadline,omitempty"`   // the time limit in its latest wording, "" if there never was one
	// Due is the day that this time limit resolves to (see Commitment.Due), the zero time if it names none or the day of its
	// statement is unknown.
	Due time.Time `json:"due,omitempty"`
	// History is what the statements say of it, the earliest first; within a statement in the order of the text, but within a
	// sentence the outcome last: "honoured its commitment to rebuild the bridge" reaffirms it and says that it is fulfilled.
	History []LedgerEvent `json:"history"`
}

// Status returns what the last statement that speaks of the commitment says has become of it, "" without a history.
func (e LedgerEntry) Status() Status {
	if len(e.History) == 0 {
		return ""
	}
	return e.History[len(e.History)-1].Status
}

// LedgerEvent is what one statement says of a commitment in one place. The spans are of the text of that statement.
type LedgerEvent struct {
	Statement   int       `json:"index"`     // the place of the statement among the arguments of NewLedger, from 0
	StatementID string    `json:"statement"` // its ID
	Date        time.Time `json:"date"`      // its date, the zero time if that is unknown
	Status      Status    `json:"status"`
	Parties     []string  `json:"parties"`
	Claimants   []string  `json:"claimants"` // who says so
	Action      Passage   `json:"action"`
	Instrument  *Passage  `json:"instrument"` // nil, as the next ones, if there is none
	Deadline    *Passage  `json:"deadline"`
	Condition   *Passage  `json:"condition"`
	Due         time.Time `json:"due,omitempty"` // see Commitment.Due
	Sentence    Passage   `json:"sentence"`      // the sentence that the action stands in, or the action if it stands in none
	// Anchor is the id of the commitment's row in Statement.HTML, for links on pages that show the statement.
	Anchor string `json:"-"`
}

// NewLedger follows the commitments of the statements in the order of their dates, those of one day in the order given.
// Statements without a date come first, in the order given, so that the latest status is one with a date wherever there is
// one. Entries come in the order of their first events. Nil statements are left out; the result is never nil.
//
// A commitment is an earlier one come up again if the two share a party and are alike as Compare wants it: by the content
// words of the action, with the instrument to help, and if they have an object in common, and a name if both have some: "send
// tanks" is not "send doctors", and aid to Sudan is not aid to Moldova. Persons count as parties together with their state, so
// that what a minister pledges is what his state fulfils. Beyond that,
//
//   - two commitments of one statement are the same only if one says no more than the other, or nearly so;
//   - a mention of the mere obligation ("fulfilled its pledge") is of the commitment that its sentence repeats two thirds of;
//   - one of a mere agreement ("violated the accord") is the only commitment of that party under it, if there is only one.
func NewLedger(statements ...*Statement) *Ledger {
	var f follower
	for _, i := range inTime(statements) {
		f.read(i, statements[i])
	}
	l := &Ledger{Entries: []LedgerEntry{}}
	for _, t := range f.threads {
		l.Entries = append(l.Entries, t.LedgerEntry)
	}
	return l
}

// String returns the number of entries and each of them on a line: who is bound, to what, and the statuses in turn.
func (l *Ledger) String() string {
	var b strings.Builder
	fmt.Fprintln(&b, plural(len(l.entries()), "commitment", "commitments"))
	for _, e := range l.entries() {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}

// String returns the entry as `parties: action; status (statement), status (statement)`.
func (e LedgerEntry) String() string {
	who := strings.Join(e.Parties, ", ")
	if who == "" {
		who = "?"
	}
	var events []string
	for _, v := range e.History {
		name := v.StatementID
		if name == "" {
			name = markup.Day(v.Date)
		}
		if name == "" {
			name = "statement " + strconv.Itoa(v.Statement+1)
		}
		events = append(events, fmt.Sprintf("%s (%s)", v.Status, name))
	}
	return markup.OneLine(fmt.Sprintf("%s: %s; %s", who, quoted(e.Action), strings.Join(events, ", ")))
}

// inTime returns the indexes of the statements that are not nil, in the order of their days.
func inTime(statements []*Statement) []int {
	var out []int
	for i, s := range statements {
		if s != nil {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return markup.Day(statements[out[i]].Date) < markup.Day(statements[out[j]].Date) })
	return out
}

// CSV returns the ledger as comma-separated values (RFC 4180): a header, then a row for each event, in the order of the
// entries, with CRLF after each. The columns are
//
//   - entry: the number of the entry, from 1, by which the rows of one commitment can be grouped
//   - statement: the ID of the statement
//   - date: its day as YYYY-MM-DD, empty if unknown
//   - status: what it says has become of the commitment
//   - parties, claimants: names, joined by "; "
//   - action, instrument, deadline, condition: as worded there
//   - due: the day of the deadline as YYYY-MM-DD, empty if unknown
//   - start, end: byte offsets of the action in the text of the statement
//   - sentence: the sentence that the action stands in
//
// The text is UTF-8; broken bytes and NUL, which readers reject, become U+FFFD. Otherwise cells hold what the statement
// holds, line breaks included. Nothing is put before cells that begin with "=", "+", "-" or "@": they are data for R and
// pandas. A spreadsheet would read them as formulas, so let it import the columns as text.
func (l *Ledger) CSV() string {
	var b strings.Builder
	b.WriteString(markup.Record("entry", "statement", "date", "status", "parties", "claimants", "action", "instrument", "deadline", "condition", "due",
		"start", "end", "sentence"))
	for i, e := range l.entries() {
		for _, v := range e.History {
			b.WriteString(markup.Record(strconv.Itoa(i+1), v.StatementID, markup.Day(v.Date), string(v.Status), strings.Join(v.Parties, "; "),
				strings.Join(v.Claimants, "; "), v.Action.Text, textOf(v.Instrument), textOf(v.Deadline), textOf(v.Condition), markup.Day(v.Due),
				strconv.Itoa(v.Action.Start), strconv.Itoa(v.Action.End), v.Sentence.Text))
		}
	}
	return b.String()
}

// entries returns the entries, none of nil.
func (l *Ledger) entries() []LedgerEntry {
	if l == nil {
		return nil
	}
	return l.Entries
}
