import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { WEBHOOK_EVENTS, type WebhookEvent } from '#notifications';

const EVENTS = { enum: WEBHOOK_EVENTS, isArray: true, description: 'What you want to be told' } as const;
const MAX_URL_LENGTH = 500;

export class WebhookRequestBody {
  @ApiProperty({
    description: 'Public https address on port 443 or 8443',
    maxLength: MAX_URL_LENGTH,
    example: 'https://records.example.org/front-door',
  })
  @IsString()
  @MaxLength(MAX_URL_LENGTH)
  readonly url!: string;

  @ApiProperty(EVENTS)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_EVENTS.length)
  @IsIn(WEBHOOK_EVENTS, { each: true })
  readonly events!: WebhookEvent[];
}

export class WebhookChangeBody {
  @ApiPropertyOptional({ description: 'Another address', maxLength: MAX_URL_LENGTH })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_URL_LENGTH)
  readonly url?: string;

  @ApiPropertyOptional(EVENTS)
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_EVENTS.length)
  @IsIn(WEBHOOK_EVENTS, { each: true })
  readonly events?: WebhookEvent[];

  @ApiPropertyOptional({ description: 'False stops it and drops what waits; true starts it afresh' })
  @IsOptional()
  @IsBoolean()
  readonly enabled?: boolean;
}
