import { Counter, Gauge, register } from 'prom-client';

/** One of a name in a process: in all-in-one every service registers, in tests every file. */
function once<M>(name: string, make: () => M): M {
  return (register.getSingleMetric(name) as M | undefined) ?? make();
}

const handled = once(
  'huiying_events_handled_total',
  () =>
    new Counter({
      name: 'huiying_events_handled_total',
      help: 'Events handled',
      labelNames: ['group', 'type', 'outcome'],
    }),
);

export function countHandled(group: string, type: string, outcome: string): void {
  handled.inc({ group, type, outcome });
}

export const outboxRows = once(
  'huiying_outbox_rows',
  () =>
    new Gauge({
      name: 'huiying_outbox_rows',
      help: 'Rows waiting in the outbox',
      labelNames: ['schema', 'kind', 'state'],
    }),
);

export const outboxOldest = once(
  'huiying_outbox_oldest_seconds',
  () =>
    new Gauge({
      name: 'huiying_outbox_oldest_seconds',
      help: 'Age of the oldest row that may go',
      labelNames: ['schema', 'kind'],
    }),
);

export const consumerLagEvents = once(
  'huiying_consumer_lag_events',
  () =>
    new Gauge({
      name: 'huiying_consumer_lag_events',
      help: 'Positions between the cursor of a group and the end of the log',
      labelNames: ['group'],
    }),
);

export const consumerLagSeconds = once(
  'huiying_consumer_lag_seconds',
  () =>
    new Gauge({
      name: 'huiying_consumer_lag_seconds',
      help: 'Age of the oldest event a group has not read',
      labelNames: ['group'],
    }),
);

export const eventsParked = once(
  'huiying_events_parked',
  () => new Gauge({ name: 'huiying_events_parked', help: 'Events put aside', labelNames: ['group'] }),
);
