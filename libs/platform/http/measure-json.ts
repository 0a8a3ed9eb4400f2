export interface JsonSize {
  readonly depth: number;
  readonly values: number;
  readonly longestList: number;
  /** In UTF-16 units, escapes counted as they are written. */
  readonly longestText: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/** How large what this text describes would be, without building any of it. Text that is no JSON gives some numbers. */
export function measureJson(text: string): JsonSize {
  const meter = new Meter();
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      const end = endOfText(text, at + 1);
      meter.text(end - at - 1);
      at = end;
    } else meter.mark(character);
  }
  return meter;
}

/** Where the text that begins at `from` ends: its closing quote, or the end of everything. */
function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) return at;
    if (character === BACKSLASH) at += 1;
  }
  return text.length;
}

/** Every list or object is a value, and every comma means one more; one alone is the outermost. */
class Meter implements JsonSize {
  depth = 0;
  values = 1;
  longestList = 0;
  longestText = 0;
  /** Commas so far in each list or object that is open, outermost first. */
  private readonly open: number[] = [];

  text(length: number): void {
    this.longestText = Math.max(this.longestText, length);
  }

  mark(character: number): void {
    if (character === COMMA) this.comma();
    else if (character === OPEN_LIST || character === OPEN_OBJECT) this.begin();
    else if (character === CLOSE_LIST || character === CLOSE_OBJECT) this.open.pop();
  }

  private begin(): void {
    this.values += 1;
    this.open.push(1);
    this.depth = Math.max(this.depth, this.open.length);
  }

  private comma(): void {
    this.values += 1;
    const place = this.open.length - 1;
    const count = (this.open[place] ?? 0) + 1;
    if (place >= 0) this.open[place] = count;
    this.longestList = Math.max(this.longestList, count);
  }
}
