/* A button that prints the page; without script there is none. */

export function startPrinting() {
  for (const button of document.querySelectorAll('button[data-print-button]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      print();
    });
  }
}
