/** Schema of this service: grants of integrators. The log itself lies in schema events. */
export const INTEGRATIONS = 'integrations';
