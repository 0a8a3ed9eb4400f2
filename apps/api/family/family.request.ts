import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
  ValidateNested,
} from 'class-validator';
import type { Answer } from '#domain';
import { CONSIDERATION_OUTCOMES, type ConsiderationOutcome } from '#family';
import { RELATIONSHIP_KINDS, type RelationshipKind } from '#people';
import { ReasonRequest } from '../case-access/case-access.request.ts';
import { IsDay } from '../service/is-day.ts';

const ANSWERS = ['yes', 'no', 'not_known', 'not_asked'] as const satisfies readonly Answer[];

function CalendarDay(): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ format: 'date' }), IsOptional(), IsDay());
}

export class VerdictRequest extends ReasonRequest {
  @ApiProperty({ format: 'uuid', description: 'One mention of a person; one of the two is of this case’s referral' })
  @IsUUID()
  readonly mentionId!: string;

  @ApiProperty({ format: 'uuid', description: 'The other' })
  @IsUUID()
  readonly otherId!: string;

  @ApiProperty({ enum: ['same', 'different'] })
  @IsIn(['same', 'different'])
  readonly verdict!: 'same' | 'different';
}

export class UndoingRequest extends ReasonRequest {}

export class ConsiderationRequest extends ReasonRequest {
  @ApiProperty({ format: 'uuid', description: 'A mention of the brother or sister' })
  @IsUUID()
  readonly mentionId!: string;

  @ApiProperty({ enum: CONSIDERATION_OUTCOMES })
  @IsIn(CONSIDERATION_OUTCOMES)
  readonly outcome!: ConsiderationOutcome;
}

class TiesRequest extends ReasonRequest {
  @ApiProperty({ enum: RELATIONSHIP_KINDS, description: 'What they are to the child' })
  @IsIn(RELATIONSHIP_KINDS)
  readonly kind!: RelationshipKind;

  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  readonly parentalResponsibility!: Answer;

  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  readonly livesInHousehold!: Answer;
}

export class NewPersonRequest extends TiesRequest {
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  readonly givenName?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  readonly familyName?: string;

  @CalendarDay()
  readonly dateOfBirth?: string;
}

export class RelationshipRequest extends TiesRequest {
  @ApiProperty({ format: 'uuid', description: 'A mention of the person' })
  @IsUUID()
  readonly mentionId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'To whom; left out: to every child of the person’s referral' })
  @IsOptional()
  @IsUUID()
  readonly toId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The entry that this one corrects' })
  @IsOptional()
  @IsUUID()
  readonly replaces?: string;
}

class AddressRequest {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  readonly lines?: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly postcode?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{1,12}$/, { message: '$property must have 1 to 12 digits' })
  readonly uprn?: string;
}

export class ResidenceRequest extends ReasonRequest {
  @ApiProperty({ format: 'uuid', description: 'A mention of the person' })
  @IsUUID()
  readonly mentionId!: string;

  @ApiPropertyOptional({ type: AddressRequest, description: 'Left out: not known' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AddressRequest)
  readonly address?: AddressRequest;

  @ApiProperty({ description: 'For the front door’s eyes alone' })
  @IsBoolean()
  readonly addressSecret!: boolean;

  @CalendarDay()
  readonly since?: string;

  @CalendarDay()
  readonly until?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The entry that this one corrects' })
  @IsOptional()
  @IsUUID()
  readonly replaces?: string;
}
