const { extensions } = require('../elements.js');
const { groups, posts } = require('../contracts.json');

const ROLES = /^=\["[a-z-]+"(, ?"[a-z-]+")*\]$/;
const VARIABLE = /^=\[[A-Za-z][A-Za-z0-9]*\]$/;
const POST = /^=posts\.([A-Za-z]+)$/;
const PERSON = /^=[A-Za-z][A-Za-z0-9]*$/;

module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:UserTask') return;
    const { candidateGroups, assignee } = extensions(node, 'zeebe:AssignmentDefinition')[0] ?? {};
    if (!candidateGroups && !assignee) return reporter.report(node.id, 'names neither candidate groups nor a person');
    if (assignee && !PERSON.test(assignee))
      reporter.report(node.id, `assignee <${assignee}> should be a variable: =investigator`);
    if (!candidateGroups) return;
    const post = POST.exec(candidateGroups)?.[1];
    if (post !== undefined) {
      if (!posts.includes(post)) reporter.report(node.id, `post <${post}> is none of ${posts.join(', ')}`);
      return;
    }
    if (VARIABLE.test(candidateGroups)) return;
    if (!ROLES.test(candidateGroups)) {
      return reporter.report(
        node.id,
        `candidate groups <${candidateGroups}> should be a list: ="[role]" as =["review-office"], =[handlerGroup] or =posts.intake`,
      );
    }
    for (const role of JSON.parse(candidateGroups.slice(1))) {
      if (!groups.includes(role))
        reporter.report(node.id, `role <${role}> does not exist (libs/contracts/src/codes/roles.ts)`);
    }
  },
});
