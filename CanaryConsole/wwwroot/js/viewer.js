// Tells the circuit what only the browser knows: the viewer's time zone, whether anyone is looking, and the name the viewer has given.
const key = "canaryconsole.name";

const name = () => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be closed to us; then the name lasts as long as the page.
  }
};

export function connect(circuit) {
  const report = () => circuit.invokeMethodAsync("SetHidden", document.hidden).catch(() => { });
  document.addEventListener("visibilitychange", report);
  // Another tab has been told another name: one browser is one person.
  addEventListener("storage", event => {
    if (event.key === key && event.newValue) {
      circuit.invokeMethodAsync("SetName", event.newValue).catch(() => { });
    }
  });

  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "",
    offsetMinutes: -new Date().getTimezoneOffset(),
    hidden: document.hidden,
    name: name(),
  };
}

export function remember(given) {
  try {
    localStorage.setItem(key, given);
  } catch {
    // As above.
  }
}
