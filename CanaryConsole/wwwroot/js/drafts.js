// Drafts of the wizard, kept in this browser: they outlive a reload, a lost connection and a restart of the console.
const prefix = "canaryconsole.draft.";
const longest = 200_000; // characters; the console takes no more back
const mostKept = 8;
const oldest = 30 * 24 * 60 * 60 * 1000;
const pause = 300; // ms without a further change before it is written

let waiting = null;

// The draft of that id, and the others there are; a new id where none is given.
export function open(id) {
  id ??= Array.from(crypto.getRandomValues(new Uint8Array(5)), byte => byte.toString(16).padStart(2, "0")).join("");
  const kept = readAll();
  const own = kept.find(draft => draft.id === id);
  return {
    id,
    text: own?.text ?? null,
    ageSeconds: own ? age(own) : 0,
    others: kept.filter(draft => draft.id !== id).map(draft => ({ id: draft.id, title: draft.title, ageSeconds: age(draft) })),
  };
}

// True once it is written, false where this browser does not keep it, null where a newer one went in its place.
export function keep(id, title, text) {
  settle(null);
  if (text.length > longest) {
    return Promise.resolve(false);
  }

  return new Promise(resolve => waiting = { id, title, text, resolve, timer: setTimeout(flush, pause) });
}

export function forget(id) {
  settle(null);
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // A storage that is closed to us keeps nothing either.
  }
}

// Typed a moment ago, and the page goes: it is written now or never.
addEventListener("pagehide", flush);

function flush() {
  if (waiting) {
    settle(write(waiting));
  }
}

function settle(answer) {
  if (waiting) {
    clearTimeout(waiting.timer);
    waiting.resolve(answer);
    waiting = null;
  }
}

function write({ id, title, text }) {
  try {
    localStorage.setItem(prefix + id, JSON.stringify({ at: Date.now(), title, text }));
    for (const draft of readAll().slice(mostKept)) {
      localStorage.removeItem(prefix + draft.id);
    }

    return true;
  } catch {
    return false; // Full, or closed to us.
  }
}

// Newest first; what is too old or not ours goes.
function readAll() {
  const kept = [];
  try {
    for (const key of Object.keys(localStorage).filter(key => key.startsWith(prefix))) {
      const draft = read(key);
      if (draft) {
        kept.push({ ...draft, id: key.slice(prefix.length) });
      } else {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // Closed to us: as if there were none.
  }

  return kept.sort((one, other) => other.at - one.at);
}

function read(key) {
  try {
    const { at, title, text } = JSON.parse(localStorage.getItem(key));
    const usable = Number.isFinite(at) && Date.now() - at < oldest && typeof title === "string" && typeof text === "string" && text.length <= longest;
    return usable ? { at, title: title.slice(0, 200), text } : null;
  } catch {
    return null;
  }
}

function age(draft) {
  return Math.max(0, Math.round((Date.now() - draft.at) / 1000));
}
