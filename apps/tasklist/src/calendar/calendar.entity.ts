import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days of one year that differ from Monday–Friday; the operator's table. */
@Entity({ name: 'calendar_year' })
export class CalendarYearEntity {
  @PrimaryColumn({ name: 'year', type: 'int' })
  year: number;

  @Column({ name: 'announced', type: 'boolean' })
  announced: boolean;

  @Column({ name: 'days_off', type: 'text', array: true })
  daysOff: string[];

  @Column({ name: 'make_up_days', type: 'text', array: true })
  makeUpDays: string[];
}
