import type { Worded } from '../worded.ts';
import type { COMMON_ENGLISH } from './english.ts';

const DANGER = 'Os yw plentyn mewn perygl nawr, ffoniwch 999.';

export const COMMON_WELSH: Worded<typeof COMMON_ENGLISH> = {
  language: 'cy',
  service: 'Front Door',
  skip: 'Neidio i’r prif gynnwys',
  back: 'Yn ôl',
  account: 'Eich cyfrif',
  warning: 'Rhybudd',
  signIn: 'Mewngofnodi',
  signOut: 'Allgofnodi',
  navigationLabel: 'Dewislen',
  menu: 'Dewislen',
  otherLanguage: { code: 'en', name: 'English', hidden: 'Change the language to English' },
  footer: { title: 'Am y gwasanaeth hwn', cookies: 'Cwcis', accessibility: 'Hygyrchedd', privacy: 'Preifatrwydd' },
  exit: {
    text: 'Gadael y dudalen hon',
    activated: 'Yn gadael y dudalen',
    timedOut: 'Ni adawyd y dudalen.',
    pressTwoMore: 'Shift, pwyswch 2 waith eto i adael.',
    pressOneMore: 'Shift, pwyswch 1 waith eto i adael.',
  },
  noticeTitle: 'Wedi’i wneud',
  navigation: {},
  error: { prefix: 'Gwall', summary: 'Mae problem', start: 'Ewch i’r dudalen gyntaf', reference: 'Cyfeirnod' },
  held: {
    title: 'Heb ei anfon eto',
    text: 'Cawsoch eich allgofnodi cyn i chi anfon hwn. Mae’r hyn a deipioch yma o hyd: gwiriwch ef, a phwyswch y botwm eto.',
  },
  start: {
    title: 'Front Door',
    lead: 'Atgyfeiriadau at wasanaethau plant, a’r hyn a ddigwyddodd iddynt.',
    toSignIn:
      'Mewngofnodwch gyda’r cyfrif a gawsoch gan eich sefydliad. Mae angen eich ail ffactor arnoch, er enghraifft y cod o’ch ffôn.',
    as: 'Rydych wedi mewngofnodi fel',
    reports: 'Mewngofnodi a gafodd eu hadrodd',
    breakGlass: 'Agor cofnod cyfyngedig',
    danger: DANGER,
  },
  signedOut: {
    title: 'Rydych wedi allgofnodi',
    text: 'Caewch y porwr os yw eraill yn defnyddio’r cyfrifiadur hwn.',
    again: 'Mewngofnodi eto',
  },
  accountPage: {
    title: 'Eich cyfrif',
    name: 'Enw',
    rolesTitle: 'Rolau',
    noRoles: 'Dim',
    teams: 'Timau',
    noTeams: 'Dim',
    sessions: 'Ble rydych wedi mewngofnodi',
    since: 'Mewngofnodi ers',
    lastSeen: 'Defnydd diwethaf',
    here: 'Yr un hwn',
    end: 'Gorffen',
    endHidden: 'sesiwn',
    everywhereTitle: 'Allgofnodi ym mhobman',
    everywhereText: 'Mae’n gorffen pob sesiwn, gan gynnwys yr un hwn, a phopeth a fewngofnodwyd â’ch cyfrif cyn hyn.',
    everywhere: 'Allgofnodi ym mhobman',
    report: 'Adrodd am fewngofnodi nad chi oedd ef',
  },
  report: {
    title: 'Adrodd am fewngofnodi nad chi oedd ef',
    lead: 'Mae eich holl sesiynau eraill yn gorffen ar unwaith. Mae rheolwyr ac archwilwyr eich awdurdod yn darllen yr hyn a ysgrifennwch.',
    label: 'Beth sylwoch chi arno?',
    hint: 'Er enghraifft pa sesiwn nad ydych yn ei hadnabod, ac ers pryd. Peidiwch ag ysgrifennu am blentyn na theulu.',
    send: 'Adrodd a gorffen fy sesiynau eraill',
    missing: 'Dywedwch beth sylwoch arno',
    tooLong: 'Dywedwch hynny mewn hyd at 2,000 o nodau',
    doneTitle: 'Wedi’i adrodd',
    done: 'Diolch. Mae eich sesiynau eraill wedi gorffen. Newidiwch eich cyfrinair gyda’ch sefydliad, a dywedwch wrth ei ddesg wasanaeth.',
  },
  breakGlass: {
    title: 'Agor cofnod cyfyngedig',
    lead: 'Mae rhai cofnodion wedi’u cuddio rhag pawb nad ydynt wedi’u henwi, er mwyn cadw pobl yn ddiogel. Os oes angen un arnoch nawr ac na ellir cyrraedd neb a enwyd, agorwch ef yma am hanner awr.',
    warning: 'Dywedir wrth reolwyr ar unwaith. Bydd un ohonynt yn adolygu’r hyn a wnaethoch o fewn un diwrnod gwaith.',
    reference: 'Cyfeirnod',
    referenceHint: 'Cyfeirnod yr atgyfeiriad, er enghraifft FD-2345-6789',
    reason: 'Pam mae ei angen arnoch nawr?',
    reasonHint: 'O leiaf 20 nod. Bydd yr adolygydd yn darllen hwn.',
    send: 'Agor am 30 munud',
    noReference: 'Rhowch y cyfeirnod fel y mae wedi’i ysgrifennu ar yr atgyfeiriad',
    shortReason: 'Dywedwch mewn o leiaf 20 nod pam mae ei angen arnoch nawr',
    longReason: 'Dywedwch hynny mewn hyd at 2,000 o nodau',
    unknown: 'Nid oes cofnod cyfyngedig â’r cyfeirnod hwn. Gwiriwch ef',
    alreadyOpen: 'Nid oes dim yn cuddio’r cofnod hwn rhagoch. Agorwch ef fel arfer',
    openedTitle: 'Wedi’i agor',
    openUntil: 'Mae’r cofnod ar agor i chi tan',
    reviewBy: 'Bydd rheolwr yn ei adolygu erbyn',
  },
  reports: {
    title: 'Mewngofnodi a gafodd eu hadrodd',
    lead: 'Mae pobl eich awdurdod yn dweud nad nhw oedd y rhain. Y cant diweddaraf.',
    nothing: 'Ni adroddwyd dim.',
    who: 'Pwy',
    when: 'Pryd',
    what: 'Yr hyn y sylwon nhw arno',
  },
  troubles: {
    notAllowed: {
      title: 'Ni allwch agor y dudalen hon',
      text: [
        'Nid yw eich rôl yn ei chynnwys. Gofynnwch i rywun y mae ei rôl yn gwneud hynny, neu i’ch rheolwr os oes ei hangen ar gyfer eich gwaith.',
      ],
    },
    notFound: {
      title: 'Heb ddod o hyd i’r dudalen',
      text: [
        'Gwiriwch y cyfeiriad. Os dilynoch ddolen, efallai nad yw’r hyn yr oedd yn arwain ato i chi ei weld, neu ei fod wedi mynd.',
      ],
    },
    tooMany: { title: 'Gormod o geisiadau', text: ['Arhoswch funud, yna rhowch gynnig arall arni.'] },
    fault: {
      title: 'Aeth rhywbeth o’i le ar ein hochr ni',
      text: [
        'Rhowch gynnig arall arni ymhen ychydig funudau. Os bydd yn digwydd eto, rhowch y cyfeirnod isod i’ch desg wasanaeth.',
        DANGER,
      ],
    },
    away: {
      title: 'Nid yw’r gwasanaeth ar gael ar hyn o bryd',
      text: ['Rhowch gynnig arall arni ymhen munud.', DANGER],
    },
    badRequest: {
      title: 'Ni allem ddarllen yr hyn a anfonwyd',
      text: ['Ewch yn ôl, gwiriwch yr hyn a lenwoch, a’i anfon eto.'],
    },
    tooLarge: {
      title: 'Roedd y ffurflen yn rhy fawr',
      text: ['Ewch yn ôl, byrhewch yr hyn a ysgrifennoch, a’i anfon eto.'],
    },
    secondFactor: {
      title: 'Mewngofnodwch gydag ail ffactor',
      text: [
        'Mae eich rôl yn darllen cofnodion plant. Nid yw cyfrinair ar ei ben ei hun yn ddigon.',
        'Mewngofnodwch eto a chadarnhau gyda’ch ail ffactor, er enghraifft y cod o’ch ffôn. Os nad oes gennych un eto, gofynnwch i’ch desg wasanaeth am un.',
      ],
    },
    signInFailed: {
      title: 'Ni lwyddodd y mewngofnodi',
      text: ['Cymerodd yn rhy hir, fe’i dechreuwyd mewn porwr arall, neu fe’i defnyddiwyd o’r blaen. Dechreuwch eto.'],
    },
  },
};
