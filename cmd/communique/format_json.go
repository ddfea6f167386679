package main

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/communique-go/communique"
)

// formatter writes statements to the output, each as soon as it has it.
type formatter interface {
	write(*communique.Statement) error
	end() error // writes what follows the last statement
}

// newFormatter returns the formatter that the options ask for.
func (c *cli) newFormatter(o options, list []source) formatter {
	switch o.format {
	case "jsonl":
		return jsonLines{c.out}
	case "json":
		// By the call and not by the number of documents, so that the form of the output can be known beforehand.
		if len(list) == 1 && !list[0].lines && (list[0].stdin || list[0].named) {
			return jsonObject{c.out}
		}
		return &jsonArray{out: c.out}
	}
	return &textFormat{out: c.out, paint: palette(c.colored(o.color)), width: min(c.width, maxTextWidth)}
}

// encode returns v as JSON, without the escapes for HTML that json.Marshal makes.
func encode(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, indent)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// jsonLines writes a JSON object a line.
type jsonLines struct{ out io.Writer }

func (f jsonLines) write(s *communique.Statement) error { return writeJSON(f.out, s, "") }
func (f jsonLines) end() error                          { return nil }

// jsonObject writes a single indented object.
type jsonObject struct{ out io.Writer }

func (f jsonObject) write(s *communique.Statement) error { return writeJSON(f.out, s, "  ") }
func (f jsonObject) end() error                          { return nil }

func writeJSON(out io.Writer, s *communique.Statement, indent string) error {
	b, err := encode(s, "", indent)
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	return err
}

// jsonArray writes an indented array of objects.
type jsonArray struct {
	out io.Writer
	n   int // objects written
}

func (f *jsonArray) write(s *communique.Statement) error {
	b, err := encode(s, "  ", "  ")
	if err != nil {
		return err
	}
	opening := ",\n  "
	if f.n == 0 {
		opening = "[\n  "
	}
	f.n++
	// Without the line break that Encode ends with: a comma may follow.
	_, err = f.out.Write(append([]byte(opening), bytes.TrimRight(b, "\n")...))
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
