import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ChronologyDocument, DocumentEntry } from './chronology-document.ts';
import { exportWords } from './export-words.ts';

const require = createRequire(import.meta.url);
/** DejaVu holds every letter of English, Welsh and Gaelic and most names that people in Britain have. */
const FONTS = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;
type FontName = keyof typeof FONTS;
const files = new Map<FontName, Buffer>();

const MARGIN = 56;
const SIZES = { title: 18, heading: 13, entry: 10.5, text: 10, small: 8.5 } as const;

/** A tagged PDF: headings and paragraphs in reading order, its language and title, running heads as artefacts. */
export async function writePdf(document: ChronologyDocument): Promise<Buffer> {
  // Here and not with this module: it brings tables of all letters, which a start would wait for.
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN + 20, bottom: MARGIN + 20, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: `${document.title} ${document.caseReference}`, Creator: 'Front Door', Producer: 'Front Door' },
  });
  const bytes = gathered(pdf);
  for (const name of ['plain', 'bold'] as const) pdf.registerFont(name, fontFile(name));
  writeBody(new Writer(pdf), document);
  writeMargins(pdf, document);
  pdf.end();
  return bytes;
}

function writeBody(writer: Writer, document: ChronologyDocument): void {
  const { language, title, caseReference, mark, facts, people, analysis, entries } = document;
  writer.say('H1', `${title}: ${caseReference}`, { font: 'bold', size: SIZES.title });
  if (mark !== null) writer.say('P', mark, { font: 'bold', size: SIZES.heading });
  for (const fact of facts) writer.say('P', fact, { size: SIZES.text });
  if (people.length > 0) writer.say('H2', exportWords('people', language), { font: 'bold', size: SIZES.heading });
  for (const person of people) writer.say('P', person, { size: SIZES.text });
  if (analysis !== null) {
    writer.say('H2', exportWords('analysis', language), { font: 'bold', size: SIZES.heading });
    writer.say('P', analysis.by, { size: SIZES.small });
    writer.say('P', analysis.note, { size: SIZES.text });
  }
  writer.say('H2', exportWords('entries', language), { font: 'bold', size: SIZES.heading });
  if (entries.length === 0) writer.say('P', exportWords('none', language), { size: SIZES.text });
  for (const entry of entries) writeEntry(writer, entry);
  writer.end();
}

function writeEntry(writer: Writer, { heading, details, text, correction }: DocumentEntry): void {
  writer.say('H3', heading, { font: 'bold', size: SIZES.entry, keepWithNext: true });
  if (correction !== null) writer.say('P', correction, { font: 'bold', size: SIZES.small });
  for (const line of details) writer.say('P', line, { size: SIZES.small });
  if (text !== null) writer.say('P', text, { size: SIZES.text });
}

interface Style {
  readonly font?: FontName;
  readonly size: number;
  /** Begins on the next page where only the heading would stand on this one. */
  readonly keepWithNext?: boolean;
}

/** Writes paragraphs, each with its place in the structure of the document. */
class Writer {
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly pdf: PDFKit.PDFDocument) {
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  say(tag: string, text: string, { font = 'plain', size, keepWithNext = false }: Style): void {
    const { pdf } = this;
    const above = tag === 'P' ? 0 : size * 0.8;
    if (keepWithNext && pdf.y + size * 6 > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
    this.root.add(
      pdf.struct(tag, {}, () => {
        pdf.font(font).fontSize(size);
        pdf.y += above;
        pdf.text(text, { lineGap: 1.5, paragraphGap: 2 });
      }),
    );
  }

  end(): void {
    this.root.end();
  }
}

/** On every page: whose case, that it is redacted, which page of how many, by whom and when. */
function writeMargins(pdf: PDFKit.PDFDocument, document: ChronologyDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(at);
    const { width, height, margins } = pdf.page;
    // What stands in the margins must not begin a page of its own.
    pdf.page.margins = { top: 0, bottom: 0, left: margins.left, right: margins.right };
    const head = [document.caseReference, document.mark].filter((part) => part !== null).join('   ');
    const page = exportWords('page', document.language, { page: at + 1, pages: count });
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('plain').fontSize(SIZES.small);
    const room = { width: width - 2 * MARGIN, lineBreak: false } as const;
    pdf.text(head, MARGIN, MARGIN - 16, room);
    pdf.text(document.footer, MARGIN, height - MARGIN, room);
    pdf.text(page, MARGIN, height - MARGIN, { ...room, align: 'right' });
    pdf.endMarkedContent();
  }
}

function fontFile(name: FontName): Buffer {
  const file = files.get(name) ?? readFileSync(FONTS[name]);
  files.set(name, file);
  return file;
}

function gathered(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    pdf.on('error', reject);
  });
}
