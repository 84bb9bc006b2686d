// The planner: narrows the guide to the reader's own steps and dates. Everything stays in this browser: choices and ticks
// in its storage, a shared link in the fragment, which browsers never send.
import { calendar } from "./calendar.js";
import { day, plusDays, plusMonths } from "./dates.js";

const KEY = "planner";
const form = document.querySelector("form.planner");
const status = form.querySelector("[role=status]");
const bar = form.querySelector("progress");
const rows = [...document.querySelectorAll("[data-step]")];
const phases = [...document.querySelectorAll("[data-phase]")];
const language = document.documentElement.lang;
const written = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });

const words = (text) => (text ? text.split(" ") : []);
const arch = (phase) => document.querySelector(`.bridge a[href="#${phase.querySelector("h2").id}"]`).closest("li");
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

function draw() {
  const chosen = choices();
  const list = new Set(mine(chosen));
  for (const row of rows) {
    row.hidden = !list.has(row);
    row.querySelector("time")?.remove();
    const date = deadline(step(row), chosen);
    if (date) {
      const time = document.createElement("time");
      time.dateTime = date.toISOString().slice(0, 10);
      time.textContent = written.format(date);
      row.querySelector(".step-row__deadline").append(time);
    }
  }
  for (const phase of phases) {
    phase.hidden = !phase.querySelector("[data-step]:not([hidden])");
    // No arch leads to a phase that is not there.
    arch(phase).hidden = phase.hidden;
  }
  const done = [...list].filter((row) => box(row).checked).length;
  status.textContent = status.dataset.text.replace("{done}", done).replace("{count}", list.size);
  bar.max = list.size || 1;
  bar.value = done;
}

function keep() {
  const done = rows.filter((row) => box(row).checked).map((row) => row.dataset.step);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...choices(), done }));
  } catch {
    // A browser may refuse storage; then the choices last as long as the page.
  }
  // A link in the address bar comes before what is stored: it follows, or a reload would bring old choices back.
  if (shared()) history.replaceState(null, "", link());
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

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function shared() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!parts.has("plan")) return null;
  return { ...Object.fromEntries(parts), with: parts.getAll("with") };
}

function link() {
  const chosen = choices();
  const parts = new URLSearchParams({ plan: "1" });
  for (const name of ["origin", "role", "arrival", "departure"]) if (chosen[name]) parts.set(name, chosen[name]);
  for (const one of chosen.with) parts.append("with", one);
  return `${location.href.split("#")[0]}#${parts}`;
}

function events() {
  const chosen = choices();
  return mine(chosen).flatMap((row) => {
    const date = deadline(step(row), chosen);
    if (!date) return [];
    const anchor = row.querySelector("h3 a");
    const text = `${row.querySelector(".step-row__deadline span").textContent}\n${anchor.href}`;
    return { slug: row.dataset.step, title: anchor.textContent, text, link: anchor.href, date };
  });
}

const actions = {
  calendar(button) {
    const dates = events();
    if (!dates.length) {
      status.textContent = button.dataset.none;
      return;
    }
    const text = calendar(button.dataset.name, language, form.dataset.stamp, dates);
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    Object.assign(document.createElement("a"), { href: address, download: button.dataset.file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  },
  print() {
    window.print();
  },
  async share(button) {
    history.replaceState(null, "", link());
    try {
      await navigator.clipboard.writeText(link());
      status.textContent = button.dataset.done;
    } catch {
      status.textContent = button.dataset.bar;
    }
  },
  clear(button) {
    fill({});
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
    history.replaceState(null, "", location.pathname);
    draw();
    status.textContent = button.dataset.done;
  },
};

form.addEventListener("submit", (event) => event.preventDefault());
for (const [name, action] of Object.entries(actions)) {
  const button = form.elements[name];
  button.addEventListener("click", () => action(button));
}
for (const place of [form, document.querySelector("[data-steps]")]) {
  place.addEventListener("change", () => {
    draw();
    keep();
  });
}
window.addEventListener("hashchange", () => {
  const plan = shared();
  if (plan) {
    fill({ ...plan, done: stored().done });
    draw();
  }
});

const plan = shared();
fill(plan ? { ...plan, done: stored().done } : stored());
draw();

// The guide stays readable without a network once it was visited.
if ("serviceWorker" in navigator) navigator.serviceWorker.register(form.dataset.worker).catch(() => {});
