import { createRequire } from 'node:module';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { fromJSON, loadSync } from '@grpc/proto-loader';
import type { AnyDefinition, Options } from '@grpc/proto-loader';

// Keys stay below 2^53, so that a number holds them (engine.md, trap 4).
const OPTIONS: Options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
const SERVICE = 'gateway_protocol.Gateway';
const int64 = (id: number) => ({ type: 'int64', id });
const text = (id: number) => ({ type: 'string', id });

/** The two calls of the 8.5 gateway that the proto of zeebe-node 8.3 does not have. */
const ADDITIONS = {
  nested: {
    gateway_protocol: {
      nested: {
        UpdateJobTimeoutRequest: { fields: { jobKey: int64(1), timeout: int64(2) } },
        UpdateJobTimeoutResponse: { fields: {} },
        MigrateProcessInstanceRequest: {
          fields: { processInstanceKey: int64(1), migrationPlan: { type: 'MigrationPlan', id: 2 } },
          nested: {
            MigrationPlan: {
              fields: {
                targetProcessDefinitionKey: int64(1),
                mappingInstructions: { rule: 'repeated', type: 'MappingInstruction', id: 2 },
              },
            },
            MappingInstruction: { fields: { sourceElementId: text(1), targetElementId: text(2) } },
          },
        },
        MigrateProcessInstanceResponse: { fields: {} },
        Gateway: {
          methods: {
            UpdateJobTimeout: { requestType: 'UpdateJobTimeoutRequest', responseType: 'UpdateJobTimeoutResponse' },
            MigrateProcessInstance: {
              requestType: 'MigrateProcessInstanceRequest',
              responseType: 'MigrateProcessInstanceResponse',
            },
          },
        },
      },
    },
  },
};

/** Every call of the gateway by its name, as the installed zeebe-node describes them, and the additions. */
export function gatewayService(): ServiceDefinition {
  const file = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
  // protobufjs types a namespace as if it were a service.
  const additions = ADDITIONS as unknown as Parameters<typeof fromJSON>[0];
  return { ...service(loadSync(file, OPTIONS)[SERVICE]), ...service(fromJSON(additions, OPTIONS)[SERVICE]) };
}

function service(definition: AnyDefinition | undefined): ServiceDefinition {
  if (!definition || 'format' in definition) throw new Error(`the proto has no service ${SERVICE}`);
  return definition;
}
