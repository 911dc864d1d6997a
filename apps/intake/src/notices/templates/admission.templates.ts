import type { NoticeText } from '../render.js';

/** From the receipt of a complaint to the word whether it is accepted. */
export const admissionTemplates = {
  acknowledgement: {
    title: '投诉回执',
    fields: ['caseNo', 'organisation', 'receivedAt', 'acceptBy', 'replyBy', 'promisedOn'],
    body: `
您好：

{{organisation}}已于{{receivedAt}}收到您的投诉，受理编号：{{caseNo}}。
我们将在{{acceptBy}}前告诉您是否受理。
我们将在{{replyBy}}前答复处理结果。
与您约定的反馈日期：{{promisedOn}}。

接下来的步骤：受理审查 → 办理 → 答复 → 您评价。
您可以凭受理编号和查询码在网上查看进度、补充材料。`,
  },
  accepted: {
    title: '受理告知书',
    fields: ['caseNo', 'organisation', 'kind', 'acceptedAt', 'replyBy', 'owner', 'promisedOn'],
    body: `
您好：

您的投诉（编号{{caseNo}}）经审查符合受理条件，{{organisation}}已于{{acceptedAt}}受理。
投诉类别：{{kind}}。
受理人：{{owner}}。
我们将在{{replyBy}}前办结并答复您；需要延期的，会事先告诉您原因和新的日期。
与您约定的反馈日期：{{promisedOn}}。

办理期间您可以补充材料，也可以了解进展。`,
  },
  supplement: {
    title: '补正通知书',
    fields: ['caseNo', 'organisation', 'missing', 'until', 'opinion'],
    body: `
您好：

您的投诉（编号{{caseNo}}）还缺少以下材料或说明，{{organisation}}暂时无法办理：
{{missing}}

请在{{until}}前补充。等待您补充的时间不计入办理时限。
逾期未补充的，本次暂不受理；您以后补齐材料，我们会按原编号继续审查。`,
  },
  'not-accepted': {
    title: '不予受理（转送）告知书',
    fields: ['caseNo', 'organisation', 'heading', 'reason', 'next', 'until', 'route', 'desk', 'thanks'],
    body: `
您好：

关于您的来件（编号{{caseNo}}），{{organisation}}审查后告知如下：
{{heading}}
原因：{{reason}}
接下来：{{next}}
{{until}}
您还可以：{{route}}
如有疑问，请联系{{desk}}，并说明本编号。
{{thanks}}`,
  },
} as const satisfies Record<string, NoticeText>;
