import type { BrowserContext, Page } from 'playwright-core';
import type { TortureRig } from './torture-rig.ts';
import { Typist } from './typist.ts';

/** `device`: the window dies, and somebody goes on at another computer. */
export const KILLED = ['tab', 'session', 'network', 'server', 'device'] as const;
export type Killed = (typeof KILLED)[number];

/** What one kill cost. */
export interface Loss {
  readonly killed: Killed;
  readonly characters: number;
  /** For how long before the kill the first lost character had been typed. */
  readonly seconds: number;
  /** Whether what was found is what was typed, from its beginning. */
  readonly isWhole: boolean;
}

export interface Round {
  readonly losses: readonly Loss[];
  readonly typed: number;
  readonly draft: string;
  /** How often the referral was sent until its receipt came. */
  readonly sends: number;
}

const SUMMARY = '[name=summary]';
const GO_ON = 'button.govuk-button:has-text("Save and continue")';

/** One referral from its first page to its receipt, killed while somebody types and while it is sent. */
export class TortureRound {
  private readonly losses: Loss[] = [];
  private readonly typist: Typist;

  constructor(
    private readonly rig: TortureRig,
    private readonly random: () => number,
    /** How long somebody types at most before a kill. */
    private readonly longestMs: number,
  ) {
    this.typist = new Typist(random);
  }

  async run(kills: readonly Killed[], atSending: Killed): Promise<Round> {
    let context = await this.rig.newBrowser();
    const draft = await this.begin(context);
    let page = await this.open(context, `${draft}/worries`);
    for (const killed of kills) {
      page = await this.typeAndKill(page, draft, killed);
      context = page.context();
    }
    await this.typist.type(page, SUMMARY, 800);
    await page.click(GO_ON);
    await page.waitForURL('**/source');
    const sends = await this.send(page, draft, atSending);
    await context.close();
    return { losses: this.losses, typed: this.typist.text.length, draft: draft.split('/').at(-1) ?? '', sends };
  }

  /** As far as the page that is typed into; resolves to the draft's address. */
  private async begin(context: BrowserContext): Promise<string> {
    const page = await this.open(context, '/referrals/new');
    await page.click('main form button');
    await page.check('[name=danger][value=no]');
    await page.click(GO_ON);
    await page.fill('[name=sender-phone]', '01632 960010');
    await page.click(GO_ON);
    await page.fill('[name=child-1-givenName]', 'Robin');
    await page.click(GO_ON);
    await page.waitForURL('**/child-1-home');
    const draft = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
    await page.close();
    return draft;
  }

  /** Types, kills, comes back; resolves to the window in which the text goes on. */
  private async typeAndKill(page: Page, draft: string, killed: Killed): Promise<Page> {
    const typing = this.typist.type(page, SUMMARY, 60_000);
    await this.pause(500, this.longestMs);
    // Whoever types does not notice: they go on until the window goes.
    const isAlive = await this.kill(page.context(), killed);
    if (isAlive) await this.pause(200, this.longestMs / 2);
    const at = performance.now();
    await crash(page);
    await typing;
    const context = await this.restore(page.context(), killed);
    const again = await this.open(context, `${draft}/worries`);
    const found = await settled(again);
    this.losses.push({ killed, ...this.typist.lossOf(found, at) });
    this.typist.goOnFrom(found);
    return again;
  }

  /** Whether the window is still there to type into. */
  private async kill(context: BrowserContext, killed: Killed): Promise<boolean> {
    switch (killed) {
      case 'tab':
      case 'device':
        return false;
      case 'session':
        await this.rig.database.query('admin', 'DELETE FROM session');
        return true;
      case 'network':
        await context.setOffline(true);
        return true;
      case 'server':
        this.rig.server.signal('SIGKILL');
        return true;
    }
  }

  /** Resolves to the browser to go on with. */
  private async restore(context: BrowserContext, killed: Killed): Promise<BrowserContext> {
    if (killed === 'network') await context.setOffline(false);
    if (killed === 'server') await this.rig.ready();
    if (killed === 'session') await this.rig.signIn(context);
    if (killed !== 'device') return context;
    await context.close();
    return this.rig.newBrowser();
  }

  /** Presses the button and kills at a random moment after; then again, until the receipt comes. */
  private async send(first: Page, draft: string, killed: Killed): Promise<number> {
    let page = first;
    for (let sends = 1; sends < 10; sends += 1) {
      await page.goto(`${draft}/check`);
      if (page.url().endsWith('/receipt')) return sends - 1;
      const pressed = page.locator('main form button').last().click({ noWaitAfter: true, timeout: 3_000 });
      if (sends > 1) {
        await pressed;
        await page.waitForURL('**/receipt');
        return sends;
      }
      await this.pause(0, 150);
      await this.kill(page.context(), killed);
      await pressed.catch(() => undefined);
      await this.pause(100, 400);
      await crash(page);
      page = await (await this.restore(page.context(), killed)).newPage();
    }
    throw new Error('The referral could not be sent.');
  }

  private async open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  private pause(least: number, most: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, least + this.random() * (most - least)));
  }
}

/** The window's process dies at once: no page is told that it goes. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash', { timeout: 5_000 }).catch(() => undefined);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close().catch(() => undefined);
}

/** What the field holds when the page has put back what it may have had to. */
async function settled(page: Page): Promise<string> {
  let before: string | null = null;
  for (let looks = 0; looks < 40; looks += 1) {
    await page.waitForTimeout(500);
    const now = await page.inputValue(SUMMARY).catch(() => null);
    if (now !== null && now === before) return now;
    before = now;
  }
  throw new Error('The page does not come to rest.');
}
