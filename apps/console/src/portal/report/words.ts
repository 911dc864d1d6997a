/** Words of the page; it shares no text with the portal, for it shares no bundle with it. */
const ZH = {
  title: '说明',
  heading: '员工举报',
  leave: '快速离开',
  leaveHint: '连按三次 Esc 也会离开。本页不在这台设备上留下任何内容。',
  other: 'English',
  intro:
    '可以不留姓名。您写的内容只有指定的经办人看得到；您在下面写明的被举报人和他们的下属，从一开始就看不到。请尽量不要用公司的网络和设备。',
  file: '提交举报',
  follow: '查看已提交的举报',
  named: '举报谁？',
  namedHint: '一行一人或一个部门。他们和他们的下属不会经办，也看不到。不知道姓名的，写部门。',
  name: '姓名',
  unit: '部门或单位',
  addNamed: '再加一人',
  choose: '请选择',
  where: '在哪个公司或单位？',
  whereHint: '由那里未被举报的人经办；都被举报的，由上一级和集团经办。',
  what: '什么事？',
  whatHint: '时间、地点、经过。至少 10 个字。',
  evidence: '证据或线索',
  files: '照片、文档、录音',
  filesHint:
    '收 jpg、png、webp 图片，pdf、docx、xlsx 文档，mp3、m4a 录音；每个不超过 20 MB，最多 40 个。拍摄地点、设备、作者等隐藏信息在服务器上立即去除，文件名不保存。画面、正文和声音里能认出您的内容不会去除，请自己先看一遍。',
  asItIs: '按原样提交，不去除隐藏信息（里面可能写着您的姓名）',
  form: '这是口头反映的记录吗？',
  written: '书面举报',
  oral: '口头反映，请主管即时处理',
  tell: '怎样告诉您结果？',
  online: '凭受理号码和查询码在本页查看',
  inPerson: '由经办人当面告知（须留下联系方式）',
  who: '您是谁？（可以不填）',
  whoHint: '单独加密保存；经办人只看到「举报人」，须两名保管人同意才能查看，您会看到查看记录。',
  phone: '电话',
  more: '部门等',
  send: '提交',
  sending: '正在提交……',
  kept: '已受理。下面的号码和查询码只显示这一次，请抄下来。丢失不能补发。',
  number: '受理号码',
  code: '查询码',
  done: '已抄好，清空本页',
  open: '查看',
  missing: '没有找到。请核对受理号码和查询码。',
  progress: '正在办理。',
  answered: '已有结果。',
  result: '结果',
  advice: '建议',
  messages: '往来',
  none: '还没有往来。',
  reporter: '您',
  handler: '经办人',
  identity: '{on} 您的身份信息经两名保管人同意，已向经办人提供。',
  emergency: '{on} 本件因紧急情况由两人共同打开。',
  say: '补充或提问',
  later: '补充被举报人（可以不填）',
  sendMessage: '发送',
  sendFile: '发送文件',
  fileKept: '文件已保存。',
  close: '关闭',
  wrong: '请修改：',
  noAnswer: '没有连上，请稍后再试。内容还在本页。',
} as const;

export type WordKey = keyof typeof ZH;

const EN: Record<WordKey, string> = {
  title: 'Notes',
  heading: 'Employee report',
  leave: 'Leave quickly',
  leaveHint: 'Pressing Esc three times leaves as well. Nothing stays on this device.',
  other: '中文',
  intro:
    'No name is needed. Only appointed handlers read what you write; those you name below, and whoever works for them, are kept out from the start. If you can, do not use the company’s network or devices.',
  file: 'File a report',
  follow: 'See a report you filed',
  named: 'Who is it about?',
  namedHint:
    'One person or department a line. They and those who work for them will not handle or see it. Without a name, give the department.',
  name: 'Name',
  unit: 'Department',
  addNamed: 'Add another',
  choose: 'Please choose',
  where: 'Which company?',
  whereHint: 'Handled there by people who are not named; where all are, one level up or by the group.',
  what: 'What happened?',
  whatHint: 'When, where, how. At least 10 characters.',
  evidence: 'Evidence or leads',
  files: 'Photos, documents, recordings',
  filesHint:
    'jpg, png and webp pictures, pdf, docx and xlsx documents, mp3 and m4a recordings; 20 MB each, 40 at most. Place, device, author and other hidden information is removed on the server at once, file names are not kept. What can be recognised in the picture, the text or the sound stays: please look through it first.',
  asItIs: 'As it is, with hidden information (your name may be in it)',
  form: 'Is this a note of something told in person?',
  written: 'Written report',
  oral: 'Told in person: the supervisor acts at once',
  tell: 'How shall we tell you the outcome?',
  online: 'On this page, with number and code',
  inPerson: 'In person, by a handler (leave a contact)',
  who: 'Who are you? (optional)',
  whoHint:
    'Kept under a key of its own. Handlers see “the reporter”; two custodians have to agree before it is shown, and you will see that it was.',
  phone: 'Phone',
  more: 'Department and so on',
  send: 'Send',
  sending: 'Sending …',
  kept: 'Received. Number and code are shown this once: write them down. They cannot be issued again.',
  number: 'Number',
  code: 'Code',
  done: 'Written down, clear this page',
  open: 'Open',
  missing: 'Not found. Please check number and code.',
  progress: 'Being handled.',
  answered: 'There is an outcome.',
  result: 'Outcome',
  advice: 'Advice',
  messages: 'Messages',
  none: 'No messages yet.',
  reporter: 'You',
  handler: 'Handler',
  identity: '{on} With the consent of two custodians a handler was told who you are.',
  emergency: '{on} Two persons together opened this report in an emergency.',
  say: 'Add something or ask',
  later: 'Somebody else is involved (optional)',
  sendMessage: 'Send',
  sendFile: 'Send the file',
  fileKept: 'The file is kept.',
  close: 'Close',
  wrong: 'Please change:',
  noAnswer: 'No connection, please try again. What you wrote is still here.',
};

/** In memory alone: a choice that was stored would tell that somebody was here. */
let language: 'zh' | 'en' = navigator.language.startsWith('zh') ? 'zh' : 'en';

export function word(key: WordKey, params: Record<string, string> = {}): string {
  const text = language === 'zh' ? ZH[key] : EN[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

export function acceptLanguage(): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export function otherLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
}
