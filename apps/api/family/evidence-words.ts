import type { MatchEvidence } from '#people';

/** One line of the reasons for a score as a person reads it: what was compared, how far it agrees, what that says. */
export function evidenceInWords({ field, level, weight }: MatchEvidence): string {
  const what = field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const says = weight === 0 ? 'says nothing' : weight > 0 ? 'speaks for one person' : 'speaks against';
  const bits = `${weight > 0 ? '+' : ''}${weight.toFixed(1)} bits`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${level.replaceAll('_', ' ')}, ${says} (${bits})`;
}
