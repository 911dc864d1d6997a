import { Injectable } from '@nestjs/common';
import type { CalendarYear, CalendarYearRequest, OfficeHoursView } from '@huiying/contracts';
import { calendarOf, type OfficeHours, type WorkCalendar } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarYearEntity, OfficeHoursEntity } from './calendar.entity.js';

/** Whose calendar is asked for: hours of the organisation itself go before those of its type. */
export interface CalendarOwner {
  orgId: string;
  orgType: string | null;
}

interface Loaded {
  version: number;
  base: WorkCalendar;
  hours: Map<string, OfficeHours>;
}

/** The calendars of all organisations, from the operator's table; every change makes a new version, which limits keep. */
@Injectable()
export class Calendars {
  private loaded: Loaded | undefined;
  /** Transactions that changed a calendar and have perhaps not committed: what they see is not kept for the others. */
  private readonly changing = new WeakSet<EntityManager>();

  constructor(private readonly database: DataSource) {}

  async of(owner: CalendarOwner, manager: EntityManager = this.database.manager): Promise<WorkCalendar> {
    const { base, hours } = await this.current(manager);
    const own = hours.get(owner.orgId) ?? (owner.orgType === null ? undefined : hours.get(owner.orgType));
    return own?.seasons.length ? { ...base, officeHours: own } : base;
  }

  async year(year: number): Promise<CalendarYear> {
    const { manager } = this.database;
    const row = await manager.findOneBy(CalendarYearEntity, { year });
    const { base } = await this.current(manager);
    return {
      year,
      announced: row?.announced ?? false,
      daysOff: row?.daysOff ?? [],
      workingDays: row?.makeUpDays ?? [],
      version: base.version,
    };
  }

  async saveYear(manager: EntityManager, year: number, change: CalendarYearRequest): Promise<void> {
    const { announced, daysOff, workingDays } = change;
    await manager.upsert(
      CalendarYearEntity,
      { year, announced, daysOff: [...daysOff].sort(), makeUpDays: [...workingDays].sort() },
      ['year'],
    );
    await this.nextVersion(manager);
  }

  async officeHours(scope: string): Promise<OfficeHoursView> {
    const row = await this.database.manager.findOneBy(OfficeHoursEntity, { scope });
    return {
      scope,
      seasons: (row?.seasons ?? []).map(({ from, spans }) => ({
        from,
        spans: spans.map(({ opens, closes }) => `${opens}-${closes}`),
      })),
    };
  }

  async saveOfficeHours(manager: EntityManager, scope: string, seasons: OfficeHours['seasons']): Promise<void> {
    const sorted = [...seasons].sort((a, b) => a.from.localeCompare(b.from));
    await manager.upsert(
      OfficeHoursEntity,
      { scope, seasons: sorted.map(({ from, spans }) => ({ from, spans: [...spans] })) },
      ['scope'],
    );
    await this.nextVersion(manager);
  }

  private async nextVersion(manager: EntityManager): Promise<void> {
    this.changing.add(manager);
    await manager.query('update calendar_version set version = version + 1');
  }

  private async current(manager: EntityManager): Promise<Loaded> {
    const [row] = await manager.query<{ version: number }[]>('select version from calendar_version');
    const version = row?.version ?? 0;
    if (this.loaded?.version === version) return this.loaded;
    const years = await manager.find(CalendarYearEntity, { order: { year: 'ASC' } });
    const hours = await manager.find(OfficeHoursEntity);
    const loaded = {
      version,
      base: calendarOf(`cn.${version}`, years),
      hours: new Map(hours.map(({ scope, seasons }) => [scope, { seasons }])),
    };
    if (!this.changing.has(manager)) this.loaded = loaded;
    return loaded;
  }
}
