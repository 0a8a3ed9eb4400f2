import type { Worded } from '../worded.ts';
import type { RULES_FAULTS_ENGLISH } from './faults-english.ts';

export const RULES_FAULTS_WELSH: Worded<typeof RULES_FAULTS_ENGLISH> = {
  at: (label, fault) => `${label}: ${fault.charAt(0).toLowerCase()}${fault.slice(1)}`,
  blank: 'Llenwch hwn',
  day: 'Rhowch ddiwrnod go iawn, gyda diwrnod, mis a blwyddyn',
  lastDay: 'Rhaid i’r diwrnod olaf beidio â bod cyn y diwrnod cyntaf',
  noneChosen: 'Dewiswch o leiaf un',
  emptyGroup: 'Ychwanegwch o leiaf un amod at y grŵp hwn',
  count: 'Rhowch rif cyfan o 1 i nifer yr amodau yn y grŵp',
  noValue: 'Dewiswch o leiaf un gwerth',
  number: (least, most) => `Rhowch rif cyfan o ${least} i ${most}`,
  noNumbers: 'Rhowch o leiaf un o’r ddau rif',
  range: 'Rhaid i’r rhif cyntaf beidio â bod yn uwch na’r ail',
  value: 'Ni all y ffaith hon fod â gwerth o’r fath',
  harm: 'Mae hyn yn cyfrif fel niwed. Rhaid i reol beidio â dibynnu ar absenoldeb niwed neu lai ohono: rhaid i fwy o niwed beidio â gostwng y canlyniad byth',
  noFact: 'Nid oes ffaith o’r fath yng nghatalog y rheolau hyn',
  redLevel: 'Mae angen y lefel amddiffyn plant ar linell goch',
  redUrgency: 'Mae angen y brys coch ar linell goch',
  addsNothing: 'Dewiswch lefel, brys neu rywbeth y gofynnir i bobl ei wneud',
  noExample: 'Ychwanegwch o leiaf un enghraifft sy’n gwneud y rheol yn berthnasol',
  example: (title, expected, found) =>
    `Enghraifft “${title}”: disgwyliwyd “${expected}”, ond gyda’r amodau hyn y canlyniad yw “${found}”`,
  setExample: (title) => `Byddai enghraifft y set ei hun, “${title}”, yn dod allan yn wahanol`,
  deep: 'Gall grwpiau sefyll hyd at 10 o ddyfnder yn ei gilydd',
  many: 'Mae gan y rheol ormod o amodau. Rhannwch hi',
  twice: 'Mae hyn yma ddwywaith',
  noWords: 'Nid oes geiriau ar gyfer hyn',
  idTwice: 'Mae rheol arall o’r enw hwn',
  area: 'Nid oes gan eich awdurdod ardal o’r fath',
  nation: 'Mae’r rheolau hyn ar gyfer cenedl wahanol i un eich awdurdod',
  oneOf: 'Dewiswch un o’r rhai a gynigir',
};
