import { CAUSE_CODES } from '@huiying/contracts';
import type { FormAnswers } from '@huiying/forms';
import type { FieldError } from '@huiying/platform';

/** Reads the answers of a form and gathers what is refused. The tasklist has checked the schema; here stand the rules. */
export class Answers {
  readonly errors: FieldError[] = [];

  constructor(private readonly answers: FormAnswers) {}

  text(key: string): string {
    const value = this.answers[key];
    return typeof value === 'string' ? value.trim() : '';
  }

  flag(key: string): boolean | null {
    const value = this.answers[key];
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    return null;
  }

  /** An amount in fen, or null when left blank. */
  fen(key: string): number | null {
    const value = this.answers[key];
    if (value === undefined || value === null || value === '') return null;
    const amount = Number(value);
    if (Number.isSafeInteger(amount) && amount >= 0) return amount;
    this.refuse(key, 'not-an-amount');
    return null;
  }

  codes(key: string): string[] {
    const value = this.answers[key];
    return Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
  }

  lines(key: string): Record<string, unknown>[] {
    const value = this.answers[key];
    return Array.isArray(value)
      ? value.filter((line): line is Record<string, unknown> => typeof line === 'object' && line !== null)
      : [];
  }

  raw(key: string): unknown {
    return this.answers[key];
  }

  require(...keys: string[]): void {
    for (const key of keys) {
      const value = this.answers[key];
      const blank = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
      if (blank || (Array.isArray(value) && value.length === 0)) this.refuse(key, 'required');
    }
  }

  refuse(field: string, code: string): void {
    this.errors.push({ field, code });
  }

  /** 〔原因〕: a code of the operator's list and one sentence (R03.11). */
  requireCause(): void {
    this.require('causeCode', 'causeText');
    const code = this.text('causeCode');
    if (code !== '' && !CAUSE_CODES.some((known) => known === code)) this.refuse('causeCode', 'unknown-cause');
  }

  /** 〔结论〕: what settles without a decision names both sides' words, finding, basis and cause (R04.8, R03.11). */
  requireConclusion(): void {
    this.require('bothStatements', 'findings', 'basis', 'agreed', 'correctiveNeeded');
    this.requireCause();
  }
}
