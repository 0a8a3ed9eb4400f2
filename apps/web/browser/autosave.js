/*
 * Saves what is typed into a form of a draft: some 1.5 seconds after a key was pressed, again and again while somebody
 * types, and when the page goes. What cannot be sent is kept sealed in this browser and sent when the server is back.
 */
import { DraftCopies } from './draft-copy.js';

const SAVE_AFTER_MS = 1500;
const COPY_AFTER_MS = 400;
const GIVE_UP_MS = 8000;
const LONGEST_WAIT_MS = 10_000;
/** Browsers send no more than this while a page goes. */
const MOST_WHILE_LEAVING = 60_000;
const RESTORED = 'front-door-restored';

export function startAutosave() {
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    if (form instanceof HTMLFormElement) void new Autosave(form).start();
  }
}

/** @typedef {{ state: string, version: number, text: string, conflicts: number }} Answer */

class Autosave {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.address = form.dataset['autosave'] ?? '';
    this.page = form.dataset['page'] ?? '';
    /** @type {unknown} */
    const texts = JSON.parse(form.dataset['texts'] ?? '{}');
    this.texts = /** @type {Record<string, string>} */ (texts);
    this.copies = new DraftCopies(form.dataset['draft'] ?? '', form.dataset['browserKey'] ?? '');
    this.count = Number(this.fieldOf('_seq').value);
    this.saved = this.typed();
    this.wait = SAVE_AFTER_MS;
    this.isSaving = false;
    this.isOver = false;
    this.saveTimer = 0;
    this.copyTimer = 0;
  }

  async start() {
    for (const event of ['input', 'change']) {
      this.form.addEventListener(event, () => {
        this.changed();
      });
    }
    this.form.addEventListener('submit', () => {
      this.leave();
    });
    addEventListener('online', () => {
      this.saveSoon(0);
    });
    addEventListener('pagehide', () => {
      this.flush();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
    if (sessionStorage.getItem(RESTORED) === this.page) {
      sessionStorage.removeItem(RESTORED);
      this.say(this.texts['restored']);
    }
    await this.sendCopies();
  }

  changed() {
    if (this.isOver) return;
    this.count += 1;
    this.fieldOf('_seq').value = String(this.count);
    if (this.copyTimer === 0)
      this.copyTimer = window.setTimeout(() => {
        this.copy();
      }, COPY_AFTER_MS);
    this.saveSoon(this.wait);
  }

  /** @param {number} after */
  saveSoon(after) {
    if (this.isOver || this.isSaving || this.saveTimer !== 0) return;
    this.saveTimer = window.setTimeout(() => {
      this.saveTimer = 0;
      void this.save();
    }, after);
  }

  async save() {
    const typed = this.typed();
    if (typed === this.saved) return;
    this.isSaving = true;
    const answer = await this.send(this.body());
    this.isSaving = false;
    if (answer === null) {
      this.say(this.texts['waiting']);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
      this.saveSoon(this.wait);
      return;
    }
    this.wait = SAVE_AFTER_MS;
    this.saved = typed;
    this.took(answer);
    if (this.typed() === typed) this.forget();
    else this.saveSoon(this.wait);
  }

  /** @param {Answer} answer */
  took(answer) {
    if (answer.state === 'saved') {
      this.say(answer.conflicts > 0 ? this.texts['elsewhere'] : answer.text);
      return;
    }
    this.isOver = true;
    if (answer.state === 'ended') this.copies.forgetAll();
    this.say(this.texts[answer.state === 'ended' ? 'ended' : 'refused']);
  }

  /** What an earlier page of this draft could not send, before its window was closed or its computer failed. */
  async sendCopies() {
    for (const page of this.copies.pages()) {
      const kept = await this.copies.read(page);
      if (kept === null) continue;
      const body = new URLSearchParams(kept);
      body.set('_save', this.fieldOf('_save').value);
      const answer = await this.send(body.toString());
      if (answer === null || answer.state === 'refused') continue;
      this.copies.forget(page);
      const isNews = answer.version !== Number(this.fieldOf('_base').value);
      if (page !== this.page || !isNews || this.typed() !== this.saved) continue;
      sessionStorage.setItem(RESTORED, page);
      location.reload();
      return;
    }
  }

  /**
   * @param {string} body
   * @returns {Promise<Answer | null>} null: not taken
   */
  async send(body, isLeaving = false) {
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        keepalive: isLeaving,
        signal: AbortSignal.timeout(GIVE_UP_MS),
      });
      if (!response.ok && response.status !== 403) return null;
      /** @type {unknown} */
      const answer = await response.json();
      return /** @type {Answer} */ (answer);
    } catch {
      return null;
    }
  }

  /** The page goes: what is not saved yet goes with it, as far as browsers let it. */
  flush() {
    if (this.isOver || this.typed() === this.saved) return;
    const body = this.body();
    void this.copies.keep(this.page, body);
    if (body.length < MOST_WHILE_LEAVING) void this.send(body, true);
  }

  /** The form itself is being sent: from here on the server has it, or the copy is sent by the next page. */
  leave() {
    this.count += 1;
    this.fieldOf('_seq').value = String(this.count);
    clearTimeout(this.saveTimer);
    clearTimeout(this.copyTimer);
    if (this.typed() !== this.saved) void this.copies.keep(this.page, this.body());
    this.isOver = true;
    // Back from a page that never came: the form is still here.
    setTimeout(() => {
      this.isOver = false;
      this.saveTimer = 0;
      this.copyTimer = 0;
      this.saveSoon(this.wait);
    }, GIVE_UP_MS);
  }

  copy() {
    this.copyTimer = 0;
    if (this.typed() !== this.saved) void this.copies.keep(this.page, this.body());
  }

  forget() {
    clearTimeout(this.copyTimer);
    this.copyTimer = 0;
    this.copies.forget(this.page);
  }

  /** Everything that is sent, as a body. */
  body() {
    const fields = this.fields();
    fields.set('_page', this.page);
    return fields.toString();
  }

  /** What a person typed, to be compared. */
  typed() {
    const fields = this.fields();
    for (const name of [...fields.keys()]) if (name.startsWith('_')) fields.delete(name);
    return fields.toString();
  }

  fields() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (name !== '_token' && typeof value === 'string') fields.append(name, value);
    }
    return fields;
  }

  /** @param {string | undefined} text */
  say(text) {
    const place = this.form.querySelector('[data-saved]');
    if (place !== null && text !== undefined && place.textContent !== text) place.textContent = text;
  }

  /** @param {string} name */
  fieldOf(name) {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) return field;
    throw new Error(`The form has no field ${name}.`);
  }
}
