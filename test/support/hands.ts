import type { Locator, Page } from 'playwright-core';
import { chooseByKeys, tabTo, tabToField, tabToLink, tickByKeys } from './keyboard.ts';

/** How somebody fills in forms and goes from page to page; the same journey can be made with each. */
export interface Hands {
  readonly page: Page;
  /** Of buttons, links and answers, so far; typing is none. */
  readonly clicks: number;
  /** Pages that came, so far. */
  readonly pages: number;
  type(field: string, text: string): Promise<void>;
  choose(field: string, answer: string): Promise<void>;
  tick(field: string, answer: string): Promise<void>;
  /** A button or link by what it is called, which leads to another page. */
  press(name: string): Promise<void>;
  /** A link by where it leads, to whichever place of that page. */
  follow(href: string): Promise<void>;
}

abstract class Counting {
  clicks = 0;
  pages = 0;

  constructor(readonly page: Page) {
    page.on('load', () => {
      this.pages += 1;
    });
  }

  /** Does it, and waits for the page that comes of it. */
  protected async lead(doing: () => Promise<void>): Promise<void> {
    this.clicks += 1;
    await Promise.all([this.page.waitForEvent('load'), doing()]);
  }
}

/** With a mouse, or a finger. */
export class Mouse extends Counting implements Hands {
  type(field: string, text: string): Promise<void> {
    return this.page.fill(`[name="${field}"]`, text);
  }

  choose(field: string, answer: string): Promise<void> {
    return this.set(this.page.locator(`input[name="${field}"][value="${answer}"]`));
  }

  tick(field: string, answer: string): Promise<void> {
    return this.choose(field, answer);
  }

  press(name: string): Promise<void> {
    return this.lead(() => namedIn(this.page, name).click());
  }

  follow(href: string): Promise<void> {
    return this.lead(() => this.page.locator(linkTo(href)).filter({ visible: true }).first().click());
  }

  private async set(input: Locator): Promise<void> {
    this.clicks += 1;
    await input.check();
  }
}

/** With Tab, the arrows, Space, Enter and letters, and nothing else. */
export class Keyboard extends Counting implements Hands {
  async type(field: string, text: string): Promise<void> {
    await tabToField(this.page, field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async choose(field: string, answer: string): Promise<void> {
    this.clicks += 1;
    await chooseByKeys(this.page, field, answer);
  }

  async tick(field: string, answer: string): Promise<void> {
    this.clicks += 1;
    await tickByKeys(this.page, field, answer);
  }

  async press(name: string): Promise<void> {
    await tabTo(this.page, name);
    await this.lead(() => this.page.keyboard.press('Enter'));
  }

  async follow(href: string): Promise<void> {
    await tabToLink(this.page, href);
    await this.lead(() => this.page.keyboard.press('Enter'));
  }
}

/** Whatever is asked for behind the address, and whichever place of the page it leads to. */
function linkTo(href: string): string {
  return `main a[href="${href}"], main a[href^="${href}?"], main a[href^="${href}#"]`;
}

/** What people can see under that name: a button first, else a link; the last one of the page's own, before the menu's. */
function namedIn(page: Page, name: string): Locator {
  const main = page.locator('main');
  const button = main.getByRole('button', { name, exact: true });
  const link = main.getByRole('link', { name });
  return button.or(link).filter({ visible: true }).first();
}
