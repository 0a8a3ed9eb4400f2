import type { Language } from '#domain';
import type { Exemption, SectionId } from './subject-access-document.ts';

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

export const TITLE: Readonly<Record<Language, string>> = {
  en: 'What the front door holds about this child',
  cy: 'Yr hyn y mae’r drws ffrynt yn ei gadw am y plentyn hwn',
};

export const SECTION_TITLES: Words<SectionId> = {
  child: { en: 'About the child', cy: 'Am y plentyn' },
  report: { en: 'What we were told', cy: 'Yr hyn a ddywedwyd wrthym' },
  proposal: { en: 'What the rules proposed and why', cy: 'Yr hyn a gynigiodd y rheolau a pham' },
  decisions: { en: 'What was decided, by whom and why', cy: 'Yr hyn a benderfynwyd, gan bwy a pham' },
  timeline: { en: 'What happened when', cy: 'Beth ddigwyddodd a phryd' },
  readers: { en: 'Who looked at the record', cy: 'Pwy edrychodd ar y cofnod' },
  recipients: { en: 'Who was told', cy: 'Pwy gafodd wybod' },
  attachments: { en: 'Files that came with it', cy: 'Ffeiliau a ddaeth gydag ef' },
  law: { en: 'Your rights', cy: 'Eich hawliau' },
};

export const EXEMPTION_WORDS: Words<Exemption> = {
  serious_harm: {
    en: 'We may not give you this part, because it could cause somebody serious harm.',
    cy: 'Ni chawn roi’r rhan hon i chi, oherwydd gallai achosi niwed difrifol i rywun.',
  },
  crime: {
    en: 'We may not give you this part, because it could hinder the prevention or investigation of a crime.',
    cy: 'Ni chawn roi’r rhan hon i chi, oherwydd gallai rwystro atal neu ymchwilio i drosedd.',
  },
  third_party: {
    en: 'We may not give you this part, because it is about other people.',
    cy: 'Ni chawn roi’r rhan hon i chi, oherwydd ei bod am bobl eraill.',
  },
  legal_privilege: {
    en: 'We may not give you this part, because it is confidential legal advice.',
    cy: 'Ni chawn roi’r rhan hon i chi, oherwydd ei bod yn gyngor cyfreithiol cyfrinachol.',
  },
};

