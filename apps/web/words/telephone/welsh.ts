import type { Worded } from '../worded.ts';
import type { TELEPHONE_ENGLISH } from './english.ts';

export const TELEPHONE_WELSH: Worded<typeof TELEPHONE_ENGLISH> = {
  title: 'Cymryd galwad',
  lead: 'Ar gyfer galwadau am blentyn neu deulu. Y cwestiwn cyntaf bob amser yw a oes rhywun mewn perygl nawr.',
  begin: 'Dechrau galwad',
  scriptTitle: 'Darllenwch neu gofynnwch',
  sentTitle: 'Cofnodwyd yr alwad',
  readOut: 'Darllenwch hyn i’r galwr, a rhowch y cyfeirnod ddwywaith.',
  another: 'Cymryd galwad arall',
  script: {
    danger: [
      '“A oes plentyn mewn perygl yr eiliad hon?” Os oes: “Rhowch y ffôn i lawr a ffoniwch 999. Rwy’n cadw’r hyn a ddywedoch wrthyf, a gallwch ein ffonio eto.”',
      '“A oes angen meddyg ar unrhyw un nawr? A oes rhywbeth ar fin digwydd heddiw?”',
    ],
    caller: ['“A gaf i ofyn a ydych yn ffonio ar ran eich gwaith, drosoch eich hun, neu fel rhywun sy’n poeni?”'],
    'caller-details': [
      '“Os collwn ein gilydd, ar ba rif y gallaf eich ffonio’n ôl? A yw’n ddiogel eich ffonio yno?”',
      'Darllenwch y rhif yn ôl. Caiff galwr o’r cyhoedd aros yn ddienw; ni chaiff rhywun sy’n ffonio ar ran ei waith.',
    ],
    'urgent-signs': ['“Gofynnaf rai cwestiynau byr i chi. Os nad ydych yn gwybod, dywedwch hynny.”'],
    child: ['“Pwy yw’r plentyn? Faint yw oed y plentyn?” Mae’n iawn os mai dim ond rhan a ŵyr y galwr.'],
    'child-home': ['“Ble mae’r plentyn yn byw, a ble mae’r plentyn nawr?”'],
    'child-needs': ['“Pa iaith mae’r plentyn yn ei siarad orau? A oes rhywbeth sy’n helpu’r plentyn i siarad â ni?”'],
    'child-voice': ['“A yw’r plentyn wedi dweud rhywbeth? Dywedwch y geiriau wrthyf, cystal ag y cofiwch.”'],
    children: ['“A oes plant eraill yn y teulu?”'],
    adult: ['“Pwy yw’r person hwn, ac a yw’n byw gyda’r plentyn?”'],
    adults: ['“Pwy arall sy’n byw yno neu’n gofalu am y plentyn?”'],
    worries: [
      '“Dywedwch wrthyf beth ddigwyddodd.” Gadewch i’r galwr siarad. Ysgrifennwch eiriau’r galwr, nid eich rhai chi.',
    ],
    source: ['“A wyddoch chi pwy wnaeth hyn, ac a all y person hwnnw gyrraedd y plentyn?”'],
    topics: ['Peidiwch â darllen y rhestr. Dewiswch yr hyn a ddywedodd y galwr wrthych.'],
    topic: ['“Mae gennyf ychydig mwy o gwestiynau am hyn. Os nad ydych yn gwybod, dywedwch hynny.”'],
    strengths: ['“A oes rhywun sy’n cadw’r plentyn yn ddiogel? Beth ydych chi’n gobeithio fydd yn digwydd?”'],
    household: ['“A oes unrhyw beth y dylai ymwelydd ei wybod, er enghraifft ci?”'],
    history: ['“A wyddoch chi a yw rhywun wedi helpu’r teulu hwn o’r blaen?”'],
    agreement: ['“A yw’r teulu’n gwybod eich bod yn ffonio?”'],
    view: ['Gallwch adael hwn yn wag. Gweithiwr cymdeithasol sy’n penderfynu.'],
    check: ['“Gadewch i mi ddarllen yn ôl yr hyn a ysgrifennais.” Cywirwch yr hyn nad yw’n iawn, yna anfonwch ef.'],
  },
};
