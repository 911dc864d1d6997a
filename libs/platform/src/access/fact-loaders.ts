import { Injectable, type OnModuleInit, type Provider, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CaseAccessLoader } from './case-access.loader.js';
import type { FactKind, FactsLoader } from './facts.js';

/** The loaders of all services in this process, one per kind. */
@Injectable()
export class FactsLoaders {
  private readonly loaders = new Map<FactKind, FactsLoader>();

  /** Cases are known to schema access itself, so every service can guard a route on a case. */
  constructor(cases: CaseAccessLoader) {
    this.loaders.set('case', {
      kind: 'case',
      load: async (id, manager) => ((await cases.load(id, manager)) ? { kind: 'case', id, caseNo: id } : undefined),
    });
  }

  /** @throws Error when two services claim the same kind */
  register(loader: FactsLoader): void {
    if (loader.kind !== 'case' && this.loaders.has(loader.kind)) throw new Error(`two loaders of ${loader.kind}`);
    this.loaders.set(loader.kind, loader);
  }

  get(kind: FactKind): FactsLoader | undefined {
    return this.loaders.get(kind);
  }
}

/** `providers: [...provideFactsLoader(TaskFactsLoader)]` in the module that owns the objects. */
export function provideFactsLoader(loader: Type<FactsLoader>): Provider[] {
  @Injectable()
  class Registration implements OnModuleInit {
    constructor(
      private readonly loaders: FactsLoaders,
      private readonly modules: ModuleRef,
    ) {}

    onModuleInit(): void {
      this.loaders.register(this.modules.get(loader, { strict: false }));
    }
  }
  return [loader, Registration];
}
