// Package install puts together what a notebook needs to speak with the library: the kernel gophernotes, built with the Go
// release that it works with, a module proxy that serves the library from the working tree, and the kernelspec by which
// Jupyter finds them.
package install

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// KernelName is the name under which Jupyter knows the kernel, KernelTitle the one that it shows.
const (
	KernelName  = "communique"
	KernelTitle = "Go (communique)"
)

// modulePath is the path of the library.
const modulePath = "github.com/communique-go/communique"

// Kernel is an installed kernel.
type Kernel struct {
	Dir   string // the folder with kernel.json and everything that the kernel needs but Go and its caches
	Proxy string // the module proxy in it
}

// At returns the kernel below a data folder of Jupyter's, installed or not. The path has to be absolute.
func At(data string) Kernel {
	dir := filepath.Join(data, "kernels", KernelName)
	return Kernel{Dir: dir, Proxy: filepath.Join(dir, "proxy")}
}

// Install builds the kernel below data, a data folder of Jupyter's, for the library in the directory tree, or brings it up
// to date. It reports each step to log. What is lacking on the machine is reported as an ErrMissing that says how to get it.
func Install(data, tree string, log io.Writer) (Kernel, error) {
	k, err := absolute(data)
	if err != nil {
		return Kernel{}, err
	}
	if tree, err = filepath.Abs(tree); err != nil {
		return Kernel{}, err
	}
	fmt.Fprintf(log, "looking for Go, %s and a C compiler\n", Toolchain)
	t, err := findToolchain()
	if err != nil {
		return Kernel{}, err
	}
	if err := os.MkdirAll(k.Dir, 0o755); err != nil {
		return Kernel{}, fmt.Errorf("make the folder of the kernel: %w", err)
	}
	fmt.Fprintln(log, "building the kernel")
	module := filepath.Join(tree, "notebook")
	for name, pkg := range map[string]string{"gophernotes": "github.com/gopherdata/gophernotes", "launch": "./cmd/launch"} {
		if _, err := output(t.command(module, "", "build", "-o", filepath.Join(k.Dir, name), pkg)); err != nil {
			return Kernel{}, fmt.Errorf("build the kernel: %w", err)
		}
	}
	fmt.Fprintln(log, "packing the library")
	version, err := WriteProxy(k.Proxy, tree)
	if err != nil {
		return Kernel{}, fmt.Errorf("pack the library: %w", err)
	}
	fmt.Fprintln(log, "compiling the library for the kernel")
	if err := compile(t, k, version); err != nil {
		return Kernel{}, fmt.Errorf("compile the library for the kernel: %w", err)
	}
	if err := writeSpec(t, k); err != nil {
		return Kernel{}, fmt.Errorf("write the kernelspec: %w", err)
	}
	return k, nil
}

func absolute(data string) (Kernel, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return Kernel{}, err
	}
	return At(data), nil
}

// compile does once what the kernel does whenever a notebook imports the library. It fills Go's caches, so that the first
// import does not take longer than others, and fails with the compiler's message, which the kernel would keep to itself.
func compile(t toolchain, k Kernel, version string) error {
	dir, err := os.MkdirTemp("", "communique-plugin-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	files := map[string]string{
		"go.mod":  "module communique.plugin\n",
		"main.go": "package main\n\nimport _ \"" + modulePath + "\"\n\nfunc main() {}\n",
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	for _, args := range [][]string{
		{"get", modulePath + "@" + version},
		{"mod", "tidy"},
		{"build", "-buildmode=plugin"},
	} {
		if _, err := output(t.command(dir, k.Proxy, args...)); err != nil {
			return err
		}
	}
	return nil
}

// spec is the content of kernel.json.
type spec struct {
	Argv        []string          `json:"argv"`
	DisplayName string            `json:"display_name"`
	Language    string            `json:"language"`
	Env         map[string]string `json:"env"`
}

func writeSpec(t toolchain, k Kernel) error {
	goroot := filepath.Join(k.Dir, "goroot")
	if err := t.mirror(goroot); err != nil {
		return err
	}
	env := t.env(k.Proxy)
	env["GOROOT"] = goroot
	b, err := json.MarshalIndent(spec{
		Argv: []string{filepath.Join(k.Dir, "launch"), filepath.Join(t.GOROOT, "bin"),
			filepath.Join(k.Dir, "gophernotes"), "{connection_file}"},
		DisplayName: KernelTitle,
		Language:    "go",
		Env:         env,
	}, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(k.Dir, "kernel.json"), append(b, '\n'), 0o644)
}
