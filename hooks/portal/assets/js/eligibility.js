// A soft check: goes through the rules on the page in their order and shows the answer of the first that fits, with its
// facts. What is answered is read from the form and goes nowhere.
const form = document.querySelector("form.check");
const status = form.querySelector("[role=status]");
const [chance, answer] = status.children;
const start = answer.textContent;
const details = document.querySelector("details.rules");
const questions = [...form.querySelectorAll(".check__questions > li")];
const facts = [...document.querySelectorAll(".statements > li")];
const rules = [...details.querySelectorAll(".rule")].map((row) => ({ row, when: JSON.parse(row.dataset.when) }));

const compare = {
  is: (one, other) => one === other,
  "is-not": (one, other) => one !== other,
  "at-least": (one, other) => one >= other,
  "more-than": (one, other) => one > other,
  "at-most": (one, other) => one <= other,
  "less-than": (one, other) => one < other,
  // Dates are ISO text, which sorts by time.
  "on-or-after": (one, other) => one >= other,
  before: (one, other) => one < other,
};

/** What was answered, by question. What is empty or cannot be read as a whole number is not there. */
function answers() {
  const given = {};
  for (const [name, text] of new FormData(form)) {
    const field = form.elements[name];
    const valid = field.validity?.valid ?? true;
    if (text && valid) given[name] = field.type === "number" ? Number(text) : text;
  }
  return given;
}

/** Whether a condition holds; the name of a question when it cannot be told without its answer. */
function holds({ question, op, value, amounts }, given) {
  const day = given[form.dataset.day];
  const fits = ({ from, until }) => (!from || from <= day) && (!until || day <= until);
  const limit = amounts ? amounts.find(fits)?.amount : value;
  // An amount that nobody knows is neither reached nor missed.
  if (limit === undefined) return amounts.length && day === undefined ? form.dataset.day : false;
  return question in given ? compare[op](given[question], limit) : question;
}

/** The rule that answers, or the question to answer first. */
function verdict(given) {
  for (const { row, when } of rules) {
    const results = when.map((condition) => holds(condition, given));
    if (results.includes(false)) continue;
    const open = results.find((result) => result !== true);
    return open ? { open } : { row };
  }
  return {};
}

function text(name) {
  const field = form.elements[name];
  return (field.labels?.[0] ?? field[0].closest("fieldset").querySelector("legend")).textContent;
}

function say(element, words) {
  // The same words again would be read out again.
  if (element.textContent !== words) element.textContent = words;
}

function complaint(field) {
  const { rangeUnderflow, rangeOverflow } = field.validity;
  const words = rangeUnderflow || rangeOverflow ? status.dataset.range : status.dataset.whole;
  const { min, max } = field;
  return words.replace("{least}", min).replace("{most}", max).replace("{question}", text(field.name));
}

function draw() {
  const given = answers();
  const wrong = form.querySelector("input:invalid");
  const { row, open } = wrong ? {} : verdict(given);
  for (const field of form.querySelectorAll(".question input:not([type=radio])")) {
    const note = document.getElementById(`${field.id}-wrong`);
    note.hidden = field.validity.valid;
    note.textContent = field.validity.valid ? "" : complaint(field);
    field.setAttribute("aria-invalid", !field.validity.valid);
  }
  form.dataset.chance = row?.dataset.chance ?? "";
  say(chance, row?.querySelector(".rule__chance").textContent ?? "");
  if (row) say(answer, row.querySelector(".rule__answer").textContent);
  else if (wrong) say(answer, complaint(wrong));
  else if (open && Object.keys(given).length) say(answer, status.dataset.more.replace("{question}", text(open)));
  else say(answer, start);
  // What was not asked yet cannot change the answer: it goes, and the answer comes up to where the reader is.
  for (const question of questions) {
    question.hidden = Boolean(row) && ![...question.querySelectorAll("input")].some((field) => field.name in given);
  }
  // Who reads all rules, sees all facts: each rule links to its own.
  const used = row && !details.open && [...row.querySelectorAll("a")].map((link) => link.hash.slice(1));
  for (const fact of facts) fact.hidden = Boolean(used) && !used.includes(fact.id);
}

let pause;
form.addEventListener("change", draw);
// A number answers before its field is left, but not at every digit: the first digits of 5942 would be a wrong answer.
form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(draw, 800);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(draw));
details.addEventListener("toggle", draw);
for (const element of form.querySelectorAll("[data-check]")) element.hidden = false;
details.open = false;
draw();
