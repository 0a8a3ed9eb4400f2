/** What may stand in a cell. */
export type CellKind = 'line' | 'prose' | 'day' | 'answer' | 'sex' | 'grade' | 'agreement' | 'dash_score' | 'age';

interface Column {
  readonly id: string;
  readonly kind: CellKind;
  /** Characters. */
  readonly most: number;
  readonly needed?: true;
  /** What stands above it, in English and in Welsh: either is read. */
  readonly en: string;
  readonly cy: string;
}

/** Columns of a table of police notices, in the order of the template. Source: domain pack 3.1, 3.5. */
export const BULK_COLUMNS = [
  { id: 'noticeReference', kind: 'line', most: 60, needed: true, en: 'Notice reference', cy: 'Cyfeirnod yr hysbysiad' },
  { id: 'asksForHelp', kind: 'answer', most: 40, en: 'Asks for help', cy: 'Yn gofyn am help' },
  { id: 'immediateDanger', kind: 'answer', most: 40, en: 'In danger now', cy: 'Mewn perygl nawr' },
  { id: 'givenName', kind: 'line', most: 200, en: 'Child given name', cy: 'Enw cyntaf y plentyn' },
  { id: 'familyName', kind: 'line', most: 200, en: 'Child family name', cy: 'Cyfenw’r plentyn' },
  { id: 'whyUnknown', kind: 'line', most: 500, en: 'Why name is not known', cy: 'Pam nad yw’r enw’n hysbys' },
  { id: 'dateOfBirth', kind: 'day', most: 40, en: 'Date of birth', cy: 'Dyddiad geni' },
  { id: 'estimatedAge', kind: 'age', most: 40, en: 'Estimated age', cy: 'Oedran amcangyfrifedig' },
  { id: 'sex', kind: 'sex', most: 40, en: 'Sex', cy: 'Rhyw' },
  { id: 'address', kind: 'line', most: 200, en: 'Address', cy: 'Cyfeiriad' },
  { id: 'postcode', kind: 'line', most: 20, en: 'Postcode', cy: 'Cod post' },
  { id: 'school', kind: 'line', most: 200, en: 'School', cy: 'Ysgol' },
  { id: 'happenedOn', kind: 'line', most: 500, en: 'When it happened', cy: 'Pryd y digwyddodd' },
  { id: 'summary', kind: 'prose', most: 10_000, needed: true, en: 'What happened', cy: 'Beth ddigwyddodd' },
  { id: 'childSeen', kind: 'answer', most: 40, en: 'Officer saw the child', cy: 'Gwelodd y swyddog y plentyn' },
  { id: 'childSaid', kind: 'prose', most: 10_000, en: 'What the child said', cy: 'Beth ddywedodd y plentyn' },
  { id: 'injury', kind: 'answer', most: 40, en: 'Child injured', cy: 'Plentyn wedi’i anafu' },
  { id: 'domesticAbuse', kind: 'answer', most: 40, en: 'Domestic abuse', cy: 'Cam-drin domestig' },
  { id: 'riskGrade', kind: 'grade', most: 40, en: 'Risk grade', cy: 'Gradd risg' },
  { id: 'dashScore', kind: 'dash_score', most: 40, en: 'DASH score', cy: 'Sgôr DASH' },
  { id: 'childPresent', kind: 'answer', most: 40, en: 'Child was there', cy: 'Roedd y plentyn yno' },
  { id: 'strangulation', kind: 'answer', most: 40, en: 'Strangulation', cy: 'Tagu' },
  { id: 'weapon', kind: 'answer', most: 40, en: 'Weapon', cy: 'Arf' },
  { id: 'threatToKill', kind: 'answer', most: 40, en: 'Threat to kill', cy: 'Bygythiad i ladd' },
  { id: 'pregnancy', kind: 'answer', most: 40, en: 'Victim is pregnant', cy: 'Dioddefwr yn feichiog' },
  { id: 'adultName', kind: 'line', most: 200, en: 'Adult name', cy: 'Enw’r oedolyn' },
  {
    id: 'adultRelationship',
    kind: 'line',
    most: 200,
    en: 'Adult is the child’s',
    cy: 'Perthynas yr oedolyn â’r plentyn',
  },
  { id: 'agreement', kind: 'agreement', most: 40, en: 'Family agrees', cy: 'Y teulu’n cytuno' },
  { id: 'officerName', kind: 'line', most: 200, en: 'Officer name', cy: 'Enw’r swyddog' },
  { id: 'officerPhone', kind: 'line', most: 60, en: 'Officer telephone', cy: 'Ffôn y swyddog' },
  { id: 'officerEmail', kind: 'line', most: 254, en: 'Officer email', cy: 'E-bost y swyddog' },
] as const satisfies readonly Column[];

export type BulkColumnId = (typeof BULK_COLUMNS)[number]['id'];
export type BulkColumn = Column & { readonly id: BulkColumnId };

/** Text of each cell of a row; empty where nothing was written. */
export type BulkCells = Readonly<Record<BulkColumnId, string>>;

/** Columns of our own downloads, which people send back with the rows they mended: not read. */
const REMARK_HEADINGS = ['Row', 'What to put right', 'Rhes', 'Beth i’w gywiro'] as const;

const BY_HEADING: ReadonlyMap<string, BulkColumnId> = new Map(
  BULK_COLUMNS.flatMap(({ id, en, cy }) => [en, cy].map((heading) => [plain(heading), id] as const)),
);
const REMARKS: ReadonlySet<string> = new Set(REMARK_HEADINGS.map(plain));

/** The column that a heading names; `remark` for one that is passed over, `null` for one that nobody knows. */
export function columnOf(heading: string): BulkColumnId | 'remark' | null {
  const name = plain(heading);
  return REMARKS.has(name) ? 'remark' : (BY_HEADING.get(name) ?? null);
}

function plain(heading: string): string {
  return heading.normalize('NFC').toLowerCase().replaceAll(/['’]/g, '').replaceAll(/\s+/g, ' ').trim();
}
