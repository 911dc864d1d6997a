import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

/** An element of the XML as bpmn-moddle reads it: its type, and its attributes and children by name. */
export interface XmlElement {
  readonly $type: string;
  readonly id?: string;
  readonly [property: string]: unknown;
}

/** The processes of a BPMN file, read but not judged. */
export interface BpmnDocument {
  readonly processes: readonly XmlElement[];
  /** What the XML says that cannot be read: unknown elements, ids twice, references to nothing. */
  readonly errors: readonly string[];
}

const moddle = new BpmnModdle({ zeebe: createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') });

export async function readBpmn(xml: string): Promise<BpmnDocument> {
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    // a diagram that refers to an element which is gone does not hinder execution
    const errors = warnings.filter((warning) => !warning.property?.startsWith('bpmndi:')).map(({ message }) => message);
    const processes = children(rootElement as XmlElement, 'rootElements').filter(
      ({ $type }) => $type === 'bpmn:Process',
    );
    return { processes, errors };
  } catch (error) {
    return { processes: [], errors: [error instanceof Error ? error.message : String(error)] };
  }
}

export function children(element: XmlElement, property: string): readonly XmlElement[] {
  return (element[property] as readonly XmlElement[] | undefined) ?? [];
}

export function child(element: XmlElement, property: string): XmlElement | undefined {
  return element[property] as XmlElement | undefined;
}

export function text(element: XmlElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' ? value : undefined;
}

/** The body of an expression element, trimmed; undefined when it is empty. */
export function body(element: XmlElement | undefined): string | undefined {
  return text(element, 'body')?.trim() || undefined;
}

/** Extension elements of a Zeebe type, `TaskDefinition` for example. */
export function extensions(element: XmlElement | undefined, type: string): readonly XmlElement[] {
  const holder = element && child(element, 'extensionElements');
  if (!holder) return [];
  const wanted = `zeebe:${type}`.toLowerCase();
  return children(holder, 'values').filter(({ $type }) => $type.toLowerCase() === wanted);
}

export function extension(element: XmlElement | undefined, type: string): XmlElement | undefined {
  return extensions(element, type)[0];
}

/** `bpmn:ServiceTask` → `ServiceTask`. */
export function typeOf(element: XmlElement): string {
  return element.$type.slice(element.$type.indexOf(':') + 1);
}
