import type { Feel } from '../feel/feel.js';
import { readBpmn, text } from './bpmn-document.js';
import type { ProcessModel } from './process-model.js';
import { Report } from './report.js';
import { transform } from './transform.js';
import { validate } from './validate.js';

/** The executable processes of a BPMN file, or all that is wrong with it. */
export type ParsedBpmn =
  | { readonly ok: true; readonly processes: readonly ProcessModel[] }
  | { readonly ok: false; readonly errors: readonly string[] };

export async function parseBpmn(xml: string, feel: Feel): Promise<ParsedBpmn> {
  const { processes, errors } = await readBpmn(xml);
  if (errors.length) return { ok: false, errors };
  const executable = processes.filter((process) => process.isExecutable === true);
  if (!executable.length) return { ok: false, errors: ['Must contain at least one executable process'] };
  const report = new Report();
  for (const process of executable) {
    if (!text(process, 'id')) report.add(process, 'Attribute id must be present and not empty');
    validate(process, report);
  }
  if (!report.isEmpty) return { ok: false, errors: report.messages };
  const models = executable.map((process) => transform(process, feel, report));
  return report.isEmpty ? { ok: true, processes: models } : { ok: false, errors: report.messages };
}
