declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { resolver: unknown; config: { rules: Record<string, string> } });
    lint(definitions: object): Promise<Record<string, { id: string; message: string }[]>>;
  }
}
declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {
    constructor(options: { require: NodeJS.Require });
  }
}
