// What several rules read of an element.
const extensions = (node, type) => (node.extensionElements?.values ?? []).filter((value) => value.$type === type);

const headersOf = (node) =>
  Object.fromEntries(
    extensions(node, 'zeebe:TaskHeaders')
      .flatMap((list) => list.values ?? [])
      .map(({ key, value }) => [key, value]),
  );

const processOf = (node) => {
  let parent = node;
  while (parent && parent.$type !== 'bpmn:Process') parent = parent.$parent;
  return parent;
};

const documentationOf = (node) => (node.documentation ?? []).map(({ text }) => text ?? '').join('\n');

/** Any element with a job: service and send tasks, throw and end events. */
const jobTypeOf = (node) => extensions(node, 'zeebe:TaskDefinition')[0]?.type;

module.exports = { documentationOf, extensions, headersOf, jobTypeOf, processOf };
