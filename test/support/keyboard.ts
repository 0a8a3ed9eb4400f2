import type { Page } from 'playwright-core';

const FURTHEST = 250;

/** The name of what has the focus, as a screen reader would say it, roughly. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const words = [element.getAttribute('aria-label'), ...labels, element.tagName === 'SELECT' ? '' : element.textContent];
  return words.join(' ').replace(/\\s+/g, ' ').trim();
})()`;
/** The field that has the focus, and the answer that it stands for. */
const FIELD = `document.activeElement?.name ?? ''`;
const ANSWER = `document.activeElement?.value ?? ''`;

/** Presses Tab until what has the focus is called `name` (or a part of it). @throws when it is not on the way. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  await tabUntil(page, FOCUSED, (found) => (typeof name === 'string' ? found.includes(name) : name.test(found)), name);
}

/** Presses Tab until the field has the focus. @throws when it is not on the way. */
export async function tabToField(page: Page, field: string): Promise<void> {
  await tabUntil(page, FIELD, (found) => found === field, field);
}

/** Presses Tab until the link to this address has the focus. @throws when it is not on the way. */
export async function tabToLink(page: Page, href: string): Promise<void> {
  await tabUntil(
    page,
    `document.activeElement?.getAttribute('href') ?? ''`,
    (found) => found.split(/[?#]/)[0] === href,
    href,
  );
}

/** Tab to the radio buttons of a field, then Space and the arrows to the answer. */
export async function chooseByKeys(page: Page, field: string, answer: string): Promise<void> {
  await tabToField(page, field);
  for (let presses = 0; presses < FURTHEST; presses += 1) {
    if ((await page.evaluate<string>(ANSWER)) === answer) {
      await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The field ${field} has no answer ${answer}.`);
}

/** Tab through the tick boxes of a field to the one that is meant, then Space. */
export async function tickByKeys(page: Page, field: string, answer: string): Promise<void> {
  const words = `(${FIELD}) + ' ' + (${ANSWER})`;
  await tabUntil(page, words, (found) => found === `${field} ${answer}`, `${field} ${answer}`);
  await page.keyboard.press('Space');
}

async function tabUntil(
  page: Page,
  words: string,
  isThere: (found: string) => boolean,
  sought: string | RegExp,
): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < FURTHEST; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<string>(words);
    if (isThere(found)) return;
    met.push(found);
  }
  throw new Error(`Tab does not lead to ${String(sought)}, but to: ${[...new Set(met)].join(' | ')}`);
}
