import type { Language } from '#domain';
import { authorityPack } from '#nation-packs';

/** What whoever sent a referral is told beside the outcome, in one language. */
export interface SenderAdvice {
  readonly nextSteps: string;
  readonly ifWorried: string;
  readonly howToDisagree: string;
}

const WORDS: Readonly<Record<Language, SenderAdvice>> = {
  en: {
    nextSteps:
      'The team or service that was decided on contacts the family, or you where your agency leads. Go on with what your own agency does for the child meanwhile.',
    ifWorried:
      'If you are still worried or anything changes, telephone {service} on {telephone} and give the reference, or send a new referral. If a child is in danger now, call 999.',
    howToDisagree:
      'If you disagree, talk to {service} first. You can then open a professional challenge of the case: it goes through stages, each with its own deadline, and is answered in writing.',
  },
  cy: {
    nextSteps:
      'Bydd y tîm neu’r gwasanaeth y penderfynwyd arno yn cysylltu â’r teulu, neu â chi os mai eich asiantaeth chi sy’n arwain. Yn y cyfamser parhewch â’r hyn y mae eich asiantaeth eich hun yn ei wneud dros y plentyn.',
    ifWorried:
      'Os ydych yn dal i boeni neu os bydd unrhyw beth yn newid, ffoniwch {service} ar {telephone} a rhowch y cyfeirnod, neu anfonwch atgyfeiriad newydd. Os yw plentyn mewn perygl nawr, ffoniwch 999.',
    howToDisagree:
      'Os ydych yn anghytuno, siaradwch â {service} yn gyntaf. Wedyn gallwch agor her broffesiynol i’r achos: mae’n mynd drwy gamau, pob un â’i ddyddiad cau ei hun, ac fe’i hatebir yn ysgrifenedig.',
  },
};

/** The same for every case: it tells nothing about one. */
export function senderAdvice(authorityId: string, language: Language): SenderAdvice {
  const { name, telephone } = authorityPack(authorityId).frontDoor;
  const fill = (text: string): string => text.replaceAll('{service}', name).replaceAll('{telephone}', telephone);
  const { nextSteps, ifWorried, howToDisagree } = WORDS[language];
  return { nextSteps: fill(nextSteps), ifWorried: fill(ifWorried), howToDisagree: fill(howToDisagree) };
}
