// Small things of the shell that need no server: the search key, copying, the phone menu, the reconnect box.
const editable = element => element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select"));

document.addEventListener("keydown", event => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !editable(event.target)) {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }

  if (event.key === "Escape") {
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

document.addEventListener("click", event => {
  const target = event.target instanceof Element ? event.target : null;
  const menu = document.querySelector("details[data-menu][open]");
  if (menu && (!menu.contains(target) || target.closest("a"))) {
    menu.open = false;
  }

  const copy = target?.closest("[data-copy]");
  if (copy) {
    copyText(copy);
  }

  if (target?.closest("[data-reconnect]")) {
    reconnect();
  }

  if (target?.closest("[data-reload]")) {
    location.reload();
  }
});

async function copyText(button) {
  let outcome = "copied";
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    outcome = "failed";
  }

  button.dataset.state = outcome;
  setTimeout(() => delete button.dataset.state, 1600);
}

const box = document.getElementById("components-reconnect-modal");

async function reconnect() {
  box.className = "components-reconnect-show";
  try {
    if (!await Blazor.reconnect()) {
      location.reload(); // The server is back, but not our circuit: start anew.
    }
  } catch {
    box.className = "components-reconnect-failed";
  }
}

if (box) {
  new MutationObserver(() => {
    if (box.classList.contains("components-reconnect-rejected")) {
      location.reload();
    }
  }).observe(box, { attributes: true, attributeFilter: ["class"] });

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && box.classList.contains("components-reconnect-failed")) {
      reconnect();
    }
  });
}
