import type { Provider, Type } from '@nestjs/common';
import { provideFactsLoader } from '@huiying/platform';
import { OpenStores } from './open-stores.js';
import { StoreFactsLoader } from './store.facts.js';
import { StoreFinder } from './store-finder.js';
import { StoreRegister } from './store-register.js';
import { StoresController } from './stores.controller.js';
import { StoresService } from './stores.service.js';

/** Stores and consultants: where and when. */
export const STORES: Provider[] = [
  ...[StoreRegister, OpenStores, StoreFinder, StoresService],
  ...provideFactsLoader(StoreFactsLoader),
];

export const STORE_ROUTES: Type[] = [StoresController];
