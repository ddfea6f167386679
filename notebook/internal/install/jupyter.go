package install

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
)

// FindJupyter returns nil if "jupyter COMMAND" is installed, else an ErrMissing that says what to install.
func FindJupyter(command string) error {
	err := exec.Command("jupyter", command, "--version").Run()
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: jupyter %s; on Debian: apt-get install jupyter-%s; elsewhere: python3 -m pip install %s: %w",
		ErrMissing, command, command, command, err)
}

// UserData returns the data folder of the user's Jupyter, below which it looks for kernels.
func UserData() (string, error) {
	out, err := output(exec.Command("jupyter", "--data-dir"))
	if err != nil {
		return "", fmt.Errorf("ask Jupyter for its data folder: %w", err)
	}
	return string(bytes.TrimSpace(out)), nil
}

// Jupyter returns a command "jupyter ARGS..." that also knows the kernels below data.
func Jupyter(data string, args ...string) *exec.Cmd {
	cmd := exec.Command("jupyter", args...)
	path := data
	if p := os.Getenv("JUPYTER_PATH"); p != "" {
		path += string(os.PathListSeparator) + p
	}
	cmd.Env = append(os.Environ(), "JUPYTER_PATH="+path)
	return cmd
}
