import { inflateRawSync, inflateSync } from 'node:zlib';

/** The bytes of the object with this number. */
type Objects = ReadonlyMap<number, Buffer>;

/** What a PDF says, page by page, as a reader shows it: glyphs are taken back to letters by the maps of its fonts. */
export function textOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const pages: string[] = [];
  for (const bytes of objects.values()) {
    const content = streamOf(bytes)?.toString('latin1') ?? '';
    if (/\bBT\b/.test(content)) pages.push(shownBy(content, fonts));
  }
  return pages.join('\n');
}

/** What stands uncompressed in a PDF: its catalogue, its structure, its particulars. */
export function headOfPdf(pdf: Buffer): string {
  return [...objectsOf(pdf).values()].map((bytes) => bytes.toString('latin1').replace(/stream[^]*/, '')).join('\n');
}

/** What a Word document says: its body, header and footer, tags taken out. */
export function textOfDocx(docx: Buffer): string {
  return [...filesOf(docx)]
    .filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    .map(([, bytes]) =>
      bytes
        .toString('utf8')
        .replaceAll('</w:p>', '\n')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)];
  return new Map(found.map(([, number, body]) => [Number(number), Buffer.from(body ?? '', 'latin1')]));
}

function streamOf(object: Buffer): Buffer | null {
  const text = object.toString('latin1');
  const from = text.indexOf('stream\n');
  if (from === -1) return null;
  const bytes = object.subarray(from + 'stream\n'.length, text.lastIndexOf('\nendstream'));
  return /\/FlateDecode/.test(text.slice(0, from)) ? inflateSync(bytes) : bytes;
}

/** By the name that pages know a font under, what each glyph stands for. */
function fontsOf(objects: Objects): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const names = [...objects.values()].flatMap((bytes) => [...bytes.toString('latin1').matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    names.map(([, name = '', number]) => {
      const font = objects.get(Number(number))?.toString('latin1') ?? '';
      const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]));
      return [name, lettersOf(map === undefined ? '' : (streamOf(map)?.toString('latin1') ?? ''))];
    }),
  );
}

function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, from = '0', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const texts = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => hex.replaceAll(' ', ''));
    for (const [at, hex] of texts.entries()) letters.set(parseInt(from, 16) + at, utf16(hex));
  }
  return letters;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function shownBy(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font);
    const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) => hex).join('');
    for (const glyph of glyphs.match(/.{4}/g) ?? []) text += letters?.get(parseInt(glyph, 16)) ?? '\ufffd';
    if (shown !== undefined) text += '\n';
  }
  return text;
}

/** Files of a ZIP archive by its directory. */
function filesOf(zip: Buffer): [string, Buffer][] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files: [string, Buffer][] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    files.push([name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes]);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
