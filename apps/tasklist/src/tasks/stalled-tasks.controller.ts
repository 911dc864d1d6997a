import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SEALED_NUMBER, type StalledTask, type StalledTasks } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';

/** Tasks whose role nobody holds: an operator tells who keeps the directory. */
@ApiTags('operations')
@Controller('ops/tasks')
export class StalledTasksController {
  constructor(private readonly database: DataSource) {}

  /** The oldest two hundred; none of a sealed file. */
  @Get()
  @Access('ops.read')
  async list(): Promise<StalledTasks> {
    const rows = await this.database.query<(Omit<StalledTask, 'since'> & { since: Date })[]>(
      `select id, subject_no as "subjectNo", process_id as process, element_id as element, candidate_groups as "candidateGroups",
         warning, created_at as since
       from task where state = 'open' and warning is not null and subject_no !~ $1 order by created_at, id limit 200`,
      [SEALED_NUMBER],
    );
    return { items: rows.map((row) => ({ ...row, since: toLocalIso(row.since) })) };
  }
}
