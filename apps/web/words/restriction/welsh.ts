import type { Worded } from '../worded.ts';
import type { RESTRICTION_ENGLISH } from './english.ts';

export const RESTRICTION_WELSH: Worded<typeof RESTRICTION_ENGLISH> = {
  title: 'Cyfyngiad',
  open: 'Nid yw’r atgyfeiriad hwn wedi’i gyfyngu. Gall pawb y mae eu rôl yn ei ganiatáu ei weld.',
  closed:
    'Mae’r atgyfeiriad hwn wedi’i gyfyngu. Dim ond y bobl a enwir yma all ei weld, nid mewn unrhyw restr na chwiliad.',
  inherited: 'Fe’i cyfyngwyd pan ddaeth i mewn, oherwydd bod atgyfeiriad cynharach am yr un plentyn wedi’i gyfyngu.',
  reasons: {
    staff_family: 'Mae rhywun ynddo’n perthyn i aelod o staff',
    adoption: 'Mabwysiadu',
    witness_protection: 'Diogelu tystion',
    mappa: 'Trefniadau ar gyfer troseddwyr peryglus (MAPPA)',
    other: 'Rheswm arall',
  },
  why: 'Pam',
  by: 'Cyfyngwyd gan',
  at: 'Ers',
  peopleTitle: 'Pwy all ei weld',
  restrict: 'Cyfyngu’r atgyfeiriad hwn',
  name: 'Enwi rhywun arall',
  takeOff: 'Tynnu rhywun oddi ar y rhestr',
  lift: 'Codi’r cyfyngiad',
  reason: 'Pam?',
  reasonHint: 'Ar gyfer y cofnod.',
  reasonMissing: 'Dywedwch pam',
  unknown: 'Nid yw un o’r bobl hyn erioed wedi mewngofnodi yma. Dewiswch rywun arall',
  nobodyLeft: 'Rhaid i rywun a all benderfynu aros: enwch weithiwr cymdeithasol neu reolwr',
  restrictForm: {
    title: 'Cyfyngu’r atgyfeiriad hwn',
    lead: 'Mae’n cau pob achos o’r atgyfeiriad hwn i bawb ond chi a’r bobl a enwch.',
    code: 'Pam y caiff ei gyfyngu?',
    codeMissing: 'Dewiswch pam y caiff ei gyfyngu',
    people: 'Pwy sy’n cadw mynediad, heblaw chi?',
    peopleHint: 'Pobl sydd wedi mewngofnodi’n ddiweddar.',
    reason: 'Dywedwch fwy ar gyfer y cofnod',
    send: 'Ei gyfyngu',
  },
  nameForm: {
    title: 'Enwi rhywun arall',
    person: 'Pwy rydych yn ei enwi?',
    personMissing: 'Dewiswch pwy rydych yn ei enwi',
    send: 'Enwi’r person hwn',
  },
  takeOffForm: {
    title: 'Tynnu rhywun oddi ar y rhestr',
    person: 'Pwy rydych yn ei dynnu oddi ar y rhestr?',
    personMissing: 'Dewiswch pwy rydych yn ei dynnu oddi ar y rhestr',
    send: 'Tynnu’r person hwn oddi ar y rhestr',
  },
  liftForm: {
    title: 'Codi’r cyfyngiad',
    lead: 'Bydd pawb y mae eu rôl yn ei ganiatáu yn gallu gweld yr atgyfeiriad hwn eto. Mae atgyfeiriadau eraill am yr un plentyn yn aros fel y maent.',
    send: 'Codi’r cyfyngiad',
  },
};
