import { Injectable } from '@nestjs/common';
import { Metrics } from '@huiying/platform';
import { Counter, Gauge } from 'prom-client';

/** What the events of a process are measured by; labels are schemas, groups and types. */
@Injectable()
export class EventsMetrics {
  readonly outboxRows: Gauge;
  readonly outboxOldest: Gauge;
  readonly lagEvents: Gauge;
  readonly lagSeconds: Gauge;
  readonly parked: Gauge;
  private readonly handled: Counter;

  constructor({ registry }: Metrics) {
    const gauge = (name: string, help: string, ...labelNames: string[]) =>
      new Gauge({ name, help, labelNames, registers: [registry] });
    this.outboxRows = gauge('huiying_outbox_rows', 'Rows in the outbox', 'schema', 'kind', 'state');
    this.outboxOldest = gauge('huiying_outbox_oldest_seconds', 'Age of the oldest row that may go', 'schema', 'kind');
    this.lagEvents = gauge('huiying_consumer_lag_events', 'Positions between a group and the end of the log', 'group');
    this.lagSeconds = gauge(
      'huiying_consumer_lag_seconds',
      'Age of the oldest event that a group has not read',
      'group',
    );
    this.parked = gauge('huiying_events_parked', 'Events put aside', 'group');
    this.handled = new Counter({
      name: 'huiying_events_handled_total',
      help: 'Events that were handled, passed by, repeated or parked',
      labelNames: ['group', 'type', 'outcome'],
      registers: [registry],
    });
  }

  countHandled(group: string, type: string, outcome: string): void {
    this.handled.inc({ group, type, outcome });
  }
}
