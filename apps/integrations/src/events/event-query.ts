import { CODE_PATTERN } from '@huiying/events';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';

/** `type=a&type=b` and `type=a,b` say the same. */
const listOf = ({ value }: { value: unknown }): unknown =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(',') : [one],
  );

/** What a reader of the log asks for. */
export class EventFilter {
  @ApiPropertyOptional({
    type: [String],
    description: 'Event types; `case.*` = all of a noun. Repeatable, or with commas.',
  })
  @IsOptional()
  @Transform(listOf)
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^([a-z]+(-[a-z]+)*)\.(\*|[a-z0-9.-]+)$/, { each: true })
  type?: string[];

  @ApiPropertyOptional({ description: 'Events of this case' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  caseNo?: string;

  @ApiPropertyOptional({ description: 'Events of this organisation' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  orgId?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'From this moment on (with offset)' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this moment (with offset)' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  to?: string;

  @ApiPropertyOptional({ description: 'Position after which to read; absent = oldest kept, `latest` = only new ones' })
  @IsOptional()
  @Matches(/^(\d{1,18}|latest)$/)
  after?: string;
}

export class EventListQuery extends EventFilter {
  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  limit?: number;
}
