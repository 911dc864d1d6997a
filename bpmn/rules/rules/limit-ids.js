const { headersOf } = require('../elements.js');
const { limits } = require('../contracts.json');

const FROM_VARIABLE = '=deadlineRule';

module.exports = () => ({
  check(node, reporter) {
    const { deadlineRule, limits: opened } = headersOf(node);
    for (const text of [deadlineRule, opened]) {
      if (!text || text === FROM_VARIABLE) continue;
      for (const id of text.split(',')) {
        if (!limits.includes(id))
          reporter.report(node.id, `limit <${id}> is no row of decision deadlines (libs/contracts/src/limits)`);
      }
    }
  },
});
