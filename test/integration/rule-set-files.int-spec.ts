import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RuleSetListResponse, RuleSetResponse } from '../../apps/api/rule-sets/rule-set.response.ts';
import { type Answer, call } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface Refusal {
  readonly code: string;
  readonly errors: readonly { pointer: string; line?: number; column?: number; message: string }[];
}

describe('rule sets as files, through the API', () => {
  let service: TestService;
  let manager: string;

  beforeAll(async () => {
    service = await startTestService();
    manager = await service.staffToken('manager');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  async function exported(format: string): Promise<string> {
    const answer = await fetch(`${service.url}/api/v1/rule-sets/in-force/export?format=${format}`, {
      headers: { authorization: `Bearer ${manager}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="[\\w.-]+\\.${format}"$`),
    );
    return answer.text();
  }

  async function imported<T = RuleSetResponse>(text: string, format: string, label: string): Promise<Answer<T>> {
    const type = { json: 'application/json', yaml: 'application/yaml', csv: 'text/csv' }[format] ?? 'text/plain';
    const path = `/api/v1/rule-sets/imports?format=${format}&label=${label}`;
    const answer = await fetch(`${service.url}${path}`, {
      ...{ method: 'POST', body: text, headers: { authorization: `Bearer ${manager}`, 'content-type': type } },
    });
    const body = await answer.text();
    return { status: answer.status, headers: answer.headers, text: body, body: JSON.parse(body) as T };
  }

  async function inForce(): Promise<RuleSetListResponse> {
    return (await call<RuleSetListResponse>(service.url, '/api/v1/rule-sets', { token: manager })).body;
  }

  it.each(['json', 'yaml', 'csv'])('come back from %s as the rule set they were', async (format) => {
    const label = `from-${format}`;
    const back = await imported(await exported(format), format, label);

    expect({ status: back.status, origin: back.body.origin, stage: back.body.stage }).toEqual({
      ...{ status: 201, origin: 'imported', stage: 'draft' },
    });
    const again = await fetch(`${service.url}/api/v1/rule-sets/${back.body.id}/export?format=json`, {
      headers: { authorization: `Bearer ${manager}` },
    });
    const original = JSON.parse(await exported('json')) as { version: string };
    expect(await again.json()).toEqual({ ...original, version: label });
  });

  it('leave as DMN 1.3 too', async () => {
    expect(await exported('dmn')).toContain('https://www.omg.org/spec/DMN/20191111/MODEL/');
  });

  it('are refused whole, with every fault and its line, and nothing is stored', async () => {
    const before = await inForce();
    const rules = await exported('json');
    const broken = rules
      .replace('"minLevel": "statutory_protection"', '"minLevel": "very_high"')
      .replace(/"because": "[^"]*",/, '');
    const { status, body } = await imported<Refusal>(broken, 'json', 'broken');

    expect({ status, code: body.code }).toEqual({ status: 422, code: 'validation_failed' });
    expect(body.errors.length).toBeGreaterThanOrEqual(2);
    const lines = broken.split('\n');
    const level = body.errors.find((fault) => fault.pointer.endsWith('/then/minLevel'));
    expect(lines[(level?.line ?? 0) - 1]).toContain('very_high');
    expect(body.errors.some((fault) => fault.pointer.endsWith('/because'))).toBe(true);
    expect((await inForce()).ruleSets.length).toBe(before.ruleSets.length);
  });

  it.each([
    ['no JSON at all', 'json', '{"rules": ['],
    ['no rule set', 'json', '[]'],
    ['YAML that refers to itself', 'yaml', 'a: &a [*a]'],
    ['a sheet without its columns', 'csv', 'a,b\n1,2\n'],
    ['nothing', 'yaml', ' '],
  ])('are refused as %s', async (_what, format, text) => {
    const { status, body } = await imported<Refusal>(text, format, 'nothing');

    expect({ status, code: body.code }).toEqual({ status: 422, code: 'validation_failed' });
    expect(body.errors.every((fault) => (fault.line ?? 0) >= 1)).toBe(true);
  });

  it('cannot be for another nation', async () => {
    const scottish = (await exported('json')).replaceAll('"england"', '"scotland"');
    const { status, body } = await imported<Refusal>(scottish, 'json', 'scottish');

    expect(status).toBe(422);
    expect(body.errors.map((fault) => fault.pointer)).toContain('/nation');
  });

  it('take no other kind of body, and no other route takes theirs', async () => {
    const asText = {
      method: 'POST',
      headers: { authorization: `Bearer ${manager}`, 'content-type': 'text/csv' },
      body: 'a',
    };
    const elsewhere = await fetch(`${service.url}/api/v1/rule-sets`, asText);
    const asXml = { ...asText, headers: { ...asText.headers, 'content-type': 'application/xml' } };
    const here = await fetch(`${service.url}/api/v1/rule-sets/imports?format=csv`, asXml);

    expect([elsewhere.status, here.status]).toEqual([415, 415]);
  });

  it('are published as the threshold document, in English and Welsh, for everybody', async () => {
    const read = async (query: string): Promise<{ status: number; language: string | null; text: string }> => {
      const answer = await fetch(`${service.url}/api/v1/authorities/larkshire/threshold-document${query}`);
      const language = answer.headers.get('content-language');
      return { status: answer.status, language, text: await answer.text() };
    };
    const english = await read('');
    const welsh = await read('?language=cy');
    const markdown = await read('?format=markdown&area=harbour');

    expect([english.status, welsh.status, markdown.status]).toEqual([200, 200, 200]);
    expect(english.text).toMatch(/^<!doctype html>\s*<html lang="en"/i);
    expect(english.text).toContain('In force from: 15 December 2023');
    expect(welsh.text).toMatch(/^<!doctype html>\s*<html lang="cy"/i);
    expect(welsh.language).toBe('cy');
    expect(markdown.text).toMatch(/^# /);
    expect((await read('?area=nowhere')).status).toBe(404);
    expect((await fetch(`${service.url}/api/v1/authorities/elsewhere/threshold-document`)).status).toBe(404);
  });
});
