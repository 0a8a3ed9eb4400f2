import type { Words } from './words.ts';

/**
 * The same texts in Welsh. Unverified: to be checked by a qualified translator before use.
 *
 * Names of levels and urgencies, titles and labels stand in quotation marks after a noun ("y lefel …", "y rheol …"):
 * Welsh changes the first letter of a word after many others, and a name must stay as people know it. A rule that
 * holds is "perthnasol" (it applies).
 */
export const WELSH: Words = {
  'level.universal': 'cyffredinol',
  'level.early_help': 'help cynnar',
  'level.targeted_early_help': "help cynnar wedi'i dargedu",
  'level.statutory_need': 'angen statudol',
  'level.statutory_protection': 'amddiffyn statudol',

  'pathway.universal': 'cyffredinol',
  'pathway.early_help': 'help cynnar',
  'pathway.statutory': 'statudol',

  'urgency.blue': 'glas',
  'urgency.green': 'gwyrdd',
  'urgency.amber': 'oren',
  'urgency.red': 'coch',

  'unknown.not_reported': "nid yw'n hysbys: ni chafodd ei nodi",
  'unknown.not_asked': "nid yw'n hysbys: ni ofynnwyd",
  'unknown.not_known': "nid yw'n hysbys i'r rhai a holwyd",
  'unknown.not_usable': "nid yw'n hysbys: nid oedd modd defnyddio'r hyn a anfonwyd",

  'value.yes': 'ie',
  'value.no': 'na',
  'value.nothingReported': '{value} (ni nodwyd dim)',

  'list.and': '{most} a {last}',
  'list.andBeforeVowel': '{most} ac {last}',
  // Not a bare "a": what follows may begin with "pe", which it would turn into "phe".
  'list.changes': '{most} a hefyd {last}',

  'because.one': 'oherwydd y rheol {rules}',
  'because.several': 'oherwydd y rheolau {rules}',
  'because.none': "gan nad oes unrhyw reol berthnasol a fyddai'n codi'r lefel na'r brys",

  'summary.proposal': 'Mae\'r rheolau\'n cynnig y lefel "{level}" a\'r brys "{urgency}", {because}.',
  'summary.toldProposal':
    'Ar sail yr hyn a ddywedoch wrthym, mae\'r rheolau\'n cynnig o leiaf y lefel "{level}" a\'r brys "{urgency}", {because}.',
  'summary.toldNothing':
    'Nid yw\'r hyn a ddywedoch wrthym ynddo\'i hun yn arwain y rheolau i gynnig mwy na\'r lefel "{level}" a\'r brys "{urgency}".',
  'summary.redLine':
    'Mae llinell goch yn berthnasol: ni all y rheolau gynnig llai na\'r lefel "amddiffyn statudol" a\'r brys "coch".',
  'summary.possibleOne':
    'Mae\'n bosibl o hyd y bydd hyn yn codi i\'r lefel "{level}" a\'r brys "{urgency}", os bydd atebion nad ydynt yn hysbys eto yn dangos bod y rheol {rules} yn berthnasol.',
  'summary.possibleSeveral':
    'Mae\'n bosibl o hyd y bydd hyn yn codi i\'r lefel "{level}" a\'r brys "{urgency}", os bydd atebion nad ydynt yn hysbys eto yn dangos bod un neu ragor o\'r rheolau {rules} yn berthnasol.',
  'summary.aPersonDecides': "Person sy'n penderfynu ar lefel yr angen a'r brys.",
  'summary.partlyInEnglish':
    "Mae rhai o'r geiriau hyn yn ymddangos yn Saesneg gan nad oes geiriau Cymraeg wedi'u rhoi ar eu cyfer.",

  'question.aboutLabel': "Beth sy'n hysbys am hyn: {label}?",

  'change.without': 'heb {label}',
  'change.with': 'pe bai {label} yn wir',
  'change.answered': 'pe bai\'r ateb i {label} yn "{to}"',
  'change.value': 'pe bai\'r ateb i {label} yn newid o "{from}" i "{to}"',
  'counterfactual.becomes': '{changes}, byddai\'r rheolau\'n cynnig y lefel "{level}" a\'r brys "{urgency}".',
  'counterfactual.stillOpen': 'Byddai\'n bosibl o hyd i hyn godi i\'r lefel "{level}" a\'r brys "{urgency}".',
};
