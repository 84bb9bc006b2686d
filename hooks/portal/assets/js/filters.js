// Narrows a list by the choices of its form. The choices stand in the address, so that a link keeps them.
// A list on one page is narrowed in place. One that goes on over several has an index of all its items: the first choice
// fetches that one file, and what fits is listed from it, a page at a time.
const form = document.querySelector("[data-filters]");
const list = document.querySelector("[data-filtered]");
const pages = list.querySelector("[data-pages]");
const groups = [...list.querySelectorAll(".group")];
const count = form.querySelector("[data-text]");
const none = form.querySelector(".filters__none");
const lost = form.querySelector(".filters__lost");
const items = [...list.querySelectorAll("[data-item]")];
const results = document.querySelector("[data-results]");
const more = document.querySelector("[data-more]");
const A_PAGE = 24;
let index;
let most = A_PAGE;

// Accents and capitals make no difference: "cafe" finds Café. What the row does not show may be known by another word:
// "TEB" finds The Economic Board, and "hospital" Radboudumc.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const tells = (text, query) => {
  const words = plain(text);
  return plain(query).split(/\s+/).every((word) => words.includes(word));
};

const chosen = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);

async function fetched() {
  const response = await fetch(form.dataset.index);
  if (!response.ok) throw new Error(response.statusText);
  const root = new URL("../", response.url);
  return (await response.json()).map((item) => ({ ...item, address: new URL(item.address, root).href }));
}

function row(item) {
  const made = document.querySelector("[data-row]").content.cloneNode(true);
  const link = made.querySelector("a");
  link.href = item.address;
  link.textContent = item.title;
  made.querySelector("p").textContent = item.text;
  if (item.lang !== document.documentElement.lang) made.querySelector("li").lang = item.lang;
  return made;
}

function fromIndex(choices, all) {
  const fitting = all.filter((item) =>
    choices.every(([name, value]) =>
      name === "q" ? tells(`${item.title} ${item.text} ${item.words}`, value) : item[name].includes(value),
    ),
  );
  results.replaceChildren(...fitting.slice(0, most).map(row));
  more.hidden = fitting.length <= most;
  return fitting.length;
}

function inPlace(choices) {
  let shown = 0;
  for (const item of items) {
    item.hidden = !choices.every(([name, value]) =>
      name === "q"
        ? tells(`${item.textContent} ${item.dataset.words ?? ""}`, value)
        : item.dataset[name].split(" ").includes(value),
    );
    if (!item.hidden) shown += 1;
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
  return shown;
}

async function apply() {
  const choices = chosen();
  let all;
  if (form.dataset.index && choices.length) {
    try {
      all = await (index ??= fetched());
    } catch {
      index = undefined;
    }
    lost.hidden = all !== undefined;
  }
  const shown = all ? fromIndex(choices, all) : inPlace(choices);
  if (results) {
    results.hidden = !all;
    more.hidden ||= !all;
    for (const element of [pages, ...items, ...groups]) if (all || !choices.length) element.hidden = Boolean(all);
  }
  none.hidden = shown > 0;
  const told = choices.length || !form.dataset.index ? shown : items.length;
  count.textContent = count.dataset.text.replace("{shown}", told).replace("{count}", count.dataset.count);
  for (const element of document.querySelectorAll("[data-without-filters]")) element.hidden = choices.length > 0;
  const query = new URLSearchParams(choices).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname + location.hash);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field?.name === "q" || (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))) {
    field.value = value;
  }
}
form.addEventListener("change", async (event) => {
  most = A_PAGE;
  await apply();
  // What stands above the form may have gone; who is choosing should not lose the place.
  event.target.scrollIntoView({ block: "nearest" });
});
form.addEventListener("input", (event) => {
  if (event.target.name === "q") apply();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
more?.addEventListener("click", () => {
  most += A_PAGE;
  const first = results.children.length;
  apply().then(() => results.children[first]?.querySelector("a").focus());
});
apply();
