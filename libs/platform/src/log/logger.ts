import { Injectable } from '@nestjs/common';
import { isSealedNumber } from '@huiying/contracts';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { Config } from '../config/config.js';

/**
 * Fields that a log line may carry: ids, codes and measures (access.md §3 "Guards"). What is not listed is dropped and its name is
 * listed in `dropped`, so that personal data cannot reach a log by a forgotten field.
 */
const ALLOWED_FIELDS = [
  'actorId',
  'addedMs',
  'address',
  'attempt',
  'bytes',
  'caseNo',
  'clientId',
  'code',
  'consumer',
  'count',
  'database',
  'decisionId',
  'deadlineId',
  'durationMs',
  'element',
  'elementId',
  'epoch',
  'errorCode',
  'eventId',
  'eventType',
  'exitCode',
  'faults',
  'file',
  'formId',
  'group',
  'incidentKey',
  'instanceKey',
  'jobKey',
  'jobType',
  'kid',
  'kind',
  'lag',
  'limitId',
  'messageName',
  'method',
  'migration',
  'model',
  'noticeId',
  'offsetMs',
  'organisationId',
  'outboxId',
  'path',
  'pid',
  'port',
  'position',
  'processId',
  'reason',
  'retries',
  'retryInMs',
  'role',
  'route',
  'schema',
  'seq',
  'service',
  'shape',
  'signal',
  'state',
  'status',
  'subject',
  'subjectNo',
  'taskId',
  'template',
  'traceId',
  'traceparent',
  'unitId',
  'url',
  'version',
  'worker',
] as const;

type LogField = (typeof ALLOWED_FIELDS)[number];
export type LogFields = Partial<Record<LogField, string | number | boolean | string[] | null | undefined>>;

const allowed = new Set<string>(ALLOWED_FIELDS);

/** JSON lines on stderr (stdout is for the ready line). `event` is dotted: `job.failed`. ERROR means that a person must act. */
@Injectable()
export class Logger {
  private constructor(private readonly pino: Pino) {}

  static open(config: Pick<Config, 'logLevel'>, service: string, destination?: DestinationStream): Logger {
    const options = {
      level: config.logLevel,
      base: { service },
      messageKey: 'event',
      formatters: { level: levelName },
    };
    return new Logger(
      destination ? pino(options, destination) : pino(options, pino.destination({ dest: 2, sync: true })),
    );
  }

  /** Writes nothing: for tests. */
  static silent(): Logger {
    return new Logger(pino({ level: 'silent' }));
  }

  debug(event: string, fields: LogFields = {}): void {
    this.pino.debug(clean(fields), event);
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(clean(fields), event);
  }

  warn(event: string, fields: LogFields = {}, error?: unknown): void {
    this.pino.warn({ ...clean(fields), ...describe(error) }, event);
  }

  error(event: string, fields: LogFields = {}, error?: unknown): void {
    this.pino.error({ ...clean(fields), ...describe(error) }, event);
  }
}

const levelName = (label: string): { level: string } => ({ level: label });

/** Without what is not on the list, and without numbers of sealed files, wherever they come from (access.md §5). */
function clean(fields: LogFields): Record<string, unknown> {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(typeof value === 'string' && isSealedNumber(value)),
  );
  const dropped = entries.map(([name]) => name).filter((name) => !allowed.has(name));
  return {
    ...Object.fromEntries(entries.filter(([name]) => allowed.has(name))),
    ...(dropped.length > 0 ? { dropped } : {}),
  };
}

/**
 * Class, code and stack frames of an error, never its message: a driver's message can hold values ("Key (phone)=(…) already exists").
 */
function describe(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {};
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    ...cause,
    stack: frames.map((line) => line.trim()),
  };
}
