package main

import (
	"bytes"
	"errors"
	"fmt"
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
		return nil, fmt.Errorf("--output %s: %w; name a directory that can be made or written to", dir, err)
	}
	for _, f := range []struct{ name, content string }{
		{"annotation.conf", exchange.BratAnnotationConf}, {"visual.conf", exchange.BratVisualConf},
	} {
		err := create(filepath.Join(dir, f.name), []byte(f.content))
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("--output %s: %w", dir, err)
		}
	}
	return &bratFormat{dir: dir, names: map[string]string{}}, nil
}

// write writes ID.txt and ID.ann. It never overwrites: annotations may have been mended by hand. A text that is there
// already is the one to annotate.
func (f *bratFormat) write(s *communique.Statement) error {
	name := fileName(s.ID)
	if other, taken := f.names[strings.ToLower(name)]; taken {
		return refusal(fmt.Sprintf("the files of this document would have the names of those of %q; give the documents different ids", other))
	}
	f.names[strings.ToLower(name)] = s.ID
	var txt, ann bytes.Buffer
	if err := exchange.WriteBrat(&txt, &ann, s); err != nil {
		return err
	}
	path := filepath.Join(f.dir, name)
	if there, err := os.ReadFile(path + ".txt"); err == nil && !bytes.Equal(there, txt.Bytes()) {
		return refusal(fmt.Sprintf("%s.txt is there already, with another text; name another directory", path))
	}
	if err := create(path+".ann", ann.Bytes()); errors.Is(err, fs.ErrExist) {
		return refusal(fmt.Sprintf("%s.ann is there already, and may have been mended by hand; remove it or name another directory", path))
	} else if err != nil {
		return err
	}
	if err := create(path+".txt", txt.Bytes()); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

func (f *bratFormat) end() error { return nil }

// create writes a new file. The error is fs.ErrExist if it is there already.
func create(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(path) // half a file would stand in the way of the next try
	}
	return err
}

// fileName returns an id as the name of a file: letters, digits, and a few signs that are safe everywhere.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r)) {
			return r
		}
		return '_'
	}, id)
	const most = 200 // bytes, for a name has at most 255 in most file systems
	for len(name) > most {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if strings.Trim(name, ".") == "" || name[0] == '.' || name[0] == '-' { // hidden, or taken for a flag
		name = "_" + name
	}
	return name
}
