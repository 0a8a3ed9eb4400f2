import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

/** The linter's half of the house rules, tried on text that no file holds. */
async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint({
    overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null } } },
    ruleFilter: ({ ruleId }) => ruleId.startsWith('no-') || ruleId.startsWith('max-'),
  });
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe('the linter catches', () => {
  it.each([
    ['a higher rank', 'libs/domain/level.ts', "import { evaluate } from '#rules';", 'no-restricted-imports'],
    ['a package in a pure library', 'libs/rules/rule-set.ts', "import pg from 'pg';", 'no-restricted-imports'],
    ['a hidden clock in a pure library', 'libs/facts/age.ts', 'export const t = new Date();', 'no-restricted-syntax'],
    ['typeorm in an app', 'apps/api/main.ts', "import { DataSource } from 'typeorm';", 'no-restricted-imports'],
    ['a mock', 'libs/intake/receipt.ts', "jest.mock('./x.ts');", 'no-restricted-syntax'],
    ['forwardRef', 'libs/intake/receipt.ts', 'forwardRef(() => 1);', 'no-restricted-syntax'],
    ['settings read anywhere', 'libs/intake/receipt.ts', 'export const x = process.env.X;', 'no-restricted-properties'],
  ])('%s', async (_name, file, text, rule) => {
    expect(await rulesBroken(file, text)).toContain(rule);
  });
});
