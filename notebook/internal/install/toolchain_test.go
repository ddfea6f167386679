package install

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindToolchainWithoutGo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := findToolchain()
	if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "https://go.dev/doc/install") {
		t.Errorf("error %v, want one that says where Go is to be had", err)
	}
}

func TestFindToolchainWithoutCompiler(t *testing.T) {
	t.Setenv("CC", filepath.Join(t.TempDir(), "no-such-compiler"))
	_, err := findToolchain()
	if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "apt-get install gcc") && !strings.Contains(err.Error(), Toolchain) {
		t.Errorf("error %v, want one that says how to get a compiler, or the toolchain where there is no network", err)
	}
}

func TestFindToolchainWithoutNetwork(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("GOMODCACHE", cache)
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "-modcacherw") // so that the folder can be removed
	if _, err := findToolchain(); err != nil && !strings.Contains(err.Error(), "check the network and GOPROXY") {
		t.Errorf("error %v, want one that names the network", err) // none if the machine's Go is the toolchain itself
	}
}

func TestMirror(t *testing.T) {
	goroot := tree(t, map[string]string{"bin/go": "", "src/sync/once.go": "package sync\n", "VERSION": "go1\n"})
	dir := filepath.Join(t.TempDir(), "goroot")
	for range 2 { // again over what is there
		if err := (toolchain{GOROOT: goroot}).mirror(dir); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff([]string{"VERSION", "src"}, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if _, err := os.Stat(filepath.Join(dir, "src", "sync", "once.go")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(goroot, "src", "sync", "once.go")); err != nil {
		t.Errorf("the toolchain has lost a file: %v", err)
	}
}
