package communique

import (
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/markup"
)

// sheet is a table of what was found, before it is written in HTML or Markdown.
type sheet struct {
	title string
	head  []string
	rows  []sheetRow
}

type sheetRow struct {
	key                     string // of the ids of HTML: "s3"
	speaker, stance, status string // for filters
	cells                   []cell
}

// cell is a cell of a sheet. HTML shows a sign before the text: the number of a speaker, or the symbol of a polarity.
type cell struct {
	text, sign  string
	badge, chip string // the classes of the sign alone, or of sign and text
}

// plain returns cells that hold text alone.
func plain(texts ...string) []cell {
	var out []cell
	for _, s := range texts {
		out = append(out, cell{text: s})
	}
	return out
}

// trimmed returns the sheet without the columns that have no text, but for the second: kind, label or status.
func (t sheet) trimmed() sheet {
	out := sheet{title: t.title, rows: append([]sheetRow(nil), t.rows...)}
	for i := range out.rows {
		out.rows[i].cells = nil
	}
	for col, name := range t.head {
		used := col == 1
		for _, r := range t.rows {
			used = used || r.cells[col].text != ""
		}
		if !used {
			continue
		}
		out.head = append(out.head, name)
		for i, r := range t.rows {
			out.rows[i].cells = append(out.rows[i].cells, r.cells[col])
		}
	}
	return out
}

// quoteSheet returns the table of quotes and attributions.
func (s *Statement) quoteSheet(who speakers) sheet {
	t := sheet{title: "Quotes", head: []string{"Speaker", "Kind", "Mode", "Cue", "Content"}}
	for i, q := range s.AllQuotes() {
		name := s.speaker(q)
		cells := plain(orUnknown(name), string(q.Kind), string(q.Mode), s.wording(q.Cue), s.content(q))
		cells[0].sign, cells[0].badge = who.badge(name), "cq-badge "+who.tint(name)
		t.rows = append(t.rows, sheetRow{key: quoteKey(i), speaker: name, cells: cells})
	}
	return t.trimmed()
}

// stanceSheet returns the table of stances.
func (s *Statement) stanceSheet() sheet {
	t := sheet{title: "Stances", head: []string{"Holder", "Stance", "Intensity", "Towards", "Phrase", "PLOVER", "CAMEO"}}
	for i, st := range s.Stances {
		holders := s.names(st.HolderIDs, st.Holders)
		cells := plain(strings.Join(holders, ", "), st.name(), st.rung(), strings.Join(s.names(st.TargetIDs, st.Targets), ", "),
			s.wording(&st.Phrase), st.Label.PLOVER(), st.CAMEO)
		cells[1].chip, cells[1].sign = st.look()
		t.rows = append(t.rows, sheetRow{key: stanceKey(i), speaker: strings.Join(holders, "; "), stance: string(st.Label), cells: cells})
	}
	return t.trimmed()
}

// rung returns the intensity as number and name, "" outside the ladder.
func (s Stance) rung() string {
	if name := s.Intensity.String(); name != "" {
		return strconv.Itoa(int(s.Intensity)) + " " + name
	}
	return ""
}

// commitmentSheet returns the table of commitments.
func (s *Statement) commitmentSheet() sheet {
	t := sheet{title: "Commitments", head: []string{"Parties", "Status", "Action", "Deadline", "Condition", "Instrument", "According to"}}
	for i, c := range s.Commitments {
		parties := s.names(c.PartyIDs, c.Parties)
		limit := s.wording(c.Deadline)
		if due := markup.Day(c.Due); due != "" {
			limit = strings.TrimSpace(limit + " (" + due + ")")
		}
		cells := plain(strings.Join(parties, ", "), string(c.Status), s.wording(&c.Action), limit, s.wording(c.Condition),
			s.wording(c.Instrument), strings.Join(s.names(c.ClaimantIDs, c.Claimants), ", "))
		t.rows = append(t.rows, sheetRow{key: commitmentKey(i), speaker: strings.Join(parties, "; "), status: string(c.Status), cells: cells})
	}
	return t.trimmed()
}

// speaker returns the name of a quote's speaker, "" if it is unknown. Where a statement was made without names, as from JSON,
// the id tells it.
func (s *Statement) speaker(q Quote) string {
	name := q.Speaker
	if name == "" && q.SpeakerID != nil {
		e, _ := s.Entity(*q.SpeakerID)
		name = e.Name
	}
	return markup.Clip(name, maxName)
}

// names returns names as they are shown, see NamesOf.
func (s *Statement) names(ids []int, given []string) []string {
	out := s.NamesOf(ids, given)
	for i := range out {
		out[i] = markup.Clip(out[i], maxName)
	}
	return out
}

// someNames returns a list of the name, or none of an empty one.
func someNames(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// orUnknown returns the name, or "?" for none.
func orUnknown(name string) string {
	if name == "" {
		return "?"
	}
	return name
}

// wording returns the text of a passage, "" for nil.
func (s *Statement) wording(p *Passage) string {
	switch {
	case p == nil:
		return ""
	case p.Text != "":
		return p.Text
	}
	return p.Span().In(s.Text)
}

// content returns what a quote says.
func (s *Statement) content(q Quote) string {
	if q.Text != "" {
		return q.Text
	}
	var pieces []string
	for i := range q.Content {
		pieces = append(pieces, s.wording(&q.Content[i]))
	}
	return strings.Join(pieces, " ")
}
