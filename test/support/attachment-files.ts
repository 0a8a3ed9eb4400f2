import { crc32, deflateRawSync } from 'node:zlib';

/** A file to send. */
export interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';

export function aPdf(text = 'A chronology.'): TestFile {
  const bytes = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${text}\ntrailer\n<<>>\n%%EOF\n`);
  return { name: 'chronology.pdf', type: 'application/pdf', bytes };
}

export function aText(text: string): TestFile {
  return { name: 'note.txt', type: 'text/plain', bytes: Buffer.from(text) };
}

export function aPng(): TestFile {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return { name: 'body map.png', type: 'image/png', bytes };
}

export function aJpeg(): TestFile {
  const bytes = Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from('ffd9', 'hex'),
  ]);
  return { name: 'photo.jpg', type: 'image/jpeg', bytes };
}

export function aHeic(): TestFile {
  const bytes = Buffer.concat([
    Buffer.from('00000018', 'hex'),
    Buffer.from('ftypheic'),
    Buffer.from('00000000', 'hex'),
    Buffer.from('mif1heic'),
  ]);
  return { name: 'photo.heic', type: 'image/heic', bytes };
}

export function aDocx(extra: readonly ZipPart[] = []): TestFile {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`;
  const parts = [part('[Content_Types].xml', types), part('word/document.xml', '<w:document/>'), ...extra];
  return { name: 'report.docx', type: DOCX, bytes: aZip(parts) };
}

export function anOdt(extra: readonly ZipPart[] = []): TestFile {
  const parts = [{ ...part('mimetype', ODT), isStored: true }, part('content.xml', '<office:document/>'), ...extra];
  return { name: 'report.odt', type: ODT, bytes: aZip(parts) };
}

export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
  readonly isStored?: boolean;
  /** What the directory says, where that is not so. */
  readonly declaredBytes?: number;
  readonly flags?: number;
}

export function part(name: string, text: string, more: Partial<ZipPart> = {}): ZipPart {
  return { name, bytes: Buffer.from(text), ...more };
}

/** A zip with these parts, or with what their directory claims. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const each of parts) {
    const packed = each.isStored === true ? each.bytes : deflateRawSync(each.bytes);
    const common = commonFields(each, packed.length);
    const local = Buffer.concat([number(0x04034b50), common, Buffer.from(each.name), packed]);
    const entry = Buffer.concat([
      number(0x02014b50),
      Buffer.from([20, 0]),
      common,
      Buffer.alloc(10),
      number(offset),
      Buffer.from(each.name),
    ]);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...entries, endOf(parts.length, Buffer.concat(entries).length, offset)]);
}

function commonFields(each: ZipPart, packedBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(each.flags ?? 0, 2);
  fields.writeUInt16LE(each.isStored === true ? 0 : 8, 4);
  fields.writeUInt32LE(crc32(each.bytes), 10);
  fields.writeUInt32LE(packedBytes, 14);
  fields.writeUInt32LE(each.declaredBytes ?? each.bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(each.name), 22);
  return fields;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
