// In the live preview alone: shows what was saved. New styles take the place of the old ones; else the page is loaded again.
const script = document.currentScript;
let moment = Number(script.dataset.moment);
let asking = null;

async function follow() {
  const mine = new AbortController();
  asking = mine;
  while (asking === mine) {
    try {
      const answer = await fetch(`/-preview/since/${moment}`, { cache: "no-store", signal: mine.signal });
      const now = await answer.json();
      if (now.moment === moment) continue;
      if (!now.styles) {
        location.reload();
        return;
      }
      moment = now.moment;
      restyle(now.styles);
    } catch {
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

function restyle(address) {
  const old = document.querySelector('link[rel="stylesheet"]');
  const styles = old.cloneNode();
  styles.href = address;
  styles.addEventListener("load", () => old.remove());
  old.after(styles);
}

// A browser opens six connections to a host: tabs that nobody sees leave them to the one that is seen.
document.addEventListener("visibilitychange", () => {
  asking?.abort();
  asking = null;
  if (document.visibilityState === "visible") follow();
});
if (document.visibilityState === "visible") follow();
