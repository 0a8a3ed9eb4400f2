/** The worklist: news without losing one's place, and single keys for those who want them. */
import { fetchPart, hearChanges } from './list-changes.js';
import { startKeys } from './list-keys.js';

export function startWorklist() {
  const live = document.getElementById('fd-live');
  const list = document.getElementById('fd-list');
  if (live === null || list === null) return;
  focusTarget();
  startKeys(() => void refresh());
  startLive(live);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-refresh]') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void refresh();
  });
}

/** @param {HTMLElement} live */
function startLive(live) {
  const news = live.querySelector('.fd-live-news');
  const { changes, one, many, lost } = live.dataset;
  if (news === null || changes === undefined) return;
  let waiting = 0;
  hearChanges(changes, {
    changed: (count) => {
      waiting += count;
      const text = waiting === 1 ? one : many?.replace('999', String(waiting));
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'govuk-button govuk-!-margin-bottom-2';
      button.textContent = text ?? '';
      button.addEventListener('click', () => {
        void refresh();
      });
      news.replaceChildren(button);
    },
    lost: () => {
      news.textContent = lost ?? '';
    },
  });
  document.addEventListener('worklist:refreshed', () => {
    waiting = 0;
    news.replaceChildren();
  });
}

/** Puts the list of now where the list of then stood: focus, ticks and what is on the screen stay. */
async function refresh() {
  const list = document.getElementById('fd-list');
  const fresh = await fetchPart('fd-list');
  if (list === null || fresh === null) {
    location.reload();
    return;
  }
  const before = rowTexts(list);
  const place = placeOf(list);
  list.replaceChildren(...fresh.childNodes);
  for (const id of place.ticked) tick(id);
  markChanges(list, before);
  if (place.focused !== null) document.getElementById(place.focused)?.focus({ preventScroll: true });
  if (place.openRow !== null) openOf(place.openRow)?.focus({ preventScroll: true });
  const row = place.row === null ? null : document.getElementById(place.row);
  if (row !== null) scrollBy(0, row.getBoundingClientRect().top - place.top);
  document.dispatchEvent(new Event('worklist:refreshed'));
}

/**
 * @param {Element} list
 * @returns {Map<string, string>}
 */
function rowTexts(list) {
  return new Map([...list.querySelectorAll('tr[id]')].map((row) => [row.id, rowText(row)]));
}

/**
 * What a row says, but for the minutes that pass by themselves.
 *
 * @param {Element} row
 */
function rowText(row) {
  const tickBox = row.querySelector('input');
  return tickBox === null ? row.textContent : tickBox.value;
}

/**
 * @param {Element} list
 * @param {Map<string, string>} before
 */
function markChanges(list, before) {
  for (const row of list.querySelectorAll('tr[id]')) {
    row.classList.toggle('fd-changed', before.get(row.id) !== rowText(row));
  }
}

/** @param {Element} list */
function placeOf(list) {
  const focused = document.activeElement;
  const focusedRow = focused?.closest('tr[id]') ?? null;
  const isOpen = focused?.classList.contains('fd-open') ?? false;
  const rows = [...list.querySelectorAll('tr[id]')];
  const seen = focusedRow ?? rows.find((row) => row.getBoundingClientRect().top >= 0) ?? null;
  return {
    ticked: [...list.querySelectorAll('input:checked')].map(({ id }) => id),
    focused: focused !== null && focused.id !== '' ? focused.id : null,
    openRow: isOpen && focusedRow !== null ? focusedRow.id : null,
    row: seen?.id ?? null,
    top: seen?.getBoundingClientRect().top ?? 0,
  };
}

/** @param {string} id */
function tick(id) {
  const box = document.getElementById(id);
  if (box instanceof HTMLInputElement) box.checked = true;
}

/**
 * @param {string} rowId
 * @returns {HTMLElement | null}
 */
function openOf(rowId) {
  return document.getElementById(rowId)?.querySelector('a.fd-open') ?? null;
}

/** Somebody who comes back from a case goes on where they were. */
function focusTarget() {
  if (location.hash.startsWith('#case-')) openOf(location.hash.slice(1))?.focus();
}
