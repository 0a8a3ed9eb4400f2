import type { RuleSet } from '#rules';
import { writeCsv } from './csv/write-csv.ts';
import { writeDmn } from './dmn/write-dmn.ts';
import type { ExchangeFormat } from './exchange-types.ts';
import { writeJson } from './json/write-json.ts';
import { writeYaml } from './yaml/write-yaml.ts';

/**
 * Writes a sound rule set as a file's text. JSON, YAML and CSV lose nothing: read back they give the same rule set, and
 * equal rule sets give equal bytes. DMN 1.3 is for other engines; what it cannot carry stands in its description.
 */
export async function writeRuleSet(ruleSet: RuleSet, format: ExchangeFormat): Promise<string> {
  switch (format) {
    case 'json':
      return writeJson(ruleSet);
    case 'yaml':
      return writeYaml(ruleSet);
    case 'csv':
      return writeCsv(ruleSet);
    case 'dmn':
      return writeDmn(ruleSet);
    default:
      return format satisfies never;
  }
}
