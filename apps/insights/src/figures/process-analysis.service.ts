import { Injectable } from '@nestjs/common';
import type { ElementAnalysis, ProcessAnalysis } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { Parameters } from './parameters.js';
import type { Period } from './period.js';
import { shown } from './small-numbers.js';

interface Row {
  process: string;
  element: string;
  tasks: number;
  subjects: number;
  waited: string | null;
  worked: string | null;
  hand_overs: number;
  repeats: number;
  open: number;
}

/**
 * R06.1: where cases wait, how often they change hands, which steps are done again; per element of every process, from the tasks that
 * began in a period. Of elements with few tasks no times are said: one person could be recognised.
 */
@Injectable()
export class ProcessAnalysisService {
  constructor(
    private readonly database: DataSource,
    private readonly parameters: Parameters,
    private readonly models: PublishedModels,
  ) {}

  async of(unitId: string | null, period: Period): Promise<ProcessAnalysis> {
    const rows = await this.rows(unitId, period);
    const least = this.parameters.now().smallNumber;
    const processes = [...new Set(rows.map(({ process }) => process))];
    const names = new Map(await Promise.all(processes.map(async (id) => [id, await this.namesOf(id)] as const)));
    return {
      period: period.name,
      from: period.from,
      until: period.until,
      processes: processes.map((process) => {
        const own = rows.filter((row) => row.process === process);
        const waited = sum(own.map((row) => Number(row.waited ?? 0)));
        const worked = sum(own.map((row) => Number(row.worked ?? 0)));
        const few = Math.max(...own.map(({ tasks }) => tasks)) < least;
        return {
          process,
          waitedSeconds: few ? null : waited,
          totalSeconds: few ? null : waited + worked,
          waitPercent: few || waited + worked === 0 ? null : Math.round((waited / (waited + worked)) * 100),
          elements: own.map((row) => elementOf(row, least, names.get(process)?.get(row.element))),
        };
      }),
    };
  }

  /** Names of the tasks of a process, by the model in force. */
  private async namesOf(processId: string): Promise<Map<string, string>> {
    const model = await this.models.process(processId);
    const tasks = (model?.content ?? '').matchAll(/<bpmn:userTask id="([^"]+)" name="([^"]+)"/g);
    return new Map([...tasks].map(([, id = '', name = '']) => [id, name]));
  }

  private rows(unitId: string | null, period: Period): Promise<Row[]> {
    return this.database.query(
      `SELECT t.process, t.element, count(*)::int AS tasks, count(DISTINCT t.subject_no)::int AS subjects,
         sum(t.waited_seconds) AS waited, sum(t.worked_seconds) AS worked,
         (sum(cardinality(t.hand_over_ids)) + count(*) FILTER (WHERE t.changed_group))::int AS hand_overs,
         (count(*) - count(DISTINCT t.subject_no))::int AS repeats,
         count(*) FILTER (WHERE t.completed_at IS NULL AND t.withdrawn_at IS NULL)::int AS open
       FROM (
         SELECT f.*, lag(f.task_group) OVER w IS NOT NULL AND lag(f.task_group) OVER w <> f.task_group AS changed_group
         FROM task_fact f
         WHERE f.created_at >= $2::date - interval '8 hours' AND f.created_at < $3::date + interval '16 hours'
           AND ($1::text IS NULL OR EXISTS (
             SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = f.org_id AND a.ancestor_id = $1))
         WINDOW w AS (PARTITION BY coalesce(f.case_no, f.subject_no) ORDER BY f.created_at, f.task_id)
       ) t GROUP BY t.process, t.element ORDER BY t.process, sum(t.waited_seconds) DESC NULLS LAST, t.element`,
      [unitId, period.from, period.until],
    );
  }
}

function elementOf(row: Row, least: number, name: string | undefined): ElementAnalysis {
  const few = row.tasks < least;
  const mean = (seconds: string | null) => (few || seconds === null ? null : Math.round(Number(seconds) / row.tasks));
  return {
    element: row.element,
    name: name ?? row.element,
    tasks: shown(row.tasks, least),
    open: shown(row.open, least),
    waitedSeconds: mean(row.waited),
    workedSeconds: mean(row.worked),
    handOvers: shown(row.hand_overs, least),
    repeats: shown(row.repeats, least),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
