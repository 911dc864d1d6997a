import { type DynamicModule, Module } from '@nestjs/common';
import { serviceModule } from '@huiying/service';
import { MEDIA_PENALTIES } from './media-penalties.parts.js';

/** Exposures, clarifications, fines and their collection, stores' faults and disputes, rankings, the violation schedule. */
@Module({})
export class MediaPenaltiesModule {
  static forRoot(): DynamicModule {
    return serviceModule(MediaPenaltiesModule, MEDIA_PENALTIES);
  }
}
