import type { Worded } from '../worded.ts';
import type { SUBJECT_ACCESS_ENGLISH } from './english.ts';

export const SUBJECT_ACCESS_WELSH: Worded<typeof SUBJECT_ACCESS_ENGLISH> = {
  title: 'Mynediad gan y testun',
  lead: 'Yr hyn y mae’r drws ffrynt yn ei gadw am y plentyn hwn, heb yr hyn a fyddai’n dweud pwy yw pobl eraill. Yn gyntaf byddwch yn darllen rhagolwg; yna byddwch yn rhoi’r union beth hwnnw i rywun.',
  forWhom: 'Pwy ofynnodd?',
  forWhomMissing: 'Dewiswch pwy ofynnodd',
  askers: { child: 'Y plentyn', parent: 'Rhiant', other: 'Rhywun arall sydd â hawl iddo' },
  language: 'Ym mha iaith?',
  languageMissing: 'Dewiswch yr iaith',
  languages: { en: 'Saesneg', cy: 'Cymraeg' },
  requestedOn: 'Pryd y gofynasant? (heddiw, os gadewch yn wag)',
  stoppedOn: 'Safodd y cloc ers, yn aros am ateb (dewisol)',
  restartedOn: 'Aeth ymlaen ers (dewisol)',
  hideReferrer: 'Peidio â dweud pwy ddywedodd wrthym',
  hideReferrerHint: 'Lle gallai niwed ddod o’r teulu’n dysgu pwy oedd.',
  redact: 'Mwy o eiriau i’w tynnu allan (dewisol)',
  redactHint: 'Un ar bob llinell. Mae’r gwasanaeth yn tynnu allan bob enw y mae’r cofnod yn ei wybod.',
  withhold: (section) => `Dal yn ôl: ${section}`,
  tell: 'Na: dweud y rhan hon',
  sections: {
    child: 'Am y plentyn',
    report: 'Yr hyn a ddywedwyd wrthym',
    proposal: 'Yr hyn a gynigiodd y rheolau',
    decisions: 'Yr hyn a benderfynwyd',
    timeline: 'Beth ddigwyddodd a phryd',
    readers: 'Pwy edrychodd ar y cofnod',
    recipients: 'Pwy gafodd wybod',
    attachments: 'Ffeiliau',
    law: 'Eu hawliau',
  },
  exemptions: {
    serious_harm: 'Gallai achosi niwed difrifol',
    crime: 'Gallai rwystro atal neu ymchwilio i drosedd',
    third_party: 'Mae am bobl eraill',
    legal_privilege: 'Mae’n gyngor cyfreithiol cyfrinachol',
  },
  preview: 'Dangos y rhagolwg',
  previewTitle: 'Rhagolwg: nid i’w roi i neb',
  previewLead:
    'Darllenwch bob rhan. Os gellir adnabod rhywun arall o hyd, ewch yn ôl ac ychwanegu’r geiriau sy’n eu datgelu.',
  reportTitle: 'Yr hyn a dynnwyd allan',
  people: (n) => `Pobl eraill y mae’r cofnod yn eu hadnabod: ${String(n)}`,
  shared: (n) =>
    `Geiriau sy’n enw’r plentyn ac enw rhywun arall hefyd: ${String(n)}. Maent yn aros. Darllenwch amdanynt.`,
  removed: (n) => `Lleoedd a dynnwyd allan: ${String(n)}`,
  leaks: (sections) =>
    `Gellir adnabod rhywun arall o hyd yn: ${sections}. Ni roddir dim i neb hyd nes y caiff hyn ei ddatrys.`,
  clock: { startedOn: 'Gofynnwyd', dueOn: 'Ateb erbyn', stoppedOn: 'Safodd ers', restartedOn: 'Aeth ymlaen ers' },
  placeholders: 'Pwy y mae’r dalfannau’n sefyll drostynt',
  change: 'Newid yr atebion',
  handOut: 'Gwneud y copi i’w roi',
  changed: 'Mae’r cofnod neu’ch atebion yn wahanol i’r rhagolwg. Darllenwch y rhagolwg eto',
  incomplete:
    'Ni roddwyd dim i neb: gellid adnabod rhywun arall o hyd. Ychwanegwch y geiriau, neu daliwch y rhannau yn ôl',
  wrongDays: 'Nid yw’r diwrnodau hyn yn cyd-fynd â’i gilydd. Gwiriwch hwy',
};
