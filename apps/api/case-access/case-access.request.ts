import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  type AlertState,
  type BreakGlassState,
  LEAST_BREAK_GLASS_REASON,
  RESTRICTION_REASONS,
  type RestrictionReason,
} from '#case-access';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

const ALERT_STATES = ['open', 'acknowledged'] as const satisfies readonly AlertState[];
const BREAK_GLASS_STATES = ['due', 'overdue', 'reviewed'] as const satisfies readonly BreakGlassState[];
const OUTCOMES = ['justified', 'not_justified'] as const;

class PageRequest {
  @PageSize(100, 50)
  readonly limit: number = 50;
}

export class AccessEventsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly after?: string;
}

export class CaseAccessEventsRequest extends AccessEventsRequest {
  @ApiPropertyOptional({ description: 'Also the worklists that showed the case', default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly lists?: boolean;
}

export class AlertsRequest extends PageRequest {
  @ApiPropertyOptional({ enum: ALERT_STATES })
  @IsOptional()
  @IsIn(ALERT_STATES)
  readonly state?: AlertState;

  @ApiPropertyOptional({ description: 'The `next` of the page before', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}

export class BreakGlassListRequest extends PageRequest {
  @ApiPropertyOptional({ enum: BREAK_GLASS_STATES })
  @IsOptional()
  @IsIn(BREAK_GLASS_STATES)
  readonly state?: BreakGlassState;

  @ApiPropertyOptional({ description: 'The `next` of the page before', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}

export class ReasonRequest {
  @ApiProperty({ description: 'Why' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class RestrictRequest extends ReasonRequest {
  @ApiProperty({ enum: RESTRICTION_REASONS })
  @IsIn(RESTRICTION_REASONS)
  readonly reasonCode!: RestrictionReason;

  @ApiProperty({ type: [String], description: 'Ids of the people who keep access, besides you' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Matches(/^\S{1,200}$/, { each: true, message: 'each of $property must be an id' })
  readonly people!: string[];
}

export class PersonRequest extends ReasonRequest {
  @ApiProperty({ description: 'Id that the person signs in with' })
  @IsString()
  @Matches(/^\S{1,200}$/, { message: '$property must be an id' })
  readonly personId!: string;
}

export class BreakGlassRequest {
  @ApiProperty({ description: 'Reference of the referral or of one of its cases' })
  @IsString()
  @Matches(/^[A-Z0-9-]{1,40}$/, { message: '$property must be a reference' })
  readonly reference!: string;

  @ApiProperty({ description: 'Why you must see it now', minLength: LEAST_BREAK_GLASS_REASON })
  @IsString()
  @MaxLength(4_000)
  @Matches(new RegExp(`^\\s*\\S[^]{${String(LEAST_BREAK_GLASS_REASON - 2)},}\\S\\s*$`), {
    message: `$property must have at least ${String(LEAST_BREAK_GLASS_REASON)} characters`,
  })
  readonly reason!: string;
}

export class NoteRequest {
  @ApiProperty({ description: 'What you found' })
  @IsProse(4_000)
  readonly note!: string;
}

export class ReviewRequest extends NoteRequest {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  readonly outcome!: (typeof OUTCOMES)[number];
}
