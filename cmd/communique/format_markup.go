package main

import (
	"io"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/distinct"
)

// htmlFormat writes a page that has the statements one after the other.
type htmlFormat struct {
	out   io.Writer
	begun bool
	seen  distinct.Statements
}

const (
	pageHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Statements</title>
</head>
<body>
`
	pageFoot = "</body>\n</html>\n"
)

func (f *htmlFormat) write(s *communique.Statement) error {
	s, _ = f.seen.Add(s)
	page := s.HTML()
	if !f.begun {
		page = pageHead + page
	}
	f.begun = true
	_, err := io.WriteString(f.out, page)
	return err
}

func (f *htmlFormat) end() error {
	foot := pageFoot
	if !f.begun {
		foot = pageHead + pageFoot
	}
	_, err := io.WriteString(f.out, foot)
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
