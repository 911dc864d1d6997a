export interface ModelFile {
  /** path below the models' folder */
  name: string;
  content: Buffer;
}

const KINDS = ['.dmn', '.form', '.bpmn'];
const OWN_ID = /<(?:\w+:)?process [^>]*\bid="([^"]+)"/;
const CALLED = /<zeebe:calledElement [^>]*\bprocessId="([^"=]+)"/g;
const STARTED_BY_MESSAGE = /<(?:\w+:)?message [^>]*\bname="start-/;

/**
 * Decisions and forms first, then processes, each after those that it calls, and those that a message starts last: a case that comes
 * while models are deployed must find everything that it needs.
 */
export function inOrderOfUse(files: readonly ModelFile[]): ModelFile[] {
  const rank = ({ name, content }: ModelFile) =>
    KINDS.findIndex((kind) => name.endsWith(kind)) + (STARTED_BY_MESSAGE.test(content.toString('utf8')) ? 1 : 0);
  const sorted = [...files].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  const byId = new Map(sorted.map((file) => [OWN_ID.exec(file.content.toString('utf8'))?.[1], file]));
  const ordered = new Set<ModelFile>();
  const place = (file: ModelFile, above: ModelFile[]) => {
    for (const [, called = ''] of file.content.toString('utf8').matchAll(CALLED)) {
      const callee = byId.get(called);
      if (callee && !above.includes(callee)) place(callee, [...above, callee]);
    }
    ordered.add(file);
  };
  for (const file of sorted) place(file, [file]);
  return [...ordered];
}
