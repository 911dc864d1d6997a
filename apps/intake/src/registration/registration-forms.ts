import { Injectable } from '@nestjs/common';
import type { InternalRegistrationForm, RegistrationForm } from '@huiying/contracts';
import { defineProblems, Directory, mask, Problem, ServiceClient, type StaffSubject, Vault } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { KnownPersons } from '../case/personal-data.js';
import { extraOf, type ExtraAnswers, mayRegister } from './registration-form.decider.js';

defineProblems({
  'no-registration-form': {
    zh: '工程部没有登记表，请转告经营管理部登记',
    en: 'The engineers have no registration form; ask the operations department to register',
  },
});

const NONE: InternalRegistrationForm = { version: 1, fields: [] };
const placeOf = (caseNo: string, key: string) => ({
  subject: caseNo,
  table: 'registration_extra',
  id: `${caseNo}:${key}`,
  column: 'value',
});

/** 登记表: fields that an organisation added by a revision of its form (R13.10), and what was written in them. */
@Injectable()
export class RegistrationForms {
  /** Of each organisation as studio said it last: a registration does not wait for studio. */
  private readonly known = new Map<string, InternalRegistrationForm>();

  constructor(
    private readonly services: ServiceClient,
    private readonly directory: Directory,
    private readonly vault: Vault,
    private readonly database: DataSource,
  ) {}

  /** `GET /api/intake/registration-form`. @throws Problem `unknown-organisation` */
  async shown(organisationId: string | undefined, caller: StaffSubject): Promise<RegistrationForm> {
    const organisation = await this.directory.organisation(organisationId ?? caller.orgId);
    if (!organisation) throw new Problem('unknown-organisation', 'missing');
    const { version, fields } = await this.of(organisation.id);
    const may = this.mayUse(caller, organisation.orgType);
    return { organisationId: organisation.id, mayRegister: may, version, fields: may ? fields : [] };
  }

  mayUse({ holdings }: StaffSubject, orgType: string): boolean {
    return mayRegister(
      holdings.map(({ role }) => role),
      orgType,
    );
  }

  async of(orgId: string): Promise<InternalRegistrationForm> {
    try {
      const path = `/internal/registration-forms/${encodeURIComponent(orgId)}`;
      const form = await this.services.get<InternalRegistrationForm>('studio', path);
      this.known.set(orgId, form);
      return form;
    } catch (error) {
      const isAway = error instanceof Problem && (error.kind === 'unavailable' || error.kind === 'missing');
      if (!isAway) throw error;
      return this.known.get(orgId) ?? NONE;
    }
  }

  /** Keeps the answers, sealed, with the version of the form that asked. */
  async keep(
    manager: EntityManager,
    caseNo: string,
    form: InternalRegistrationForm,
    answers: ExtraAnswers,
    persons: KnownPersons,
  ): Promise<void> {
    for (const { key, label, value } of extraOf(form.fields, answers)) {
      const sealed = await this.vault.seal(manager, placeOf(caseNo, key), value);
      await manager.query(
        `INSERT INTO registration_extra (case_no, key, label, form_version, value_enc, value_masked)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [caseNo, key, label, form.version, sealed, mask.freeText(value, persons)],
      );
    }
  }

  /** What was written in the organisation's own fields, masked. */
  list(caseNo: string): Promise<{ label: string; value: string }[]> {
    return this.database.query<{ label: string; value: string }[]>(
      `SELECT label, value_masked AS value FROM registration_extra WHERE case_no = $1 ORDER BY key`,
      [caseNo],
    );
  }
}
