import type { Page } from 'playwright-core';
import type { BusyRecords } from '../busy-records.ts';

/** How somebody comes to a page: its path, known at once or from the records, or by going there. */
type Way = string | ((records: BusyRecords) => string);

/** A page that is looked at. */
export interface LookedAt {
  /** Null: nobody who is signed in. */
  readonly person: string | null;
  readonly path: Way;
  /** The page is behind a link of the page at `path`, the first one whose address is of this page's kind. */
  readonly isLinked?: true;
  /** What they do at `path` to come to the page. */
  readonly arrive?: (page: Page) => Promise<void>;
  /** It has nothing on it before there is any record, and is looked at then as well. */
  readonly isEmptyAtFirst?: true;
  /** Whether its form, sent with nothing in it, comes back with what is wrong. Its address is the page's own unless it is given. */
  readonly refuses?: true | string;
}

/** Not looked at in a browser, and why. */
export interface NotLookedAt {
  readonly because: 'a file' | 'for machines' | 'leads on' | 'not reached by these records';
}

/** By route. Several for a page that is another for other people. */
export type PageStates = Readonly<Record<string, LookedAt | readonly LookedAt[] | NotLookedAt>>;

export const A_FILE: NotLookedAt = { because: 'a file' };
export const FOR_MACHINES: NotLookedAt = { because: 'for machines' };
export const LEADS_ON: NotLookedAt = { because: 'leads on' };

export const NOT_REACHED: NotLookedAt = { because: 'not reached by these records' };

/** Looks as `person` at the path. */
export function seenBy(person: string | null, path: Way, more: Omit<LookedAt, 'person' | 'path'> = {}): LookedAt {
  return { person, path, ...more };
}

/** Presses the button of the first form that is sent to this address. */
export function press(action: string): (page: Page) => Promise<void> {
  return async (page) => {
    const button = page.locator(`main form[action="${action}"] button[type=submit]`).first();
    await Promise.all([page.waitForEvent('load'), button.click()]);
  };
}

/** As `press`, then to a page beside the one that it leads to. */
export function pressThen(action: string, beside: string): (page: Page) => Promise<void> {
  return async (page) => {
    await press(action)(page);
    await page.goto(new URL(beside, page.url()).href);
  };
}
