import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type InternalRegistrationForm,
  RULEBOOK_DOCUMENTS,
  type RulebookDocument,
  type RulebookVersions,
  type RulebookView,
} from '@huiying/contracts';
import { Access, Caller, Problem, ServiceOnly, staff, type Subject } from '@huiying/platform';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { RulebookViews } from './rulebook-views.js';

class RulebookQuery {
  /** Default: the caller's organisation. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  orgId?: string;

  /** Default: today. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  at?: string;
}

class VersionsQuery {
  @IsOptional()
  @IsString()
  @Length(1, 64)
  orgId?: string;
}

/** The regulations as they are and were (R06.6): every version stays readable, for every member of staff. */
@ApiTags('rulebook')
@Controller('rulebook')
export class RulebookController {
  constructor(private readonly views: RulebookViews) {}

  @Get()
  @Access('rulebook.read')
  at(@Query() { orgId, at }: RulebookQuery, @Caller() caller: Subject): Promise<RulebookView> {
    return this.views.at(orgId ?? staff(caller).orgId, at);
  }

  /** As it was when the case was accepted. */
  @Get('cases/:caseNo')
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  ofCase(@Param('caseNo') caseNo: string): Promise<RulebookView> {
    return this.views.ofCase(caseNo);
  }

  @Get(':document/versions')
  @Access('rulebook.read')
  versions(
    @Param('document') document: string,
    @Query() { orgId }: VersionsQuery,
    @Caller() caller: Subject,
  ): Promise<RulebookVersions> {
    return this.views.versions(documentOf(document), orgId ?? staff(caller).orgId);
  }
}

@Controller('internal/registration-forms')
export class RegistrationFormController {
  constructor(private readonly views: RulebookViews) {}

  @Get(':orgId')
  @ServiceOnly()
  form(@Param('orgId') orgId: string): Promise<InternalRegistrationForm> {
    return this.views.registrationForm(orgId);
  }
}

function documentOf(text: string): RulebookDocument {
  const found = RULEBOOK_DOCUMENTS.find((known) => known === text);
  if (!found) throw new Problem('not-found', 'missing');
  return found;
}
