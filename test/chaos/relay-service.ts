import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import {
  type CloudEvent,
  type Delivery,
  type EventContext,
  eventLogMigrations,
  eventsMigrations,
  eventsModule,
  OnEvent,
  type OutboxRow,
  relaySink,
  type RelaySink,
} from '@huiying/events';
import { databaseModule, InjectDatabase } from '@huiying/persistence';
import { openTestService } from '@huiying/platform/testing';
import type { DataSource } from 'typeorm';

/** A second time for one event breaks the table's key, so that it would be parked and found. */
@Injectable()
class EffectsConsumer {
  @OnEvent('supplement.received', { group: 'intake.effects' })
  async write(event: CloudEvent<'supplement.received'>, { manager }: EventContext): Promise<void> {
    await manager.query('insert into effect (id, key, sequence) values ($1, $2, $3)', [
      event.id,
      event.partitionkey,
      Number(event.sequence),
    ]);
  }
}

/** A gateway that has what was sent, whatever becomes of the sender. */
@Injectable()
class DeliveredSink implements RelaySink<'message'> {
  constructor(@InjectDatabase('intake') private readonly database: DataSource) {}

  async deliver(rows: readonly OutboxRow<'message'>[]): Promise<readonly Delivery[]> {
    for (const { id, partitionKey } of rows)
      await this.database.query('insert into delivered (id, key) values ($1, $2)', [id, partitionKey]);
    return rows.map(() => 'sent');
  }
}

@Module({
  imports: [
    databaseModule({ name: 'events', migrations: eventLogMigrations, poolSize: 1 }),
    databaseModule({ name: 'intake', migrations: eventsMigrations }),
    eventsModule('intake'),
  ],
  providers: [EffectsConsumer, DeliveredSink, relaySink('message', DeliveredSink, 'intake')],
})
class RelayService {}

const databaseUrl = process.argv[2];
if (!databaseUrl) throw new Error('address of the database is missing');
await openTestService({ module: RelayService, databaseUrl });
process.stdout.write('ready\n');
