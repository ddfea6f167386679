package install

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// tree makes a directory tree of the files and returns it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func sample(t *testing.T, extra map[string]string) string {
	t.Helper()
	files := map[string]string{
		"go.mod":                "module example.org/Made/up\n\ngo 1.22\n",
		"up.go":                 "package up\n",
		"table/rows.tsv":        "a\tb\n",
		"up_test.go":            "package up\n",
		"testdata/in.txt":       "x",
		".git/HEAD":             "ref",
		".hidden":               "x",
		"sub/bin/bin.go":        "package bin\n",
		"bin/up":                "x",
		"nested/go.mod":         "module example.org/Made/up/nested\n",
		"nested/deep/nested.go": "package deep\n",
	}
	for name, content := range extra {
		files[name] = content
	}
	return tree(t, files)
}

func TestWriteProxy(t *testing.T) {
	dir := t.TempDir()
	version, err := WriteProxy(dir, sample(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	versions := filepath.Join(dir, "example.org", "!made", "up", "@v") // capitals are escaped in proxies
	for name, want := range map[string]string{
		"list":            version + "\n",
		version + ".info": `{"Version":"` + version + `"}`,
		version + ".mod":  "module example.org/Made/up\n\ngo 1.22\n",
	} {
		got, err := os.ReadFile(filepath.Join(versions, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	checked, err := zip.CheckZip(module.Version{Path: "example.org/Made/up", Version: version}, filepath.Join(versions, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	prefix := "example.org/Made/up@" + version + "/"
	want := []string{prefix + "go.mod", prefix + "sub/bin/bin.go", prefix + "table/rows.tsv", prefix + "up.go"}
	if diff := cmp.Diff(want, checked.Valid); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWriteProxyVersions(t *testing.T) {
	dir := t.TempDir()
	version := func(extra map[string]string) string {
		t.Helper()
		v, err := WriteProxy(dir, sample(t, extra))
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	first := version(nil)
	if same := version(map[string]string{"up_test.go": "package up // changed\n"}); same != first {
		t.Errorf("another test makes another version: %s, %s", first, same)
	}
	changed := version(map[string]string{"up.go": "package up // changed\n"})
	if changed == first {
		t.Errorf("another source makes no other version: %s", first)
	}
	zips, err := filepath.Glob(filepath.Join(dir, "example.org", "!made", "up", "@v", "*.zip"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(1, len(zips)); diff != "" {
		t.Errorf("versions kept (-want +got):\n%s", diff)
	}
}

func TestWriteProxyErrors(t *testing.T) {
	if _, err := WriteProxy(t.TempDir(), tree(t, map[string]string{"up.go": "package up\n"})); err == nil {
		t.Error("no error for a tree without go.mod")
	}
	if _, err := WriteProxy(t.TempDir(), tree(t, map[string]string{"go.mod": "go 1.22\n"})); err == nil {
		t.Error("no error for a go.mod without module path")
	}
}

func TestFileURL(t *testing.T) {
	for dir, want := range map[string]string{
		"/home/ada/proxy":     "file:///home/ada/proxy",
		"/home/Ada L/a,b#c/":  "file:///home/Ada%20L/a%2Cb%23c",
		"/home/ada/100%/møte": "file:///home/ada/100%25/m%C3%B8te",
	} {
		if got := fileURL(dir); got != want {
			t.Errorf("fileURL(%q) = %q, want %q", dir, got, want)
		}
	}
}
