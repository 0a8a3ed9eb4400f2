import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import {
  aDocx,
  aHeic,
  aJpeg,
  anOdt,
  aPdf,
  aPng,
  aText,
  aZip,
  DOCX,
  part,
  type TestFile,
} from '../../../test/support/attachment-files.ts';
import { recogniseFile } from './recognise-file.ts';

async function verdictOn({ name, type, bytes }: TestFile): Promise<string> {
  try {
    return (await recogniseFile({ name, declaredType: type, bytes })).mediaType;
  } catch (error: unknown) {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const zip = aZip([part('a.txt', 'a')]);

describe('a file at the door', () => {
  it.each([
    ['PDF', aPdf(), 'application/pdf'],
    ['PNG', aPng(), 'image/png'],
    ['JPEG', aJpeg(), 'image/jpeg'],
    ['JPEG under its other names', { ...aJpeg(), name: 'PHOTO.JPEG', type: 'image/jpg' }, 'image/jpeg'],
    ['HEIC', aHeic(), 'image/heic'],
    ['Word', aDocx(), DOCX],
    ['OpenDocument', anOdt(), anOdt().type],
    ['plain text', aText('Ärger, naïve, 🙂\r\n\tindented'), 'text/plain'],
    ['text with angle brackets', aText('See <body map> & 2 < 3; he went on = home <on=x'), 'text/plain'],
    ['text with a declared character set', { ...aText('x'), type: 'text/plain; charset=utf-8' }, 'text/plain'],
    [
      'a PDF that the sender’s system does not name',
      { ...aPdf(), type: 'application/octet-stream' },
      'application/pdf',
    ],
  ])('is taken when it is %s', async (_what, file, mediaType) => {
    expect(await verdictOn(file)).toBe(mediaType);
  });

  it.each<[string, TestFile]>([
    ['is empty', aText('')],
    ['is a program', { name: 'a.txt', type: 'text/plain', bytes: Buffer.from(`MZ${'\0'.repeat(200)}`) }],
    ['is a zip', { name: 'a.zip', type: 'application/zip', bytes: zip }],
    ['is a zip named docx', { ...aDocx(), bytes: zip }],
    ['is a PDF named as text', { ...aPdf(), name: 'a.txt' }],
    ['is a PDF declared as an image', { ...aPdf(), type: 'image/png' }],
    ['is text named as a PDF', { ...aText('x'), name: 'a.pdf' }],
    ['hides its ending', { ...aPdf(), name: 'a.pdf.exe' }],
    ['has no ending', { ...aPdf(), name: 'pdf' }],
    ['is a PDF and a zip', { ...aPdf(), bytes: Buffer.concat([aPdf().bytes, zip]) }],
    ['is a JPEG and a zip', { ...aJpeg(), bytes: Buffer.concat([aJpeg().bytes, zip]) }],
    ['is a JPEG and a PDF', { ...aJpeg(), bytes: Buffer.concat([aJpeg().bytes, aPdf().bytes]) }],
    ['is a PDF and a web page', { ...aPdf(), bytes: Buffer.from(`%PDF-1.7\n<html><script>x</script>`) }],
    ['is a PNG with a script in it', { ...aPng(), bytes: Buffer.concat([aPng().bytes, Buffer.from(SVG)]) }],
    ['is an SVG', { name: 'a.svg', type: 'image/svg+xml', bytes: Buffer.from(SVG) }],
    ['is an SVG named as text', aText(SVG)],
    ['is a web page named as text', aText('<!DOCTYPE html><body onload="x()">')],
    ['is text in another encoding', { ...aText(''), bytes: Buffer.from([0x48, 0xe4, 0x66]) }],
    ['is text with control characters', aText('a\u0007b')],
    ['is RTF named as text', aText('{\\rtf1\\ansi hello}')],
    [
      'is a GIF',
      { name: 'a.gif', type: 'image/gif', bytes: Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;') },
    ],
    ['is a Word file with macros', aDocx([part('word/vbaProject.bin', 'x')])],
    ['is an OpenDocument with macros', anOdt([part('Basic/Standard/Module1.xml', 'x')])],
    ['is a Word file with a program in it', aDocx([part('word/embeddings/run.exe', 'x')])],
    ['is a Word file with an archive in it', aDocx([part('word/embeddings/more.zip', 'x')])],
    ['is a Word file that leaves its folder', aDocx([part('../../etc/passwd', 'x')])],
    ['is a Word file locked with a password', aDocx([part('x.xml', 'x', { flags: 1 })])],
    ['is a Word file that is cut off', { ...aDocx(), bytes: aDocx().bytes.subarray(0, -10) }],
    [
      'is a Word file with more behind it',
      { ...aDocx(), bytes: Buffer.concat([aDocx().bytes, Buffer.from('<script>')]) },
    ],
  ])('is refused when it %s', async (_what, file) => {
    expect(await verdictOn(file)).toMatch(/^attachment_refused: /);
  });

  it.each<[string, TestFile]>([
    ['declares gigabytes', aDocx([part('big.xml', 'x', { declaredBytes: 4_000_000_000 })])],
    ['would unpack to a thousand times its size', aDocx([{ name: 'zeros.xml', bytes: Buffer.alloc(50_000_000) }])],
    ['has thousands of parts', aDocx(Array.from({ length: 1_001 }, (_, at) => part(`p${String(at)}.xml`, '')))],
  ])('is refused as a bomb without being unpacked when it %s', async (_what, file) => {
    expect(await verdictOn(file)).toMatch(/^attachment_refused: The document (would unpack|has more than)/);
  });

  it('says what is wrong without repeating the name', async () => {
    expect(await verdictOn({ ...aPdf(), name: 'Maisie Example.txt' })).not.toContain('Maisie');
  });
});
