/**
 * A refusal by the rules that the model names with an error boundary event. Thrown, it takes the handler's effects back;
 * returned, it keeps them. Its variables reach the boundary event, which maps what it needs.
 */
export class BpmnError extends Error {
  constructor(
    readonly code: string,
    readonly variables: Record<string, unknown> = {},
  ) {
    super(code);
  }
}
