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
	path  string // of the file, "" if it is written as it comes
	name  string // of the file, as the user has it
}

// openOutput opens the output. It fails if that would be one of the files to read.
func (c *cli) openOutput(o options, list []source) (sink, error) {
	if o.toStdout() {
		return sink{Writer: c.out, tty: c.outTTY, width: c.width}, nil
	}
	if o.format == "brat" {
		return sink{Writer: io.Discard}, nil // it writes files of its own
	}
	path := follow(o.output)
	info, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return sink{}, fmt.Errorf("--output %s: %w", o.output, explainWrite(err, "the directory "+filepath.Dir(path)))
	case err == nil && info.IsDir():
		return sink{}, fmt.Errorf("--output %s is a directory: name a file in it", o.output)
	case err == nil && !info.Mode().IsRegular(): // a device or a named pipe is no file to replace
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return sink{}, fmt.Errorf("--output %s: %w", o.output, explainWrite(err, "it"))
		}
		return sink{Writer: f, file: f, width: defaultWidth}, nil
	case err == nil:
		if err := c.checkReplace(path, info, o, list); err != nil {
			return sink{}, err
		}
	}
	return createTemporary(path, o.output)
}

// follow returns the file that a path leads to, which need not exist. A symbolic link would itself be replaced.
func follow(path string) string {
	for range 40 { // as many as Linux follows: links can go round in a circle
		target, err := os.Readlink(path)
		if err != nil {
			return path
		}
		if !filepath.IsAbs(target) {
			dir, err := filepath.EvalSymlinks(filepath.Dir(path)) // for the sake of ".." in target
			if err != nil {
				return path
			}
			target = filepath.Join(dir, target)
		}
		path = target
	}
	return path
}

// checkReplace fails if the file is one to read or may not be written to. Replacing it would ask leave of its directory alone.
func (c *cli) checkReplace(path string, info fs.FileInfo, o options, list []source) error {
	for _, in := range c.inputs(o, list) {
		if os.SameFile(in, info) {
			return fmt.Errorf("--output %s is a file to read: name another", o.output)
		}
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("--output %s: %w", o.output, explainWrite(err, "it"))
	}
	return f.Close()
}

// inputs describes the files that are read, as far as they are there.
func (c *cli) inputs(o options, list []source) []fs.FileInfo {
	var files []fs.FileInfo
	add := func(info fs.FileInfo, err error) {
		if err == nil {
			files = append(files, info)
		}
	}
	for _, path := range o.actors {
		add(os.Stat(path))
	}
	for _, s := range list {
		if f, ok := c.in.(*os.File); s.stdin && ok {
			add(f.Stat())
		} else if !s.stdin {
			add(os.Stat(s.path))
		}
	}
	return files
}

// createTemporary opens a new file beside path, which close gives its name. The mode of a file made by os.CreateTemp would
// keep others from reading the result. Its own name is short: that of path may be as long as a name can be.
func createTemporary(path, name string) (sink, error) {
	dir := filepath.Dir(path)
	for n := 0; ; n++ {
		temporary := filepath.Join(dir, fmt.Sprintf(".communique-%d-%d.tmp", os.Getpid(), n))
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case err == nil:
			return sink{Writer: f, file: f, path: path, name: name, width: defaultWidth}, nil
		case errors.Is(err, fs.ErrNotExist):
			return sink{}, fmt.Errorf("--output %s: there is no directory %s; make it first", name, dir)
		case !errors.Is(err, fs.ErrExist):
			return sink{}, fmt.Errorf("--output %s: %w", name, explainWrite(err, "the directory "+dir))
		}
	}
}

// explainWrite takes from a file error the path, which the message names already, and adds what has to be made writable.
func explainWrite(err error, what string) error {
	err = reason(err)
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w; make %s writable for you", err, what)
	}
	return err
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
