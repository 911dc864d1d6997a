import type { BpmnElementType } from '../../record/values.js';
import type { Active } from '../processing.js';
import { callActivityProcessor } from './call-activity.js';
import { catchEventProcessor } from './catch-event.js';
import { decidingGatewayProcessor } from './deciding-gateway.js';
import { decisionTaskProcessor } from './decision-task.js';
import type { ElementProcessor } from './element-processor.js';
import { eventBasedGatewayProcessor } from './event-based-gateway.js';
import { eventSubProcessProcessor } from './event-sub-process.js';
import { jobTaskProcessor } from './job-task.js';
import { multiInstanceBodyProcessor } from './multi-instance-body.js';
import { passThroughProcessor } from './pass-through.js';
import { processProcessor } from './process.js';
import { scriptTaskProcessor } from './script-task.js';
import { startEventProcessor } from './start-event.js';
import { subProcessProcessor } from './sub-process.js';
import { throwEventProcessor } from './throw-event.js';
import { triggeredEventProcessor } from './triggered-event.js';

const PROCESSORS: Readonly<Partial<Record<BpmnElementType, ElementProcessor>>> = {
  PROCESS: processProcessor,
  SUB_PROCESS: subProcessProcessor,
  EVENT_SUB_PROCESS: eventSubProcessProcessor,
  MULTI_INSTANCE_BODY: multiInstanceBodyProcessor,
  START_EVENT: startEventProcessor,
  BOUNDARY_EVENT: triggeredEventProcessor,
  INTERMEDIATE_CATCH_EVENT: catchEventProcessor,
  RECEIVE_TASK: catchEventProcessor,
  CALL_ACTIVITY: callActivityProcessor,
  EXCLUSIVE_GATEWAY: decidingGatewayProcessor,
  INCLUSIVE_GATEWAY: decidingGatewayProcessor,
  EVENT_BASED_GATEWAY: eventBasedGatewayProcessor,
};

export function processorOf({ element, instance }: Active): ElementProcessor {
  const processor = PROCESSORS[instance.elementType];
  if (processor) return processor;
  if (element.script) return scriptTaskProcessor;
  if (element.decision) return decisionTaskProcessor;
  if (element.job) return jobTaskProcessor;
  return element.event ? throwEventProcessor : passThroughProcessor;
}
