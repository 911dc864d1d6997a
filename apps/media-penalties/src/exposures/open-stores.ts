import { Injectable } from '@nestjs/common';
import { Directory } from '@huiying/platform';
import type { Day } from '@huiying/working-time';

/** Which stores of a company were open on a day: the payees of a media fine (gap 9). */
@Injectable()
export abstract class OpenStores {
  /** Unit ids, in order. */
  abstract on(day: Day, companyId: string): Promise<string[]>;
}

/** All stores of the company as the directory has them now. */
@Injectable()
export class DirectoryStores extends OpenStores {
  constructor(private readonly directory: Directory) {
    super();
  }

  async on(_day: Day, companyId: string): Promise<string[]> {
    const units = await this.directory.unitsOf(companyId);
    return units.filter(({ kind }) => kind === 'store').map(({ id }) => id);
  }
}
