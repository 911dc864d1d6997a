import { CODE_PATTERN } from '@huiying/events';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
} from 'class-validator';

export class WebhookBody {
  @ApiProperty({ description: 'https; outside production also http to loopback' })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @Length(1, 500)
  url: string;

  @ApiProperty({ type: [String], description: 'Event types, `case.*` for all of a noun' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @Matches(/^([a-z]+(-[a-z]+)*)\.(\*|[a-z0-9.-]+)$/, { each: true })
  types: string[];

  @ApiPropertyOptional({ description: 'Events of this organisation alone' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  orgId?: string;

  @ApiPropertyOptional({ description: 'Events of this case alone' })
  @IsOptional()
  @Matches(CODE_PATTERN)
  caseNo?: string;

  @ApiPropertyOptional({ default: true, description: 'One event of a key at a time; a failing one holds back its key' })
  @IsOptional()
  @IsBoolean()
  ordered?: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(0, 200)
  description?: string;
}

export class WebhookState {
  @ApiProperty({ enum: ['enabled', 'disabled'], description: 'Enabling resumes where it stopped: nothing is lost' })
  @IsIn(['enabled', 'disabled'])
  state: 'enabled' | 'disabled';
}

export interface WebhookView {
  id: string;
  url: string;
  types: string[];
  orgId: string | null;
  caseNo: string | null;
  ordered: boolean;
  description: string;
  state: 'enabled' | 'disabled';
  /** `gone` (the receiver answered 410), `failing` (no success for five days), `owner` (switched off). */
  disabledBecause: string | null;
  createdAt: string;
}

export interface DeliveryView {
  n: string;
  eventId: string;
  eventType: string;
  state: 'waiting' | 'sent' | 'dead';
  attempt: number;
  /** Machine time of the next try, ISO 8601; null when there is none. */
  nextAt: string | null;
  /** HTTP status of the last try; null where nobody answered. */
  status: number | null;
  /** First KiB of the last answer. */
  answer: string | null;
  tookMs: number | null;
}
