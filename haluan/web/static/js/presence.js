// Who else is on this plan, and what they changed on this page since it was opened.

const EVERY = 12000;

export function watch(form, number, saver) {
  if (!form.dataset.presence) return () => {}; // a suggestion is written alone
  const who = document.querySelector("[data-who]");
  let last = number;

  async function beat() {
    if (document.visibilityState === "hidden" || !navigator.onLine) return;
    const field = document.activeElement?.dataset?.path ?? "";
    const body = new URLSearchParams({ collection: form.dataset.collection, key: form.dataset.key, field, since: last });
    try {
      const response = await fetch(form.dataset.presence, {
        method: "POST",
        body,
        headers: { Accept: "application/json", "X-CSRFToken": saver.token() },
      });
      if (!response.ok || response.redirected) return;
      const answer = await response.json();
      if (who) who.innerHTML = answer.who; // rendered and escaped by the server
      for (const change of answer.changes) saver.remote(change.path, change.text);
      last = answer.number;
      hold(form, answer.people);
    } catch {
      // no network: the state line already says so
    }
  }

  beat();
  setInterval(beat, EVERY);
  return (saved) => {
    last = Math.max(last, saved);
  };
}

function hold(form, people) {
  for (const mark of form.querySelectorAll("[data-held]")) mark.remove();
  for (const person of people) {
    const place = form.querySelector(`[data-path="${CSS.escape(person.field)}"]`)?.closest(".step > div");
    if (!place) continue;
    const mark = document.createElement("p");
    mark.dataset.held = "";
    mark.className = "small up";
    mark.textContent = person.says;
    place.prepend(mark);
  }
}
