// The filters of a report. The form chooses among the rows of the statements' tables, the passages in the texts, the entries of
// the ledger and the marks of the timeline by their attributes data-speaker, data-stance and data-status. The choice stands
// in the fragment of the address until a link within the page puts an anchor there; from then on the browser's history keeps
// it, so that it outlives a reload, but the address no longer has it. Without this script the form is hidden and everything
// is shown.
(function () {
  "use strict";

  const form = document.getElementById("r-filter");
  const bar = document.getElementById("r-bar");
  const shown = document.getElementById("r-shown");
  const boxes = [...form.querySelectorAll("input[name=status]")];
  const selectors = "[data-speaker], [data-stance], [data-status]";
  const statements = [...document.querySelectorAll(".r-statement")].map((section, i) => ({
    details: section.querySelector("details"),
    entry: document.querySelectorAll(".r-list li")[i],
    tables: [...section.querySelectorAll(".cq-scroll")],
    rows: [...section.querySelectorAll(".cq-sheet tbody tr")],
  }));
  const marks = [...document.querySelectorAll(".cq-text span, .r-time .r-mark")].filter(
    (m) => m.matches(selectors) || m.matches(".cq-q, .cq-a, .cq-s, .cq-c"));
  const entries = [...document.querySelectorAll(".cq-l-table tbody tr")];
  const total = statements.reduce((n, s) => n + s.rows.length, 0);

  // choice returns what the form says: stances and statuses are lists of those wanted, or null where any will do.
  function choice() {
    const stance = form.stance.value;
    const statuses = boxes.filter((b) => b.checked).map((b) => b.value);
    let stances = stance ? [stance] : null;
    if (stance.startsWith("*")) {
      const group = form.stance.selectedOptions[0].parentNode;
      stances = [...group.querySelectorAll("option")].map((o) => o.value);
    }
    return { speaker: form.speaker.value, stance, stances, statuses: statuses.length ? statuses : null };
  }

  // has reports whether a list, as the attributes have it, has one of the values. Names may hold what separates names: a name
  // that is a part of another so separated, as "B" is of "A; B", finds that too.
  function has(list, values) {
    return values !== null && list !== undefined && values.some((v) => `; ${list}; `.includes(`; ${v}; `));
  }

  // matches reports whether an element is chosen. Stances and statuses are of different rows, so that one of them suffices.
  // The passages of several rows may overlap; an element of the text, like a mark of the timeline, has the speakers and the
  // stances of all that it stands for, and can match where none of their rows does: the speaker of one with the stance of
  // another.
  function matches(element, want) {
    const { speaker, stance, status } = element.dataset;
    if (want.speaker && !has(speaker, [want.speaker])) return false;
    return !want.stances && !want.statuses || has(stance, want.stances) || has(status, want.statuses);
  }

  // words says what is chosen.
  function words(want) {
    const parts = [];
    if (want.speaker) parts.push(`speaker ${want.speaker}`);
    if (want.stance) parts.push(`stance ${want.stance.replace(/^\*/, "")}`);
    if (want.statuses) parts.push(`commitments ${want.statuses.join(" or ")}`);
    return parts.join("; ");
  }

  // apply shows what is chosen.
  function apply() {
    const want = choice();
    const active = Boolean(want.speaker || want.stances || want.statuses);
    const before = document.body.classList.contains("r-filtered");
    document.body.classList.toggle("r-filtered", active);
    let count = 0, holding = 0;
    for (const s of statements) {
      let n = 0;
      for (const row of s.rows) {
        row.hidden = !matches(row, want);
        if (!row.hidden) n++;
      }
      for (const t of s.tables) t.hidden = !t.querySelector("tbody tr:not([hidden])");
      if (active || before) s.details.open = !active || n > 0;
      if (s.entry) s.entry.classList.toggle("r-dim", active && n === 0);
      count += n;
      if (n > 0) holding++;
    }
    for (const m of marks) {
      const hit = matches(m, want);
      m.classList.toggle("r-dim", active && !hit);
      m.classList.toggle("r-hit", active && hit);
    }
    ledger(want, active);
    shown.textContent = !active ? `Shown: all ${total} quotes, stances and commitments.`
      : `Shown: ${count} of ${total} quotes, stances and commitments, in ${holding} of ${statements.length} statements (${words(want)}).`;
    pad();
  }

  // pad keeps what a link leads to clear of the bar, which sticks to the top where there is room, and is the higher the more
  // lines it has.
  function pad() {
    const sticks = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticks ? `${bar.offsetHeight + 24}px` : "";
  }

  // ledger shows the entries of which an event is chosen, and dims the other events.
  function ledger(want, active) {
    let some = false;
    for (const entry of entries) {
      const events = [...entry.querySelectorAll("li")];
      for (const e of events) e.classList.toggle("r-dim", !matches(e, want));
      entry.hidden = active && events.every((e) => e.classList.contains("r-dim"));
      some = some || !entry.hidden;
    }
    const none = document.querySelector(".r-none");
    none.hidden = some || entries.length === 0;
    const table = document.querySelector(".cq-l-table");
    if (table) table.hidden = !some;
  }

  // fragment returns the choice as the fragment of an address, "" if everything is chosen.
  function fragment() {
    const want = choice();
    const state = new URLSearchParams();
    if (want.speaker) state.append("speaker", want.speaker);
    if (want.stance) state.append("stance", want.stance);
    for (const s of want.statuses || []) state.append("status", s);
    return state.toString();
  }

  // save writes the choice into the fragment of the address, without a new entry in the history.
  function save() {
    const hash = fragment();
    history.replaceState(null, "", location.href.split("#")[0] + (hash ? "#" + hash : ""));
  }

  // restore sets the form to the choice in the fragment; none chooses everything. Where the fragment is an anchor, the entry of
  // the history has the choice; a new entry gets that of the form.
  function restore() {
    const hash = location.hash.slice(1);
    if (hash === "" || /(^|&)(speaker|stance|status)=/.test(hash)) {
      fill(hash);
      return;
    }
    if (history.state) fill(history.state.choice);
    history.replaceState({ choice: fragment() }, "");
  }

  // fill sets the form to a choice that is written as a fragment.
  function fill(hash) {
    const state = new URLSearchParams(hash);
    for (const name of ["speaker", "stance"]) {
      form[name].value = state.get(name) || "";
      if (form[name].selectedIndex < 0) form[name].value = ""; // nobody of that name
    }
    for (const b of boxes) b.checked = state.getAll("status").includes(b.value);
  }

  // reveal shows what an anchor leads to, even if it is filtered out.
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const details = target.closest("details");
    if (details) details.open = true;
    for (let e = target.closest("[hidden]"); e; e = e.parentElement.closest("[hidden]")) e.hidden = false;
    target.scrollIntoView();
  }

  // unfold opens all statements for paper, and fold closes those again that were closed.
  let folded = [];
  function unfold() {
    folded.push(...document.querySelectorAll("details:not([open])"));
    for (const d of folded) d.open = true;
  }
  function fold() {
    for (const d of folded) d.open = false;
    folded = [];
  }

  // link leads from the events of the ledger to the statements.
  function link() {
    for (const e of document.querySelectorAll("li[data-anchor]")) {
      const name = e.querySelector(":scope > .cq-l-soft > bdi:last-child");
      if (!name || !document.getElementById(e.dataset.anchor)) continue;
      const a = document.createElement("a");
      a.href = "#" + e.dataset.anchor;
      name.replaceWith(a);
      a.append(name);
    }
  }

  form.addEventListener("change", () => { apply(); save(); });
  form.addEventListener("submit", (e) => e.preventDefault());
  document.getElementById("r-clear").addEventListener("click", () => { form.reset(); apply(); save(); });
  addEventListener("hashchange", () => { restore(); apply(); reveal(); });
  addEventListener("resize", pad);
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
  bar.hidden = false;
  link();
  restore();
  apply();
  reveal();
})();
