package communique

import "github.com/communique-go/communique/internal/page"

// Markdown returns what was found as GitHub Flavored Markdown, for terminals and reports: a heading with title or ID, date, issuer and address, the quotes
// as a list, stances and commitments as tables. The text itself is not in it. Parts that have nothing to say are left out;
// for a statement without any, and for nil, it returns "". What the text holds is escaped.
func (s *Statement) Markdown() string {
	if s == nil {
		return ""
	}
	var m page.Markdown
	name := s.Title
	if name == "" {
		name = s.ID
	}
	m.Heading(2, page.Joined(", ", page.Plain(name), page.Plain(s.day())))
	m.Paragraph(page.Joined(", ", page.Plain(s.Issuer), page.Address(s.URL)).In("Source: ", ""))
	if list := s.markdownQuotes(); len(list) > 0 {
		m.Heading(3, page.Plain("Quotes"))
		m.List(list)
	}
	for _, t := range []sheet{s.stanceSheet(), s.commitmentSheet()} {
		if len(t.rows) > 0 {
			m.Heading(3, page.Plain(t.title))
			t.markdown(&m)
		}
	}
	return m.String()
}

// markdownQuotes returns the quotes and attributions as items of a list.
func (s *Statement) markdownQuotes() []page.Inline {
	var items []page.Inline
	for _, q := range s.AllQuotes() {
		items = append(items, s.markdownQuote(q))
	}
	return items
}

// markdownQuote returns a quote as an item of a list: speaker, kind, mode unless it is an assertion, cue, content.
func (s *Statement) markdownQuote(q Quote) page.Inline {
	mode, content := string(q.Mode), page.Plain(s.content(q))
	if q.Mode == Assertion {
		mode = ""
	}
	if q.Kind == Direct {
		content = content.In("“", "”")
	}
	speaker := page.Plain(orUnknown(s.speaker(q))).Strong()
	how := page.Joined(", ", page.Plain(string(q.Kind)), page.Plain(mode), page.Plain(s.wording(q.Cue)).In("“", "”"))
	return page.Joined(": ", page.Joined(" ", speaker, how.In("(", ")")), content)
}

// markdown writes the sheet as a table.
func (t sheet) markdown(m *page.Markdown) {
	rows := make([][]page.Inline, len(t.rows))
	for i, r := range t.rows {
		for _, c := range r.cells {
			rows[i] = append(rows[i], page.Plain(c.text))
		}
	}
	head := make([]page.Inline, len(t.head))
	for i, title := range t.head {
		head[i] = page.Plain(title)
	}
	m.Table(head, rows)
}
