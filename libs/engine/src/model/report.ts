import type { XmlElement } from './bpmn-document.js';

/** Collects what is wrong with a model, in the words of Zeebe's deployment error. */
export class Report {
  private readonly errors: string[] = [];

  add(element: XmlElement | string, message: string): void {
    this.errors.push(
      `Element: ${typeof element === 'string' ? element : (element.id ?? element.$type)} - ERROR: ${message}`,
    );
  }

  /** What is wrong when the condition does not hold. */
  require(condition: unknown, element: XmlElement, message: string): void {
    if (!condition) this.add(element, message);
  }

  get isEmpty(): boolean {
    return this.errors.length === 0;
  }

  get messages(): readonly string[] {
    return this.errors;
  }
}
