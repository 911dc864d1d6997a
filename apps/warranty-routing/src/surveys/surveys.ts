import { Injectable } from '@nestjs/common';
import type { Component, Extent, Liability } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';

/** 1 property service centre, 2 quality centre, 3 builder with everybody (joint survey). */
export type Level = 1 | 2 | 3;

export interface Survey {
  taskId: string;
  caseNo: string;
  level: Level;
  liability: Liability | null;
  extent: Extent;
  canRepair: boolean;
  component: Component;
  photos: number;
  surveyedAt: string;
  by: string;
  doneAt: string;
}

const COLUMNS = `task_id AS "taskId", case_no AS "caseNo", level, liability, extent, can_repair AS "canRepair", component, photos,
  surveyed_at AS "surveyedAt", by, done_at AS "doneAt"`;

/** Surveys of quality cases, by their codes. */
@Injectable()
export class Surveys {
  /** A repeat of the same task changes nothing. */
  async keep(manager: EntityManager, one: Survey): Promise<void> {
    await manager.query(
      `INSERT INTO survey (task_id, case_no, level, liability, extent, can_repair, component, photos, surveyed_at, by, done_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        one.taskId,
        one.caseNo,
        one.level,
        one.liability,
        one.extent,
        one.canRepair,
        one.component,
        one.photos,
        one.surveyedAt,
        one.by,
        one.doneAt,
      ],
    );
  }

  async latest(manager: EntityManager, caseNo: string): Promise<Survey | undefined> {
    const [row] = await manager.query<Survey[]>(
      `SELECT ${COLUMNS} FROM survey WHERE case_no = $1 ORDER BY done_at DESC LIMIT 1`,
      [caseNo],
    );
    return row;
  }
}
