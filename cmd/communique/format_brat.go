package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
)

// bratFormat writes the files of a collection of brat into a directory.
type bratFormat struct {
	dir   string
	names map[string]string // the ids by the names of their files, in small letters as some file systems have them
}

// newBrat makes the directory and the settings of the collection, which are left as they are if they are there.
func newBrat(dir string) (formatter, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("--output %s: %w; name a directory that can be made or written to", dir, reason(err))
	}
	for _, f := range []struct{ name, content string }{
		{"annotation.conf", exchange.BratAnnotationConf}, {"visual.conf", exchange.BratVisualConf},
	} {
		err := create(filepath.Join(dir, f.name), strings.NewReader(f.content))
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("--output %s: %w", dir, explainWrite(err, "the directory"))
		}
	}
	return &bratFormat{dir: dir, names: map[string]string{}}, nil
}

// write writes ID.txt and ID.ann. It never overwrites: annotations may have been mended by hand. A text that is there
// already is the one to annotate.
func (f *bratFormat) write(s *communique.Statement) error {
	name := fileName(s.ID)
	if other, taken := f.names[strings.ToLower(name)]; taken {
		return refusal(fmt.Sprintf("the files of this document would have the names of those of %q; give the documents different ids", clip(other)))
	}
	f.names[strings.ToLower(name)] = s.ID
	var txt, ann bytes.Buffer
	if err := exchange.WriteBrat(&txt, &ann, s); err != nil {
		return err
	}
	path := filepath.Join(f.dir, name)
	there, err := hasText(path+".txt", txt.Bytes())
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path + ".ann"); err == nil {
		return refusal(fmt.Sprintf("%s.ann is there already, and may have been mended by hand; remove it or name another directory", path))
	}
	if !there {
		if err := create(path+".txt", &txt); err != nil {
			return err
		}
	}
	return create(path+".ann", &ann) // last: without its text it would be worth nothing
}

// hasText reports whether there is a file, or a link to one, with the text. The error is a refusal if there is anything else.
func hasText(path string, text []byte) (bool, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() { // to read a named pipe would block for ever
		return false, refusal(path + " is there already, and not a regular file; name another directory")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return false, refusal(fmt.Sprintf("%s cannot be read: %s; name another directory", path, reason(err)))
	}
	if !bytes.Equal(data, text) {
		return false, refusal(path + " is there already, with another text; name another directory")
	}
	return true, nil
}

func (f *bratFormat) end() error { return nil }

// create writes a new file. The error is fs.ErrExist if it is there already.
func create(path string, content io.Reader) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, content)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(path) // half a file would stand in the way of the next try
	}
	return err
}

// fileName returns an id as the name of a file, to which an extension is added: letters with their marks, digits, and a few
// signs that are safe everywhere.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r)) {
			return r
		}
		return '_'
	}, id)
	const most = 200 // bytes, for a name has at most 255 in most file systems
	for len(name) > most {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" || name[0] == '.' || name[0] == '-' || device(name) { // hidden, taken for a flag, or no file on Windows
		name = "_" + name
	}
	return name
}

// device tells whether Windows has a device of the name, with whatever extension.
func device(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch base {
	case "con", "prn", "aux", "nul":
		return true
	}
	port := strings.TrimPrefix(strings.TrimPrefix(base, "com"), "lpt")
	return len(base) == 4 && len(port) == 1 && port[0] >= '0' && port[0] <= '9'
}
