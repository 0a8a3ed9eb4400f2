/* Warns before a session is over for want of use, and takes the page off the screen when it is. */

/** Seconds before the end. */
const WARN_AT = 120;
const LOOK_EVERY = 5_000;

/** Starts on a page of somebody who is signed in. */
export function watchTimeOut() {
  const template = document.querySelector('template[data-time-out]');
  if (template instanceof HTMLTemplateElement) new TimeOut(template);
}

class TimeOut {
  /** @type {HTMLElement | null} */
  bar = null;
  isDirty = false;

  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    this.template = template;
    this.overAt = Date.now() + Number(template.dataset['seconds']) * 1_000;
    document.addEventListener('input', () => {
      this.isDirty = true;
    });
    // By the clock on the wall: a computer that slept has missed its timers.
    setInterval(() => void this.look(), LOOK_EVERY);
    document.addEventListener('visibilitychange', () => void this.look());
  }

  async look() {
    if (this.overAt - Date.now() > WARN_AT * 1_000) return;
    // Another tab, or what is saved as it is typed, may have kept the session.
    await this.ask('/session-left');
    const left = this.overAt - Date.now();
    if (left <= 0) this.end();
    else if (left <= WARN_AT * 1_000) this.show('soon');
    else this.hide();
  }

  /** @param {string} path */
  async ask(path) {
    try {
      const answer = await fetch(path, { redirect: 'manual', headers: { accept: 'application/json' } });
      if (answer.ok) {
        const { secondsLeft } = await /** @type {Promise<{ secondsLeft: number }>} */ (answer.json());
        this.overAt = Date.now() + secondsLeft * 1_000;
      }
      // Sent on to the sign-in: over.
      if (answer.type === 'opaqueredirect') this.overAt = 0;
    } catch {
      // No network: by what is known.
    }
  }

  /** What was typed and not sent stays, out of sight; a page without goes. */
  end() {
    if (!this.isDirty) {
      location.replace(`/time-out?to=${encodeURIComponent(location.pathname + location.search)}`);
      return;
    }
    document.body.classList.add('fd-covered');
    this.show('over');
  }

  /** @param {'soon' | 'over'} what */
  show(what) {
    this.bar ??= this.makeBar();
    for (const name of ['soon', 'over'])
      this.bar.querySelector(`[data-${name}]`)?.toggleAttribute('hidden', name !== what);
  }

  makeBar() {
    const bar = /** @type {HTMLElement} */ (this.template.content.firstElementChild?.cloneNode(true));
    bar.querySelector('[data-stay]')?.addEventListener('click', () => {
      void this.ask('/stay-signed-in')
        .then(() => this.look())
        .then(() => {
          this.hideIfSafe();
        });
    });
    document.querySelector('.govuk-skip-link')?.after(bar);
    return bar;
  }

  hideIfSafe() {
    if (this.overAt - Date.now() > WARN_AT * 1_000) this.hide();
  }

  hide() {
    this.bar?.remove();
    this.bar = null;
    document.body.classList.remove('fd-covered');
  }
}
