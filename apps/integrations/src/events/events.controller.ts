import { Controller, Get, Header, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { structuredText } from '@huiying/events';
import {
  Access,
  Caller,
  type HttpRequest,
  IdentityService,
  Logger,
  networkOf,
  Problem,
  staff,
  type Subject,
  VolumeLimits,
} from '@huiying/platform';
import type { ServerResponse } from 'node:http';
import { EventLogReadModel } from './event-log.read-model.js';
import { EventFilter, EventListQuery } from './event-query.js';
import { EventStream } from './event-stream.js';
import { EventStreams } from './event-streams.js';
import { typesOf } from './event-types.js';

const DEFAULT_LIMIT = 100;

/** The event log outside: pages and a stream of CloudEvents in structured mode, each with its `position`. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly log: EventLogReadModel,
    private readonly streams: EventStreams,
    private readonly identity: IdentityService,
    private readonly limits: VolumeLimits,
    private readonly logger: Logger,
  ) {}

  /**
   * Events after a position, in order; `next` is always given, also on an empty page. 410 `event-position-expired` names the oldest kept,
   * 403 `event-type-not-granted` a type that may not be read.
   */
  @Get()
  @Access('events.pull')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['items', 'next', 'oldest'],
      properties: {
        items: { type: 'array', items: { type: 'object', description: 'CloudEvent 1.0 with position' } },
        next: { type: 'string' },
        oldest: { type: 'string' },
      },
    },
  })
  async list(@Query() query: EventListQuery, @Caller() caller: Subject, @Req() request: HttpRequest): Promise<string> {
    const reader = staff(caller);
    this.limits.count('events', reader.personId, networkOf(request));
    const after = await this.log.startAfter(query.after);
    const { items, next } = await this.log.page(reader, query, after, query.limit ?? DEFAULT_LIMIT);
    const texts = items.map(({ position, envelope, data }) => structuredText(envelope, data, { position }));
    const tail = JSON.stringify({ next, oldest: await this.log.oldest() }).slice(1);
    return `{"items":[${texts.join(',')}],${tail}`;
  }

  /** Server-sent events with the same filters; `Last-Event-ID` wins over `after`, neither = new ones only. Five streams a person. */
  @Get('stream')
  @Access('events.pull')
  @ApiProduces('text/event-stream')
  async stream(
    @Query() query: EventFilter,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Caller() caller: Subject,
    @Req() request: HttpRequest,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const reader = staff(caller);
    typesOf(query.type ?? []);
    this.streams.demandRoom(reader.personId);
    if (lastEventId !== undefined && !/^\d{1,18}$/.test(lastEventId)) throw new Problem('malformed-body', 'malformed');
    const after = await this.log.startAfter(lastEventId ?? query.after ?? 'latest');
    const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
    const source = {
      page: this.log.page.bind(this.log),
      renew: () => this.identity.staffOf(token),
    };
    const stream = new EventStream(response, source, query);
    try {
      await this.streams.keep(reader.personId, stream, () => stream.run(reader, after));
    } catch (error) {
      // The answer has begun: the client sees its end and resumes, or is refused at its next request.
      if (!(error instanceof Problem)) this.logger.warn('events.stream-failed', {}, error);
    }
  }
}
