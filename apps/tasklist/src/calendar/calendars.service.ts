import { Injectable } from '@nestjs/common';
import type { CalendarYear, CalendarYearRequest } from '@huiying/contracts';
import { type HoursOwner, OfficeHoursTable } from '@huiying/service';
import { calendarOf, type WorkCalendar } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarYearEntity } from './calendar.entity.js';

interface Loaded {
  version: number;
  base: WorkCalendar;
}

/** The calendars of all organisations: days from the operator's table, hours from decision `office-hours`; every change makes a new version, which limits keep. */
@Injectable()
export class Calendars {
  private loaded: Loaded | undefined;
  /** Transactions that changed a calendar and have perhaps not committed: what they see is not kept for the others. */
  private readonly changing = new WeakSet<EntityManager>();

  constructor(
    private readonly database: DataSource,
    private readonly hours: OfficeHoursTable,
  ) {}

  async of(owner: HoursOwner, manager: EntityManager = this.database.manager): Promise<WorkCalendar> {
    const { base } = await this.current(manager);
    const officeHours = this.hours.of(owner);
    return officeHours ? { ...base, officeHours } : base;
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

  /** Whether the hours in force are others than those that the calendar was computed with; if so it has a new version then. */
  async takeUpOfficeHours(manager: EntityManager): Promise<boolean> {
    const version = this.hours.version();
    if (version === null) return false;
    const [row] = await manager.query<{ known: number | null }[]>(
      'select office_hours_version as known from calendar_version for update',
    );
    if (row?.known === version) return false;
    await manager.query('update calendar_version set office_hours_version = $1', [version]);
    await this.nextVersion(manager);
    return true;
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
    const loaded = { version, base: calendarOf(`cn.${version}`, years) };
    if (!this.changing.has(manager)) this.loaded = loaded;
    return loaded;
  }
}
