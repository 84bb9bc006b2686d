// Every page in every browser, one after the other: what a visitor finds there, as one line of JSON a page.
// Asked on standard input: {address, pages: [{path, kind, whole}], browsers: {chromium, firefox, webkit}}, where a
// browser is the path of its program and `whole` pages are used as well as opened. WebKit opens those alone.
import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities } from "selenium-webdriver";

const { address, pages, browsers } = JSON.parse(readFileSync(0, "utf8"));
// Chromium's sandbox refuses root, which is what containers run as.
const ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** What can be seen of a page at a width. Runs in the page. */
function seen() {
  const visible = (element) => element.getClientRects().length > 0;
  const main = document.querySelector("main");
  const marked = document.querySelector("header [aria-current]");
  return {
    scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    headings: [...document.querySelectorAll("h1, h2, h3")].filter(visible).length,
    links: [...main.querySelectorAll("a")].filter(visible).length,
    pictures: [...document.images].filter((image) => image.complete && !image.naturalWidth && visible(image)).length,
    font: document.fonts.check("16px Manrope"),
    marked: marked ? getComputedStyle(marked).textDecorationLine : "",
  };
}

/** Uses a page: its menu, its filters, its questions. Runs in the page; what comes of it is words. */
async function used() {
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const change = (field, value) => {
    field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const statuses = () => [...document.querySelectorAll("main [role=status]")].map(text);
  const found = {};
  const menu = document.querySelector("header summary");
  if (menu?.getClientRects().length) {
    menu.click();
    found.menu = [...document.querySelectorAll("header details[open] a")].filter((a) => a.getClientRects().length).length;
    menu.click();
  }
  for (const select of [...document.querySelectorAll("main select")].filter((one) => one.getClientRects().length)) {
    const [, , third] = select.options;
    if (third) change(select, third.value);
  }
  for (const day of document.querySelectorAll("main input[type=date]")) change(day, "2027-01-15");
  for (const choice of document.querySelectorAll("main fieldset")) choice.querySelector("input[type=radio]")?.click();
  await wait(400);
  found.statuses = statuses();
  found.steps = [...document.querySelectorAll("[data-step]")].filter((row) => row.getClientRects().length).length;
  found.dates = [...document.querySelectorAll("[data-step] time")].filter((row) => row.getClientRects().length).map(text);
  try {
    localStorage.clear();
  } catch {
    // A browser may refuse storage.
  }
  return found;
}

async function byPuppeteer(browser, executablePath) {
  const own = await puppeteer.launch({ browser, executablePath, headless: true, args: browser === "chrome" ? ROOT : [] });
  const tab = await own.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(String(error.message ?? error)));
  return {
    errors,
    goto: (url) => tab.goto(url, { waitUntil: "load" }),
    size: (width) => tab.setViewport({ width, height: 900 }),
    run: (code) => tab.evaluate(code),
    close: () => own.close(),
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function byWebDriver(program) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore" });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const options = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browsers.minibrowser, args: ["--automation"] } };
  const own = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(new Capabilities(options))
    .build();
  await own.manage().setTimeouts({ script: 20_000 });
  return {
    errors: [],
    goto: (url) => own.get(url),
    size: (width) => own.manage().window().setRect({ width, height: 900 }),
    run: (code) => own.executeScript(`return (${code})()`),
    close: async () => {
      await own.quit();
      driver.kill();
    },
  };
}

const DRIVERS = {
  chromium: (program) => byPuppeteer("chrome", program),
  firefox: (program) => byPuppeteer("firefox", program),
  webkit: byWebDriver,
};

for (const [name, start] of Object.entries(DRIVERS)) {
  if (!browsers[name]) continue;
  const tab = await start(browsers[name]);
  try {
    for (const { path, kind, whole } of pages) {
      if (name === "webkit" && !whole) continue;
      tab.errors.length = 0;
      await tab.goto(address + path);
      const found = {};
      if (whole) {
        for (const width of [390, 1280]) {
          await tab.size(width);
          found[width] = await tab.run(seen);
        }
        await tab.size(390);
        found.used = await tab.run(used);
      }
      console.log(JSON.stringify({ browser: name, path, kind, errors: tab.errors, found }));
    }
  } finally {
    await tab.close();
  }
}
