/* While an upload is stored, its page shows how far it is, without being loaded again. */

const EVERY_MS = 2000;

/** @param {HTMLElement} place */
async function refresh(place) {
  const address = place.dataset['progress'];
  if (address === undefined) return;
  const response = await fetch(address).catch(() => null);
  if (response?.ok !== true || response.redirected) return;
  const part = new DOMParser().parseFromString(await response.text(), 'text/html').body.firstElementChild;
  if (!(part instanceof HTMLElement)) return;
  if (part.dataset['progressDone'] === 'yes') window.location.reload();
  else place.replaceChildren(part);
}

export function watchProgress() {
  for (const place of document.querySelectorAll('[data-progress]')) {
    if (place instanceof HTMLElement) setInterval(() => void refresh(place), EVERY_MS);
  }
}
