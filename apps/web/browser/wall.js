/** The wall view: shows how things stand soon after they change, and at least every half minute. */
import { fetchPart, hearChanges } from './list-changes.js';

const AT_MOST_EVERY_MS = 3_000;
const AT_LEAST_EVERY_MS = 30_000;

export function startWall() {
  const wall = document.getElementById('fd-wall');
  if (wall === null) return;
  let isChanged = false;
  let shownAt = Date.now();
  hearChanges(wall.dataset['changes'] ?? '', {
    changed: () => {
      isChanged = true;
    },
    lost: () => undefined,
  });
  setInterval(() => {
    const since = Date.now() - shownAt;
    if (since < AT_LEAST_EVERY_MS && !(isChanged && since >= AT_MOST_EVERY_MS)) return;
    isChanged = false;
    shownAt = Date.now();
    void show(wall);
  }, 500);
}

/** @param {HTMLElement} wall */
async function show(wall) {
  const focused =
    document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null;
  const fresh = await fetchPart('fd-wall');
  if (fresh === null) {
    location.reload();
    return;
  }
  wall.replaceChildren(...fresh.childNodes);
  if (focused === null) return;
  for (const link of wall.querySelectorAll('a')) if (link.getAttribute('href') === focused) link.focus();
}
