import {
  isGroup,
  KINDS,
  MEDIA,
  RESPONDENT_TYPES,
  SCOPES,
  TOPICS,
  type Kind,
  type MediaExposure,
  type RespondentType,
  type Scope,
  type Topic,
} from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';

/** What the desk decided in `review-intake`; `undefined` = left blank, null of a risk = 不能排除. */
export interface ReviewAnswers {
  topic: Topic;
  kind: Kind | null;
  specific: boolean;
  evidenced: boolean;
  valid: boolean;
  scope: Scope;
  missing: string[];
  respondentType: RespondentType | null;
  respondentGroup: string[];
  masterNo: string | null;
  /** Yuan; null = the registered figure. */
  amountYuan: number | null;
  households: number | null;
  proceedings: boolean;
  keyCustomer: boolean;
  dangerToPersons: boolean | null;
  disturbsOperation: boolean | null;
  harmsStanding: boolean | null;
  complexFlag: boolean;
  authorities: string | null;
  mediaExposure: MediaExposure | null;
}

type Raw = Readonly<Record<string, unknown>>;
type Read = { answers: ReviewAnswers; errors: FieldError[] };

/** Reads the form: flags may come as texts of a radio button, lists as one text. Pure; what is missing or no code is an error. */
export function readReview(data: Raw): Read {
  const errors: FieldError[] = [];
  const refuse = (field: string, code: string) => void errors.push({ field, code });
  const required = <T>(field: string, value: T | undefined, fallback: T): T => {
    if (value === undefined)
      refuse(field, data[field] === undefined || data[field] === '' ? 'required' : 'not-allowed-value');
    return value ?? fallback;
  };
  const optional = <T>(field: string, value: T | undefined): T | null => {
    if (value === undefined && !blank(data[field])) refuse(field, 'not-allowed-value');
    return value ?? null;
  };
  const risk = (field: string): boolean | null => {
    if (data[field] === undefined || data[field] === '') refuse(field, 'required');
    return riskOf(data[field]);
  };
  const figure = (field: string, least: number): number | null => {
    if (blank(data[field])) return null;
    const number = Number(data[field]);
    if (!Number.isFinite(number)) refuse(field, 'wrong-type');
    else if (number < least) refuse(field, least === 1 ? 'households-below' : 'amount-below');
    return number;
  };
  const groups = listOf(data['respondentGroup']);
  if (groups.some((group) => !isGroup(group))) refuse('respondentGroup', 'unknown-group');
  const answers: ReviewAnswers = {
    topic: required('topic', codeOf(TOPICS, data['topic']), 'none'),
    kind: optional('kind', codeOf(KINDS, data['kind'])),
    specific: required('specific', flagOf(data['specific']), false),
    evidenced: required('evidenced', flagOf(data['evidenced']), false),
    valid: required('valid', flagOf(data['valid']), true),
    scope: required('scope', codeOf(SCOPES, data['scope']), 'own'),
    missing: textOf(data['missing'])
      .split(/[\n;；]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
    respondentType: optional('respondentType', codeOf(RESPONDENT_TYPES, data['respondentType'])),
    respondentGroup: groups,
    masterNo: textOf(data['masterNo']).trim() || null,
    amountYuan: figure('amountYuan', 0),
    households: figure('households', 1),
    proceedings: flagOf(data['proceedings']) ?? false,
    keyCustomer: flagOf(data['keyCustomer']) ?? false,
    dangerToPersons: risk('dangerToPersons'),
    disturbsOperation: risk('disturbsOperation'),
    harmsStanding: risk('harmsStanding'),
    complexFlag: flagOf(data['complexFlag']) ?? flagOf(data['complex']) ?? false,
    authorities: authoritiesOf(data),
    mediaExposure: exposureOf(data, refuse),
  };
  return { answers, errors };
}

/** Those on file that were chosen, and any other in words. */
function authoritiesOf({ authorities, otherAuthorities }: Raw): string | null {
  const named = Array.isArray(authorities) ? listOf(authorities) : [textOf(authorities).trim()];
  return [...named, textOf(otherAuthorities).trim()].filter(Boolean).join('、') || null;
}

function exposureOf(data: Raw, refuse: (field: string, code: string) => void): MediaExposure | null {
  const whole = data['mediaExposure'];
  const source = typeof whole === 'object' && whole !== null ? (whole as Raw) : data;
  const medium = codeOf(MEDIA, source['medium']);
  if (medium === undefined) return null;
  const outlet = textOf(source['outlet']).trim();
  const publishedOn = textOf(source['publishedOn']).slice(0, 10);
  if (outlet === '') refuse('outlet', 'required');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(publishedOn)) refuse('publishedOn', 'required');
  return { medium, outlet: outlet.slice(0, 64), publishedOn };
}

const blank = (value: unknown): boolean => value === undefined || value === null || value === '';
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((item) => typeof item === 'string').join('\n')
      : '';

function codeOf<const C extends readonly string[]>(codes: C, value: unknown): C[number] | undefined {
  return codes.find((code) => code === value);
}

function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === 'true' || value === 'yes') return true;
  return value === false || value === 'false' || value === 'no' ? false : undefined;
}

/** 不能排除 comes as null or as the text of its option. */
const riskOf = (value: unknown): boolean | null => flagOf(value) ?? null;

function listOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、\s]+/) : [];
  return [...new Set(items.filter((item): item is string => typeof item === 'string' && item !== ''))];
}
