// The shortest way between two parties of the ecosystem, in sentences. The parties and their relations are one file, made
// with the site; what is chosen stands in the address, so that a link keeps it.
const form = document.querySelector("[data-ways]");
const [from, to] = form.querySelectorAll("select");
const answer = form.querySelector(".ways__answer");
const steps = form.querySelector(".ways__steps");
const { none, found, lost } = form.dataset;
let parties = [];
let around = [];
let root;

/** The parties on the shortest way, both ends included; nothing where there is none. */
function way(start, end) {
  const before = new Map([[start, undefined]]);
  for (const at of before.keys()) {
    if (at === end) break;
    for (const { other } of around[at]) if (!before.has(other)) before.set(other, at);
  }
  if (!before.has(end)) return [];
  const path = [];
  for (let at = end; at !== undefined; at = before.get(at)) path.unshift(at);
  return path;
}

function draw() {
  const [start, end] = [from, to].map((field) => parties.findIndex(([slug]) => slug === field.value));
  steps.replaceChildren();
  answer.textContent = "";
  if (start < 0 || end < 0 || start === end) return;
  history.replaceState(null, "", `?from=${from.value}&to=${to.value}`);
  const path = way(start, end);
  const words = path.length ? found : none;
  answer.textContent = words
    .replace("{one}", parties[start][1])
    .replace("{other}", parties[end][1])
    .replace("{count}", path.length - 1);
  for (const [i, at] of path.entries()) {
    if (!i) continue;
    const row = form.querySelector("template").content.cloneNode(true);
    const link = row.querySelector("a");
    [, link.textContent] = parties[at];
    link.href = new URL(parties[at][2], root).href;
    const told = around[path[i - 1]].filter(({ other }) => other === at);
    row.querySelector("p").textContent = told.map(({ sentence }) => sentence).join(" ");
    row.querySelector("small").textContent = told.map(({ note }) => note).join(" ");
    steps.append(row);
  }
}

try {
  const response = await fetch(form.dataset.ways);
  if (!response.ok) throw new Error(response.statusText);
  root = new URL("../", response.url);
  const data = await response.json();
  parties = data.parties;
  around = parties.map(() => []);
  for (const [one, other, sentence, note] of data.links) {
    around[one].push({ other, sentence, note });
    around[other].push({ other: one, sentence, note });
  }
  const asked = new URLSearchParams(location.search);
  for (const field of [from, to]) {
    field.append(new Option("", ""), ...parties.map(([slug, name]) => new Option(name, slug)));
    field.value = asked.get(field.name) ?? "";
    field.addEventListener("change", draw);
  }
  draw();
} catch {
  answer.textContent = lost;
}
