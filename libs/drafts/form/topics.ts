/**
 * The indicators of the threshold documents by what a sender would say the worry is about: only the questions of the
 * topics that are ticked are asked. Every indicator of every nation is in exactly one (a test counts).
 */
export const TOPICS = {
  about_to_happen: ['D17', 'D18'],
  hurt: ['B15', 'B16', 'B17', 'D08'],
  sexual: ['B18', 'A21', 'A22', 'A23', 'A30', 'D05', 'D06', 'D07'],
  domestic_abuse: ['B11', 'B12', 'B13', 'B14'],
  care: ['A27', 'A28', 'B02', 'B03', 'B19', 'B20', 'B21'],
  health: ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'B24', 'C12', 'C17'],
  feelings: ['A13', 'A14', 'A15', 'A16', 'A26', 'A29'],
  school: ['A09', 'A10', 'A11', 'A12', 'C18'],
  behaviour: ['A17', 'A18', 'A19', 'A20'],
  exploitation: ['D01', 'D02', 'D03', 'D04', 'D15'],
  dangerous_person: ['B27', 'D16'],
  parents: ['B04', 'B05', 'B06', 'B07', 'B08', 'B09', 'B10', 'B28'],
  working_with: ['B01', 'B22', 'B23', 'C15'],
  baby: ['B25', 'B26'],
  young_carer: ['A24', 'A25'],
  home: ['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C08', 'C13'],
  family: ['C07', 'C09', 'C10', 'C11', 'C14', 'C16', 'C19'],
  belief: ['D09', 'D10', 'D11', 'D12', 'D13', 'D14'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TopicId = keyof typeof TOPICS;

export const TOPIC_IDS = Object.keys(TOPICS) as readonly TopicId[];

export function isTopic(text: string): text is TopicId {
  return Object.hasOwn(TOPICS, text);
}
