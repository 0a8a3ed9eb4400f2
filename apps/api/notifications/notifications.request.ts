import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Language } from '#domain';
import { DIGESTS, type Digest } from '#messages';
import { CONTACT_WAYS, type ContactWay } from '#notifications';
import { LanguageQuery } from '../service/language.query.ts';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

const LANGUAGES = ['en', 'cy'] as const;

export class NoticesRequest extends LanguageQuery {
  @PageSize(100, 50)
  readonly limit: number = 50;

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly after?: string;
}

export class NotificationChoices {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Left out, it stays; null takes it away' })
  @ValidateIf(({ email }: NotificationChoices) => email !== undefined && email !== null)
  @IsEmail({}, { message: '$property must be an e-mail address' })
  @MaxLength(254)
  readonly email?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'A British mobile number; as for the e-mail address',
  })
  @ValidateIf(({ mobile }: NotificationChoices) => mobile !== undefined && mobile !== null)
  @Matches(/^(?:\+44|0)7[\d ]{9,13}$/, { message: '$property must be a British mobile number' })
  readonly mobile?: string | null;

  @ApiProperty({ enum: LANGUAGES, nullable: true, type: String, description: 'Null: as the authority writes' })
  @ValidateIf(({ language }: NotificationChoices) => language !== null)
  @IsIn(LANGUAGES)
  readonly language!: Language | null;

  @ApiProperty({ enum: DIGESTS, description: 'How soon you are told of what is not urgent' })
  @IsIn(DIGESTS)
  readonly digest!: Digest;

  @ApiProperty({ description: 'UK time of a daily digest', example: '08:30' })
  @IsString()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '$property must be a time such as 08:30' })
  readonly dailyAt!: string;

  @ApiProperty({ description: 'Spare you messages about what you did yourself, unless they are urgent' })
  @IsBoolean()
  readonly quietOwn!: boolean;
}

export class ReleaseRequest {
  @ApiProperty({ description: 'How you found out that it is safe to send it' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class ContactRequest extends ReleaseRequest {
  @ApiProperty({ enum: CONTACT_WAYS, description: 'How you told them' })
  @IsIn(CONTACT_WAYS)
  readonly how!: ContactWay;
}
