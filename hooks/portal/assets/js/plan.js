// A plan: what somebody chose and what they have done. Kept in this browser; a shared link has one in its fragment, which
// browsers never send.
const KEY = "planner";
const SINGLE = ["origin", "role", "arrival", "departure"];

/** The plan that this browser keeps; of what is damaged, what can be read. */
export function kept() {
  let found;
  try {
    found = JSON.parse(localStorage.getItem(KEY));
  } catch {
    // Nothing is kept, or nothing that can be read.
  }
  const text = (value) => (typeof value === "string" ? value : "");
  const texts = (value) => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);
  const single = Object.fromEntries(SINGLE.map((name) => [name, text(found?.[name])]));
  return { ...single, with: texts(found?.with), done: texts(found?.done) };
}

export function keep(plan) {
  try {
    localStorage.setItem(KEY, JSON.stringify(plan));
  } catch {
    // A browser may refuse storage; then the plan lasts as long as the page.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** Calls back when another tab has changed the plan, or may have while this one slept. */
export function watch(changed) {
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) changed();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}

/** The plan of the link that was opened, or null. Without `done` it says nothing of what is done. */
export function linked() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!parts.has("plan")) return null;
  const plan = { ...Object.fromEntries(parts), with: parts.getAll("with") };
  return parts.has("done") ? { ...plan, done: parts.getAll("done").filter(Boolean) } : plan;
}

/** A link to a plan; what is done goes with it where it is given. */
export function link({ done, ...plan }) {
  const parts = new URLSearchParams({ plan: "1" });
  for (const name of SINGLE) if (plan[name]) parts.set(name, plan[name]);
  for (const one of plan.with) parts.append("with", one);
  // An empty one says that nothing is done.
  for (const one of done?.length ? done : done && [""] || []) parts.append("done", one);
  return `${location.href.split("#")[0]}#${parts}`;
}

/** Whether a link says what is kept here already. */
export function same(plan, own) {
  const text = (list) => [...(list ?? [])].sort().join();
  return (
    SINGLE.every((name) => (plan[name] ?? "") === (own[name] ?? "")) &&
    text(plan.with) === text(own.with) &&
    (!plan.done || text(plan.done) === text(own.done))
  );
}
