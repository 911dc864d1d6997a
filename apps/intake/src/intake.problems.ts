import { defineProblems } from '@huiying/platform';

/** Texts of what intake refuses. Codes are part of the API. */
defineProblems({
  'not-registrable': { zh: '登记内容还需要补充或修改', en: 'Some fields need attention before this can be registered' },
  'contact-required': {
    zh: '请留下姓名和联系方式，或选择匿名',
    en: 'Leave a name and a way to reach you, or choose to stay anonymous',
  },
  'anonymous-with-contact': { zh: '匿名投诉不能同时留联系方式', en: 'An anonymous complaint carries no contact' },
  'not-a-phone': { zh: '电话号码写法不对', en: 'This does not look like a phone number' },
  'not-an-email': { zh: '邮箱写法不对', en: 'This does not look like an e-mail address' },
  'address-required': {
    zh: '电话、信函、来访投诉须登记地址（或选择匿名）',
    en: 'The address is required for phone, letter and visit, unless anonymous',
  },
  'promised-date-required': {
    zh: '销售、租赁投诉须登记预计反馈日',
    en: 'A sales or leasing complaint needs the promised date',
  },
  'promised-date-past': { zh: '预计反馈日不能早于收到日', en: 'The promised date lies before the day of receipt' },
  'read-back-required': {
    zh: '请向客户复述并经其确认后保存',
    en: 'Read the complaint back and have it confirmed before saving',
  },
  'unknown-organisation': { zh: '没有这个受理单位', en: 'There is no such organisation' },
  'unknown-case': { zh: '没有找到这个案号', en: 'There is no such case' },
  'own-master': { zh: '案件不能并入自己', en: 'A case cannot follow itself' },
  'master-is-child': { zh: '该案已是从案，请选它的主案', en: 'That case follows another one; choose its master' },
  'master-closed': {
    zh: '该案已撤回或不予受理，请另选主案',
    en: 'That case was withdrawn or not accepted; choose another',
  },
  'has-children': { zh: '该案下有从案，不能再并入别的案件', en: 'This case has children and cannot follow another' },
  'not-linked': { zh: '该案不在这个主案之下', en: 'This case does not follow that one' },
  'other-organisation': { zh: '只能与同一受理单位的案件并案', en: 'Only cases of the same organisation can be linked' },
  'idempotency-key-required': { zh: '缺少 Idempotency-Key', en: 'The header Idempotency-Key is missing' },
  'idempotency-key-reused': {
    zh: '同一 Idempotency-Key 不能用于不同内容',
    en: 'This Idempotency-Key was used for another request',
  },
  'registration-repeated': {
    zh: '这份投诉已登记，查询码不再显示',
    en: 'This complaint is registered already; the code is not shown again',
  },
  'code-wrong': {
    zh: '编号或查询码不对，请核对后再试',
    en: 'The number or the code does not match. Check and try again',
  },
  'not-now': { zh: '目前的办理阶段不能进行此操作', en: 'This is not possible at this stage of the case' },
  'already-rated': { zh: '评价已改过一次，不能再改', en: 'The rating was changed once already' },
  'nothing-sent': { zh: '请填写内容或附上文件', en: 'Write something or add a file' },
  'unknown-upload': { zh: '没有找到这个文件，请重新上传', en: 'This file is not there any more; upload it again' },
  'file-required': { zh: '请选择一个文件', en: 'Choose a file' },
  'file-type': {
    zh: '只收 jpg、png、webp 图片和 pdf',
    en: 'Only jpg, png and webp images and pdf documents are taken',
  },
  'file-damaged': { zh: '这个文件打不开，请换一个', en: 'This file cannot be opened, please choose another' },
  'file-too-large': { zh: '文件超过 20 MB', en: 'The file is larger than 20 MB' },
  'too-many-files': { zh: '这件投诉的附件已满', en: 'This case holds no more files' },
  'reason-required': { zh: '请写明理由', en: 'Please give a reason' },
  'emergency-running': {
    zh: '本案的应急响应正在进行，不能再启动一次；新的情况请写成备注，或告诉现场负责人',
    en: 'An emergency response of this case is running and cannot be started again; write what is new as a note, or tell the site leader',
  },
  'nothing-changed': { zh: '没有需要更改的内容', en: 'Nothing to change' },
  'consent-required': { zh: '须经客户同意才能更改反馈日', en: 'The customer must agree to the new date' },
  'no-appeal-pending': { zh: '本案没有等待主管部门答复的申诉', en: 'No appeal to an authority is pending' },
  'no-contact': { zh: '本案没有联系方式', en: 'There is no contact on file' },
  'kind-required': { zh: '请选择投诉类别', en: 'Choose the kind of the complaint' },
  'kind-differs': {
    zh: '类别与事项不符：该事项应归为「{kind}」',
    en: 'The kind does not match the topic, which gives “{kind}”',
  },
  'kind-not-here': { zh: '此事项不能归为该类别', en: 'This topic does not allow that kind' },
  'missing-required': { zh: '请写明还缺哪些材料', en: 'Say what is missing' },
  'unknown-group': { zh: '没有这个部门', en: 'There is no such department' },
  'households-below': { zh: '户数至少为 1', en: 'At least one household' },
  'amount-below': { zh: '金额不能为负', en: 'The amount cannot be negative' },
  'answer-missing': { zh: '答复尚未入卷，请稍后', en: 'The answer is not in the file yet' },
  'reply-missing': { zh: '书面回复尚未入卷，请稍后', en: 'The reply is not in the file yet' },
  'date-missing': { zh: '新的反馈日尚未入卷，请稍后', en: 'The new date is not in the file yet' },
  'answer-required': { zh: '请填写答复内容', en: 'Write the answer' },
  'handler-required': { zh: '不能即时答复的，请选择处理部门', en: 'Choose the department that will answer' },
  'signature-or-refusal': {
    zh: '当面告知请客户签字；客户拒签的写明原因',
    en: 'Ask for a signature when telling in person, or say why it was refused',
  },
  'told-or-unreachable': {
    zh: '请填写告知时间和被告知人，或写明无法联系的原因',
    en: 'Give time and person told, or why nobody could be reached',
  },
});
