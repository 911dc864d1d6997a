/** Token: `host:port` of the Zeebe gateway, from the configuration. */
export const GATEWAY_ADDRESS = Symbol('GATEWAY_ADDRESS');
