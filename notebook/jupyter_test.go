package notebook_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/communique-go/communique/notebook/internal/install"
)

// required is the environment variable that makes what is missing on the machine (Jupyter, a C compiler, the toolchain) a
// failure: a run of continuous integration that skips the notebooks shows nothing.
const required = "COMMUNIQUE_NOTEBOOKS"

var scratch string // removed after the tests

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if scratch, err = os.MkdirTemp("", "communique-notebooks-"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(scratch)
		return m.Run()
	}())
}

var installed = sync.OnceValues(func() (install.Kernel, error) {
	if err := install.FindJupyter("nbconvert"); err != nil {
		return install.Kernel{}, err
	}
	return install.Install(scratch, "..", os.Stderr)
})

// kernel returns the kernel for the library as it is, which all tests share.
func kernel(t *testing.T) install.Kernel {
	t.Helper()
	k, err := installed()
	switch {
	case errors.Is(err, install.ErrMissing) && os.Getenv(required) == "":
		t.Skipf("no notebooks on this machine (%s=required makes this a failure): %v", required, err)
	case err != nil:
		t.Fatal(err)
	}
	return k
}

// execute runs the notebook by Jupyter and returns it with its outputs, and what Jupyter, the kernel and the compiler said
// meanwhile.
func execute(t *testing.T, file string, args ...string) (nb []byte, said string, err error) {
	t.Helper()
	own := t.TempDir() // nothing of the user's settings, nothing left in his folders
	// Not to standard output, on which the kernel tells what it compiles.
	args = append([]string{"nbconvert", "--to", "notebook", "--execute", "--output-dir", own, "--output", "executed.ipynb",
		"--ExecutePreprocessor.timeout=600",         // an import on a slow machine with cold caches
		"--ExecutePreprocessor.startup_timeout=300", // the kernel is 45 MB to be read from a cold disk
		"--ExecutePreprocessor.record_timing=False"}, args...)
	cmd := install.Jupyter(scratch, append(args, file)...)
	cmd.Env = append(cmd.Env, "JUPYTER_NO_CONFIG=1", "JUPYTER_CONFIG_DIR="+own, "JUPYTER_DATA_DIR="+own,
		"JUPYTER_RUNTIME_DIR="+filepath.Join(own, "runtime"), "IPYTHONDIR="+own)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, string(out), err
	}
	nb, err = os.ReadFile(filepath.Join(own, "executed.ipynb"))
	return nb, string(out), err
}

// document is a notebook, as far as the tests look at it (https://nbformat.readthedocs.io).
type document struct {
	Cells       []cell         `json:"cells"`
	Metadata    map[string]any `json:"metadata"`
	Format      int            `json:"nbformat"`
	FormatMinor int            `json:"nbformat_minor"`
}

type cell struct {
	Type     string         `json:"cell_type"`
	Metadata map[string]any `json:"metadata"`
	Source   text           `json:"source"`
	Outputs  []cellOutput   `json:"outputs"`
	Count    *int           `json:"execution_count"`
}

// cellOutput is one output of a code cell: a stream, a displayed value or an error.
type cellOutput struct {
	Type  string          `json:"output_type"`
	Name  string          `json:"name,omitempty"`
	Text  text            `json:"text,omitempty"`
	Data  map[string]text `json:"data,omitempty"` // by MIME type
	Error string          `json:"evalue,omitempty"`
}

// text is a string that notebooks may hold cut into lines.
type text string

func (s *text) UnmarshalJSON(b []byte) error {
	var lines []string
	if err := json.Unmarshal(b, &lines); err == nil {
		*s = text(strings.Join(lines, ""))
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

func parseNotebook(t *testing.T, b []byte) document {
	t.Helper()
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		t.Fatalf("not a notebook: %v", err)
	}
	for i := range d.Cells {
		d.Cells[i].Outputs = joinStreams(d.Cells[i].Outputs)
	}
	return d
}

// joinStreams joins pieces of one stream, which come as the kernel happened to write them.
func joinStreams(outputs []cellOutput) []cellOutput {
	var out []cellOutput
	for _, o := range outputs {
		if n := len(out); n > 0 && o.Type == "stream" && out[n-1].Type == "stream" && out[n-1].Name == o.Name {
			out[n-1].Text += o.Text
			continue
		}
		out = append(out, o)
	}
	return out
}
