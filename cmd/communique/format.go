package main

import (
	"bytes"
	"io"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
)

// formatter writes statements to the output, each as soon as it has it.
type formatter interface {
	write(*communique.Statement) error
	end() error // writes what follows the last statement
}

// newFormatter returns the formatter that the options ask for. It fails if there cannot be one.
func (c *cli) newFormatter(out sink, o options, list []source) (formatter, error) {
	switch o.format {
	case "jsonl":
		return jsonLines{out}, nil
	case "json":
		return newJSON(out, list, indented), nil
	case "web-annotation":
		return newJSON(out, list, annotations), nil
	case "plover":
		return plover{out}, nil
	case "html":
		return &htmlFormat{out: out}, nil
	case "markdown":
		return &markdownFormat{out: out}, nil
	case "brat":
		return newBrat(o.output)
	case "quotes-csv":
		return &csvFormat{out: out, table: exchange.WriteQuotesCSV}, nil
	case "stances-csv":
		return &csvFormat{out: out, table: exchange.WriteStancesCSV}, nil
	case "commitments-csv":
		return &csvFormat{out: out, table: exchange.WriteCommitmentsCSV}, nil
	}
	return &textFormat{out: out, paint: palette(c.colored(o.color, out.tty)), width: min(out.width, maxTextWidth)}, nil
}

// newJSON returns a formatter for a single object, or for an array of objects. It goes by the call and not by the number of
// documents, so that the form of the output can be known beforehand.
func newJSON(out io.Writer, list []source, encode jsonEncoder) formatter {
	if len(list) == 1 && !list[0].lines && (list[0].stdin || list[0].named) {
		return jsonObject{out, encode}
	}
	return &jsonArray{out: out, encode: encode}
}

// annotations returns the statement as a collection of W3C Web Annotations.
func annotations(s *communique.Statement) ([]byte, error) {
	var b bytes.Buffer
	err := exchange.WriteWebAnnotations(&b, s)
	return b.Bytes(), err
}

// plover writes PLOVER event records, an object a line.
type plover struct{ out io.Writer }

func (f plover) write(s *communique.Statement) error {
	var b bytes.Buffer // so that the output gets a statement at once
	if err := exchange.WritePLOVER(&b, []*communique.Statement{s}); err != nil {
		return err
	}
	_, err := f.out.Write(b.Bytes())
	return err
}

func (f plover) end() error { return nil }
