/* Keeps what could not be sent yet in this browser, sealed: only the server hands out the key, to the draft's owner. */

const PREFIX = 'front-door-draft:';
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** Copies of one draft's pages. */
export class DraftCopies {
  /**
   * @param {string} draft
   * @param {string} key 32 bytes, hexadecimal
   */
  constructor(draft, key) {
    this.draft = draft;
    // Browsers lend their ciphers to https alone, and to this computer itself.
    this.key = isSecureContext ? importKey(key) : null;
    forgetOld();
  }

  /**
   * @param {string} page
   * @param {string} body
   */
  async keep(page, body) {
    if (this.key === null) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.key, new TextEncoder().encode(body));
    const stored = { at: Date.now(), iv: textOf(iv), body: textOf(new Uint8Array(sealed)) };
    try {
      localStorage.setItem(this.name(page), JSON.stringify(stored));
    } catch {
      // Full or switched off: the server's copy has to do.
    }
  }

  /** @param {string} page */
  forget(page) {
    localStorage.removeItem(this.name(page));
  }

  forgetAll() {
    for (const page of this.pages()) this.forget(page);
  }

  /** Pages of which there is a copy. */
  pages() {
    const start = this.name('');
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(start))
      .map((name) => name.slice(start.length));
  }

  /**
   * What was kept of a page; null when there is nothing, or nothing that this key opens.
   * @param {string} page
   * @returns {Promise<string | null>}
   */
  async read(page) {
    const stored = localStorage.getItem(this.name(page));
    if (stored === null || this.key === null) return null;
    try {
      /** @type {unknown} */
      const kept = JSON.parse(stored);
      const { iv, body } = /** @type {{ iv: string, body: string }} */ (kept);
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, await this.key, bytesOf(body));
      return new TextDecoder().decode(opened);
    } catch {
      return null;
    }
  }

  /** @param {string} page */
  name(page) {
    return `${PREFIX}${this.draft}:${page}`;
  }
}

function forgetOld() {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    const at = Number(/"at":(\d+)/.exec(localStorage.getItem(name) ?? '')?.[1] ?? 0);
    if (Date.now() - at > OLDEST_MS) localStorage.removeItem(name);
  }
}

/** @param {string} hexadecimal */
function importKey(hexadecimal) {
  const bytes = Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param {string} text */
function bytesOf(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
