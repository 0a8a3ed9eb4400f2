import type { Page } from 'playwright-core';

/** About twelve characters a second: as fast as people type. */
const KEY_MS = 80;

const WORDS = 'he said that mum was not well and that nobody came home so he made toast for both of them again '.split(
  ' ',
);

/** Somebody who types into one field, and knows when each character was typed. */
export class Typist {
  /** Everything that was typed so far. */
  text = '';
  /** When each character was typed, in milliseconds. */
  private readonly times: number[] = [];

  constructor(private readonly random: () => number) {}

  /** Types for so long, at the end of the field, wherever the window is by then; stops when the window is gone. */
  async type(page: Page, field: string, forMs: number): Promise<void> {
    const until = performance.now() + forMs;
    try {
      await page.locator(field).focus();
      await page.keyboard.press('Control+End');
    } catch (error: unknown) {
      // On a busy machine it may be killed before the first key.
      if (error instanceof Error && /crashed|closed/.test(error.message)) return;
      throw error;
    }
    while (performance.now() < until) {
      const word = `${WORDS[Math.floor(this.random() * WORDS.length)] ?? ''} `;
      for (const character of word) {
        const typed = await page.keyboard.insertText(character).then(
          () => true,
          () => false,
        );
        if (!typed) return;
        this.text += character;
        this.times.push(performance.now());
        await new Promise((resolve) => setTimeout(resolve, KEY_MS));
      }
    }
  }

  /** What is left of it: how many characters are gone, and for how long before `at` they had been typed. */
  lossOf(
    found: string,
    at: number,
  ): { readonly characters: number; readonly seconds: number; readonly isWhole: boolean } {
    const isWhole = this.text.startsWith(found);
    const firstLost = this.times[found.length];
    const seconds = firstLost === undefined ? 0 : Math.max(0, (at - firstLost) / 1_000);
    return { characters: this.text.length - found.length, seconds, isWhole };
  }

  /** Goes on from what was found: what is lost is lost. */
  goOnFrom(found: string): void {
    this.text = found;
    this.times.length = found.length;
  }
}
