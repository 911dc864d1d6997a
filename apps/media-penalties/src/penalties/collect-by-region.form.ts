import { type Answers, FormOwner } from '@huiying/forms';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.entity.js';

/** 区域督缴 after the third chase: the region's head says what is done; the collection goes on (R11.7). */
@FormOwner('penalty-collection--collect-by-region')
export class CollectByRegionForm extends CollectionForm {
  protected override async more(penalty: Penalty): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return {
      payments: await this.screen.payments(manager, penalty),
      opinions: await this.screen.regionOpinions(manager, penalty),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion');
    return {};
  }
}
