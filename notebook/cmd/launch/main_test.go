package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRun runs a shell in place of the kernel, which writes its workspace and its PATH to a file.
func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "seen")
	if err := run("/go of the kernel/bin", "/bin/sh", "-c", `mkdir -p "$GOPATH/src" && echo "$GOPATH" >"$0" && echo "$PATH" >>"$0"`, file); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	workspace, path, _ := strings.Cut(string(b), "\n")
	if !filepath.IsAbs(workspace) {
		t.Errorf("GOPATH is %q, want a directory", workspace)
	}
	if _, err := os.Stat(workspace); !os.IsNotExist(err) {
		t.Errorf("the workspace %s is left behind: %v", workspace, err)
	}
	if !strings.HasPrefix(path, "/go of the kernel/bin:") {
		t.Errorf("PATH is %q, want the given folder first", path)
	}
}

func TestRunFails(t *testing.T) {
	if err := run("/bin", "/bin/sh", "-c", "exit 3"); err == nil {
		t.Error("no error from a kernel that fails")
	}
}
