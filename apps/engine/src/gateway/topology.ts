/** The release of the gateway protocol and behaviour that is spoken here. */
const VERSION = '8.5.0';

/** One broker that leads the one partition: this process. */
export function topology(host: string, port: number): object {
  return {
    brokers: [
      {
        nodeId: 0,
        host,
        port,
        partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }],
        version: VERSION,
      },
    ],
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: VERSION,
  };
}
