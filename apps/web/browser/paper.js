/* A page made for paper opens the print dialogue by itself; printing any other page of a case is put on record. */

export function startPaper() {
  if (document.querySelector('[data-paper]') !== null) window.print();
  const form = document.querySelector('form[action$="/prints"]');
  if (!(form instanceof HTMLFormElement)) return;
  window.addEventListener('beforeprint', () => {
    record(form);
  });
}

/**
 * Answers lead on to the page for paper, which nobody asked for here.
 * @param {HTMLFormElement} form
 */
function record(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  void fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true });
}
