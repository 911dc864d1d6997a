const USER_TASK = /<(?:[\w-]+:)?userTask\b[^>]*>/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** Pure: id → name of every user task of a BPMN text. */
export function userTaskNames(xml: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [tag] of xml.matchAll(USER_TASK)) {
    const id = attribute(tag, 'id');
    const name = attribute(tag, 'name');
    if (id && name) names.set(id, name);
  }
  return names;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
