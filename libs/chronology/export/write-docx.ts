import { Document, Footer, Header, HeadingLevel, type IRunOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { ChronologyDocument, DocumentEntry } from './chronology-document.ts';
import { EXPORT_WORDS, exportWords } from './export-words.ts';

/** In half points. */
const SIZES = { text: 21, small: 18 } as const;
const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const;

/** A Word document with true headings, its language and title. */
export async function writeDocx(document: ChronologyDocument): Promise<Buffer> {
  const { title, caseReference, language } = document;
  const made = new Document({
    title: `${title} ${caseReference}`,
    creator: 'Front Door',
    lastModifiedBy: 'Front Door',
    styles: {
      default: { document: { run: { font: 'Arial', size: SIZES.text, language: { value: LOCALES[language] } } } },
    },
    sections: [
      {
        headers: { default: new Header({ children: [plain(headOf(document), SIZES.small)] }) },
        footers: { default: new Footer({ children: [footer(document)] }) },
        children: bodyOf(document),
      },
    ],
  });
  return Packer.toBuffer(made);
}

function bodyOf(document: ChronologyDocument): Paragraph[] {
  const { language, title, caseReference, mark, facts, people, analysis, entries } = document;
  return [
    heading(`${title}: ${caseReference}`, HeadingLevel.HEADING_1),
    ...(mark === null ? [] : [strong(mark)]),
    ...facts.map((fact) => plain(fact)),
    ...(people.length === 0 ? [] : [heading(exportWords('people', language), HeadingLevel.HEADING_2)]),
    ...people.map((person) => plain(person)),
    ...(analysis === null ? [] : [heading(exportWords('analysis', language), HeadingLevel.HEADING_2)]),
    ...(analysis === null ? [] : [plain(analysis.by, SIZES.small), ...paragraphs(analysis.note)]),
    heading(exportWords('entries', language), HeadingLevel.HEADING_2),
    ...(entries.length === 0 ? [plain(exportWords('none', language))] : entries.flatMap(entryOf)),
  ];
}

function entryOf({ heading: title, details, text, correction }: DocumentEntry): Paragraph[] {
  return [
    heading(title, HeadingLevel.HEADING_3),
    ...(correction === null ? [] : [strong(correction)]),
    ...details.map((line) => plain(line, SIZES.small)),
    ...(text === null ? [] : paragraphs(text)),
  ];
}

function headOf({ caseReference, mark }: ChronologyDocument): string {
  return [caseReference, mark].filter((part) => part !== null).join('   ');
}

/** "Page 2 of 5", counted by the program that shows it. */
function footer({ language, footer: said }: ChronologyDocument): Paragraph {
  const [before = '', between = ''] = EXPORT_WORDS.page[language].split(/\{\w+\}/);
  const children = [`${said}   ${before}`, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES];
  return new Paragraph({ children: [new TextRun({ children, size: SIZES.small })] });
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ text, heading: level, keepNext: true, spacing: { before: 200, after: 60 } });
}

function paragraphs(text: string): Paragraph[] {
  return text.split(/\r?\n/).map((line) => plain(line));
}

function plain(text: string, size: number = SIZES.text): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size })], spacing: { after: 40 } });
}

function strong(text: string): Paragraph {
  const run: IRunOptions = { text, bold: true };
  return new Paragraph({ children: [new TextRun(run)], spacing: { after: 40 } });
}
