import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ChronologyRecord, PLANTED, TELLING } from '../support/chronology-record.ts';
import { headOfPdf, textOfDocx, textOfPdf } from '../support/document-text.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

jest.setTimeout(30_000);

describe('a chronology that is handed out', () => {
  let service: TestService;
  let record: ChronologyRecord;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    record = await new ChronologyRecord(service).fill();
    await record.analyse(0, `A pattern. ${PLANTED}`);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it.each(['html', 'pdf', 'docx'] as const)(
    'is exported as %s with the same entries as on the screen',
    async (format) => {
      const { entries } = (await record.read()).body;
      const { response, bytes } = await record.export({ format });
      const told = textOf(format, bytes);

      expect(response.status).toBe(200);
      for (const { dateInWords, categoryTitle, title } of entries) {
        expect(told).toContain(plain(`${dateInWords}: ${categoryTitle}. ${title}`));
      }
      const headings = entries.map(({ dateInWords, categoryTitle, title }) =>
        plain(`${dateInWords}: ${categoryTitle}. ${title}`),
      );
      expect(placesOf(told, headings)).toEqual(placesOf(told, headings).toSorted((one, other) => one - other));
      expect(told).toContain(plain('Wren Whitethroat'));
      expect(told).toContain(plain('Zoë O’Néill'));
      expect(told).not.toContain(plain('Redacted copy'));
    },
  );

  it.each(['html', 'pdf', 'docx'] as const)('as redacted %s tells of nobody but the child', async (format) => {
    const redact = { agencies: true, words: ['tired'] };
    const { response, bytes } = await record.export({ format, redact, language: 'cy' });
    const told = textOf(format, bytes);

    expect(response.status).toBe(200);
    expect(TELLING.exec(told)).toBeNull();
    expect(told).not.toMatch(/Ffion|Tess|Vale|Larkbridge|tired/);
    // What bears the name of an agency's sort is no name: the system of the police is called like the police.
    for (const word of ['Copi wedi’i olygu', 'Robin Penllyn', 'Cam-drin domestig', 'Police called.'])
      expect(told).toContain(plain(word));
  });

  it('is a tagged PDF in its language, with its title and numbered pages', async () => {
    const { response, bytes } = await record.export({ format: 'pdf', language: 'cy' });
    const head = headOfPdf(bytes);

    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="chronology-FD-/);
    for (const part of ['/Lang (cy)', '/Marked true', '/S /H1', '/S /H3', '/S /Document', '/DisplayDocTitle true']) {
      expect(head).toContain(part);
    }
    expect(textOf('pdf', bytes)).toMatch(/Tudalen\s*1\s*o\s*\d/);
  });

  it('refuses a redacted copy in which somebody could still be recognised', async () => {
    const { response, bytes } = await record.export({ format: 'html', redact: { words: ['lice'] } });
    // Only whole words are taken out; the check looks for runs of letters, so a part of a longer one is noticed.
    const part = await record.export({ format: 'html', redact: { words: ['lateandtire'] } });

    expect(response.status).toBe(200);
    expect(bytes.toString()).toContain('Police');
    expect(part.response.status).toBe(409);
    expect(JSON.parse(part.bytes.toString())).toMatchObject({ code: 'redaction_incomplete' });
  });

  it('records every look and export with its purpose, for each child of whom it tells', async () => {
    await record.read('&siblings=false');
    await record.export({ format: 'html', redact: {} });
    const events = await service.database.query<{ case_id: string; details: Record<string, unknown> }>(
      'admin',
      `SELECT case_id, details FROM audit_event WHERE action = 'chronology.exported' ORDER BY sequence DESC LIMIT 4`,
    );

    expect(events.map((event) => event.case_id).sort()).toEqual(
      [record.first, record.later, record.sisters].flatMap(({ caseIds }) => caseIds).sort(),
    );
    const own = events.find((event) => event.case_id === record.robin)?.details;
    expect(own).toMatchObject({ purpose: 'review', format: 'html', redacted: true });
    expect(events.filter(({ details }) => details['through'] === record.robin)).toHaveLength(3);
  });

  it('is handed out by social workers and managers alone', async () => {
    expect((await record.export({ format: 'html' }, 'screener')).response.status).toBe(403);
    expect((await record.export({ format: 'html' }, 'manager')).response.status).toBe(200);
  });
});

/** Without spaces: a line may break anywhere. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function textOf(format: 'html' | 'pdf' | 'docx', bytes: Buffer): string {
  const html = (): string =>
    bytes
      .toString('utf8')
      .replaceAll(/<style>.*?<\/style>|<[^>]+>/g, '')
      .replaceAll('&#39;', "'");
  return plain(format === 'html' ? html() : format === 'pdf' ? textOfPdf(bytes) : textOfDocx(bytes));
}

/** Where each stands, each looked for after the one before. */
function placesOf(text: string, parts: readonly string[]): number[] {
  let from = 0;
  return parts.map((part) => {
    const at = text.indexOf(part, from);
    from = at + 1;
    return at;
  });
}
