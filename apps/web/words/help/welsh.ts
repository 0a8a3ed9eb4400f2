import type { Worded } from '../worded.ts';
import type { HELP_ENGLISH } from './english.ts';

export const HELP_WELSH: Worded<typeof HELP_ENGLISH> = {
  cookies: {
    title: 'Cwcis',
    lead: 'Ffeil fach y mae gwefan yn ei chadw yn eich porwr yw cwci. Dim ond y cwcis na all weithio hebddynt sydd gan Front Door, felly nid yw’n gofyn i chi gytuno iddynt.',
    table: {
      caption: 'Ein cwcis',
      name: 'Enw',
      purpose: 'At ba ddiben',
      kept: 'Am ba hyd y caiff ei gadw',
      rows: [
        {
          name: 'front_door',
          purpose: 'Eich cadw wedi’ch mewngofnodi. Mae’n dal gwerth ar hap, a dim byd amdanoch chi.',
          kept: 'Nes i chi allgofnodi neu gau’r porwr',
        },
        {
          name: 'front_door_browser',
          purpose: 'Dod â’r hyn a deipioch yn ôl i’r porwr hwn a dim un arall. Mae’n dal gwerth ar hap.',
          kept: 'Nes i chi gau’r porwr',
        },
        {
          name: 'front_door_language',
          purpose: 'Cofio a ydych yn darllen yn Gymraeg neu yn Saesneg.',
          kept: 'Blwyddyn',
        },
        {
          name: 'front_door_help',
          purpose: 'Dim ond os ydych yn gofyn am help heb gyfrif: dod â chi’n ôl at yr hyn y dechreuoch ei ysgrifennu.',
          kept: 'Awr ar ôl i chi ei ddefnyddio ddiwethaf',
        },
        {
          name: 'front_door_notice',
          purpose: 'Dweud wrth y dudalen nesaf beth sydd newydd ei wneud, er enghraifft “Cadwyd”.',
          kept: 'Munud',
        },
      ],
    },
    parts: [
      {
        title: 'Yr hyn nad ydym yn ei wneud',
        text: [
          'Nid ydym yn eich dilyn o un wefan i’r llall. Nid oes hysbysebion, nid ydym yn cyfrif ymwelwyr â chwcis, ac nid oes dim ar y tudalennau hyn yn dod o gwmnïau eraill.',
        ],
        points: [],
      },
      {
        title: 'Beth arall y mae eich porwr yn ei gadw',
        text: [
          'Os aiff y rhwydwaith i ffwrdd tra byddwch yn ysgrifennu atgyfeiriad, mae eich porwr yn cadw’r hyn a deipioch ac yn ei anfon yn nes ymlaen. Mae wedi’i gloi ag allwedd sydd gennym ni’n unig. Mae’n mynd pan fydd wedi’i anfon, ac ar ôl 30 diwrnod fan bellaf.',
        ],
        points: [],
      },
      {
        title: 'Lle rydych yn mewngofnodi',
        text: [
          'Eich sefydliad chi sydd biau’r dudalen lle rydych yn teipio eich cyfrinair. Efallai fod ganddi ei chwcis ei hun.',
        ],
        points: [],
      },
    ],
  },
  accessibility: {
    title: 'Datganiad hygyrchedd',
    lead: 'Rydym am i gynifer o bobl â phosibl allu defnyddio Front Door. Mae’r datganiad hwn am dudalennau Front Door, nid am wefan eich cyngor.',
    parts: [
      {
        title: 'Yr hyn y dylech allu ei wneud',
        text: ['Ar bob tudalen dylech allu:'],
        points: [
          'gwneud popeth â bysellfwrdd yn unig',
          'chwyddo hyd at 400% heb sgrolio i’r ochr, ac eithrio mewn tablau llydan',
          'ei defnyddio ar ffôn',
          'ei defnyddio heb sgript',
          'ei darllen yn Gymraeg neu yn Saesneg',
          'gwahaniaethu rhwng pethau heb weld lliwiau: mae geiriau wrth bob lliw',
          'darllen rhifau pob siart mewn tabl',
        ],
      },
      {
        title: 'Pa mor hygyrch ydyw',
        text: [
          'Ein nod yw Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA. Mae’r tudalennau’n eu bodloni’n rhannol. Rhestrir isod yr hyn nad yw’n eu bodloni.',
        ],
        points: [],
      },
      {
        title: 'Yr hyn nad yw’n hygyrch, neu na wyddom ei fod',
        text: [],
        points: [
          'Nid oes unrhyw berson anabl wedi profi’r tudalennau eto, ac nid oes neb wedi’u profi â darllenydd sgrin nac â lleferydd.',
          'Mae tablau llydan yn sgrolio i’r ochr ar sgrin gul.',
          'Nid oes tagiau i ddarllenwyr sgrin mewn ffeiliau PDF yr ydych yn eu lawrlwytho. Mae’r un peth ar dudalen, neu mewn ffeil Word.',
          'Dangosir ffeiliau y mae pobl yn eu hatodi i atgyfeiriad fel y cawsant eu hanfon.',
          'Nid oes cyfieithydd proffesiynol wedi gwirio’r Gymraeg eto.',
          'Eich sefydliad chi sydd biau’r dudalen lle rydych yn teipio eich cyfrinair. Ni wnaethom ei phrofi.',
        ],
      },
      {
        title: 'Sut y gwnaethom ei brofi',
        text: [
          'Mae peiriant yn profi pob tudalen, yn wag, yn llawn a chyda gwallau, yn Gymraeg ac yn Saesneg, ar sgrin lydan ac ar sgrin gul. Mae’n chwilio am yr hyn y gall peiriannau ei ganfod: hynny yw efallai hanner yr hyn a all fod o’i le. Mae hefyd yn anfon atgyfeiriad cyfan ac yn gwneud penderfyniad cyfan â bysellfwrdd yn unig.',
        ],
        points: [],
      },
      {
        title: 'Os na allwch ddefnyddio tudalen',
        text: [
          'Ffoniwch eich cyngor. Gallant gymryd atgyfeiriad dros y ffôn, a gallant anfon yr hyn y mae ei angen arnoch ar ffurf arall: print bras, hawdd ei ddeall, recordiad neu braille. Dywedwch wrthynt hefyd os gwelwch rywbeth o’i le nad yw wedi’i restru yma.',
          'Nid oes rhaid i chi ddefnyddio tudalen i ddweud wrthym fod angen help ar blentyn.',
        ],
        points: [],
      },
      {
        title: 'Os nad ydych yn fodlon â’r ateb',
        text: [
          'Yng Nghymru, Lloegr a’r Alban, cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb. Yng Ngogledd Iwerddon, cysylltwch â Chomisiwn Cydraddoldeb Gogledd Iwerddon. Y rheolau yw Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.',
        ],
        points: [],
      },
      {
        title: 'Pryd yr ysgrifennwyd hwn',
        text: ['Ysgrifennwyd y datganiad hwn ar 22 Tachwedd 2026, pan oedd y tudalennau’n newydd.'],
        points: [],
      },
    ],
  },
  privacy: {
    title: 'Preifatrwydd',
    lead: 'Beth sy’n digwydd i’r hyn a ddywedwch wrthym, a beth y gallwch ofyn amdano. Eich cyngor sy’n atebol amdano: mae’r dudalen hon yn dweud beth mae Front Door yn ei wneud. Mae hysbysiad preifatrwydd eich cyngor ei hun yn dweud y gweddill.',
    parts: [
      {
        title: 'Yr hyn rydym yn ei gadw',
        text: ['Rydym yn cadw:'],
        points: [
          'yr hyn a ddywedwch wrthym am blentyn, teulu a phobl eraill, yn eich geiriau eich hun',
          'pwy a ddywedodd wrthym, oni bai nad ydych yn dweud pwy ydych',
          'beth a benderfynwyd, gan bwy a pham',
          'pwy a edrychodd arno, a phryd',
          'os ydych yn mewngofnodi: eich enw, eich gwaith a ble y cewch wybod am newyddion',
        ],
      },
      {
        title: 'Pam y cawn wneud hynny',
        text: [
          'Mae’r gyfraith yn dweud wrth gynghorau am ddod o hyd i blant y gall fod angen help arnynt, a’u cadw’n ddiogel. Felly nid oes angen eich cytundeb arnom i gadw’r hyn a ddywedir wrthym. Gofynnwn amdano cyn i ni gynnig help y mae teulu’n rhydd i’w wrthod.',
        ],
        points: [],
      },
      {
        title: 'Pwy sy’n ei weld',
        text: [
          'Pobl yn y cyngor sy’n gwneud y gwaith hwn. Maent yn rhannu’r hyn sydd ei angen, a dim mwy, â’r rhai sy’n helpu’r plentyn: er enghraifft ysgol, ymwelydd iechyd neu’r heddlu. Cofnodir pob edrychiad.',
          'Person sy’n penderfynu. Mae rheolau a ysgrifennwyd gan bobl yn awgrymu pa mor fuan i weithredu a pha help sy’n addas. Nid oes unrhyw gyfrifiadur yn penderfynu am blentyn.',
          'Mae wedi’i gloi ag allweddi lle y caiff ei storio. Nid oes dim ar y tudalennau hyn yn mynd i gwmnïau eraill.',
        ],
        points: [],
      },
      {
        title: 'Os na wnaethoch fewngofnodi',
        text: [
          'Gallwch ofyn am help, neu ddweud wrthym am bryder, heb gyfrif. Chi sy’n dewis beth i’w ddweud wrthym amdanoch chi eich hun.',
          'Rydym yn cyfrif pa mor aml y daw ffurflenni o un lle ar y rhyngrwyd, fel na all neb rwystro’r gwasanaeth. Nid ydym yn cadw’r lle ei hun.',
        ],
        points: [],
      },
      {
        title: 'Gadael tudalen yn gyflym',
        text: [
          'Mae botwm “Gadael y dudalen hon” ar dudalennau y gall unrhyw un eu hagor. Gallwch hefyd bwyso’r fysell Shift dair gwaith. Mae’n agor y tywydd. Ni all glirio hanes eich porwr: gall eraill sy’n defnyddio eich ffôn neu eich cyfrifiadur weld yno eich bod wedi bod yma. Os nad ydych yn ddiogel, defnyddiwch ddyfais arall, neu ffenestr breifat.',
        ],
        points: [],
      },
      {
        title: 'Am ba hyd rydym yn ei gadw',
        text: [
          'Cyhyd ag y mae’r gyfraith a rheolau eich cyngor yn ei ddweud. Ar gyfer llawer o gofnodion plant, blynyddoedd yw hynny. Wedyn mae dau berson yn cytuno i’w ddinistrio, ac ni ellir dod ag ef yn ôl.',
        ],
        points: [],
      },
      {
        title: 'Yr hyn y gallwch ofyn amdano',
        text: ['Gallwch ofyn i’ch cyngor:'],
        points: [
          'am gael gweld yr hyn a gedwir amdanoch: maent yn ateb o fewn mis, neu’n dweud pam y mae angen mwy o amser arnynt',
          'am ychwanegu nodyn lle mae rhywbeth yn anghywir: erys yr hyn a ddywedwyd fel yr oedd, gyda’ch nodyn wrth ei ochr',
          'am esbonio penderfyniad, ac am edrych arno eto',
          'am roi’r gorau i gofnod, neu ei ddinistrio: rhaid iddynt bwyso hynny yn erbyn cadw plant yn ddiogel',
        ],
      },
      {
        title: 'Os nad ydych yn fodlon',
        text: [
          'Dywedwch wrth eich cyngor yn gyntaf: gofynnwch am y swyddog diogelu data. Gallwch hefyd ddweud wrth y Comisiynydd Gwybodaeth, ar 0330 414 6421.',
        ],
        points: [],
      },
    ],
  },
  trouble: {
    kept: 'Nid oes dim a deipioch wedi’i golli. Mae ar y dudalen hon: gallwch ei anfon eto oddi yma.',
    copy: 'Yr hyn a deipioch, i’w gopïo',
    again: 'Rhoi cynnig arall arni',
    call: (name: string, telephone: string) => `Gallwch hefyd ffonio ${name}: ${telephone}.`,
  },
  timeOut: {
    title: 'Cawsoch eich allgofnodi',
    text: [
      'Ni wnaethoch ddim byd yma am dipyn. Er mwyn cadw cofnodion yn ddiogel, gwnaethom eich allgofnodi a thynnu’r dudalen oddi ar y sgrin.',
      'Nid oes dim a anfonoch wedi’i golli. Cadwyd yr hyn a deipioch mewn atgyfeiriad wrth i chi deipio.',
    ],
    again: 'Mewngofnodi a mynd ymlaen',
  },
  soonOut: {
    title: 'Ydych chi yno o hyd?',
    text: 'Cewch eich allgofnodi ymhen tua dwy funud, am nad oes dim wedi’i wneud yma am dipyn.',
    stay: 'Aros wedi mewngofnodi',
    covered: 'Mae’r hyn a deipioch yma o hyd, o’r golwg. Mewngofnodwch eto: daw’r dudalen hon yn ôl wedyn.',
    signIn: 'Mewngofnodi eto (yn agor mewn tab newydd)',
  },
};
