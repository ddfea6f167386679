package notebook_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/notebook/internal/install"
)

var update = flag.Bool("update", false, "write the outputs of the notebooks anew")

// TestNotebooks runs every notebook in this folder and compares what its cells show with what is committed.
func TestNotebooks(t *testing.T) {
	kernel(t)
	files, err := filepath.Glob("*.ipynb")
	if err != nil || len(files) == 0 {
		t.Fatalf("no notebooks: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			committed, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			executed, said, err := execute(t, file)
			if err != nil {
				t.Fatalf("jupyter nbconvert: %v\n%s", err, said)
			}
			if *update {
				if err := os.WriteFile(file, executed, 0o644); err != nil {
					t.Fatal(err)
				}
				committed = executed
			}
			want, got := parseNotebook(t, committed), parseNotebook(t, executed)
			if name := want.kernel(); name != install.KernelName {
				t.Errorf("the notebook asks for the kernel %q, want %q", name, install.KernelName)
			}
			if len(want.Cells) != len(got.Cells) {
				t.Fatalf("%d cells, %d when executed", len(want.Cells), len(got.Cells))
			}
			for i := range want.Cells {
				if diff := cmp.Diff(want.Cells[i].Outputs, got.Cells[i].Outputs); diff != "" {
					t.Errorf("cell %d shows something else (-want +got); if that is meant, run go test -update:\n%s\n%s",
						i+1, want.Cells[i].Source, diff)
				}
			}
		})
	}
}

// kernel returns the name of the kernel that the notebook asks for.
func (d document) kernel() string {
	spec, _ := d.Metadata["kernelspec"].(map[string]any)
	name, _ := spec["name"].(string)
	return name
}
