import { DmnModdle, type ModdleElement } from 'dmn-moddle';
import type { RuleSet } from '#rules';
import { describeTable } from './describe-table.ts';
import { factColumns } from './fact-columns.ts';
import { feelText } from './feel.ts';
import { ANNOTATIONS, OUTPUTS } from './outputs.ts';
import { type InputColumn, type Table, type TableRow, tableOf } from './table-rows.ts';

/** What XML 1.0 cannot hold, whatever the escape. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, '\uFFFD');
}

class DmnWriter {
  private readonly moddle = new DmnModdle();

  constructor(
    private readonly ruleSet: RuleSet,
    private readonly table: Table,
  ) {}

  async xml(): Promise<string> {
    const { xml } = await this.moddle.toXML(this.definitions(), { format: true });
    return xml;
  }

  private definitions(): ModdleElement {
    const inputs = this.table.columns.filter(({ expression }) => /^\w+$/.test(expression));
    return this.make('Definitions', {
      id: 'definitions',
      name: xmlText(this.ruleSet.title),
      namespace: `urn:front-door:rule-set:${this.ruleSet.id}`,
      description: xmlText(describeTable(this.ruleSet)),
      itemDefinition: [
        this.make('ItemDefinition', { id: 'codes', name: 'codes', typeRef: 'string', isCollection: true }),
      ],
      drgElement: [this.decision(inputs), ...inputs.map((column) => this.inputData(column))],
    });
  }

  private decision(inputs: readonly InputColumn[]): ModdleElement {
    return this.make('Decision', {
      id: 'triage',
      name: 'triage',
      description: xmlText(describeTable(this.ruleSet)),
      informationRequirement: inputs.map(({ expression }) =>
        this.make('InformationRequirement', {
          id: `needs_${expression}`,
          requiredInput: this.make('DMNElementReference', { href: `#data_${expression}` }),
        }),
      ),
      decisionLogic: this.decisionTable(),
    });
  }

  private decisionTable(): ModdleElement {
    return this.make('DecisionTable', {
      id: 'rules',
      hitPolicy: 'COLLECT',
      input: this.table.columns.map((column, place) => this.input(column, place)),
      output: OUTPUTS.map(({ name, typeRef, values }) =>
        this.make('OutputClause', {
          id: `output_${name}`,
          name,
          typeRef,
          ...(values ? { outputValues: this.make('UnaryTests', { text: values.map(feelText).join(',') }) } : {}),
        }),
      ),
      annotation: ANNOTATIONS.map(({ name }) => this.make('RuleAnnotationClause', { name })),
      rule: this.table.rows.map((row, place) => this.row(row, place)),
    });
  }

  private input({ label, expression, typeRef, description }: InputColumn, place: number): ModdleElement {
    return this.make('InputClause', {
      id: `input_${place + 1}`,
      label: xmlText(label),
      ...(description === undefined ? {} : { description: xmlText(description) }),
      inputExpression: this.make('LiteralExpression', { id: `expression_${place + 1}`, typeRef, text: expression }),
    });
  }

  private row({ rule, tests }: TableRow, place: number): ModdleElement {
    return this.make('DecisionRule', {
      id: `row_${place + 1}`,
      inputEntry: this.table.columns.map(({ expression }) =>
        this.make('UnaryTests', { text: tests.get(expression) ?? '-' }),
      ),
      outputEntry: OUTPUTS.map(({ text }) => this.make('LiteralExpression', { text: text(rule) })),
      annotationEntry: ANNOTATIONS.map(({ text }) =>
        this.make('RuleAnnotation', { text: xmlText(text(rule, this.ruleSet)) }),
      ),
    });
  }

  private inputData({ expression, label, typeRef }: InputColumn): ModdleElement {
    return this.make('InputData', {
      id: `data_${expression}`,
      name: expression,
      label: xmlText(label),
      variable: this.make('InformationItem', { id: `variable_${expression}`, name: expression, typeRef }),
    });
  }

  private make(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement {
    return this.moddle.create(`dmn:${type}`, properties);
  }
}

/**
 * The rule set as a DMN 1.3 decision table with the hit policy COLLECT: an input for each fact that the rules use, for
 * the day and for the area; rows for each rule in disjunctive normal form; as outputs the rule's id, level, urgency, red
 * line and codes. With unknown facts given as null the join of the matching rows is the definite outcome. What DMN
 * cannot carry, the third truth value and what missing means, stands in the file's description.
 */
export async function writeDmn(ruleSet: RuleSet): Promise<string> {
  const table = tableOf(ruleSet.rules, factColumns(ruleSet.catalogue, ruleSet.rules));
  return new DmnWriter(ruleSet, table).xml();
}
