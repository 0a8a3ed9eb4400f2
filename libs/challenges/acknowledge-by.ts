const DAYS = 30;
const MS_PER_DAY = 86_400_000;

/**
 * Last local day, ISO, to acknowledge a complaint about data protection that came on a local day: 30 calendar days on.
 * Source: Data Protection Act 2018 s164A, in force since 19 June 2026; domain pack 4.4.
 */
export function acknowledgeBy(receivedOn: string): string {
  const received = Date.parse(`${receivedOn}T00:00:00Z`);
  return new Date(received + DAYS * MS_PER_DAY).toISOString().slice(0, 10);
}
