package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// fakeScorer stands for score.py: it counts the predicted stances, which the gold data wants one of in each document.
const fakeScorer = `
import glob, json, os, sys
def load_predictions(path):
    return {d["id"]: d for d in map(json.loads, open(path))}
def statements(folder, path):
    gold, pred = len(glob.glob(os.path.join(folder, "*.json"))), load_predictions(path)
    n = sum(d["stances"] for d in pred.values())
    hits = sum(min(1, d["stances"]) for d in pred.values())
    row = {"f1": 200.0 * hits / max(n + gold, 1), "gold": gold, "pred": n}
    none = {"f1": 0.0, "gold": 0, "pred": 0}
    return {"quotes": none, "speaker right % (of all marked)": 0.0, "stances": row, "holder right %": 50.0, "target right %": 50.0,
            "stances with holder, target, sign": row, "commitments": none, "parties right %": 0.0, "commitments with parties": none}
if __name__ == "__main__":
    for f in sorted(glob.glob(os.path.join(sys.argv[3], "*.json"))):
        print(json.dumps({"id": os.path.basename(f)[:-5], "text": ""}))
`

// fakeProgram stands for the command. Its rule 0 finds the stance of a, its rule 1 makes it fail, rule 2 keeps it busy.
const fakeProgram = `#!/bin/sh
case $ABLATION_OFF in
0) echo '{"id":"a","stances":0}'; echo '{"id":"b","stances":3}' ;;
1) echo panic >&2; exit 2 ;;
2) exec sleep 60 ;;
3) echo '{"id":"a","stances":1}'; exit 1 ;;
*) echo '{"id":"a","stances":1}'; echo '{"id":"b","stances":3}' ;;
esac
`

func TestBench(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	root := writeFiles(t, map[string]string{"score/score.py": fakeScorer, "field/train/a.json": "{}", "field/train/b.json": "{}", "program": fakeProgram})
	program := filepath.Join(root, "program")
	if err := os.Chmod(program, 0o755); err != nil {
		t.Fatal(err)
	}
	b := &bench{python: python, scripts: "../../scripts", shared: root, dir: t.TempDir(), sets: []dataSet{
		{"field", "statements", "field/train", ""},
		{"more", "", "", filepath.Join(root, "score", "*.py")},
	}}
	ctx := context.Background()
	if err := b.prepare(ctx, program); err != nil {
		t.Fatal(err)
	}
	const patience = time.Minute
	tests := []struct {
		name, off string
		limit     time.Duration
		want      string
	}{
		{"nothing", "9", patience, "rule: 0 documents change\n"},
		{"a stance", "0", patience, "rule: 2 documents change (field 1, more 1); stances 0 better 1 worse | " +
			"field stances F1 -26.7; field stances with holder, target, sign F1 -26.7\n"},
		{"a document", "3", patience, "rule: 2 documents change (field 1, more 1), 2 fail; stances 0 better 1 worse\n"},
		{"a failure", "1", patience, "rule: fails: exit status 2: panic\n"},
		{"a loop", "2", time.Second / 5, "rule: fails: does not end\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got bytes.Buffer
			b.limit = tt.limit
			changes, err := b.try(ctx, program, tt.off)
			if err != nil {
				got.WriteString("rule: fails: " + err.Error() + "\n")
			} else {
				printLine(&got, "rule", changes)
			}
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Errorf("rule %s off (-want +got):\n%s", tt.off, diff)
			}
		})
	}
}

func TestPrintTable(t *testing.T) {
	changes := []change{
		{set: dataSet{name: "gold"}, documents: 3, missing: 1, before: []figure{{"stances F1", 86}, {"holder right %", 79.6}},
			after: []figure{{"stances F1", 85.5}, {"holder right %", 79.6}}, better: map[string]int{"stances": 1}, worse: map[string]int{"quotes": 2}},
		{set: dataSet{name: "cases"}, before: []figure{{"right %", 24.9}}, after: []figure{{"right %", 24.9}}},
	}
	want := `
stance.voice=None: 3 documents change (gold 3), 1 fail; quotes 0 better 2 worse, stances 1 better 0 worse

data   measure         before  after  difference
gold   stances F1      86.0    85.5   -0.5
gold   holder right %  79.6    79.6
cases  right %         24.9    24.9
`
	var got bytes.Buffer
	if err := printTable(&got, "stance.voice=None", changes); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

func TestMeasuresTable(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	const score = "the table of score.py\n" + `{"source": {"f1": 77.0}, "cue": {"f1": 72.5}, "content": {"f1": 61.3}, "paragraphs without output": %s}` + "\n"
	root := writeFiles(t, map[string]string{
		"after/cofenet.score":  strings.Replace(score, "%s", "2", 1),
		"after/cases.score":    `{"cases": 10, "right": 3, "right %": 30.0}`,
		"before/cofenet.score": strings.Replace(strings.Replace(score, "%s", "0", 1), "72.5", "73.0", 1),
	})
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"figures", []string{"after"}, `| data | measure | figure |
|---|---|--:|
| cofenet | source / cue / content exact F1 | 77.0 / 72.5 / 61.3 |
| cases | right % | 30.0 |

cofenet: 2 without output
`},
		{"differences", []string{"after", "before"}, `| data | measure | before | after | difference |
|---|---|--:|--:|--:|
| cofenet | source / cue / content exact F1 | 77.0 / 73.0 / 61.3 | 77.0 / 72.5 / 61.3 | = / -0.5 / = |
| cases | right % |  | 30.0 |  |

cofenet: 2 without output
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := []string{"../../scripts/measures.py", "table"}
			for _, a := range tt.args {
				args = append(args, filepath.Join(root, a))
			}
			out, err := exec.Command(python, args...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if diff := cmp.Diff(tt.want, string(out)); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
		})
	}
}
