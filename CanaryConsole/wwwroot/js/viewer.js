// Tells the circuit what only the browser knows: the viewer's time zone, and whether anyone is looking.
export function connect(circuit) {
  const report = () => circuit.invokeMethodAsync("SetHidden", document.hidden).catch(() => { });
  document.addEventListener("visibilitychange", report);

  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "",
    offsetMinutes: -new Date().getTimezoneOffset(),
    hidden: document.hidden,
  };
}
