/**
 * Single keys for the rows of the worklist. They can be switched off on the page (WCAG 2.1.4), and mean nothing while
 * somebody types or holds another key.
 *
 * @param {() => void} refresh
 */
export function startKeys(refresh) {
  document.addEventListener('keydown', (event) => {
    if (isOff() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (act(event.key, refresh)) event.preventDefault();
  });
}

/**
 * Whether the key meant something.
 *
 * @param {string} key
 * @param {() => void} refresh
 */
function act(key, refresh) {
  switch (key) {
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'ArrowDown':
      return isInList() && move(1);
    case 'ArrowUp':
      return isInList() && move(-1);
    case 'c':
      return press('button[name=take]');
    case 'x':
      return press('input[type=checkbox]');
    case 'r':
      refresh();
      return true;
    case '?':
      return showKeys();
    default:
      return false;
  }
}

/** @param {1 | -1} step */
function move(step) {
  const links = [...document.querySelectorAll('#fd-list a.fd-open')];
  const at = links.findIndex((link) => link.closest('tr') === rowInHand());
  const next = links[at === -1 ? 0 : at + step];
  if (next instanceof HTMLElement) {
    next.focus({ preventScroll: true });
    next.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }
  return links.length > 0;
}

/** @param {string} selector */
function press(selector) {
  const control = rowInHand()?.querySelector(selector);
  if (!(control instanceof HTMLElement)) return false;
  control.click();
  return true;
}

function showKeys() {
  const keys = document.getElementById('fd-keys');
  if (!(keys instanceof HTMLDetailsElement)) return false;
  keys.open = true;
  keys.querySelector('summary')?.focus();
  return true;
}

function rowInHand() {
  return document.activeElement?.closest('#fd-list tr[id]') ?? null;
}

function isInList() {
  return rowInHand() !== null;
}

function isOff() {
  return document.getElementById('fd-list')?.dataset['shortcuts'] !== 'on';
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
