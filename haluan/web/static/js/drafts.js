// What was typed and is not yet on the server, kept in this browser until it is.
// One draft an element: {url, body, client, at}. `body` is the form body that will be sent; `client` names one
// attempt, so that an attempt whose answer got lost is not applied twice.

const PREFIX = "haluan:draft:";

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keep(name, draft) {
  try {
    storage()?.setItem(PREFIX + name, JSON.stringify(draft));
    return true;
  } catch {
    return false; // full or forbidden: the page itself still holds what was typed
  }
}

export function draft(name) {
  try {
    return JSON.parse(storage()?.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

export function forget(name) {
  storage()?.removeItem(PREFIX + name);
}

export function names(prefix) {
  const store = storage();
  if (!store) return [];
  return Array.from({ length: store.length }, (_, i) => store.key(i))
    .filter((key) => key?.startsWith(PREFIX + prefix))
    .map((key) => key.slice(PREFIX.length));
}
