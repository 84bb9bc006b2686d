// Narrows a list in place by the choices of its form. The choices stand in the address, so that a link keeps them.
const form = document.querySelector("[data-filters]");
const list = document.querySelector("[data-filtered]");
const pages = list.querySelector("[data-pages]");
const groups = [...list.querySelectorAll(".group")];
const count = form.querySelector("[data-text]");
const none = form.querySelector(".filters__none");
let items = [...list.querySelectorAll("[data-cluster]")];
let loading;

// Accents and capitals make no difference: "cafe" finds Café. What the row does not show may be known by another word:
// "TEB" finds The Economic Board, and "hospital" Radboudumc.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const tells = (item, query) => {
  const text = plain(`${item.textContent} ${item.dataset.words ?? ""}`);
  return plain(query).split(/\s+/).every((word) => text.includes(word));
};

const chosen = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);

// A card that was made for another page of the list: its links are meant from there.
function moved(card, address) {
  const whole = (link) => new URL(link, address).href;
  for (const element of card.querySelectorAll("[href], [src], [srcset]")) {
    for (const name of ["href", "src"]) {
      if (element.hasAttribute(name)) element.setAttribute(name, whole(element.getAttribute(name)));
    }
    if (element.srcset) element.srcset = element.srcset.replace(/\S+(?= \d+w)/g, whole);
  }
  card.dataset.elsewhere = "";
  return document.importNode(card, true);
}

async function cardsOf(link) {
  const grid = list.querySelector("[data-list]");
  if (link.hasAttribute("aria-current")) return items.filter((item) => grid.contains(item));
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll("[data-filtered] [data-cluster]")].map((card) => moved(card, link.href));
}

// A choice is about all stories, so the first one fetches those of the other pages.
async function load() {
  const parts = await Promise.all([...pages.querySelectorAll("a")].map(cardsOf));
  list.querySelector("[data-list]").replaceChildren(...parts.flat());
  items = [...list.querySelectorAll("[data-cluster]")];
}

function narrow() {
  const choices = chosen();
  let shown = 0;
  for (const item of items) {
    const fits = choices.every(([name, value]) =>
      name === "q" ? tells(item, value) : item.dataset[name].split(" ").includes(value),
    );
    item.hidden = !fits || (!choices.length && "elsewhere" in item.dataset);
    if (!item.hidden) shown += 1;
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-cluster]:not([hidden])");
  }
  none.hidden = shown > 0;
  count.textContent = count.dataset.text.replace("{shown}", shown).replace("{count}", count.dataset.count);
  for (const element of document.querySelectorAll("[data-without-filters]")) element.hidden = choices.length > 0;
  if (pages) pages.hidden = choices.length > 0 && Boolean(loading);
  const query = new URLSearchParams(choices).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname + location.hash);
}

async function apply() {
  if (pages && chosen().length) {
    const lost = form.querySelector(".filters__lost");
    try {
      await (loading ??= load());
      lost.hidden = true;
    } catch {
      loading = undefined;
      lost.hidden = false;
    }
  }
  narrow();
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field?.name === "q" || (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))) {
    field.value = value;
  }
}
form.addEventListener("change", async (event) => {
  await apply();
  // What stands above the form may have gone; who is choosing should not lose the place.
  event.target.scrollIntoView({ block: "nearest" });
});
form.addEventListener("input", (event) => {
  if (event.target.name === "q") apply();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
apply();
