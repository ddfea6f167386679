package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/communique-go/communique"
)

const (
	// maxDocument bounds the memory that a single document takes.
	maxDocument = 16 << 20
	// maxLine bounds a line of a .jsonl file: a document whose text is escaped throughout is longer than the text.
	maxLine = 2 * maxDocument
)

// document is a text to analyse.
type document struct {
	communique.Document
	name      string // where it comes from, for messages: FILE or FILE:LINE
	dayByName bool   // the name of the file tells the date
}

// item is what the input gives for one document: the document, or the reason why it cannot be had.
type item struct {
	document
	err  error
	note string // something the user should know about a document that is analysed all the same
}

// source is a file of the input, or the reason why there is none.
type source struct {
	path  string
	stdin bool
	lines bool // JSON Lines
	named bool // named by the user, not found in a directory
	err   error
}

// name is the source's name in messages.
func (s source) name() string {
	if s.stdin {
		return "standard input"
	}
	return s.path
}

// sources lists the files that the arguments name, directories with all their texts. Errors stand in their place of the
// list: they are reported in the order of the input.
func sources(args []string, stdinLines bool) []source {
	var list []source
	for _, arg := range args {
		if arg == "-" {
			list = append(list, source{stdin: true, lines: stdinLines})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			list = append(list, source{path: arg, named: true, err: err})
		case info.IsDir():
			list = append(list, directory(arg)...)
		default:
			list = append(list, source{path: arg, lines: hasExt(arg, ".jsonl"), named: true})
		}
	}
	return list
}

// directory lists the texts in a directory and below in lexical order.
func directory(root string) []source {
	var list []source
	// os.DirFS follows root if it is a symbolic link, filepath.WalkDir does not.
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, entry fs.DirEntry, err error) error {
		full := filepath.Join(root, filepath.FromSlash(path))
		if err != nil {
			list = append(list, source{path: full, err: err})
			return nil // the rest goes on
		}
		if !entry.IsDir() && (hasExt(path, ".txt") || hasExt(path, ".jsonl")) {
			list = append(list, source{path: full, lines: hasExt(path, ".jsonl")})
		}
		return nil
	})
	if err == nil && len(list) == 0 {
		err = errors.New("no .txt or .jsonl file in this directory; name files of other kinds one by one")
	}
	if err != nil {
		list = append(list, source{path: root, err: err})
	}
	return list
}

func hasExt(path, ext string) bool { return strings.EqualFold(filepath.Ext(path), ext) }

// each gives the documents of the sources to yield, one after the other, until it returns false.
func each(list []source, stdin io.Reader, yield func(item) bool) {
	for _, s := range list {
		if !s.each(stdin, yield) {
			return
		}
	}
}

// each gives the documents of the source to yield. It returns false if yield did.
func (s source) each(stdin io.Reader, yield func(item) bool) bool {
	r, err := s.open(stdin)
	if err != nil {
		return yield(item{document: document{name: s.name()}, err: err})
	}
	defer r.Close()
	if s.lines {
		return eachLine(s.name(), r, yield)
	}
	return yield(s.plain(r))
}

func (s source) open(stdin io.Reader) (io.ReadCloser, error) {
	if s.err != nil {
		return nil, explain(s.err)
	}
	if s.stdin {
		return io.NopCloser(stdin), nil
	}
	if !s.named { // a named pipe that happens to lie in a directory would block for ever
		if info, err := os.Stat(s.path); err == nil && !info.Mode().IsRegular() {
			return nil, errors.New("not a regular file")
		}
	}
	f, err := os.Open(s.path)
	if err != nil {
		return nil, explain(err)
	}
	return f, nil
}

// plain reads the source as one text.
func (s source) plain(r io.Reader) item {
	it := item{document: document{name: s.name()}}
	it.ID = s.id()
	if !s.stdin {
		it.Date, it.dayByName = leadingDay(filepath.Base(s.path))
	}
	data, err := io.ReadAll(io.LimitReader(r, maxDocument+1))
	switch {
	case err != nil:
		it.err = explain(err)
	case len(data) > maxDocument:
		it.err = fmt.Errorf("longer than %d MiB; split it into documents", maxDocument>>20)
	default:
		it.err = checkText(data)
	}
	if it.err == nil {
		it.Text = string(data)
	}
	return it
}

// id returns the id of a plain text: its file's name without the extension.
func (s source) id() string {
	if s.stdin {
		return "stdin"
	}
	base := filepath.Base(s.path)
	if id := strings.TrimSuffix(base, filepath.Ext(base)); id != "" {
		return id
	}
	return base
}

// leadingDay returns the day that a name such as 2024-03-01-readout.txt begins with.
func leadingDay(name string) (time.Time, bool) {
	const n = len(time.DateOnly)
	if len(name) < n || len(name) > n && name[n] >= '0' && name[n] <= '9' {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, name[:n])
	return day, err == nil
}

// checkText says why data is no text in UTF-8. A broken character here and there is no reason to refuse a text: it
// comes from truncation or from a careless conversion, and the analysis can live with it.
func checkText(data []byte) error {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return fmt.Errorf("not a text: byte %d is NUL; if it is UTF-16, convert it first: iconv -f UTF-16 -t UTF-8", i)
	}
	if bad := invalidBytes(data); bad > len(data)/3 {
		return fmt.Errorf("not a text in UTF-8: %d of its %d bytes are invalid; if it is in another encoding, convert it first, "+
			"for example: iconv -f WINDOWS-1252 -t UTF-8", bad, len(data))
	}
	return nil
}

func invalidBytes(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

// explain takes from a file error the path, which the message names already, and adds what to do.
func explain(err error) error {
	err = reason(err)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w; check the name", err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w; make it readable for you", err)
	}
	return err
}

