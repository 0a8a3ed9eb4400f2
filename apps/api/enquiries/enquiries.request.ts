import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { IndicatorAnswer } from '#domain';
import {
  AGREEMENT_ANSWERS,
  AGREEMENT_SPEAKERS,
  AGREEMENT_WAYS,
  type AgreementAnswer,
  type AgreementSpeaker,
  type AgreementWay,
  DECLINE_REASONS,
  type DeclineReason,
  ENQUIRY_STATES,
  type EnquiryState,
  IDENTIFYING_DETAILS,
  type IdentifyingDetail,
  LAWFUL_GROUNDS,
  type LawfulGround,
  OVERRIDE_REASONS,
  type OverrideReason,
  REPLY_KINDS,
  type ReplyKind,
} from '#enquiries';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

const ANSWERS = ['present', 'absent', 'not_asked'] as const satisfies readonly IndicatorAnswer[];
const SIGNATURES = ['signed', 'refused'] as const;

export class AgreementRequest {
  @ApiProperty({ enum: AGREEMENT_ANSWERS })
  @IsIn(AGREEMENT_ANSWERS)
  readonly given!: AgreementAnswer;

  @ApiProperty({ enum: AGREEMENT_SPEAKERS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(AGREEMENT_SPEAKERS, { each: true })
  readonly saidBy!: AgreementSpeaker[];

  @ApiProperty({ enum: AGREEMENT_WAYS })
  @IsIn(AGREEMENT_WAYS)
  readonly how!: AgreementWay;

  @ApiPropertyOptional()
  @IsOptional()
  @IsProse(4_000)
  readonly note?: string;
}

export class OverrideRequest {
  @ApiProperty({ enum: OVERRIDE_REASONS, description: 'Why nobody in the family was asked' })
  @IsIn(OVERRIDE_REASONS)
  readonly reason!: OverrideReason;

  @ApiProperty({ enum: LAWFUL_GROUNDS, description: 'On what the authority relies in law' })
  @IsIn(LAWFUL_GROUNDS)
  readonly basis!: LawfulGround;

  @ApiProperty({ description: 'In your own words, for the record' })
  @IsProse(4_000)
  readonly statement!: string;
}

export class SignatureRequest {
  @ApiProperty({ enum: SIGNATURES })
  @IsIn(SIGNATURES)
  readonly outcome!: (typeof SIGNATURES)[number];

  @ApiPropertyOptional({ description: 'Needed to refuse' })
  @ValidateIf((request: SignatureRequest) => request.outcome === 'refused' || request.reason !== undefined)
  @IsProse(4_000)
  readonly reason?: string;
}

export class EnquiryRequest {
  @ApiProperty({ type: [String], description: 'Ids of the agencies to ask' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(/^[a-z0-9-]{1,60}$/, { each: true, message: 'each of $property must be the id of an agency' })
  readonly agencies!: string[];

  @ApiProperty({ description: 'What you ask, and no more than the agency needs' })
  @IsProse(4_000)
  readonly asked!: string;

  @ApiPropertyOptional({
    enum: IDENTIFYING_DETAILS,
    isArray: true,
    description: 'What the agency is told of the child beside name and date of birth',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(IDENTIFYING_DETAILS, { each: true })
  readonly share?: IdentifyingDetail[];
}

export class EnquiryWithdrawalRequest {
  @ApiProperty({ description: 'Why' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class AskedRequest {
  @PageSize(100, 50)
  readonly limit: number = 50;

  @ApiPropertyOptional({ enum: ENQUIRY_STATES, default: 'open' })
  @IsOptional()
  @IsIn(ENQUIRY_STATES)
  readonly state: EnquiryState = 'open';
}

export class ReplyIndicator {
  @ApiProperty({ description: 'Id of an indicator of the nation, for example B17' })
  @Matches(/^[A-Z0-9]{1,10}$/, { message: '$property must be the id of an indicator' })
  readonly id!: string;

  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  readonly answer!: IndicatorAnswer;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  readonly evidence?: string;
}

export class ReplyRequest {
  @ApiProperty({ enum: REPLY_KINDS, description: 'Whether the child is known to you, or why you do not answer' })
  @IsIn(REPLY_KINDS)
  readonly kind!: ReplyKind;

  @ApiPropertyOptional({ description: 'What you know; needed where the child is known to you' })
  @ValidateIf((request: ReplyRequest) => request.kind === 'known' || request.whatWeKnow !== undefined)
  @IsProse(10_000)
  readonly whatWeKnow?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  readonly worries?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  readonly strengths?: string;

  @ApiPropertyOptional({ type: [ReplyIndicator] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique(({ id }: ReplyIndicator) => id)
  @ValidateNested({ each: true })
  @Type(() => ReplyIndicator)
  readonly indicators?: ReplyIndicator[];

  @ApiPropertyOptional({ enum: DECLINE_REASONS, description: 'Needed to decline' })
  @ValidateIf((request: ReplyRequest) => request.kind === 'declined' || request.declineReason !== undefined)
  @IsIn(DECLINE_REASONS)
  readonly declineReason?: DeclineReason;
}
