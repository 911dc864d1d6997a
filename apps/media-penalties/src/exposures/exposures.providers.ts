import type { Provider, Type } from '@nestjs/common';
import { provideFactsLoader } from '@huiying/platform';
import { AcceptedExposuresConsumer } from './accepted-exposures.consumer.js';
import { AnswerExposureForm } from './answer-exposure.form.js';
import { CheckExposureForm } from './check-exposure.form.js';
import { CheckedExposures } from './checked-exposures.js';
import { ClearExposureWorker } from './clear-exposure.worker.js';
import { ConfirmExposureWorker } from './confirm-exposure.worker.js';
import { ExposureBook } from './exposure-book.js';
import { ExposureFactsLoader } from './exposure.facts.js';
import { ExposureListService } from './exposure-list.service.js';
import { ExposuresController } from './exposures.controller.js';
import { JudgeClarificationForm } from './judge-clarification.form.js';
import { NotifyExposureWorker } from './notify-exposure.worker.js';
import { RegisterExposureService } from './register-exposure.service.js';
import { Registering } from './registering.js';

/** Media exposures: registered, checked, clarified or counted as true. */
export const EXPOSURES: Provider[] = [
  ...[ExposureBook, CheckedExposures, Registering, RegisterExposureService, ExposureListService],
  AcceptedExposuresConsumer,
  ...[NotifyExposureWorker, ClearExposureWorker, ConfirmExposureWorker],
  ...[CheckExposureForm, AnswerExposureForm, JudgeClarificationForm],
  ...provideFactsLoader(ExposureFactsLoader),
];

export const EXPOSURE_ROUTES: Type[] = [ExposuresController];