// reason takes from a file error the path.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// eachLine gives the documents of JSON Lines to yield. It returns false if yield did.
func eachLine(name string, r io.Reader, yield func(item) bool) bool {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		line, err := readLine(in, maxLine)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		where := fmt.Sprintf("%s:%d", name, n)
		switch {
		case errors.Is(err, errLineTooLong):
			if !yield(item{document: document{name: where}, err: err}) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return yield(item{document: document{name: where}, err: explain(err)})
		}
		if len(bytes.TrimSpace(line)) > 0 && !yield(parseLine(where, line)) {
			return false
		}
		if err == io.EOF {
			return true
		}
	}
}

var errLineTooLong = fmt.Errorf("longer than %d MiB; split the document", maxLine>>20)

// readLine returns the next line, with io.EOF if it is the last one. Of a line longer than limit it returns
// errLineTooLong and reads on to its end.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > limit; tooLong {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case tooLong && (err == nil || err == io.EOF):
			return nil, errLineTooLong // after the end of the input, the next call returns io.EOF
		default:
			return line, err
		}
	}
}

// parseLine reads one line of JSON Lines.
func parseLine(where string, line []byte) item {
	it := item{document: document{name: where}}
	var fields struct {
		ID     json.RawMessage `json:"id"`
		Text   *string         `json:"text"`
		Date   json.RawMessage `json:"date"`
		Issuer json.RawMessage `json:"issuer"`
		Title  json.RawMessage `json:"title"`
		URL    json.RawMessage `json:"url"`
	}
	if err := json.Unmarshal(line, &fields); err != nil {
		it.err = jsonError(err)
		return it
	}
	if it.ID, it.err = lineID(fields.ID); it.err != nil {
		return it
	}
	switch {
	case fields.Text == nil:
		it.err = errors.New(`no "text"; a line has the form {"id": "...", "text": "..."}`)
	case len(*fields.Text) > maxDocument:
		it.err = fmt.Errorf("the text is longer than %d MiB; split the document", maxDocument>>20)
	default:
		it.Text = *fields.Text
	}
	if it.err != nil {
		return it
	}
	var notes [5]string
	it.Date, notes[0] = lineDay(fields.Date)
	it.Issuer, notes[1] = lineString("issuer", fields.Issuer)
	it.Title, notes[2] = lineString("title", fields.Title)
	it.URL, notes[3] = lineString("url", fields.URL)
	if !utf8.Valid(line) {
		notes[4] = "broken UTF-8 was replaced by U+FFFD; offsets count bytes of the text with the replacements"
	}
	it.note = joinNotes(notes[:])
	return it
}

// joinNotes joins the notes that say something.
func joinNotes(notes []string) string {
	return strings.Join(slices.DeleteFunc(notes, func(s string) bool { return s == "" }), "; ")
}

// lineString returns a member that is a string, or a note that it is none. A document is analysed all the same: what is known of
// it beside the text is no condition.
func lineString(name string, raw json.RawMessage) (string, string) {
	var s string
	if len(raw) == 0 || json.Unmarshal(raw, &s) == nil { // null is ""
		return s, ""
	}
	return "", fmt.Sprintf(`the %q %s is passed over; write it as a string`, name, clip(string(raw)))
}

// lineDay returns the day that a date names, which a time of day may follow, or a note that it names none. A document without
// a date that can be read is analysed all the same: other programs write dates as they like.
func lineDay(raw json.RawMessage) (time.Time, string) {
	if len(raw) == 0 || string(raw) == "null" || string(raw) == `""` {
		return time.Time{}, ""
	}
	var s string
	if json.Unmarshal(raw, &s) == nil {
		day, _, _ := strings.Cut(s, "T")
		if day, err := time.Parse(time.DateOnly, day); err == nil {
			return day, ""
		}
	}
	return time.Time{}, fmt.Sprintf(`the "date" %s is passed over; write the day as "YYYY-MM-DD"`, clip(string(raw)))
}

// lineID returns an id, which is a string, or a number taken as it is written.
func lineID(raw json.RawMessage) (string, error) {
	var s string
	var n json.Number
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return "", errors.New(`no "id"; a line has the form {"id": "...", "text": "..."}`)
	case json.Unmarshal(raw, &s) == nil:
		return s, nil
	case json.Unmarshal(raw, &n) == nil:
		return n.String(), nil
	}
	return "", errors.New(`"id" is neither a string nor a number`)
}

// jsonError says where on the line the JSON is wrong, in words of the input instead of Go's.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("no valid JSON at byte %d of the line: %w", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("%q is a JSON %s, want a string", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf(`a JSON %s; a line has the form {"id": "...", "text": "..."}`, kind.Value)
	}
	return err
}

// count returns how many documents the source has, and false where that cannot be told without consuming it.
func (s source) count() (int, bool) {
	if s.stdin {
		return 0, false
	}
	info, err := os.Stat(s.path)
	if err != nil || !s.lines {
		return 1, true
	}
	if !info.Mode().IsRegular() {
		return 0, false
	}
	f, err := os.Open(s.path)
	if err != nil {
		return 1, true
	}
	defer f.Close()
	return countLines(f)
}

// countLines returns the number of lines of r that are not empty.
func countLines(r io.Reader) (int, bool) {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 0; ; {
		line, err := readLine(in, maxLine)
		if len(bytes.TrimSpace(line)) > 0 || errors.Is(err, errLineTooLong) {
			n++
		}
		if err == io.EOF {
			return n, true
		}
		if err != nil && !errors.Is(err, errLineTooLong) {
			return n, false
		}
	}
}
