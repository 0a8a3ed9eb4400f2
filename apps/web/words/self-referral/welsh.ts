import type { Worded } from '../worded.ts';
import type { SELF_REFERRAL_ENGLISH } from './english.ts';

export const SELF_REFERRAL_WELSH: Worded<typeof SELF_REFERRAL_ENGLISH> = {
  title: 'Gofyn am help',
  lead: 'Gallwch ofyn am help i chi’ch hun, i blentyn neu i’ch teulu. Nid oes angen cyfrif arnoch.',
  lines: [
    'Mae pum tudalen fer. Gallwch adael allan yr hyn nad ydych am ei ddweud.',
    'Bydd gweithiwr cymdeithasol yn darllen yr hyn a ysgrifennwch, ac yn eich ffonio neu’n ysgrifennu atoch yn y ffordd a ddewiswch.',
    'Os gallai plentyn fod mewn perygl o niwed, efallai y bydd rhaid i ni ddweud wrth eraill er mwyn i’r plentyn fod yn ddiogel.',
  ],
  urgent: (frontDoor: string, duty: string): string =>
    `Gallwch hefyd ein ffonio: ${frontDoor} yn ystod oriau swyddfa, ${duty} ar adegau eraill.`,
  childline:
    'Gall plant a phobl ifanc ffonio Childline ar 0800 1111 ar unrhyw adeg. Mae’n rhad ac am ddim ac yn breifat.',
  council: 'Ym mha ardal cyngor y mae’r plentyn yn byw?',
  begin: 'Dechrau nawr',
  resumeTitle: 'Mynd ymlaen â’r hyn a ddechreuoch',
  resumeLabel: 'Eich cod',
  resumeHint: 'Mae ganddo 16 o lythrennau a rhifau, er enghraifft ABCD-EFGH-JKLM-NPQR.',
  resume: 'Mynd ymlaen',
  noDraft:
    'Nid ydym yn gwybod am god o’r fath. Gwiriwch ef, neu dechreuwch eto. Caiff yr hyn na chafodd ei anfon ei ddileu ar ôl rhai wythnosau.',
  codeTitle: 'Eich cod',
  codeText:
    'Ysgrifennwch y cod hwn, neu tynnwch lun ohono. Gydag ef gallwch fynd ymlaen yn nes ymlaen, hefyd ar ddyfais arall. Peidiwch â’i ddangos i neb.',
  codeOn: 'Ymlaen',
  leave: 'Eich cod i ddod yn ôl',
  kept: 'Mae’r hyn a deipiwyd gennych wedi’i gadw. Gallwch gau’r dudalen hon nawr.',
  sentTitle: 'Mae eich neges gennym',
  sentReference: 'Eich cyfeirnod',
  sentNext: 'Bydd gweithiwr cymdeithasol yn ei darllen ac yn penderfynu sut i helpu erbyn',
  sentReach: 'Yna cysylltwn â chi yn y ffordd a ddywedoch wrthym.',
  sentDone: 'Gadael a chlirio’r dudalen hon',
};
