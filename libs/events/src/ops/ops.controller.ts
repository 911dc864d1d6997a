import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, Problem } from '@huiying/platform';
import { Matches } from 'class-validator';
import { OpsRegistry } from './ops-registry.js';
import type { ParkedEvent, ReplayResult, StuckRow } from './outbox-ops.js';

/** Names a key of a consumer group whose parked events are to be handled again. */
export class ReplayParkedBody {
  @ApiProperty({ description: 'Schema of the service, as listed' })
  @Matches(/^[a-z_]{1,40}$/)
  schema: string;

  @ApiProperty({ description: 'Consumer group, as listed' })
  @Matches(/^[a-z0-9._-]{1,100}$/)
  group: string;

  @ApiProperty({ description: 'Partition key, as listed, or the id of a parked event, as logged' })
  @Matches(/^[A-Za-z0-9_.:#+-]{1,64}$/)
  key: string;
}

/** Operator's view of what does not leave or cannot be handled: ids, types and codes, never content. */
@ApiTags('ops')
@Controller('ops')
export class OpsController {
  constructor(private readonly registry: OpsRegistry) {}

  /** Held, parked and delayed rows of every outbox of this process. */
  @Get('outbox')
  @Access('ops.read')
  async outbox(): Promise<{ items: StuckRow[] }> {
    const lists = await Promise.all(this.registry.all().map((ops) => ops.stuck()));
    return { items: lists.flat() };
  }

  /** A parked or held row may go again. 404 `outbox-row-unknown`: it went or never was. */
  @Post('outbox/:id/retry')
  @HttpCode(204)
  @Access('ops.act')
  async retry(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    for (const ops of this.registry.all()) if (await ops.retry(id)) return;
    throw new Problem('outbox-row-unknown', 'missing');
  }

  /** Events that a consumer group could not handle. */
  @Get('parked')
  @Access('ops.read')
  async parked(): Promise<{ items: ParkedEvent[] }> {
    const lists = await Promise.all(this.registry.all().map((ops) => ops.parked()));
    return { items: lists.flat() };
  }

  /** Handles the parked events of a key in order, until one fails again. */
  @Post('parked/replay')
  @HttpCode(200)
  @Access('ops.act')
  async replay(@Body() { schema, group, key }: ReplayParkedBody): Promise<ReplayResult> {
    const ops = this.registry.of(schema);
    if (!ops) throw new Problem('outbox-row-unknown', 'missing');
    return ops.replay(group, key);
  }
}
