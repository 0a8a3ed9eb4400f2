import type { Worded } from '../worded.ts';
import type { SIGN_OFF_ENGLISH } from './english.ts';

export const SIGN_OFF_WELSH: Worded<typeof SIGN_OFF_ENGLISH> = {
  title: 'Penderfyniadau i’w cymeradwyo',
  lead: 'Mae ail berson yn edrych cyn i’r penderfyniadau hyn gyfrif. Yr un i’w wneud gyntaf sy’n sefyll gyntaf. Mae’r cloc yn rhedeg nes i rywun gymeradwyo.',
  rule: 'Nid oes neb yn cymeradwyo ei benderfyniad ei hun. Mae’r rhai a wnaethoch eich hun wedi’u nodi: rhaid i reolwr arall eu cymeradwyo.',
  waiting: (n) => (n === 1 ? '1 penderfyniad yn aros' : `${String(n)} o benderfyniadau yn aros`),
  empty: 'Nid oes penderfyniad yn aros am lofnod.',
  emptyNext: 'Bydd rhai newydd yn ymddangos yma cyn gynted ag y bydd rhywun yn eu cofnodi.',
  child: 'Plentyn',
  due: 'I’w wneud erbyn',
  decided: 'Penderfynwyd',
  by: (name, moment) => `${name}, ${moment}`,
  proposed: (level, urgency) => `Cynigiodd y rheolau: ${level}, ${urgency}`,
  asProposed: 'Fel y cynigiodd y rheolau',
  differs: 'Yn wahanol i’r cynnig',
  noProposal: 'Penderfynwyd cyn i’r rheolau gynnig',
  why: 'Pam ail berson',
  obstacles: 'Yn y ffordd',
  noObstacles: 'Dim: yn barod i’w gymeradwyo',
  siblings: (n) =>
    n === 1 ? '1 brawd neu chwaer heb ei ystyried' : `${String(n)} o frodyr a chwiorydd heb eu hystyried`,
  replies: (n) => (n === 1 ? '1 ateb heb ei ddarllen' : `${String(n)} o atebion heb eu darllen`),
  raised: 'Codwyd gan y rheolau ers penderfynu',
  open: (child) => `Edrych a chymeradwyo: ${child}`,
  own: 'Chi a benderfynodd hyn: rheolwr arall sy’n cymeradwyo',
  next: 'Y penderfyniadau nesaf',
  first: 'Yn ôl i’r rhai cyntaf',
};
