// Narrows a list in place by the choices of its form. The choices stand in the address, so that a link keeps them.
const form = document.querySelector("[data-filters]");
const list = document.querySelector("[data-filtered]");
const items = [...list.querySelectorAll("[data-cluster]")];
const groups = [...list.querySelectorAll(".group")];
const count = form.querySelector("[role=status]");
const none = form.querySelector(".filters__none");

function matches(item, choices) {
  return choices.every(([name, value]) => !value || item.dataset[name].split(" ").includes(value));
}

function apply() {
  const choices = [...new FormData(form)];
  let shown = 0;
  for (const item of items) {
    item.hidden = !matches(item, choices);
    if (!item.hidden) shown += 1;
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-cluster]:not([hidden])");
  }
  none.hidden = shown > 0;
  count.textContent = count.dataset.text.replace("{shown}", shown).replace("{count}", items.length);
  for (const element of document.querySelectorAll("[data-without-filters]")) {
    element.hidden = choices.some(([, value]) => value);
  }
  const query = new URLSearchParams(choices.filter(([, value]) => value)).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname + location.hash);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value)) {
    field.value = value;
  }
}
form.addEventListener("change", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
apply();
