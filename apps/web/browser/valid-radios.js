/*
 * The design system says of a radio button that opens further fields that it is expanded or not. ARIA knows that of tick
 * boxes and not of radio buttons, and some screen readers read it out wrongly: it is taken off again.
 */
const ATTRIBUTE = 'aria-expanded';
const RADIOS = `input[type="radio"][${ATTRIBUTE}]`;

export function keepRadiosValid() {
  const clean = () => {
    for (const radio of document.querySelectorAll(RADIOS)) radio.removeAttribute(ATTRIBUTE);
  };
  clean();
  new MutationObserver(clean).observe(document.body, { subtree: true, attributeFilter: [ATTRIBUTE] });
}
