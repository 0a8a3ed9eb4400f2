import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { DraftRuleSet, type FileFault } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { languageOf, wordsOf } from '../../door/language.ts';
import { fileOf } from '../../door/uploads.ts';
import { fieldsOf, personAt, visitOf } from '../../door/visit.ts';
import { type Faults, Pages } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { faultInWords } from '../faults/fault-words.ts';
import { type Brought, broughtInFile, broughtInText, READ_FORMATS, readImport } from './import.form.ts';

const MOST_SHOWN = 200;

/** Rules from a file, or pasted: whole or not at all, with every fault beside its line. */
@Controller('rules/import')
export class ImportController {
  constructor(
    private readonly draftRuleSet: DraftRuleSet,
    private readonly pages: Pages,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.send(request, reply, visitOf(request).held ?? {});
  }

  @Post()
  @HttpCode(200)
  async bringFile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.bring([request, reply], broughtInFile(fileOf(request), wordsOf(request)), 'file');
  }

  @Post('text')
  @HttpCode(200)
  async bringText(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.bring([request, reply], broughtInText(fieldsOf(request), wordsOf(request)), 'text');
  }

  private async bring(
    [request, reply]: readonly [FastifyRequest, FastifyReply],
    brought: Brought,
    at: 'file' | 'text',
  ): Promise<void> {
    const fields = fieldsOf(request);
    const words = wordsOf(request);
    const read = readImport(brought, fields, words, at);
    if ('faults' in read) {
      this.send(request, reply, fields, read.faults, read.lines);
      return;
    }
    let id: string;
    try {
      const { label, changeNote, ruleSet } = read;
      const from = { kind: 'imported', ruleSet } as const;
      ({ id } = await this.draftRuleSet.execute({ actor: personAt(request), label, title: null, changeNote, from }));
    } catch (error: unknown) {
      const { faults, lines } = refused(error, at, words);
      this.send(request, reply, fields, faults, lines);
      return;
    }
    throw new Elsewhere(`/rules/${id}`, 'ruleSetImported');
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: FormFields,
    faults: Faults = {},
    lines: readonly FileFault[] = [],
  ): void {
    const words = wordsOf(request);
    const isWelsh = languageOf(request) === 'cy';
    const shown = lines.slice(0, MOST_SHOWN).map(({ line, path, message }) => {
      const text = faultInWords(message, words);
      return { line, path, text: text ?? message, isEnglish: text === null && isWelsh };
    });
    const status = Object.keys(faults).length > 0 ? 422 : 200;
    const data = { lines: shown, count: lines.length, most: MOST_SHOWN, formats: READ_FORMATS, typed, faults };
    this.pages.send(request, reply.status(status), 'rules/import.njk', data);
  }
}

/** A version of this name that is there already, or rules that this authority cannot have: those have no line. */
function refused(error: unknown, at: 'file' | 'text', { rules }: Words): { faults: Faults; lines: FileFault[] } {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === 'rule_set_label_taken') {
    return { faults: { [`${at}-label`]: rules.start.faults.labelTaken }, lines: [] };
  }
  if (error.code !== 'validation_failed') throw error;
  const lines = error.faults.map(({ pointer, message }) => ({ path: pointer, line: 0, column: 0, message }));
  return { faults: { [at]: rules.bringIn.faulty }, lines };
}
