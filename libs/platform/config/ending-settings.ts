import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Max, Min } from 'class-validator';
import { CRASH_WAYS, type CrashWay } from '../crash-points.ts';
import { WatchingSettings } from './watching-settings.ts';

/** What may end a process before its time. */
export class EndingSettings extends WatchingSettings {
  /** A process that has come to nothing for so long ends itself, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(1_000)
  readonly STALL_LIMIT_MS: number = 10_000;

  /** Names of the crash points that kill this process, for the kill tests only; refused in production. */
  @IsOptional()
  @IsString()
  readonly CRASH_POINTS?: string;

  /** Chance from 0 to 1 that an armed crash point strikes. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly CRASH_CHANCE: number = 1;

  /** How an armed crash point ends this process. */
  @IsIn(CRASH_WAYS)
  readonly CRASH_WAY: CrashWay = 'kill';
}
