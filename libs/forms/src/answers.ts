import { CAUSE_CODES } from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';
import { answerFlag, answerText } from './answer-text.js';
import './forms.problems.js';
import type { FormAnswers } from './owned-form.js';

/** Reads the answers of a form and gathers what is refused. The tasklist has checked the schema; here stand the rules. */
export class Answers {
  readonly errors: FieldError[] = [];

  constructor(private readonly answers: FormAnswers) {}

  text(key: string): string {
    return answerText(this.answers[key]);
  }

  flag(key: string): boolean | null {
    return answerFlag(this.answers[key]);
  }

  /** An amount in fen, or null when left blank. */
  fen(key: string): number | null {
    const value = this.answers[key];
    if (value === undefined || value === null || value === '') return null;
    const amount = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0) return amount;
    this.refuse(key, 'not-an-amount');
    return null;
  }

  /** A calendar day `yyyy-MM-dd`, or null when left blank. */
  day(key: string): string | null {
    const value = this.text(key);
    if (value === '') return null;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
    this.refuse(key, 'not-a-day');
    return null;
  }

  /** A number, or null when left blank. */
  number(key: string): number | null {
    const value = this.answers[key];
    if (value === undefined || value === null || value === '') return null;
    const number = Number(value);
    if (Number.isFinite(number)) return number;
    this.refuse(key, 'not-a-number');
    return null;
  }

  /** One of the codes, or null; another word is refused. */
  code<T extends string>(key: string, known: readonly T[]): T | null {
    const value = this.text(key);
    const found = known.find((one) => one === value) ?? null;
    if (value !== '' && found === null) this.refuse(key, 'unknown-code');
    return found;
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
