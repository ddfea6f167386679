package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/communique-go/communique"
)

// htmlFormat writes a page that has the statements one after the other.
type htmlFormat struct {
	out   io.Writer
	begun bool
	seen  distinct
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
	page := f.seen.statement(s).HTML()
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

// distinct counts the statements that have the same ID, date and text: the ids of their HTML, which are made from the three,
// would stand twice on the page.
type distinct map[identity]int

type identity struct {
	id, day string
	text    [sha256.Size]byte // the sum of it, so that no text is kept
}

// statement returns s, or a copy with another ID if there was one like it: "x (2)" is the second x.
func (d distinct) statement(s *communique.Statement) *communique.Statement {
	first := identity{s.ID, s.Date.Format(time.DateOnly), sha256.Sum256([]byte(s.Text))}
	n := d[first]
	if n == 0 {
		d[first] = 1
		return s
	}
	other := first
	for d[other] > 0 {
		n++
		other.id = strings.TrimSpace(fmt.Sprintf("%s (%d)", s.ID, n))
	}
	d[first], d[other] = n, 1
	again := *s
	again.ID = other.id
	return &again
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
