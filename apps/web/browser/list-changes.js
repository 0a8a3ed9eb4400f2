/**
 * Hears that a list has changed, without asking again and again. Ends with the session; nothing is lost then, the page's
 * own link refreshes it.
 *
 * @param {string} address
 * @param {{ changed: (count: number) => void, lost: () => void }} tell
 */
export function hearChanges(address, { changed, lost }) {
  const source = new EventSource(address);
  source.addEventListener('changed', (event) => {
    changed(Number(event.data));
  });
  source.addEventListener('over', () => {
    source.close();
    lost();
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) lost();
  });
}

/**
 * The same part of the page as it is now; null when there is none any more, for example after the session.
 *
 * @param {string} id
 * @returns {Promise<Element | null>}
 */
export async function fetchPart(id) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer === null || !answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById(id);
}
