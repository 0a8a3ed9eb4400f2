import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { referralSchema } from '#intake';
import { ruleSetSchema } from '#rules';

/** The published schemas: partners check against the very one that the service checks against. */
@ApiTags('Service')
@Controller('api/v1/schemas')
export class SchemasController {
  @Get('referral')
  @Header('Content-Type', 'application/schema+json')
  @ApiOperation({ summary: 'JSON Schema (2020-12) of a referral' })
  @ApiResponse({ status: 200, content: { 'application/schema+json': { schema: { type: 'object' } } } })
  referral(): object {
    return referralSchema;
  }

  @Get('rule-set')
  @Header('Content-Type', 'application/schema+json')
  @ApiOperation({ summary: 'JSON Schema (2020-12) of a rule set' })
  @ApiResponse({ status: 200, content: { 'application/schema+json': { schema: { type: 'object' } } } })
  ruleSet(): object {
    return ruleSetSchema;
  }
}
