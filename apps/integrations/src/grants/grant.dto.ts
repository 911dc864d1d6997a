import { CODE_PATTERN } from '@huiying/events';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';

/** A grant names a person or a role, types, classes and, unless it is for all, a unit whose organisations it covers. */
export class EventGrantBody {
  @ApiPropertyOptional({ description: 'Person of the directory' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  personId?: string;

  @ApiPropertyOptional({ description: 'Platform role, instead of a person' })
  @IsOptional()
  @IsIn(['integrator', 'operator'])
  role?: 'integrator' | 'operator';

  @ApiProperty({ type: [String], description: 'Event types, `case.*` or `*`' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @Matches(/^(\*|([a-z]+(-[a-z]+)*)\.(\*|[a-z0-9.-]+))$/, { each: true })
  types: string[];

  @ApiPropertyOptional({ description: 'Unit whose organisations are covered; absent = all' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  unitId?: string;

  @ApiPropertyOptional({ description: 'Outside authority: only events of cases for which it was consulted (R06.4)' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  consultedUnitId?: string;

  @ApiPropertyOptional({
    type: [String],
    enum: ['public', 'internal'],
    description: 'Absent = both. Sealed events cannot be granted.',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(['public', 'internal'], { each: true })
  classes?: ('public' | 'internal')[];

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  validUntil?: string;
}

export interface EventGrantView {
  id: string;
  personId: string | null;
  role: string | null;
  types: string[];
  unitId: string | null;
  consultedUnitId: string | null;
  classes: string[];
  validUntil: string | null;
  grantedBy: string;
  grantedAt: string;
}
