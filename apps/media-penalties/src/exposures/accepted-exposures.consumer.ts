import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { Directory } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { Registering } from './registering.js';

/** A brokerage's case that was accepted with 媒体曝光: an exposure linked to it (R11.4). D11 binds brokerages alone. */
@Injectable()
export class AcceptedExposuresConsumer {
  constructor(
    private readonly directory: Directory,
    private readonly cases: CaseFacts,
    private readonly registering: Registering,
  ) {}

  @OnEvent('case.accepted', { group: 'media_penalties.exposures' })
  async accepted(event: CloudEvent<'case.accepted'>, { manager }: EventContext): Promise<void> {
    const { caseNo, orgId, mediaExposure } = event.data;
    if (!mediaExposure) return;
    const company = await this.directory.organisation(orgId);
    if (company?.orgType !== 'brokerage') return;
    const storeId = await this.storeOf(caseNo);
    await this.registering.register(
      manager,
      { ...mediaExposure, orgId: company.id, storeId, caseNo, registeredBy: 'system' },
      { consumer: 'case.accepted' },
      event.id,
    );
  }

  /** The store complained about, or that of the person complained about; null where the case names neither. */
  private async storeOf(caseNo: string): Promise<string | null> {
    const { respondentUnitId, respondentPersonId } = await this.cases.now(caseNo);
    const unitId =
      respondentUnitId ?? (respondentPersonId && (await this.directory.person(respondentPersonId))?.unitId);
    const unit = unitId ? await this.directory.unit(unitId) : undefined;
    return unit?.kind === 'store' ? unit.id : null;
  }
}
