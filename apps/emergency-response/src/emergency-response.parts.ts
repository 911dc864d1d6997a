import type { ServiceParts } from '@huiying/service';
import './emergency.problems.js';
import { EntryBook } from './measures/entry-book.js';
import {
  CoordinateForm,
  DirectForm,
  GuideOpinionForm,
  HandleOnSiteForm,
  MonitorSiteForm,
} from './measures/tracked.forms.js';
import { EmergencyResponse1795701500010 } from './migrations/1795701500010-EmergencyResponse.js';
import { EmergencyController } from './reading/emergency.controller.js';
import { EmergencyLists } from './reading/emergency-list.js';
import { EmergencyReader } from './reading/emergency-reader.js';
import { LessonController } from './reading/lesson.controller.js';
import { CorrectPublicationWorker } from './releases/correct-publication.worker.js';
import { DraftReleaseForm } from './releases/draft-release.form.js';
import { PublishInformationWorker } from './releases/publish-information.worker.js';
import { ReleaseBook } from './releases/release-book.js';
import { AlertLeadingGroupWorker } from './responses/alert-leading-group.worker.js';
import { AssessForm } from './responses/assess.form.js';
import { CloseResponseWorker } from './responses/close-response.worker.js';
import { Response } from './responses/response.entity.js';
import { ResponseBook } from './responses/response-book.js';
import { StartResponseWorker } from './responses/start-response.worker.js';
import { ResponseScreens } from './screens/response-screens.js';
import { FormTeamForm } from './team/form-team.form.js';
import { TeamBook } from './team/team-book.js';

/** What the features of this service bring. */
export const EMERGENCY_RESPONSE: ServiceParts = {
  name: 'emergency-response',
  entities: [Response],
  migrations: [EmergencyResponse1795701500010],
  controllers: [EmergencyController, LessonController],
  providers: [
    ResponseBook,
    TeamBook,
    EntryBook,
    ReleaseBook,
    ResponseScreens,
    EmergencyReader,
    EmergencyLists,
    StartResponseWorker,
    AlertLeadingGroupWorker,
    PublishInformationWorker,
    CorrectPublicationWorker,
    CloseResponseWorker,
    FormTeamForm,
    DirectForm,
    HandleOnSiteForm,
    CoordinateForm,
    MonitorSiteForm,
    GuideOpinionForm,
    DraftReleaseForm,
    AssessForm,
  ],
};
