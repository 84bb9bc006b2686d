// The planner: narrows the guide to the reader's own steps and dates. What it keeps, and where: see plan.js.
import { calendar } from "./calendar.js";
import { day, plusDays, plusMonths } from "./dates.js";
import { forget, keep, kept, link, linked, same, watch } from "./plan.js";

const form = document.querySelector("form.planner");
const status = form.querySelector("[role=status]");
const bar = form.querySelector("progress");
const look = form.querySelector(".planner__look");
const next = document.querySelector(".plan__next");
const rows = [...document.querySelectorAll("[data-step]")];
const phases = [...document.querySelectorAll("[data-phase]")];
const language = document.documentElement.lang;
const written = new Intl.DateTimeFormat(form.dataset.territory, { dateStyle: "long", timeZone: "UTC" });
// A plan from a link is looked at: nothing of it is kept until the reader takes it over.
let looking = false;

const words = (text) => (text ? text.split(" ") : []);
const title = (row) => row.querySelector("h3 a");
const box = (row) => row.querySelector("input[type=checkbox]");

function choices() {
  const data = new FormData(form);
  return {
    origin: data.get("origin"),
    role: data.get("role"),
    with: data.getAll("with"),
    arrival: data.get("arrival"),
    departure: data.get("departure"),
  };
}

/** Whether a step is for somebody with these choices. What was not chosen does not narrow the list. */
export function concerns(step, chosen) {
  const { origin, role, arrival, departure } = chosen;
  const leaving = step.from === "departure" || step.phase === "leaving";
  if (departure && !arrival) return leaving;
  // An employer does what employers do; the steps for everyone are the newcomer's.
  if (role === "employer") return words(step.role).includes(role);
  const fits = (field, choice) => !choice || !step[field] || words(step[field]).includes(choice);
  const nobodyYet = !origin && !role && !arrival && !chosen.with.length;
  const company = !step.with || nobodyYet || words(step.with).some((one) => one === role || chosen.with.includes(one));
  return fits("origin", origin) && fits("role", role) && company;
}

/**
 * The last day for a step, or null. A deadline that counts from another step counts from the day of arrival: nobody
 * can do that step earlier here, so the date is never too late.
 */
export function deadline(step, chosen) {
  const start = day(step.from === "departure" ? chosen.departure : chosen.arrival);
  const { days, months } = step;
  if (!start || (days === undefined && months === undefined)) return null;
  const sign = step.before === undefined ? 1 : -1;
  return days === undefined ? plusMonths(start, sign * months) : plusDays(start, sign * days);
}

function step(row) {
  return { ...row.dataset, phase: row.closest("[data-phase]").querySelector("h2").id };
}

function mine(chosen) {
  return rows.filter((row) => concerns(step(row), chosen));
}

/** The last day of a step in its row, with a button that puts it in a calendar. */
function drawDate(row, date) {
  for (const old of row.querySelectorAll("time, .step-row__ics")) old.remove();
  if (!date) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "step-row__ics", textContent: form.dataset.one });
  button.setAttribute("aria-label", `${form.dataset.one}: ${title(row).textContent}`);
  button.addEventListener("click", () => save([event(row, date)], `${row.dataset.step}.ics`));
  row.querySelector(".step-row__deadline").append(timeOf(date), button);
}

function timeOf(date) {
  const dateTime = date.toISOString().slice(0, 10);
  return Object.assign(document.createElement("time"), { dateTime, textContent: written.format(date) });
}

/** How far a phase is: its arch fills, and says so in words. No arch leads to a phase that is not there. */
function drawArch(phase, list) {
  const arch = document.querySelector(`.bridge a[href="#${phase.querySelector("h2").id}"]`);
  const steps = [...phase.querySelectorAll("[data-step]")].filter((row) => list.has(row));
  const done = steps.filter((row) => box(row).checked).length;
  phase.hidden = !steps.length;
  arch.closest("li").hidden = phase.hidden;
  arch.style.setProperty("--done", `${steps.length ? (100 * done) / steps.length : 0}%`);
  const name = arch.querySelector(".bridge__name");
  const part = name.querySelector("small") ?? name.appendChild(document.createElement("small"));
  part.textContent = form.dataset.part.replace("{done}", done).replace("{count}", steps.length);
}

