import type { LoggerService } from '@nestjs/common';
import type { Logger } from '../log/logger.js';

/** Nest's own lines in our format; its text may hold anything, so only where it comes from is kept for warnings and errors. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {
    // Nest announces every route and module; our own events say what matters.
  }

  warn(_message: unknown, ...context: unknown[]): void {
    this.logger.warn('nest.warned', { service: contextOf(context) });
  }

  error(message: unknown, ...context: unknown[]): void {
    this.logger.error('nest.failed', { service: contextOf(context) }, message instanceof Error ? message : undefined);
  }
}

function contextOf(parts: unknown[]): string {
  const last = parts.at(-1);
  return typeof last === 'string' ? last.slice(0, 64) : '';
}
