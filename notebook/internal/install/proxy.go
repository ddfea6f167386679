package install

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// WriteProxy writes a module proxy for the file system into dir that serves the Go module in the directory tree, and
// returns the version under which it does. The version is made from the contents, so that a changed tree is a new version
// that no cache knows. Tests and their data are left out. Of the module, dir holds one version; other modules in it stay.
func WriteProxy(dir, tree string) (string, error) {
	gomod, err := os.ReadFile(filepath.Join(tree, "go.mod"))
	if err != nil {
		return "", fmt.Errorf("%s is no Go module: %w", tree, err)
	}
	name := modfile.ModulePath(gomod)
	escaped, err := module.EscapePath(name)
	if err != nil {
		return "", fmt.Errorf("module path in %s: %w", filepath.Join(tree, "go.mod"), err)
	}
	files, sum, err := treeFiles(tree)
	if err != nil {
		return "", fmt.Errorf("read the module in %s: %w", tree, err)
	}
	version := "v0.0.0-tree-" + sum

	versions := filepath.Join(dir, filepath.FromSlash(escaped), "@v")
	if err := os.RemoveAll(versions); err != nil {
		return "", fmt.Errorf("remove the earlier version: %w", err)
	}
	if err := os.MkdirAll(versions, 0o755); err != nil {
		return "", err
	}
	info, err := json.Marshal(map[string]string{"Version": version})
	if err != nil {
		return "", err
	}
	for name, content := range map[string][]byte{"list": []byte(version + "\n"), version + ".info": info, version + ".mod": gomod} {
		if err := os.WriteFile(filepath.Join(versions, name), content, 0o644); err != nil {
			return "", err
		}
	}
	return version, writeZip(filepath.Join(versions, version+".zip"), module.Version{Path: name, Version: version}, files)
}

func writeZip(name string, m module.Version, files []zip.File) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := zip.Create(f, m, files); err != nil {
		return fmt.Errorf("pack %s: %w", m, err)
	}
	return f.Close()
}

// treeFile is a file of the tree, by its slash-separated path in it.
type treeFile struct{ tree, name string }

func (f treeFile) Path() string                 { return f.name }
func (f treeFile) file() string                 { return filepath.Join(f.tree, filepath.FromSlash(f.name)) }
func (f treeFile) Lstat() (os.FileInfo, error)  { return os.Lstat(f.file()) }
func (f treeFile) Open() (io.ReadCloser, error) { return os.Open(f.file()) }

// treeFiles returns the files that building the module needs and a hash of their names and contents.
func treeFiles(tree string) ([]zip.File, string, error) {
	var files []zip.File
	hash := sha256.New()
	err := filepath.WalkDir(tree, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(tree, file)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if d.IsDir() {
			if name != "." && (skipDir(file, d.Name()) || name == "bin" || name == "eval") { // the Makefile writes to these two
				return filepath.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		fmt.Fprintf(hash, "%s %d\n%s\n", name, len(content), content)
		files = append(files, treeFile{tree, name})
		return nil
	})
	return files, fmt.Sprintf("%x", hash.Sum(nil))[:12], err
}

// skipDir reports whether the directory of the name holds nothing that a build of the module needs: hidden directories, the
// data of tests, other modules.
func skipDir(dir, name string) bool {
	if strings.HasPrefix(name, ".") || name == "testdata" || name == "vendor" {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// fileURL returns the URL of a directory, with blanks and the like escaped as GOPROXY asks for.
func fileURL(dir string) string {
	u := url.URL{Scheme: "file", Path: path.Clean(filepath.ToSlash(dir))}
	return strings.ReplaceAll(u.String(), ",", "%2C") // a comma would end the URL
}
