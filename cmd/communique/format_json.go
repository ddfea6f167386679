package main

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/communique-go/communique"
)

// encode returns the statement as JSON, without the escapes for HTML that json.Marshal makes.
func encode(s *communique.Statement, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	err := enc.Encode(s)
	return b.Bytes(), err
}

// indented returns the statement as indented JSON.
func indented(s *communique.Statement) ([]byte, error) { return encode(s, "  ") }

// jsonLines writes a JSON object a line.
type jsonLines struct{ out io.Writer }

func (f jsonLines) write(s *communique.Statement) error {
	b, err := encode(s, "")
	if err != nil {
		return err
	}
	_, err = f.out.Write(b)
	return err
}

func (f jsonLines) end() error { return nil }

// jsonEncoder returns a statement as an indented JSON object that ends with a line feed.
type jsonEncoder func(*communique.Statement) ([]byte, error)

// jsonObject writes a single indented object.
type jsonObject struct {
	out    io.Writer
	encode jsonEncoder
}

func (f jsonObject) write(s *communique.Statement) error {
	b, err := f.encode(s)
	if err != nil {
		return err
	}
	_, err = f.out.Write(b)
	return err
}

func (f jsonObject) end() error { return nil }

// jsonArray writes an indented array of objects.
type jsonArray struct {
	out    io.Writer
	encode jsonEncoder
	n      int // objects written
}

func (f *jsonArray) write(s *communique.Statement) error {
	b, err := f.encode(s)
	if err != nil {
		return err
	}
	opening := ",\n  "
	if f.n == 0 {
		opening = "[\n  "
	}
	f.n++
	// Without the line feed at the end: a comma may follow. Strings in JSON have none.
	b = bytes.ReplaceAll(bytes.TrimRight(b, "\n"), []byte("\n"), []byte("\n  "))
	_, err = f.out.Write(append([]byte(opening), b...))
	return err
}

func (f *jsonArray) end() error {
	closing := "\n]\n"
	if f.n == 0 {
		closing = "[]\n"
	}
	_, err := io.WriteString(f.out, closing)
	return err
}
