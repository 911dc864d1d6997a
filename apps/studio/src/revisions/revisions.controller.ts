import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { REVISION_KINDS, type RevisionKind, type RevisionList, type RevisionView } from '@huiying/contracts';
import { Access, Caller, Directory, Problem, staff, type Subject } from '@huiying/platform';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { DataSource } from 'typeorm';
import { ModelCheck } from '../models/model-check.js';
import { modelFileOf } from '../models/model-file.js';
import { RevisionViews } from './revision-views.js';
import { Revisions } from './revisions.js';

class RevisionBody {
  @ApiProperty({ enum: REVISION_KINDS })
  @IsIn(REVISION_KINDS)
  kind: RevisionKind;

  @ApiProperty({ description: 'Default: the organisation of whoever asks', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  orgId?: string;
}

class RevisionModelBody {
  @ApiProperty({ example: 'mediation.bpmn' })
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{1,90}\.(bpmn|dmn)$/)
  name: string;

  @ApiProperty({ description: 'Text of the drafted model', maxLength: 900_000 })
  @IsString()
  @Length(1, 900_000)
  content: string;
}

/** Revisions that people open (R08.9, R05.10, R06.6, R13.10), and the models drafted for them. */
@ApiTags('studio')
@Controller('studio/revisions')
export class RevisionsController {
  constructor(
    private readonly database: DataSource,
    private readonly revisions: Revisions,
    private readonly views: RevisionViews,
    private readonly check: ModelCheck,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Access('studio.read')
  list(): Promise<RevisionList> {
    return this.views.list();
  }

  /** Of one's own organisation; a process designer opens one of any. */
  @Post()
  @HttpCode(201)
  @Access('revision.open')
  async open(@Body() { kind, orgId }: RevisionBody, @Caller() caller: Subject): Promise<RevisionView> {
    const { personId, orgId: own, holdings } = staff(caller);
    const designer = holdings.some(({ role }) => role === 'process-designer');
    const organisation = await this.directory.organisation(orgId ?? own);
    if (!organisation || (organisation.id !== own && !designer)) throw new Problem('not-found', 'missing');
    const revisionNo = await this.database.transaction((manager) =>
      this.revisions.open(manager, {
        kind,
        orgId: organisation.id,
        orgType: organisation.orgType,
        drafterGroup: null,
        originNo: null,
        openedBy: personId,
      }),
    );
    return this.views.one(revisionNo);
  }

  /** The drafted model; a later one takes the place of the earlier until the draft is handed in. */
  @Put(':revisionNo/model')
  @Access('studio.edit')
  async attach(
    @Param('revisionNo') revisionNo: string,
    @Body() { name, content }: RevisionModelBody,
    @Caller() caller: Subject,
  ): Promise<RevisionView> {
    const revision = await this.revisions.find(revisionNo);
    if (!revision) throw new Problem('not-found', 'missing');
    if (modelFileOf(name, content)?.kind !== revision.kind) throw new Problem('model-kind', 'rejected');
    const refusal = revision.kind === 'decision' ? await this.check.decision(content) : undefined;
    if (refusal) throw new Problem(refusal.code, 'rejected', { params: { reason: refusal.reason } });
    await this.database.transaction((manager) =>
      this.revisions.attach(manager, revisionNo, name, content, staff(caller).personId),
    );
    return this.views.one(revisionNo);
  }
}
