import type { ServiceParts } from '@huiying/service';
import { DeploymentsController } from './deployments/deployments.controller.js';
import { EngineMonitoring } from './incidents/engine-monitoring.js';
import { IncidentService } from './incidents/incident.service.js';
import { IncidentWatch } from './incidents/incident-watch.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { Rulebook1795701200011 } from './migrations/1795701200011-Rulebook.js';
import { ParameterChanges1795701200012 } from './migrations/1795701200012-ParameterChanges.js';
import { RulebookInChinese1795802000001 } from './migrations/1795802000001-RulebookInChinese.js';
import { PublicationBase1795802000005 } from './migrations/1795802000005-PublicationBase.js';
import { ReleasesSeen1795802000003 } from './migrations/1795802000003-ReleasesSeen.js';
import { EffectiveDates } from './in-force/effective-dates.js';
import { ModelCheck } from './models/model-check.js';
import { ModelPublications } from './models/model-publications.js';
import { ModelPublisher } from './models/model-publisher.js';
import { ModelsController } from './models/models.controller.js';
import { MetReleases } from './parameters/met-releases.js';
import { ParameterBook } from './parameters/parameter-book.js';
import { ParameterChanges } from './parameters/parameter-changes.js';
import { ParametersController } from './parameters/parameters.controller.js';
import { Parameters } from './parameters/parameters.service.js';
import { ParameterViews } from './parameters/parameter-views.js';
import { ApproveForm } from './revisions/approve.form.js';
import { DraftForm } from './revisions/draft.form.js';
import { OpenRevisionWorker } from './revisions/open-revision.worker.js';
import { PublishVersionWorker } from './revisions/publish-version.worker.js';
import { RevisionOrigins } from './revisions/revision-origins.js';
import { RevisionViews } from './revisions/revision-views.js';
import { RevisionsController } from './revisions/revisions.controller.js';
import { Revisions } from './revisions/revisions.js';
import { AcceptedCasesConsumer } from './rulebook/accepted-cases.consumer.js';
import { RulebookViews } from './rulebook/rulebook-views.js';
import { RegistrationFormController, RulebookController } from './rulebook/rulebook.controller.js';
import { Rulebook } from './rulebook/rulebook.js';

export const STUDIO: ServiceParts = {
  name: 'studio',
  migrations: [
    Rulebook1795701200011,
    ParameterChanges1795701200012,
    RulebookInChinese1795802000001,
    ReleasesSeen1795802000003,
    PublicationBase1795802000005,
  ],
  controllers: [
    DeploymentsController,
    IncidentsController,
    ModelsController,
    ParametersController,
    RevisionsController,
    RulebookController,
    RegistrationFormController,
    AcceptedCasesConsumer,
  ],
  providers: [
    EngineMonitoring,
    IncidentService,
    IncidentWatch,
    EffectiveDates,
    ModelCheck,
    ModelPublications,
    ModelPublisher,
    MetReleases,
    ParameterBook,
    ParameterChanges,
    Parameters,
    ParameterViews,
    Revisions,
    RevisionOrigins,
    RevisionViews,
    Rulebook,
    RulebookViews,
    DraftForm,
    ApproveForm,
    OpenRevisionWorker,
    PublishVersionWorker,
  ],
};
