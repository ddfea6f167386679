// Launch runs the kernel of a notebook in a Go workspace of its own, with the go command of a folder.
//
//	launch FOLDER KERNEL CONNECTION_FILE
//
// The kernel's interpreter compiles what a notebook imports below $GOPATH/src/gomacro.imports, which it first empties. Two
// notebooks with one workspace would pull the ground from under each other, and the user's own is no place for plugins.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: launch FOLDER KERNEL ARGUMENT...")
		os.Exit(2)
	}
	err := run(os.Args[1], os.Args[2], os.Args[3:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(max(exit.ExitCode(), 1)) // -1 if a signal ended it
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "launch:", err)
		os.Exit(1)
	}
}

func run(gobin, kernel string, args ...string) error {
	workspace, err := os.MkdirTemp("", "communique-kernel-")
	if err != nil {
		return fmt.Errorf("make a workspace for the kernel: %w", err)
	}
	defer os.RemoveAll(workspace)
	// Jupyter signals the whole process group: the kernel ends by itself, and the workspace is to be removed after it.
	// Ignoring the signals instead would make the kernel ignore them, too.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	cmd := exec.Command(kernel, args...)
	cmd.Env = append(os.Environ(), "GOPATH="+workspace, "PATH="+gobin+string(os.PathListSeparator)+os.Getenv("PATH"))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}
