package main

import (
	"bytes"
	"io"

	"github.com/communique-go/communique"
)

// csvFormat writes a table, with one header for all statements.
type csvFormat struct {
	out    io.Writer
	table  func(w io.Writer, statements []*communique.Statement) error
	headed bool // the header is written
}

func (f *csvFormat) write(s *communique.Statement) error { return f.rows(s) }

func (f *csvFormat) end() error {
	if f.headed {
		return nil
	}
	return f.rows()
}

// rows writes the rows of the statements, after the header if that is not written yet. The header has no line break.
func (f *csvFormat) rows(statements ...*communique.Statement) error {
	var b bytes.Buffer
	if err := f.table(&b, statements); err != nil {
		return err
	}
	rows := b.Bytes()
	if f.headed {
		_, rows, _ = bytes.Cut(rows, []byte("\r\n"))
	}
	f.headed = true
	_, err := f.out.Write(rows)
	return err
}
