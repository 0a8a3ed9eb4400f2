import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { DomainError, type Fact, type Facts, type Fault, known, type Language, unknown } from '#domain';
import { factValueFits, type RuleSet } from '#rules';
import { IsDay } from '../service/is-day.ts';

export class TrialRequestBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Values by fact id, "unknown" for one that is not known; what is left out means what the catalogue says',
    example: { 'indicator.B16': true, 'child.ageDays': 120 },
  })
  @IsObject()
  readonly facts!: Record<string, unknown>;

  @ApiPropertyOptional({ format: 'date', description: 'Day of receipt; today when left out' })
  @IsOptional()
  @IsDay()
  readonly onDate?: string;

  @ApiPropertyOptional({ description: 'Area id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly area?: string;

  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';
}

/** @throws DomainError `validation_failed` for facts that the catalogue lacks and values that they cannot have. */
export function factsOf(given: Readonly<Record<string, unknown>>, { catalogue }: RuleSet): Facts {
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const faults: Fault[] = [];
  const facts: Record<string, Fact> = {};
  for (const [id, value] of Object.entries(given)) {
    const entry = entries.get(id);
    const pointer = `/facts/${id.slice(0, 100)}`;
    if (entry === undefined) faults.push({ pointer, message: 'The catalogue has no such fact.' });
    else if (value === 'unknown') facts[id] = unknown('not_known');
    else if (factValueFits(entry.type, value)) facts[id] = known(value);
    else faults.push({ pointer, message: 'This fact cannot have such a value.' });
  }
  if (faults.length === 0) return facts;
  throw new DomainError('validation_failed', 'Some facts need mending.', faults.slice(0, 100));
}
