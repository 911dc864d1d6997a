import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mask, Vault } from '@huiying/platform';
import { normaliseEmail, normalisePhone, normalisePlace } from '../registration/registration.decider.js';
import type { ComplaintCase } from './complaint-case.entity.js';
import type { PersonalColumns } from './personal-columns.entity.js';

/** What a complainant said, in the clear; only ever in memory. */
export interface PersonalTexts {
  contactName?: string;
  contactPhone?: string;
  contactEmail?: string;
  contactAddress?: string;
  room?: string;
  subject?: string;
  description?: string;
  demand?: string;
  explanation?: string;
  respondentPerson?: string;
  authorities?: string;
  reason?: string;
}

type PersonalName = keyof PersonalTexts;
type Masked = { [N in PersonalName]: string | null };

const TABLE = 'complaint_case';
const COLUMN: Record<PersonalName, string> = {
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  contactEmail: 'contact_email',
  contactAddress: 'contact_address',
  room: 'room',
  subject: 'subject',
  description: 'description',
  demand: 'demand',
  explanation: 'explanation',
  respondentPerson: 'respondent_person',
  authorities: 'authorities',
  reason: 'reason',
};
const NAMES = Object.keys(COLUMN) as PersonalName[];

/** Names that are looked up exactly, with what makes two ways of writing one. */
const NORMALISE: Partial<Record<PersonalName, (text: string) => string>> = {
  contactName: (text) => text.replace(/\s/g, ''),
  contactPhone: normalisePhone,
  contactEmail: normaliseEmail,
  contactAddress: normalisePlace,
  room: normalisePlace,
};

/** Names and rooms that the free texts of a case must not show. */
export interface KnownPersons {
  names: string[];
  rooms: string[];
}

/** Seals, masks and indexes the personal columns of a case (access.md §3). */
@Injectable()
export class PersonalData {
  constructor(private readonly vault: Vault) {}

  /** Columns for the given texts, those alone; `known` = what the case knows of persons besides these texts. */
  async columns(
    manager: EntityManager,
    caseNo: string,
    texts: PersonalTexts,
    known: KnownPersons = { names: [], rooms: [] },
  ): Promise<PersonalColumns> {
    const own = {
      names: present([...known.names, texts.contactName, texts.respondentPerson]),
      rooms: present([...known.rooms, texts.room, texts.contactAddress]),
    };
    const given = NAMES.flatMap((name) => (texts[name] ? [{ name, text: texts[name] }] : []));
    const sealed = await this.vault.sealAll(
      manager,
      { subject: caseNo, table: TABLE, id: caseNo },
      new Map(given.map(({ name, text }) => [COLUMN[name], text])),
    );
    const columns: Record<string, string | null> = {};
    for (const { name, text } of given) {
      columns[`${name}Enc`] = sealed.get(COLUMN[name]) ?? null;
      columns[`${name}Masked`] = maskOf(name, text, own);
      const normalise = NORMALISE[name];
      if (normalise) columns[`${name}Blind`] = this.vault.blind(TABLE, COLUMN[name], normalise(text));
    }
    return columns as unknown as PersonalColumns;
  }

  /** Values of the blind index that a text may have, one per live key. */
  blinds(name: PersonalName, text: string): string[] {
    const normalise = NORMALISE[name] ?? ((value: string) => value);
    return this.vault.blinds(TABLE, COLUMN[name], normalise(text));
  }

  async open(manager: EntityManager, row: ComplaintCase, name: PersonalName): Promise<string | null> {
    const sealed = row.personal[`${name}Enc`];
    return sealed === null ? null : this.vault.open(manager, address(row.caseNo, name), sealed);
  }

  /** Everything in the clear, for the move to the sealed store. */
  async openAll(manager: EntityManager, row: ComplaintCase): Promise<Record<PersonalName, string | null>> {
    return this.openNamed(manager, row, NAMES);
  }

  masked(row: ComplaintCase): Masked {
    return Object.fromEntries(NAMES.map((name) => [name, row.personal[`${name}Masked`]])) as Masked;
  }

  /** What the case knows of persons, for masking a further text. */
  async known(manager: EntityManager, row: ComplaintCase): Promise<KnownPersons> {
    const texts = await this.openNamed(manager, row, ['contactName', 'respondentPerson', 'room', 'contactAddress']);
    return {
      names: present([texts.contactName, texts.respondentPerson]),
      rooms: present([texts.room, texts.contactAddress]),
    };
  }

  /** One after another: a transaction has one connection. */
  private async openNamed<N extends PersonalName>(
    manager: EntityManager,
    row: ComplaintCase,
    names: readonly N[],
  ): Promise<Record<N, string | null>> {
    const texts = {} as Record<N, string | null>;
    for (const name of names) texts[name] = await this.open(manager, row, name);
    return texts;
  }
}

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => Boolean(text));

function address(caseNo: string, name: PersonalName) {
  return { subject: caseNo, table: TABLE, id: caseNo, column: COLUMN[name] };
}

function maskOf(name: PersonalName, text: string, own: KnownPersons): string {
  switch (name) {
    case 'contactName':
    case 'respondentPerson':
      return mask.name(text);
    case 'contactPhone':
      return mask.phone(text);
    case 'contactEmail':
      return mask.email(text);
    case 'room':
      return '***';
    case 'contactAddress':
      return `${[...text.trim()].slice(0, 3).join('')}***`;
    case 'subject':
    case 'description':
    case 'demand':
    case 'explanation':
    case 'authorities':
    case 'reason':
      return mask.freeText(text, own);
  }
}
