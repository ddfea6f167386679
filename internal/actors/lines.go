package actors

import (
	"bufio"
	"io"
	"strings"
)

// maxLine is the number of bytes of a line that are kept.
const maxLine = 1 << 20

// line is one line of a dictionary.
type line struct {
	no   int
	raw  string // as in the file, without the line end
	text string // without comments; the blanks at the ends are kept
}

// lineReader reads the lines of a dictionary and takes out the comments. A line
// ends with LF, CR LF or CR: TABARI was once a program for the Macintosh, and a
// file read as a single line may pass for a single comment.
type lineReader struct {
	in       *bufio.Reader
	problems *problems
	no       int
	open     line // the line of an open <!-- comment; no is 0 if there is none
}

// eachLine calls f for every line that is more than comments and blanks. It
// reports lines that are too long and a comment that is never closed.
func eachLine(in io.Reader, p *problems, f func(line)) error {
	l := &lineReader{in: bufio.NewReader(in), problems: p}
	for {
		raw, long, err := l.read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		ln := line{no: l.no, raw: raw}
		ln.text = l.strip(ln)
		switch {
		case long:
			p.add(ln.no, raw, "longer than %d bytes: not read", maxLine)
		case strings.TrimSpace(ln.text) != "":
			f(ln)
		}
	}
	if l.open.no > 0 {
		p.add(l.open.no, l.open.raw, "comment without end: nothing read from here to line %d, close it with -->", l.no)
	}
	return nil
}

// read returns the next line without its end. It drops what is beyond maxLine
// and tells so.
func (l *lineReader) read() (s string, long bool, err error) {
	var b strings.Builder
	for some := false; ; some = true {
		c, err := l.in.ReadByte()
		if err == io.EOF && some || err == nil && (c == '\n' || c == '\r') {
			if c == '\r' {
				l.skipLF()
			}
			break
		}
		if err != nil {
			return "", false, err
		}
		if long = b.Len() >= maxLine; !long {
			b.WriteByte(c)
		}
	}
	l.no++
	s = b.String()
	if l.no == 1 {
		s = strings.TrimPrefix(s, bom)
	}
	return s, long, nil
}

// bom is the byte order mark, which some editors put before a UTF-8 text.
const bom = "\ufeff"

// skipLF reads over the LF of a CR LF.
func (l *lineReader) skipLF() {
	if next, err := l.in.Peek(1); err == nil && next[0] == '\n' {
		_, _ = l.in.Discard(1)
	}
}

// strip takes the comments out of a line: from '#' or ';' to its end, and from
// "<!--" to "-->", which may be some lines on.
func (l *lineReader) strip(ln line) string {
	var out strings.Builder
	for s := ln.raw; s != ""; {
		if l.open.no > 0 {
			_, rest, ok := strings.Cut(s, "-->")
			if ok {
				l.open = line{}
			}
			s = rest
			continue
		}
		end, start := strings.IndexAny(s, "#;"), strings.Index(s, "<!--")
		switch {
		case start >= 0 && (end < 0 || start < end):
			out.WriteString(s[:start])
			l.open, s = ln, s[start+len("<!--"):]
		case end >= 0:
			out.WriteString(s[:end])
			s = ""
		default:
			out.WriteString(s)
			s = ""
		}
	}
	return out.String()
}
