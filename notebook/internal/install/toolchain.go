package install

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Toolchain is the Go release that builds the kernel and the plugins it loads. Later ones have generics in places of the
// standard library that the kernel's interpreter does not know.
const Toolchain = "go1.22.12"

// ErrMissing is wrapped by errors that say what is to be installed on the machine first.
var ErrMissing = errors.New("missing")

// toolchain is what the pinned Go release says of its settings.
type toolchain struct {
	GOROOT, GOMODCACHE, GOCACHE, GOPROXY, GONOSUMDB, CC string
}

// findToolchain asks for the settings of the pinned release, which the go command downloads if the machine has another.
func findToolchain() (toolchain, error) {
	var t toolchain
	if runtime.GOOS == "windows" {
		return t, fmt.Errorf("%w: a system with Go plugins; on Windows use the Windows Subsystem for Linux", ErrMissing)
	}
	if _, err := exec.LookPath("go"); err != nil {
		return t, fmt.Errorf("%w: Go 1.22 or newer, see https://go.dev/doc/install: %w", ErrMissing, err)
	}
	cmd := exec.Command("go", "env", "-json", "GOROOT", "GOMODCACHE", "GOCACHE", "GOPROXY", "GONOSUMDB", "CC")
	cmd.Env = append(withoutGo(os.Environ()), "GOTOOLCHAIN="+Toolchain, "GOWORK=off")
	out, err := output(cmd)
	if err != nil {
		return t, fmt.Errorf("%w: the toolchain %s, which the go command downloads once from the module proxy; check the network and GOPROXY: %w",
			ErrMissing, Toolchain, err)
	}
	if err := json.Unmarshal(out, &t); err != nil {
		return t, fmt.Errorf("read what go env says: %w", err)
	}
	// CC may hold arguments, and a path to it blanks.
	if _, err := exec.LookPath(t.CC); err != nil {
		if cc := strings.Fields(t.CC); len(cc) == 0 || !found(cc[0]) {
			return t, fmt.Errorf("%w: a C compiler, with which Go links the plugins of the kernel: apt-get install gcc libc6-dev: %w",
				ErrMissing, err)
		}
	}
	return t, nil
}

func found(command string) bool {
	_, err := exec.LookPath(command)
	return err == nil
}

// env returns the variables under which the kernel is built and runs. Both need the same: a plugin can only be loaded by a
// program that was built in the same way. proxy is a directory that serves modules, "" for none.
func (t toolchain) env(proxy string) map[string]string {
	goproxy := t.GOPROXY
	if proxy != "" {
		goproxy = fileURL(proxy) + "," + goproxy
	}
	nosumdb := modulePath // what is not published yet is in no checksum database
	if t.GONOSUMDB != "" {
		nosumdb += "," + t.GONOSUMDB
	}
	return map[string]string{
		"CGO_ENABLED": "1",
		"GOCACHE":     t.GOCACHE,
		"GOFLAGS":     "-buildvcs=false", // not empty: an empty one would give way to that of "go env -w"
		"GOMODCACHE":  t.GOMODCACHE,
		"GONOSUMDB":   nosumdb,
		"GOPROXY":     goproxy,
		"GOROOT":      t.GOROOT,
		"GOTOOLCHAIN": Toolchain,
		"GOWORK":      "off",
	}
}

// command returns a command of the pinned release that runs in dir.
func (t toolchain) command(dir, proxy string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(t.GOROOT, "bin", "go"), args...)
	cmd.Dir = dir
	cmd.Env = os.Environ()
	for name, value := range t.env(proxy) {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	return cmd
}

// withoutGo drops the variables that would lead the pinned release to the files of another: "go run" sets GOROOT for what
// it runs, and a GOTOOLDIR or GOFLAGS of the user's may hold what only his own Go knows.
func withoutGo(environ []string) []string {
	var out []string
	for _, v := range environ {
		switch name, _, _ := strings.Cut(v, "="); name {
		case "GOROOT", "GOTOOLCHAIN", "GOTOOLDIR", "GOFLAGS", "GOWORK":
		default:
			out = append(out, v)
		}
	}
	return out
}

// output runs the command and returns its standard output; the error holds what it said on standard error.
func output(cmd *exec.Cmd) ([]byte, error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}

// mirror makes dir a GOROOT that links to everything in the toolchain's but bin. The interpreter asks GOROOT/bin/go for the
// types that a package of the standard library exports, and panics on the generic ones of sync, which Analyzer holds.
// Where there is no such command it makes do with reflection, which knows all that notebooks can use; the "go" that compiles
// it then finds by PATH.
func (t toolchain) mirror(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(t.GOROOT)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == "bin" {
			continue
		}
		if err := os.Symlink(filepath.Join(t.GOROOT, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
