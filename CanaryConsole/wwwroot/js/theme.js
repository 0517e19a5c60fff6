// Runs before the first paint, so a plain script in the head: the page never flashes in the wrong colours.
(() => {
  const key = "canaryconsole.theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  const chosen = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage may be closed to us; then the system decides.
    }
  };

  const apply = () => {
    const theme = chosen() ?? (system.matches ? "dark" : "light");
    if (root.dataset.theme !== theme) {
      root.dataset.theme = theme;
      document.dispatchEvent(new CustomEvent("themechange", { detail: theme }));
    }
  };

  const toggle = () => {
    const next = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      if (next === (system.matches ? "dark" : "light")) {
        localStorage.removeItem(key); // Back in step with the system: follow it again.
      } else {
        localStorage.setItem(key, next);
      }
    } catch {
      root.dataset.theme = next;
    }

    apply();
  };

  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  document.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("[data-theme-toggle]")) {
      toggle();
    }
  });
})();
