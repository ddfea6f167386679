package main

import (
	"io"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/distinct"
	"github.com/communique-go/communique/internal/page"
)

// htmlFormat writes a page that has the statements one after the other.
type htmlFormat struct {
	out   io.Writer
	begun bool
	seen  distinct.Statements
}

// frame is the page around the statements, each of which has its own style sheet.
var frame = page.Document{Title: "Statements"}

func (f *htmlFormat) write(s *communique.Statement) error {
	again := *s
	again.ID, _ = f.seen.Add(s.ID, s.Date, s.Text)
	html := again.HTML()
	if !f.begun {
		html = string(frame.Begin()) + html
	}
	f.begun = true
	_, err := io.WriteString(f.out, html)
	return err
}

func (f *htmlFormat) end() error {
	html := frame.End()
	if !f.begun {
		html = frame.Begin() + html
	}
	_, err := io.WriteString(f.out, string(html))
	return err
}

// markdownFormat writes the tables of each statement.
type markdownFormat struct {
	out   io.Writer
	begun bool
}

func (f *markdownFormat) write(s *communique.Statement) error {
	text := s.Markdown()
	if f.begun {
		text = "\n" + text
	}
	f.begun = true
	_, err := io.WriteString(f.out, text)
	return err
}

func (f *markdownFormat) end() error { return nil }
