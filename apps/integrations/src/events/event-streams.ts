import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DirectSession } from '@huiying/events';
import { InjectDatabase } from '@huiying/persistence';
import { Logger, Problem } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { INTEGRATIONS } from '../schema.js';
import type { EventStream } from './event-stream.js';

const STREAMS_PER_PRINCIPAL = 5;

/** Open streams of this process: at most five a person, woken when the log grows, closed when the process stops. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly byPerson = new Map<string, Set<EventStream>>();
  private readonly session: DirectSession;
  private listening = false;

  constructor(@InjectDatabase(INTEGRATIONS) database: DataSource, log: Logger) {
    this.session = new DirectSession(database, log);
  }

  /** @throws Problem 429 `too-many-streams` */
  demandRoom(personId: string): void {
    const open = this.byPerson.get(personId)?.size ?? 0;
    if (open >= STREAMS_PER_PRINCIPAL)
      throw new Problem('too-many-streams', 'too-many', { params: { max: STREAMS_PER_PRINCIPAL } });
  }

  /** Keeps the stream while it runs. */
  async keep(personId: string, stream: EventStream, run: () => Promise<void>): Promise<void> {
    this.listen();
    const streams = this.byPerson.get(personId) ?? new Set();
    this.byPerson.set(personId, streams.add(stream));
    try {
      await run();
    } finally {
      streams.delete(stream);
      if (streams.size === 0) this.byPerson.delete(personId);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const stream of this.all()) stream.end();
    await this.session.stop();
  }

  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    this.session.listen('events_appended', () => {
      for (const stream of this.all()) stream.wake();
    });
  }

  private *all(): Generator<EventStream> {
    for (const streams of this.byPerson.values()) yield* streams;
  }
}
