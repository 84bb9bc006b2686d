// Asks the index of the language of the page, in the browser: what somebody looks for goes nowhere. Pagefind finds the
// pages that have every word. Whole questions have words that no page has, so each word is asked for by itself and the
// scores are added up; a word that no page has is taken for the known one that is nearest.
const form = document.querySelector("[data-search]");
const say = form.dataset;
const [status, mended, lost, list, more, none] = ["status", "mended", "lost", "results", "more", "none"].map((name) =>
  document.querySelector(`p[data-${name}], ol[data-${name}], section[data-${name}]`),
);
const lang = document.documentElement.lang;
const folder = new URL(say.folder, location);
const stop = new Set(say.stop.split(" "));
const A_PAGE = 8;
const EXCERPT = 26;
const LEAST = 0.2; // of the best score: a page without all of the words that has less has next to nothing of what was asked
const NEARLY = 0.3; // what a word counts for where it is but the beginning of another
const MANY = 6; // words of a question that are asked for

let engine;
let lexicon;
let turn = 0;
let found = [];
let shown = 0;

async function start() {
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.options({
    basePath: new URL(`${lang}/`, folder).pathname,
    baseUrl: new URL("../../", folder).pathname,
    metaCacheTag: "",
    noWorker: true, // a worker would need a policy of its own
    ranking: { termFrequency: 0.8, metaWeights: { title: 5, name: 9, duty: 7, part: 1 } },
  });
  await pagefind.init();
  return pagefind;
}

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const apart = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// How many letters differ, swapped neighbours as one; anything above `most` is too many.
function differ(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before;
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// The two words that a compound is made of, both of them the beginning of a known one.
function split(word, all) {
  for (let end = word.length - 4; end > 3; end -= 1) {
    const halves = [word.slice(0, end), word.slice(end)];
    if (halves.every((half) => all.some((known) => known.startsWith(half)))) return halves;
  }
  return [];
}

// The known words that a word which no page has may stand for: the nearest one, or the two that it is made of.
function mend(word, { names, all }) {
  if (word.length < 4 || all.some((known) => known.startsWith(word))) return [word];
  const most = word.length > 7 ? 2 : 1;
  let [best, least] = ["", most + 1];
  for (const known of all) {
    const letters = differ(word, known, most);
    const many = letters > most ? letters + 1 : letters - (names.has(known) ? 0.5 : 0) + (known[0] === word[0] ? 0 : 0.4);
    if (many < least) [best, least] = [known, many];
  }
  if (best && least <= 1) return [best];
  const halves = split(word, all);
  if (halves.length || best) return halves.length ? halves : [best];
  const stem = word.slice(0, Math.max(5, Math.ceil(word.length * 0.7)));
  return [all.find((known) => known.startsWith(stem)) ?? word];
}

async function known() {
  const answer = await fetch(say.words);
  const [names, others] = (await answer.text()).split("\n").map((line) => line.split(" "));
  return { names: new Set(names), all: [...names, ...others] };
}

// What to ask for, word by word: the word itself, or what it was meant as; and the pages that have just that word.
async function meant(words) {
  const asked = [];
  const exactly = async (word) => (await engine.search(`"${word}"`)).results.map((result) => result.id);
  for (const word of words) {
    const exact = await exactly(word);
    if (exact.length) asked.push({ word, exact });
    if (exact.length > 2 || word.length < 4) {
      if (!exact.length) asked.push({ word, exact });
      continue;
    }
    const vocabulary = await (lexicon ??= known());
    const others = exact.length ? split(word, vocabulary.all) : mend(word, vocabulary);
    for (const other of others) asked.push({ word: other, exact: await exactly(other), extra: exact.length > 0 });
  }
  return asked;
}

async function ask(query, filters) {
  if (!query) return [(await engine.search(null, { filters })).results.map((result) => ({ result, at: new Set() })), ""];
  const written = [...new Set(apart(query))];
  const telling = written.filter((word) => !stop.has(word));
  const words = (telling.length ? telling : written).slice(0, MANY);
  const asked = await meant(words);
  const scores = new Map();
  const add = (results, every, counts) => {
    for (const result of results) {
      const sum = scores.get(result.id) ?? { result, score: 0, at: new Set() };
      sum.score += result.score * counts(result.id);
      sum.whole ||= every;
      for (const place of result.words) sum.at.add(place);
      scores.set(result.id, sum);
    }
  };
  const share = 1 / asked.length;
  for (const { word, exact, extra } of asked) {
    const same = new Set(exact);
    const most = extra ? share / 2 : share;
    add((await engine.search(word, { filters })).results, asked.length === 1, (id) => (same.has(id) ? most : most * NEARLY));
  }
  const whole = asked.filter((one) => !one.extra).map((one) => one.word);
  if (whole.length > 1) add((await engine.search(whole.join(" "), { filters })).results, true, () => 1);
  const sorted = [...scores.values()].sort((one, other) => other.score - one.score);
  const fitting = sorted.filter((sum) => sum.whole || sum.score >= sorted[0].score * LEAST);
  return [fitting, whole.join(" ") === words.join(" ") ? "" : whole.join(" ")];
}

// The part of a text with most of the words, those marked.
function excerpt(text, places) {
  const words = text.split(/\s+/);
  const at = [...places].sort((one, other) => one - other);
  let [from, most] = [0, 0];
  for (const start of at) {
    const many = at.filter((place) => place >= start && place < start + EXCERPT).length;
    if (many > most) [from, most] = [start, many];
  }
  from = Math.max(0, Math.min(from - 4, words.length - EXCERPT));
  const pieces = words.slice(from, from + EXCERPT).flatMap((word, index) => {
    if (!places.has(from + index)) return [`${word} `];
    const [, before, inner, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    const mark = document.createElement("mark");
    mark.textContent = inner;
    return [before, mark, `${after} `];
  });
  return [from ? "… " : "", ...pieces, from + EXCERPT < words.length ? "…" : ""];
}

function row({ url, content, meta, filters }, places) {
  const made = document.querySelector("[data-found]").content.cloneNode(true);
  const link = made.querySelector("a");
  link.href = url.replace(/(#.*)\/$/, "$1");
  link.textContent = meta.title;
  const kind = form.elements.kind?.querySelector(`[value="${filters.kind[0]}"]`);
  made.querySelector(".kicker").textContent = kind?.textContent ?? "";
  made.querySelector(".found__text").append(...excerpt(content, places));
  if (filters.lang[0] !== lang) link.hreflang = made.querySelector("li").lang = filters.lang[0];
  return made;
}

// Whether something is called just what was asked for, in whatever order.
const same = (words) => words.sort().join(" ");
const called = ({ title, name = "", duty = "" }, asked) =>
  [title, ...name.split(" | "), ...duty.split(" | ")].some((text) => same(apart(text)) === asked);

// Fetches and shows a page of what was found; on the first of them, what is called just so comes first.
async function show(mine, asked = "") {
  const next = found.slice(shown, shown + A_PAGE);
  const loaded = await Promise.all(next.map(async ({ result, at }) => ({ data: await result.data(), at })));
  if (mine !== turn) return;
  if (asked) loaded.sort((one, other) => called(other.data.meta, asked) - called(one.data.meta, asked));
  list.append(...loaded.map(({ data, at }) => row(data, at)));
  shown += next.length;
  more.hidden = shown >= found.length;
}

async function run() {
  const mine = (turn += 1);
  const data = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = (data.find(([name]) => name === "q")?.[1] ?? "").trim();
  const filters = Object.fromEntries(data.filter(([name]) => name !== "q"));
  history.replaceState(null, "", data.length ? `?${new URLSearchParams(data)}` : location.pathname);
  try {
    engine = await (engine ?? start());
    const [results, instead] = data.length ? await ask(query, filters) : [[], ""];
    if (mine !== turn) return;
    [found, shown] = [results, 0];
    const rows = list.children.length;
    await show(mine, same(apart(instead || query)));
    if (mine !== turn) return;
    for (let left = rows; left; left -= 1) list.firstChild.remove();
    const text = query ? (found.length > 1 ? say.count : found.length ? say.one : say.nothing) : data.length ? say.chosen : "";
    status.textContent = text.replace("{count}", found.length).replace("{query}", query);
    mended.hidden = !instead || !found.length;
    mended.textContent = say.mended.replace("{asked}", query).replace("{meant}", instead);
    none.hidden = !data.length || found.length > 0;
    lost.hidden = true;
  } catch (error) {
    lost.hidden = false;
    engine = undefined;
    throw error;
  }
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field?.name === "q" || [...(field?.options ?? [])].some((option) => option.value === value)) field.value = value;
}
let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(run, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  run();
});
more.addEventListener("click", async () => {
  const first = shown;
  await show(turn);
  list.children[first]?.querySelector("a").focus();
});
if (location.search) run();
