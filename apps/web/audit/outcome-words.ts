import type { DecidedPathway, Level, Urgency } from '#domain';
import type { Words } from '../words/words.ts';

/** A level by its name; without one, that nothing further is done. */
export function outcomeIn(words: Words, level: Level | null): string {
  return level === null ? words.codes.pathways.no_further_action : words.codes.levels[level];
}

/** "Early help, Green"; `null` where nothing was proposed. */
export function proposalIn(words: Words, level: Level | null, urgency: Urgency | null): string | null {
  return level === null || urgency === null ? null : `${words.codes.levels[level]}, ${words.codes.urgencies[urgency]}`;
}

export function pathwayIn(words: Words, pathway: DecidedPathway): string {
  return words.codes.pathways[pathway];
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
