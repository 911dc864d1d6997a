import { Injectable } from '@nestjs/common';
import type { ConsultantInput, ConsultantView, StoreInput, StoreList, StoreView } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, Directory, type FieldError, Problem, type StaffSubject } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { type ConsultantTime, isOpen, type StoreDays, StoreRegister } from './store-register.js';
import './stores.problems.js';

export interface StoreFilter {
  companyId?: string;
  regionId?: string;
}

interface Row {
  storeId: string;
  name: string;
  companyId: string;
  regionId: string;
  regionName: string;
}

const NO_DAYS: StoreDays = { openedOn: null, closedOn: null };

/** 分店登记: the stores of the directory with their days of business and their consultants (access.md: administrator, region). */
@Injectable()
export class StoresService {
  constructor(
    private readonly database: DataSource,
    private readonly register: StoreRegister,
    private readonly directory: Directory,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(filter: StoreFilter, caller: StaffSubject): Promise<StoreList> {
    const rows = await this.rows(filter, caller);
    return { items: await this.views(rows) };
  }

  /** @throws Problem store-refused (422) */
  async put(storeId: string, input: StoreInput, caller: StaffSubject): Promise<StoreView> {
    await this.database.transaction(async (manager) => {
      const before = (await this.register.days(manager, [storeId])).get(storeId) ?? NO_DAYS;
      const days = {
        openedOn: input.openedOn === undefined ? before.openedOn : input.openedOn,
        closedOn: input.closedOn === undefined ? before.closedOn : input.closedOn,
      };
      if (days.openedOn !== null && days.closedOn !== null && days.closedOn < days.openedOn)
        throw refused([{ field: 'closedOn', code: 'closed-before-opened' }]);
      await this.register.keepDays(manager, storeId, days, caller.personId, this.clock.now());
    });
    return this.one(storeId);
  }

  /** @throws Problem store-refused (422), consultant-unknown (404) */
  async putConsultant(
    storeId: string,
    personId: string,
    { from, until = null }: ConsultantInput,
    caller: StaffSubject,
  ): Promise<StoreView> {
    if (until !== null && until < from) throw refused([{ field: 'until', code: 'until-before-from' }]);
    const person = await this.directory.person(personId);
    const company = await this.directory.organisation(storeId);
    if (!person || person.orgId !== company?.id) throw new Problem('consultant-unknown', 'missing');
    await this.database.transaction((manager) =>
      this.register.keepTime(manager, { personId, storeId, from, until }, caller.personId, this.clock.now()),
    );
    return this.one(storeId);
  }

  private async one(storeId: string): Promise<StoreView> {
    const [view] = await this.views(await this.select('u.id = $1', [storeId]));
    if (!view) throw new Problem('store-unknown', 'missing');
    return view;
  }

  private rows({ companyId, regionId }: StoreFilter, caller: StaffSubject): Promise<Row[]> {
    const allowed = whereAllowed(this.access.for(caller, 'store.list'), { unitId: 'u.id' }, 3, this.clock.now());
    return this.select(`($1::text IS NULL OR u.org_id = $1) AND ($2::text IS NULL OR r.id = $2) AND ${allowed.sql}`, [
      companyId,
      regionId,
      ...allowed.params,
    ]);
  }

  private select(where: string, values: unknown[]): Promise<Row[]> {
    return this.database.query<Row[]>(
      `SELECT u.id AS "storeId", u.name, u.org_id AS "companyId", coalesce(r.id, u.org_id) AS "regionId",
         coalesce(r.name, o.name) AS "regionName"
       FROM access.unit u JOIN access.unit o ON o.id = u.org_id
       LEFT JOIN LATERAL (
         SELECT x.id, x.name FROM access.unit_ancestor a JOIN access.unit x ON x.id = a.ancestor_id
         WHERE a.unit_id = u.id AND x.kind = 'region' AND x.org_id = u.org_id ORDER BY a.depth LIMIT 1
       ) r ON true
       WHERE u.kind = 'store' AND ${where} ORDER BY u.id`,
      values,
    );
  }

  private async views(rows: Row[]): Promise<StoreView[]> {
    const ids = rows.map(({ storeId }) => storeId);
    const { manager } = this.database;
    const days = await this.register.days(manager, ids);
    const times = await this.register.times(manager, ids);
    const today = dayOf(this.clock.now());
    const held = await this.held(ids);
    const people = await this.directory.persons([...new Set(times.map(({ personId }) => personId))]);
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => {
      const own = days.get(row.storeId);
      const registered = times.filter(({ storeId }) => storeId === row.storeId);
      return {
        ...row,
        ...(own ?? NO_DAYS),
        open: isOpen(own, today),
        consultants: [
          ...registered.map((time) => viewOf(time, nameOf.get(time.personId))),
          ...held.filter(({ storeId }) => storeId === row.storeId).map(({ view }) => view),
        ],
      };
    });
  }

  /** Consultants whom the directory has at a store and of whom the register says nothing. */
  private async held(storeIds: string[]): Promise<{ storeId: string; view: ConsultantView }[]> {
    const rows = await this.database.query<{ storeId: string; personId: string; name: string }[]>(
      `SELECT DISTINCT h.unit_id AS "storeId", p.id AS "personId", p.name
       FROM access.holding h JOIN access.person p ON p.id = h.person_id
       WHERE h.role = 'consultant' AND h.unit_id = ANY ($1) AND NOT p.disabled
         AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until > $2)
         AND NOT EXISTS (SELECT 1 FROM consultant c WHERE c.person_id = p.id)
       ORDER BY p.id`,
      [storeIds, this.clock.now()],
    );
    return rows.map(({ storeId, personId, name }) => ({ storeId, view: { personId, name, from: null, until: null } }));
  }
}

function viewOf({ personId, from, until }: ConsultantTime, name: string | undefined): ConsultantView {
  return { personId, name: name ?? personId, from, until };
}

function refused(errors: FieldError[]): Problem {
  return new Problem('store-refused', 'rejected', { errors });
}