export const LABELS = {
  name: { en: 'Name', cy: 'Enw' },
  otherNames: { en: 'Other names', cy: 'Enwau eraill' },
  nameUnknown: { en: 'Why the name is not known', cy: 'Pam nad yw’r enw’n hysbys' },
  dateOfBirth: { en: 'Date of birth', cy: 'Dyddiad geni' },
  expectedDeliveryDate: { en: 'Expected date of birth', cy: 'Dyddiad geni disgwyliedig' },
  estimatedAge: { en: 'Estimated age', cy: 'Oedran amcangyfrifedig' },
  sex: { en: 'Sex', cy: 'Rhyw' },
  genderIdentity: { en: 'Gender identity', cy: 'Hunaniaeth rhywedd' },
  address: { en: 'Address', cy: 'Cyfeiriad' },
  whereabouts: { en: 'Where the child is', cy: 'Ble mae’r plentyn' },
  firstLanguage: { en: 'First language', cy: 'Iaith gyntaf' },
  interpreter: { en: 'Interpreter needed', cy: 'Angen cyfieithydd' },
  religion: { en: 'Religion', cy: 'Crefydd' },
  nationality: { en: 'Nationality', cy: 'Cenedligrwydd' },
  ethnicity: { en: 'Ethnicity (code)', cy: 'Ethnigrwydd (cod)' },
  disabilities: { en: 'Disabilities (codes)', cy: 'Anableddau (codau)' },
  communication: { en: 'Communication needs', cy: 'Anghenion cyfathrebu' },
  mobility: { en: 'Mobility', cy: 'Symudedd' },
  school: { en: 'School', cy: 'Ysgol' },
  gp: { en: 'Family doctor', cy: 'Meddyg teulu' },
  identifier: { en: 'Number', cy: 'Rhif' },
  childSaid: { en: 'What the child said', cy: 'Yr hyn a ddywedodd y plentyn' },
  howHeard: { en: 'How the child was heard', cy: 'Sut y clywyd y plentyn' },
  observed: { en: 'What was seen of the child', cy: 'Yr hyn a welwyd o’r plentyn' },
  whyNotHeard: { en: 'Why the child was not heard', cy: 'Pam na chlywyd y plentyn' },
  received: { en: 'Received', cy: 'Derbyniwyd' },
  caseReference: { en: 'Reference', cy: 'Cyfeirnod' },
  referrer: { en: 'Who told us', cy: 'Pwy ddywedodd wrthym' },
  worry: { en: 'The worry', cy: 'Y pryder' },
  firsthand: { en: 'Seen or heard at first hand', cy: 'Wedi’i weld neu ei glywed yn uniongyrchol' },
  happenedOn: { en: 'When it happened', cy: 'Pryd y digwyddodd' },
  frequency: { en: 'How often', cy: 'Pa mor aml' },
  injury: { en: 'Injury', cy: 'Anaf' },
  childsWords: { en: 'In the child’s words', cy: 'Yng ngeiriau’r plentyn' },
  sourceOfHarm: { en: 'Whether a person is said to cause the harm', cy: 'A ddywedir bod rhywun yn achosi’r niwed' },
  immediateDanger: { en: 'In danger at once', cy: 'Mewn perygl ar unwaith' },
  medical: { en: 'Needs medical attention', cy: 'Angen sylw meddygol' },
  timeCritical: { en: 'To be done by', cy: 'I’w wneud erbyn' },
  strengths: { en: 'What is going well', cy: 'Yr hyn sy’n mynd yn dda' },
  wishReferrer: { en: 'What the person who told us wants', cy: 'Yr hyn y mae’r sawl a ddywedodd wrthym ei eisiau' },
  wishFamily: { en: 'What the family wants', cy: 'Yr hyn y mae’r teulu ei eisiau' },
  wishChild: { en: 'What the child wants', cy: 'Yr hyn y mae’r plentyn ei eisiau' },
  scale: { en: 'How worried, from 0 (most) to 10', cy: 'Pa mor bryderus, o 0 (mwyaf) i 10' },
  indicator: { en: 'Question', cy: 'Cwestiwn' },
  household: { en: 'Others in the household or family', cy: 'Eraill yn yr aelwyd neu’r teulu' },
  domesticAbuse: {
    en: 'Domestic abuse, as it touches the child',
    cy: 'Cam-drin domestig, fel y mae’n effeithio ar y plentyn',
  },
  missing: { en: 'Times missing in 90 days', cy: 'Troeon ar goll mewn 90 diwrnod' },
  history: { en: 'What was said of earlier help', cy: 'Yr hyn a ddywedwyd am gymorth cynharach' },
  agreement: { en: 'Agreement of the family', cy: 'Cytundeb y teulu' },
  referrerView: { en: 'Level seen by the person who told us', cy: 'Y lefel ym marn y sawl a ddywedodd wrthym' },
  senderReference: { en: 'Sender’s reference', cy: 'Cyfeirnod yr anfonwr' },
  summary: { en: 'Summary', cy: 'Crynodeb' },
  rule: { en: 'Rule', cy: 'Rheol' },
  outcome: { en: 'Decision', cy: 'Penderfyniad' },
  rationale: { en: 'Reasons', cy: 'Rhesymau' },
  override: { en: 'Why it differs from the proposal', cy: 'Pam y mae’n wahanol i’r cynnig' },
  signOff: { en: 'Second person', cy: 'Ail berson' },
  file: { en: 'File', cy: 'Ffeil' },
  nothing: { en: 'Nothing', cy: 'Dim' },
  notTold: { en: 'About other people, so not told here', cy: 'Am bobl eraill, felly ni ddywedir yma' },
} as const satisfies Words<string>;
export type LabelId = keyof typeof LABELS;

