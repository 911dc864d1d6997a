import { Injectable } from '@nestjs/common';
import { EVENT_TYPES, eventContract } from '@huiying/contracts';
import { OnEvent, type CloudEvent, type EventContext } from '@huiying/events';
import { TimelineStore } from './timeline.store.js';

/** Everything but what is sealed: those events name no case anyway. */
const OPEN_TYPES = EVENT_TYPES.filter((type) => eventContract(type).class !== 'restricted');

@Injectable()
export class TimelineConsumer {
  constructor(private readonly timeline: TimelineStore) {}

  @OnEvent(OPEN_TYPES, { group: 'intake.timeline', replayable: true })
  async on(event: CloudEvent, { manager }: EventContext): Promise<void> {
    await this.timeline.add(manager, event);
  }
}
