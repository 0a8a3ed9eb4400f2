import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const ANSWERS = ['yes', 'no', 'not_known'] as const;
type Answer = (typeof ANSWERS)[number];

class SafetyDto {
  @IsOptional() @IsIn(ANSWERS) immediateDanger?: Answer;
  @IsOptional() @IsIn(ANSWERS) needsMedicalAttention?: Answer;
}

class ReferrerDto {
  @IsIn(['professional', 'family', 'public']) capacity!: string;
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsString() @Length(1, 200) role?: string;
  @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @IsOptional() @IsString() @Length(1, 5) source?: string;
}

class AddressDto {
  @IsArray() @ArrayMaxSize(6) @IsString({ each: true }) lines!: string[];
  @IsOptional() @IsString() @Length(5, 10) postcode?: string;
}

class VoiceDto {
  @IsOptional() @IsString() @MaxLength(20_000) said?: string;
}

class ChildDto {
  @IsString() @Length(1, 40) ref!: string;
  @IsOptional() @IsString() @Length(1, 200) givenName?: string;
  @IsOptional() @IsString() @Length(1, 200) familyName?: string;
  @IsOptional() @IsDateString() dateOfBirth?: string;
  @IsOptional() @ValidateNested() @Type(() => AddressDto) address?: AddressDto;
  @IsOptional() @IsIn(['mobile', 'not_mobile']) mobility?: string;
  @IsOptional() @IsIn(ANSWERS) seenBySender?: Answer;
  @IsOptional() @ValidateNested() @Type(() => VoiceDto) voice?: VoiceDto;
}

class PersonDto {
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsDateString() dateOfBirth?: string;
  @IsOptional() @IsString() @Length(1, 60) relationship?: string;
  @IsOptional() @IsIn(ANSWERS) livesInHousehold?: Answer;
}

class HouseholdDto {
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PersonDto) people!: PersonDto[];
}

class WorriesDto {
  @IsString() @Length(1, 20_000) summary!: string;
  @IsOptional() @IsIn(ANSWERS) firstHand?: Answer;
  @IsOptional() @IsIn(ANSWERS) injury?: Answer;
}

class WishesDto {
  @IsOptional() @IsString() @MaxLength(4_000) referrer?: string;
  @IsOptional() @IsString() @MaxLength(4_000) family?: string;
}

class IndicatorDto {
  @IsString() @Length(1, 10) id!: string;
  @IsIn(['present', 'absent', 'not_known']) answer!: string;
  @IsOptional() @IsString() @MaxLength(20_000) evidence?: string;
}

class AgreementDto {
  @IsArray() @IsString({ each: true }) told!: string[];
  @IsOptional() @IsIn(ANSWERS) given?: Answer;
}

/** What the bench sends, checked as the tutorial does it. */
export class ReferralDto {
  @IsIn(['1']) schemaVersion!: string;
  @IsOptional() @ValidateNested() @Type(() => SafetyDto) safety?: SafetyDto;
  @ValidateNested() @Type(() => ReferrerDto) referrer!: ReferrerDto;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ChildDto)
  children!: ChildDto[];
  @IsOptional() @ValidateNested() @Type(() => HouseholdDto) household?: HouseholdDto;
  @ValidateNested() @Type(() => WorriesDto) worries!: WorriesDto;
  @IsOptional() @IsString() @MaxLength(20_000) strengths?: string;
  @IsOptional() @ValidateNested() @Type(() => WishesDto) whatNeedsToHappen?: WishesDto;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => IndicatorDto)
  indicators?: IndicatorDto[];
  @IsOptional() @ValidateNested() @Type(() => AgreementDto) agreement?: AgreementDto;
}