export const ANSWERS: Words<'yes' | 'no' | 'not_known' | 'present' | 'absent' | 'not_asked'> = {
  yes: { en: 'yes', cy: 'ie' },
  no: { en: 'no', cy: 'na' },
  not_known: { en: 'not known', cy: 'ddim yn hysbys' },
  present: { en: 'yes', cy: 'ie' },
  absent: { en: 'no', cy: 'na' },
  not_asked: { en: 'not asked', cy: 'heb ei ofyn' },
};

/** Sentences of the last section: rights, complaints, and that a computer helped (UK GDPR, articles 12 to 22D). */
export const LAW: readonly {
  readonly label: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}[] = [
  {
    label: { en: 'A computer helped', cy: 'Bu cyfrifiadur yn helpu' },
    text: {
      en: 'Rules in a computer proposed how urgent this was and what kind of help might fit. A person read the record and decided. Nothing was decided by a computer alone. You may say what you think of the decision, ask for a person to look at it again, and contest it.',
      cy: 'Cynigiodd rheolau mewn cyfrifiadur pa mor frys oedd hyn a pha fath o gymorth a allai fod yn addas. Darllenodd person y cofnod a phenderfynu. Ni phenderfynwyd dim gan gyfrifiadur yn unig. Cewch ddweud eich barn am y penderfyniad, gofyn i berson edrych arno eto, a’i herio.',
    },
  },
  {
    label: { en: 'Why we hold it', cy: 'Pam rydym yn ei gadw' },
    text: {
      en: 'We hold this because the law gives us the task of keeping children safe and well (UK GDPR, article 6(1)(e), and the safeguarding of children in schedule 1 of the Data Protection Act 2018).',
      cy: 'Rydym yn cadw hyn oherwydd bod y gyfraith yn rhoi’r dasg i ni o gadw plant yn ddiogel ac yn iach (GDPR y DU, erthygl 6(1)(e), a diogelu plant yn atodlen 1 o Ddeddf Diogelu Data 2018).',
    },
  },
  {
    label: { en: 'What you may ask', cy: 'Yr hyn y cewch ofyn amdano' },
    text: {
      en: 'You may ask us to correct what is wrong, to add what you think is missing, to limit how we use it, or to erase it where the law lets us. You may object to how we use it.',
      cy: 'Cewch ofyn i ni gywiro’r hyn sy’n anghywir, ychwanegu’r hyn sydd ar goll yn eich barn chi, cyfyngu ar sut yr ydym yn ei ddefnyddio, neu ei ddileu lle mae’r gyfraith yn caniatáu. Cewch wrthwynebu sut yr ydym yn ei ddefnyddio.',
    },
  },
  {
    label: { en: 'If you are not content', cy: 'Os nad ydych yn fodlon' },
    text: {
      en: 'Tell us first: we acknowledge a complaint about personal data within 30 days. You may also complain to the Information Commissioner (ico.org.uk) and go to court.',
      cy: 'Dywedwch wrthym yn gyntaf: rydym yn cydnabod cwyn am ddata personol o fewn 30 diwrnod. Cewch hefyd gwyno i’r Comisiynydd Gwybodaeth (ico.org.uk) a mynd i’r llys.',
    },
  },
  {
    label: { en: 'What is not here', cy: 'Yr hyn nad yw yma' },
    text: {
      en: 'Where something could tell who somebody else is, it was taken out and words in square brackets stand in its place. The same number always stands for the same person.',
      cy: 'Lle gallai rhywbeth ddangos pwy yw rhywun arall, fe’i tynnwyd allan ac mae geiriau mewn cromfachau sgwâr yn ei le. Mae’r un rhif bob amser yn sefyll am yr un person.',
    },
  },
];
