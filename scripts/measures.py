#!/usr/bin/env python3
"""The headline figures of the evaluation, from what score.py measures. Standard library only.

  measures.py table DIR [BEFORE]            print one Markdown table of the figures that DIR/*.score hold (what "make eval" has
                                            written), with the differences to those of the directory BEFORE if it is given
  measures.py figures SCORE MEASURE GOLD PRED
                                            print the figures of one measure as JSON; SCORE is the path of score.py
  measures.py compare SCORE MEASURE GOLD BEFORE AFTER [ID ...]
                                            the same for AFTER and, for the measure "statements", in how many of the documents
                                            with these ids it is better and worse than BEFORE
"""
import importlib.util
import json
import os
import sys
import tempfile

# For each measure of score.py what stands on a line of the table, and the rows of score.py that it is made of. A row with
# precision and recall counts with its F1.
HEADLINES = {
    "statements": [
        ("quotes F1", ["quotes"]),
        ("speaker right, of all marked %", ["speaker right % (of all marked)"]),
        ("stances F1", ["stances"]),
        ("holder / target right %", ["holder right %", "target right %"]),
        ("stances with holder, target, sign F1", ["stances with holder, target, sign"]),
        ("commitments F1", ["commitments"]),
        ("parties right %", ["parties right %"]),
    ],
    "brat": [
        ("source / cue / content exact F1", ["source exact", "cue exact", "content exact"]),
        ("source / cue / content by character F1", ["source by character", "cue by character", "content by character"]),
        ("who said it right %", ["who said it right %"]),
    ],
    "cofenet": [("source / cue / content exact F1", ["source", "cue", "content"])],
    "gsr": [
        ("event label recall / precision floor %", ["event label recall %", "label precision floor %"]),
        ("actor / recipient right %", ["actor right % (of label hits)", "recipient right % (of label hits)"]),
    ],
    "cases": [("right %", ["right %"])],
    "plv": [
        ("label for the pair, macro F1 / accuracy %", ["label for the pair, macro F1", "label for the pair, accuracy %"]),
        ("label recall / and holder / and target %", ["label recall %", "label and holder %", "label, holder and target %"]),
    ],
    "directed": [("macro F1 / accuracy %", ["macro F1", "accuracy %"])],
}

# The data sets in the order of the table, with their measures.
SETS = {"seed": "statements", "gold": "statements", "field": "statements", "polnear": "brat", "cofenet": "cofenet", "gsr": "gsr",
        "cases": "cases", "plv": "plv", "directed": "directed"}


def figure(value):
    return value["f1"] if isinstance(value, dict) else value


def name_of(rows, value):
    return rows + " F1" if isinstance(value, dict) else rows


def figures(measure, rows):
    """Every figure of the headlines by its name."""
    return {name_of(r, rows[r]): figure(rows[r]) for _, names in HEADLINES[measure] for r in names}


# -- the table of "make eval" ------------------------------------------------------------------------------------------------

def read_score(folder, name):
    path = os.path.join(folder, name + ".score")
    if not os.path.exists(path):
        return None
    lines = open(path, encoding="utf-8").read().strip().splitlines()
    return json.loads(lines[-1]) if lines else None


def print_table(folder, before=None):
    print("| data | measure | " + ("before | after | difference |" if before else "figure |"))
    print("|---|---|" + ("--:|--:|--:|" if before else "--:|"))
    notes = []
    for name, measure in SETS.items():
        rows = read_score(folder, name)
        if rows is None:
            continue
        old = before and read_score(before, name)
        for title, keys in HEADLINES[measure]:
            new = [figure(rows[k]) for k in keys]
            cells = [" / ".join(map(str, new))]
            if old:
                was = [figure(old[k]) for k in keys]
                difference = [f"{b - a:+.1f}" if b != a else "=" for a, b in zip(was, new)]
                cells = [" / ".join(map(str, was)), *cells, " / ".join(difference) if set(difference) != {"="} else ""]
            elif before:
                cells = ["", *cells, ""]
            print(f"| {name} | {title} | " + " | ".join(cells) + " |")
        missing = rows.get("documents without output") or rows.get("paragraphs without output")
        if missing:
            notes.append(f"{name}: {missing} without output")
    if notes:
        print("\n" + "; ".join(notes))


# -- what cmd/ablate asks -------------------------------------------------------------------------------------------------------

def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(row):
    """F1 of one document; where there is nothing to be found, less for each thing found."""
    return row["f1"] if row["gold"] else 100 / (1 + row["pred"])


def marks(rows):
    """What a document is worth by kind: things found, and found with who takes, says or owes them."""
    return {"quotes": (f1(rows["quotes"]), rows["speaker right % (of all marked)"]),
            "stances": (f1(rows["stances"]), f1(rows["stances with holder, target, sign"])),
            "commitments": (f1(rows["commitments"]), f1(rows["commitments with parties"]))}


def documents(score, gold, before, after, ids):
    """In how many documents each kind gets better and worse."""
    old, new = score.load_predictions(before), score.load_predictions(after)
    out = {}
    with tempfile.TemporaryDirectory() as folder:
        pred = os.path.join(folder, "pred.jsonl")
        for i in ids:
            one = os.path.join(folder, i)
            os.mkdir(one)
            os.symlink(os.path.abspath(os.path.join(gold, i + ".json")), os.path.join(one, i + ".json"))
            was, now = [], []
            for side, docs in ((was, old), (now, new)):
                with open(pred, "w", encoding="utf-8") as f:
                    if i in docs:
                        f.write(json.dumps(docs[i]) + "\n")
                side.append(marks(score.statements(one, pred)))
            for kind in was[0]:
                gain = sum(now[0][kind]) - sum(was[0][kind])
                better, worse = out.get(kind, (0, 0))
                out[kind] = (better + (gain > 0), worse + (gain < 0))
    return out


def main(argv):
    match argv:
        case ["table", folder, *before] if len(before) < 2:
            print_table(folder, *before)
        case ["figures", path, measure, gold, pred]:
            score = load(path)
            print(json.dumps({"figures": figures(measure, getattr(score, measure)(gold, pred))}))
        case ["compare", path, measure, gold, before, after, *ids]:
            score = load(path)
            print(json.dumps({"figures": figures(measure, getattr(score, measure)(gold, after)),
                              "documents": documents(score, gold, before, after, ids) if measure == "statements" else {}}))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
