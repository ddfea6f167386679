// Setup builds the Go kernel for Jupyter with this library and opens a notebook.
//
//	go run ./cmd/setup [-no-open] [-user] [-clean] [NOTEBOOK]
//
// Run it in the folder notebook of the repository. Everything that it builds goes to .jupyter there, which git ignores, but
// for the caches of Go. It needs Go 1.22 or newer, a C compiler and Jupyter, and says so where one of them is missing.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/communique-go/communique/notebook/internal/install"
)

// first is the notebook that is opened if none is named.
const first = "reading-a-statement.ipynb"

type options struct {
	noOpen, user, clean bool
	notebook            string
}

func main() {
	var o options
	flag.BoolVar(&o.noOpen, "no-open", false, "build the kernel, but open nothing")
	flag.BoolVar(&o.user, "user", false, "put the kernel into your Jupyter's own data folder, so that every notebook of yours offers it")
	flag.BoolVar(&o.clean, "clean", false, "remove what was built")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: go run ./cmd/setup [-no-open] [-user] [-clean] [NOTEBOOK]")
		flag.PrintDefaults()
	}
	flag.Parse()
	o.notebook = first
	if flag.NArg() > 0 {
		o.notebook = flag.Arg(0)
	}
	if err := run(o, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "setup:", err)
		os.Exit(1)
	}
}

func run(o options, log io.Writer) error {
	if _, err := os.Stat("go.mod"); err != nil {
		return fmt.Errorf("run it in the folder notebook of the repository: %w", err)
	}
	data, err := dataFolder(o.user)
	if err != nil {
		return err
	}
	if o.clean {
		return os.RemoveAll(install.At(data).Dir)
	}
	if !o.noOpen {
		// Before the work of minutes, not after it.
		if err := install.FindJupyter("notebook"); err != nil {
			return err
		}
		if _, err := os.Stat(o.notebook); err != nil {
			return fmt.Errorf("no such notebook: %w", err)
		}
	}
	start := time.Now()
	k, err := install.Install(data, "..", log)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "the kernel %q is in %s (%.0f s)\n", install.KernelTitle, k.Dir, time.Since(start).Seconds())
	if o.noOpen {
		return nil
	}
	return open(data, o.notebook)
}

func dataFolder(user bool) (string, error) {
	if user {
		return install.UserData()
	}
	return filepath.Abs(".jupyter")
}

// open runs Jupyter with the notebook until the user ends it.
func open(data, notebook string) error {
	args := []string{"notebook", notebook}
	if os.Geteuid() == 0 {
		args = append(args, "--allow-root")
	}
	signal.Notify(make(chan os.Signal, 1), os.Interrupt) // Jupyter asks whether it is meant, and ends by itself
	cmd := install.Jupyter(data, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("jupyter notebook: %w", err)
	}
	return nil
}
