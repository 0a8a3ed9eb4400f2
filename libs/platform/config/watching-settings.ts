import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

/** What a process tells those who watch over it. */
export class WatchingSettings {
  /** Port of its own on which the process tells Prometheus how it does; left out, it does not. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly METRICS_PORT?: number;

  /** Address that the metrics listen on: never one that others than the monitoring reach. */
  @IsString()
  readonly METRICS_HOST: string = '127.0.0.1';

  /** Base address of an OpenTelemetry collector (OTLP over HTTP) that traces go to; left out, there are none. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  /** Share of requests that are traced, from 0 to 1. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly OTEL_TRACES_SAMPLE: number = 1;
}
