import type { FastifyRequest } from 'fastify';
import { type Language, LANGUAGES } from '#domain';
import { type Words, WORDS } from '../words/words.ts';

/** Holds the choice of language, and nothing about the person. */
export const LANGUAGE_COOKIE = 'front_door_language';

/** What the person chose last in this browser; English before they choose, and where an address cannot even be read. */
export function languageOf({ cookies }: Partial<Pick<FastifyRequest, 'cookies'>>): Language {
  const chosen = cookies?.[LANGUAGE_COOKIE];
  return LANGUAGES.find((language) => language === chosen) ?? 'en';
}

export function wordsOf(request: FastifyRequest): Words {
  return WORDS[languageOf(request)];
}
