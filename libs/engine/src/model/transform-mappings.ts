import { children, text, type XmlElement } from './bpmn-document.js';
import type { Mapping } from './process-model.js';
import type { Report } from './report.js';
import type { Templates } from './templates.js';

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

export function mappingsOf(
  element: XmlElement,
  io: XmlElement | undefined,
  templates: Templates,
  report: Report,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const read = (xml: XmlElement, output: boolean): Mapping => {
    const source = text(xml, 'source') ?? '';
    const target = text(xml, 'target') ?? '';
    if (!source) report.add(element, `Attribute 'source' must be present and not empty`);
    if (!PATH.test(target)) report.add(element, `Expected mapping target to be a path, but found '${target}'`);
    return {
      // the source of an output mapping cannot be static in 8.5
      source: output
        ? { kind: 'expression', expression: templates.expression(element, source, 'the source of an output mapping') }
        : templates.template(element, source),
      target: target.split('.'),
    };
  };
  return {
    inputs: io ? children(io, 'inputParameters').map((xml) => read(xml, false)) : [],
    outputs: io ? children(io, 'outputParameters').map((xml) => read(xml, true)) : [],
  };
}
