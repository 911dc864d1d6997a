import { Injectable } from '@nestjs/common';
import { Directory, type Facts, FactsLoader } from '@huiying/platform';

/** What access to a store is decided on: its place. */
@Injectable()
export class StoreFactsLoader extends FactsLoader {
  readonly kind = 'unit' as const;

  constructor(private readonly directory: Directory) {
    super();
  }

  async load(id: string): Promise<Facts | undefined> {
    const unit = await this.directory.unit(id);
    return unit?.kind === 'store' ? { kind: 'unit', id, unitId: id } : undefined;
  }
}
