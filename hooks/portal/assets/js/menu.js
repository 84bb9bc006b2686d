// What opens over the page works without this. With it, it does not hide what has the focus: the menu and the explanation
// of a term close when the focus goes on. Escape or a click elsewhere closes the menu too, and Escape gives the focus back.
const menu = document.querySelector("details.menu");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

for (const leaves of ["click", "focusin"]) {
  document.addEventListener(leaves, ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

document.addEventListener("focusin", ({ target }) => {
  for (const note of document.querySelectorAll("[popover]:popover-open")) {
    if (!note.contains(target) && target.popoverTargetElement !== note) note.hidePopover();
  }
});
