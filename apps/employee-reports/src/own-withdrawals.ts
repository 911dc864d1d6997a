import { Injectable } from '@nestjs/common';
import { WithdrawnJobs } from '@huiying/zeebe';

/** In a process of its own the relay asks here; the engine's feed tells the tasklist, and that tells this service. */
@Injectable()
export class OwnWithdrawals extends WithdrawnJobs {
  withdrawn(): Promise<void> {
    return Promise.resolve();
  }
}
