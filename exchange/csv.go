package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
)

// The columns of the tables. A passage, written name*, has five: its words and where they stand.
var (
	quoteColumns = columns("statement date title issuer url quote kind mode speaker speaker_id speaker_kind speaker_role speaker_country speaker_code",
		"content*", "content_spans content_char_spans", "cue*", "source*")
	stanceColumns = columns("statement date title issuer url stance label polarity intensity negated plover score cameo quad mode contexts pattern",
		"phrase*", "holders holder_ids holder_countries holder_codes targets target_ids target_countries target_codes quote")
	commitmentColumns = columns("statement date title issuer url commitment status", "action*",
		"parties party_ids party_countries party_codes claimants claimant_ids claimant_countries claimant_codes",
		"instrument*", "deadline*", "due", "condition*")
)

// columns returns the names in lists that are separated by blanks; name* stands for the columns of a passage.
func columns(lists ...string) []string {
	var out []string
	for _, name := range strings.Fields(strings.Join(lists, " ")) {
		if base := strings.TrimSuffix(name, "*"); base != name {
			out = append(out, base, base+"_start", base+"_end", base+"_char_start", base+"_char_end")
			continue
		}
		out = append(out, name)
	}
	return out
}

// WriteQuotesCSV writes the quotes and attributions of the statements as a table with a header, in the form of RFC 4180.
//
// A cell has the words exactly as the text has them, line breaks included, but for NUL and broken UTF-8, which become
// U+FFFD. Offsets are given in bytes and in characters, from 0, the end excluded. Where a content has several pieces its
// cell joins them by a blank, its offsets run from the first to the last, and the columns content_spans and
// content_char_spans have each ("10-20; 25-30"). A cell is empty where there is nothing to say.
func WriteQuotesCSV(w io.Writer, statements []*communique.Statement) error {
	t := newTable(w, quoteColumns)
	for _, s := range statements {
		d := newDocument(s)
		for i, q := range d.AllQuotes() {
			t.quote(d, i, q)
		}
	}
	return t.close("quotes")
}

// WriteStancesCSV writes the stances of the statements as a table with a header; see [WriteQuotesCSV] for the cells. Names,
// ids, countries and codes of several holders or targets are joined by "; ", in the same order, so that the nth of each
// belong together; one that is missing leaves its place empty.
func WriteStancesCSV(w io.Writer, statements []*communique.Statement) error {
	t := newTable(w, stanceColumns)
	for _, s := range statements {
		d := newDocument(s)
		for i, x := range d.Stances {
			t.stance(d, i, x)
		}
	}
	return t.close("stances")
}

// WriteCommitmentsCSV writes the commitments of the statements as a table with a header; see [WriteQuotesCSV] and
// [WriteStancesCSV] for the cells.
func WriteCommitmentsCSV(w io.Writer, statements []*communique.Statement) error {
	t := newTable(w, commitmentColumns)
	for _, s := range statements {
		d := newDocument(s)
		for i, c := range d.Commitments {
			t.commitment(d, i, c)
		}
	}
	return t.close("commitments")
}

// table writes records, cell by cell.
type table struct {
	out *bufio.Writer
	row []string
}

func newTable(w io.Writer, header []string) *table {
	t := &table{out: bufio.NewWriter(w)}
	t.add(header...)
	t.end()
	return t
}

// add adds cells to the row.
func (t *table) add(cells ...string) { t.row = append(t.row, cells...) }

// end writes the row.
func (t *table) end() {
	t.out.WriteString(markup.Record(t.row...))
	t.row = t.row[:0]
}

func (t *table) close(what string) error {
	if err := t.out.Flush(); err != nil { // and any error before
		return fmt.Errorf("exchange: write the table of %s: %w", what, err)
	}
	return nil
}

// statement adds what is known of the statement that a row is of.
func (t *table) statement(d *document) { t.add(d.ID, markup.Day(d.Date), d.Title, d.Issuer, d.URL) }

func (t *table) quote(d *document, i int, q communique.Quote) {
	speaker := d.speaker(q)
	t.statement(d)
	t.add(strconv.Itoa(i), string(q.Kind), string(q.Mode), speaker.Name, d.idOf(q.SpeakerID), string(speaker.Kind),
		speaker.Role, speaker.Country, speaker.Code)
	content := d.within(q.Content)
	t.passage(d, content)
	var chars []communique.Span
	for _, s := range content {
		c, _ := d.chars(s)
		chars = append(chars, c)
	}
	t.add(ranges(content), ranges(chars))
	t.passage(d, d.one(q.Cue))
	t.passage(d, d.one(q.Source))
	t.end()
}

func (t *table) stance(d *document, i int, s communique.Stance) {
	t.statement(d)
	t.add(strconv.Itoa(i), string(s.Label), string(s.Label.Polarity()), strconv.Itoa(int(s.Intensity)),
		strings.ToUpper(strconv.FormatBool(s.Negated)), // R knows no truth in lower case
		s.Label.PLOVER(), strconv.FormatFloat(s.Label.Score(), 'g', -1, 64), s.CAMEO, string(s.Label.Quad()), string(s.Mode), strings.Join(s.Contexts, "; "), s.Pattern)
	t.passage(d, d.one(&s.Phrase))
	t.actors(d, s.HolderIDs, s.Holders)
	t.actors(d, s.TargetIDs, s.Targets)
	quote := ""
	if s.QuoteID != nil && *s.QuoteID >= 0 && *s.QuoteID < len(d.Quotes)+len(d.Attributions) {
		quote = strconv.Itoa(*s.QuoteID)
	}
	t.add(quote)
	t.end()
}

func (t *table) commitment(d *document, i int, c communique.Commitment) {
	t.statement(d)
	t.add(strconv.Itoa(i), string(c.Status))
	t.passage(d, d.one(&c.Action))
	t.actors(d, c.PartyIDs, c.Parties)
	t.actors(d, c.ClaimantIDs, c.Claimants)
	t.passage(d, d.one(c.Instrument))
	t.passage(d, d.one(c.Deadline))
	t.add(markup.Day(c.Due))
	t.passage(d, d.one(c.Condition))
	t.end()
}

// passage adds the words of spans, and the first offset and the last in bytes and in characters.
func (t *table) passage(d *document, spans []communique.Span) {
	if len(spans) == 0 {
		t.add("", "", "", "", "")
		return
	}
	all := hull(spans)
	chars, _ := d.chars(all)
	t.add(d.wording(spans), strconv.Itoa(all.Start), strconv.Itoa(all.End), strconv.Itoa(chars.Start), strconv.Itoa(chars.End))
}

// actors adds names, ids, countries and codes.
func (t *table) actors(d *document, ids []int, names []string) {
	actors := d.actors(ids, names)
	var known []string
	for _, id := range ids {
		if id := d.idOf(&id); id != "" {
			known = append(known, id)
		}
	}
	t.add(namesOf(actors), strings.Join(known, "; "),
		joined(actors, func(e communique.Entity) string { return e.Country }),
		joined(actors, func(e communique.Entity) string { return e.Code }))
}

// idOf returns the id of an entity, "" if there is no such.
func (d *document) idOf(id *int) string {
	if id == nil || *id < 0 || *id >= len(d.Entities) {
		return ""
	}
	return strconv.Itoa(*id)
}

// ranges returns spans as "10-20; 25-30".
func ranges(spans []communique.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = fmt.Sprintf("%d-%d", s.Start, s.End)
	}
	return strings.Join(parts, "; ")
}
