package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// sink is where the output goes: standard output, or a file that appears under its name only when it is complete.
type sink struct {
	io.Writer
	tty   bool
	width int // columns of the terminal
	file  *os.File
	path  string // of the file
}

// openOutput opens the output. It fails if that would be one of the files to read.
func (c *cli) openOutput(o options, list []source) (sink, error) {
	if o.toStdout() {
		return sink{Writer: c.out, tty: c.outTTY, width: c.width}, nil
	}
	if o.format == "brat" {
		return sink{Writer: io.Discard}, nil // it writes files of its own
	}
	path := o.output
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // or the link would be replaced
	}
	info, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return sink{}, fmt.Errorf("--output %s: %w", o.output, explain(err))
	case err == nil && info.IsDir():
		return sink{}, fmt.Errorf("--output %s is a directory: name a file in it", o.output)
	case err == nil && !info.Mode().IsRegular(): // a device or a named pipe is no file to replace
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return sink{}, fmt.Errorf("--output %s: %w", o.output, explain(err))
		}
		return sink{Writer: f, file: f, width: defaultWidth}, nil
	}
	if info != nil {
		for _, in := range inputs(o, list) {
			if read, err := os.Stat(in); err == nil && os.SameFile(read, info) {
				return sink{}, fmt.Errorf("--output %s is a file to read: name another", o.output)
			}
		}
	}
	return createTemporary(path, o.output)
}

// inputs returns the files that are read.
func inputs(o options, list []source) []string {
	paths := append([]string(nil), o.actors...)
	for _, s := range list {
		if !s.stdin {
			paths = append(paths, s.path)
		}
	}
	return paths
}

// createTemporary opens a new file beside path, which close gives its name. The mode of a file made by os.CreateTemp would
// keep others from reading the result.
func createTemporary(path, name string) (sink, error) {
	for n := 0; ; n++ {
		f, err := os.OpenFile(fmt.Sprintf("%s.%d-%d.tmp", path, os.Getpid(), n), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case err == nil:
			return sink{Writer: f, file: f, path: path, width: defaultWidth}, nil
		case errors.Is(err, fs.ErrNotExist):
			return sink{}, fmt.Errorf("--output %s: there is no such directory; make it first", name)
		case !errors.Is(err, fs.ErrExist):
			return sink{}, fmt.Errorf("--output %s: %w", name, explain(err))
		}
	}
}

// close gives a complete file its name, and removes any other.
func (s sink) close(complete bool) error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.path == "" {
		return err
	}
	if err == nil && complete {
		if info, e := os.Stat(s.path); e == nil {
			err = os.Chmod(s.file.Name(), info.Mode().Perm()) // as the file was that it replaces
		}
		if err == nil {
			err = os.Rename(s.file.Name(), s.path)
		}
	}
	if err != nil || !complete {
		os.Remove(s.file.Name())
	}
	return err
}
