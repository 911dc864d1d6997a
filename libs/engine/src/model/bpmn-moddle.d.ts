// The package ships no types for its entry point; only what the engine uses is declared.
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{
      rootElement: unknown;
      warnings: readonly { readonly message: string; readonly property?: string }[];
    }>;
  }
}
