import type { Wordings } from './wording.ts';

const DANGER = 'Os yw plentyn mewn perygl nawr, ffoniwch 999.';
const LOOK = 'Mewngofnodwch yn {link} i ddarllen {reference}.';

export const WELSH: Wordings = {
  acknowledgement: {
    subject: 'Rydym wedi derbyn eich atgyfeiriad {reference}',
    lines: [
      'Mae {service} wedi derbyn eich atgyfeiriad. Ei gyfeirnod yw {reference}.',
      'Bydd gweithiwr cymdeithasol yn penderfynu beth fydd yn digwydd nesaf erbyn {dueAt}.',
      'I weld ei hynt: mewngofnodwch yn {link}, neu holwch am {reference} drwy eich system eich hun.',
      `Os byddwch yn poeni mwy, ffoniwch {telephone} a rhowch y cyfeirnod. ${DANGER}`,
    ],
  },
  acknowledgement_to_public: {
    subject: 'Diolch am gysylltu â ni: {reference}',
    lines: [
      'Mae {service} wedi derbyn yr hyn a ddywedoch wrthym. Ei gyfeirnod yw {reference}.',
      'Bydd gweithiwr cymdeithasol yn penderfynu beth fydd yn digwydd nesaf erbyn {dueAt}. Er mwyn diogelu preifatrwydd teulu, efallai na allwn ddweud wrthych beth fydd hynny.',
      `Os byddwch yn poeni mwy, ffoniwch {telephone} a rhowch y cyfeirnod. ${DANGER}`,
    ],
  },
  outcome: {
    subject: 'Mae canlyniad {reference} yn barod i’w ddarllen',
    lines: [
      'Mae {service} wedi penderfynu beth fydd yn digwydd nesaf ynghylch {reference}.',
      'Beth a benderfynwyd a pham, beth fydd yn digwydd nesaf, beth i’w wneud os ydych yn dal i boeni a sut i anghytuno: mewngofnodwch yn {link} i’w ddarllen.',
      `Os ydych yn poeni, ffoniwch {telephone} a rhowch y cyfeirnod. ${DANGER}`,
    ],
  },
  outcome_to_public: {
    subject: 'Diolch am ddweud wrthym: {reference}',
    lines: [
      'Mae {service} wedi ystyried yr hyn a ddywedoch wrthym o dan {reference}. Er mwyn diogelu preifatrwydd teulu, ni allwn ddweud mwy wrthych.',
      'Os ydych yn dal i boeni, neu’n meddwl ein bod wedi gwneud camgymeriad, ffoniwch {telephone} a rhowch y cyfeirnod.',
      DANGER,
    ],
  },
  clock_due_soon: {
    subject: 'Mae dyddiad cau {reference} yn agos',
    lines: ['Daw dyddiad cau {reference} i ben am {dueAt}.', LOOK],
  },
  clock_breached: {
    subject: 'Mae {reference} yn hwyr',
    lines: ['Mae dyddiad cau {reference} wedi mynd heibio: {dueAt} oedd ef.', LOOK],
  },
  case_raised: {
    subject: 'Mae {reference} yn fwy brys nag yr oedd',
    lines: ['Mae ffeithiau newydd wedi codi {reference}. Edrychwch arno eto, os gwelwch yn dda.', LOOK],
  },
  emergency_duty_page: {
    subject: 'Dyletswydd argyfwng: ni all {reference} aros',
    lines: [
      'Daeth atgyfeiriad brys i law tra bo’r swyddfa ar gau: {reference}.',
      'Rhaid i rywun weithredu arno yn awr.',
      LOOK,
    ],
  },
  handover_waiting: {
    subject: 'Mae trosglwyddo {reference} yn aros amdanoch',
    lines: ['Mae’r tîm dyletswydd argyfwng wedi trosglwyddo {reference}. Derbyniwch ef erbyn {dueAt}.', LOOK],
  },
  case_assigned: {
    subject: 'Chi sydd â {reference} nawr',
    lines: ['Mae cydweithiwr wedi rhoi {reference} i chi.', LOOK],
  },
  claim_lapsed: {
    subject: 'Mae {reference} yn ôl yn y ciw',
    lines: [
      'Nid oeddech wedi gweithio ar {reference} ers peth amser, felly aeth yn ôl i’r ciw. Cymerwch ef eto os mai chi ddylai ei wneud o hyd.',
      LOOK,
    ],
  },
  information_for_worker: {
    subject: 'Gwybodaeth newydd: {reference}',
    lines: ['Mae gwybodaeth newydd i chi yn {reference}. Darllenwch hi erbyn {dueAt}.', LOOK],
  },
  possible_same_person: {
    subject: 'Yr un person, o bosibl: {reference}',
    lines: ['Efallai fod rhywun yn {reference} yn hysbys yn barod. Cadarnhewch neu gwrthodwch hynny.', LOOK],
  },
  sender_told_more: {
    subject: 'Mae’r anfonwr wedi dweud mwy wrthym: {reference}',
    lines: ['Mae pwy bynnag a anfonodd {reference} wedi dweud mwy wrthym. Darllenwch ef cyn penderfynu.', LOOK],
  },
  enquiry_requested: {
    subject: 'Mae {service} yn gofyn am eich gwybodaeth: {reference}',
    lines: [
      'Mae {service} yn gofyn i’ch asiantaeth am wybodaeth. Y cyfeirnod yw {reference}.',
      'Atebwch erbyn {dueAt}, os gwelwch yn dda.',
      'Beth a ofynnir, a pham y cawn ofyn: mewngofnodwch yn {link} i’w ddarllen.',
      'Os na allwch ateb mewn pryd, ffoniwch {telephone}.',
    ],
  },
  enquiry_nudge: {
    subject: 'I’ch atgoffa: rydym yn aros am eich ateb, {reference}',
    lines: ['Mae {service} wedi gofyn i’ch asiantaeth am wybodaeth o dan {reference}. Atebwch erbyn {dueAt}.', LOOK],
  },
  enquiry_overdue: {
    subject: 'Ni ddaeth ateb mewn pryd: {reference}',
    lines: ['Dylai ymholiad yn {reference} fod wedi’i ateb erbyn {dueAt}.', LOOK],
  },
  enquiry_replied: {
    subject: 'Daeth ateb: {reference}',
    lines: ['Mae asiantaeth bartner wedi ateb yn {reference}. Ni lofnodir dim cyn ei ddarllen.', LOOK],
  },
  challenge_opened: {
    subject: 'Agorwyd her: {reference}',
    lines: ['Mae penderfyniad yn {reference} yn cael ei herio. Dylid ei ateb erbyn {dueAt}.', LOOK],
  },
  challenge_stage_moved: {
    subject: 'Mae her wedi symud ymlaen: {reference}',
    lines: [
      'Mae’r her yn {reference} wedi cyrraedd ei cham nesaf. Dylid ei hateb erbyn {dueAt}.',
      LOOK,
      'I siarad â rhywun, ffoniwch {telephone}.',
    ],
  },
  challenge_decided: {
    subject: 'Penderfynwyd ar her: {reference}',
    lines: ['Penderfynwyd ar yr her yn {reference}.', LOOK, 'I siarad â rhywun, ffoniwch {telephone}.'],
  },
  family_review_requested: {
    subject: 'Mae teulu’n gofyn am adolygiad: {reference}',
    lines: ['Mae teulu wedi gofyn am adolygiad yn {reference}. Dylid ei ateb erbyn {dueAt}.', LOOK],
  },
  family_review_decided: {
    subject: 'Penderfynwyd ar adolygiad: {reference}',
    lines: ['Penderfynwyd ar yr adolygiad yn {reference}.', LOOK],
  },
  safe_contact_needed: {
    subject: 'Mae angen cyswllt diogel: {reference}',
    lines: [
      'Nid ysgrifennir yn awtomatig at rywun a gysylltodd â ni o dan {reference}, am na fyddai hynny’n ddiogel iddynt hwy neu i blentyn, o bosibl.',
      'Darganfyddwch sut i’w cyrraedd yn ddiogel, yna rhyddhewch y neges neu gofnodwch eich bod wedi siarad â hwy.',
      LOOK,
    ],
  },
  message_failed: {
    subject: 'Ni chyrhaeddodd neges: {reference}',
    lines: ['Nid oedd modd danfon neges ynghylch {reference}. Ceisiwch gyrraedd y derbynnydd mewn ffordd arall.', LOOK],
  },
  digest: {
    subject: 'Negeseuon i chi gan {service}',
    lines: ['Mae negeseuon i chi ynghylch {reference}.', 'Mewngofnodwch yn {link} i’w darllen.'],
  },
};