/** The line that stays in view: how much is left, and what comes first by date, or by the order of the list. */
function drawNext(list, chosen) {
  const left = [...list].filter((row) => !box(row).checked);
  const dated = left.map((row) => ({ row, date: deadline(step(row), chosen) }));
  const [first] = dated.toSorted((one, other) => (one.date ?? Infinity) - (other.date ?? Infinity));
  const [count, way] = next.children;
  count.textContent = first ? next.dataset.left.replace("{count}", left.length) : next.dataset.finished;
  way.hidden = !first;
  if (first) {
    const [anchor, when] = way.children;
    Object.assign(anchor, { href: title(first.row).href, textContent: title(first.row).textContent });
    when.replaceChildren(...(first.date ? [timeOf(first.date)] : []));
  }
  // It says what a choice or a tick did: before the first there is nothing to say.
  const { origin, role, arrival, departure } = chosen;
  next.hidden = ![origin, role, arrival, departure, ...chosen.with].some(Boolean) && left.length === list.size;
}

function draw() {
  const chosen = choices();
  const list = new Set(mine(chosen));
  for (const row of rows) {
    row.hidden = !list.has(row);
    drawDate(row, deadline(step(row), chosen));
  }
  for (const phase of phases) drawArch(phase, list);
  drawNext(list, chosen);
  const done = [...list].filter((row) => box(row).checked).length;
  status.textContent = status.dataset.text.replace("{done}", done).replace("{count}", list.size);
  bar.max = list.size || 1;
  bar.value = done;
  look.hidden = !looking;
}

function plan() {
  return { ...choices(), done: rows.filter((row) => box(row).checked).map((row) => row.dataset.step) };
}

/** The link to what is on the page, with or without what is done. */
function address() {
  const { done, ...chosen } = plan();
  return link(form.elements.ticks.checked ? { ...chosen, done } : chosen);
}

function changed() {
  if (!looking) keep(plan());
  draw();
  // A link in the address bar follows, or a reload would bring old choices back.
  if (linked()) history.replaceState(null, "", address());
}

function fill(saved) {
  for (const name of ["origin", "role", "arrival", "departure"]) {
    const field = form.elements[name];
    field.value = saved[name] ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  const { departure } = form.elements;
  if (departure.value) departure.closest("details").open = true;
  for (const input of form.querySelectorAll("[name=with]")) input.checked = (saved.with ?? []).includes(input.value);
  const done = new Set(saved.done ?? []);
  for (const row of rows) box(row).checked = done.has(row.dataset.step);
}

/** Shows what is kept, or the plan of the link that was opened; its ticks are the reader's own unless it has some. */
function open() {
  const own = kept();
  const plan = linked();
  looking = Boolean(plan) && !same(plan, own);
  if (plan?.done) form.elements.ticks.checked = true;
  fill(looking ? { done: own.done, ...plan } : own);
  draw();
}

function event(row, date) {
  const anchor = title(row);
  const text = `${row.querySelector(".step-row__deadline span").textContent}\n${anchor.href}`;
  return { slug: row.dataset.step, title: anchor.textContent, text, link: anchor.href, date };
}

function save(dates, file) {
  const text = calendar(form.elements.calendar.dataset.name, language, form.dataset.stamp, dates);
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  Object.assign(document.createElement("a"), { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  status.textContent = form.dataset.saved.replace("{file}", file);
}

const actions = {
  calendar(button) {
    const chosen = choices();
    const dates = mine(chosen).flatMap((row) => {
      const date = deadline(step(row), chosen);
      return date ? [event(row, date)] : [];
    });
    if (dates.length) save(dates, button.dataset.file);
    else status.textContent = button.dataset.none;
  },
  print() {
    window.print();
  },
  async share(button) {
    const carries = form.elements.ticks.checked ? button.dataset.ticks : button.dataset.choices;
    history.replaceState(null, "", address());
    try {
      await navigator.clipboard.writeText(address());
      status.textContent = `${button.dataset.done} ${carries}`;
    } catch {
      status.textContent = `${button.dataset.bar} ${carries}`;
    }
  },
  clear(button) {
    fill({});
    // Somebody else's plan goes from the page; the reader's own stays kept.
    if (!looking) forget();
    looking = false;
    history.replaceState(null, "", location.pathname);
    draw();
    status.textContent = button.dataset.done;
  },
  take(button) {
    looking = false;
    changed();
    done(button);
  },
  back(button) {
    history.replaceState(null, "", location.pathname);
    open();
    done(button);
  },
};

/** Says that it is done, and gives the focus to what is still there. */
function done(button) {
  status.textContent = button.dataset.done;
  form.elements.origin.focus();
}

form.addEventListener("submit", (event) => event.preventDefault());
for (const [name, action] of Object.entries(actions)) {
  const button = form.elements[name];
  button.addEventListener("click", () => action(button));
}
for (const place of [form, document.querySelector("[data-steps]")]) {
  place.addEventListener("change", changed);
}
watch(() => {
  if (!looking) open();
});
window.addEventListener("hashchange", () => {
  if (linked()) open();
});
open();
