import { defineProblems } from '@huiying/platform';

defineProblems({
  'file-required': { zh: '请选择一个文件', en: 'Choose a file' },
  'file-damaged': { zh: '这个文件打不开，请换一个', en: 'This file cannot be opened, please choose another' },
  'file-too-large': { zh: '文件超过 20 MB', en: 'The file is larger than 20 MB' },
  'report-file-type': {
    zh: '举报附件只收 jpg、png、webp 图片，pdf、docx、xlsx 文档，mp3、m4a 录音',
    en: 'Reports take jpg, png and webp images, pdf, docx and xlsx documents, mp3 and m4a recordings',
  },
  'report-file-hidden': {
    zh: '这个文件里有去不掉的隐藏内容（批注、修订、宏、内嵌文件、签名或密码），可能说出是谁写的。请先接受修订、删除批注，或截图后上传；一定要交原件的，请选「按原样提交」',
    en: 'This file has hidden content that cannot be taken out (comments, tracked changes, macros, embedded files, a signature or password) and may say who wrote it. Accept the changes and delete the comments, or send pictures of it; if it has to be the original, choose “as it is”',
  },
  'draft-outdated': { zh: '另一窗口有较新的草稿', en: 'There is a newer draft' },
  'report-files-full': {
    zh: '这件举报的附件已满：最多 40 个，共 300 MB',
    en: 'This report holds no more files: 40 at most, 300 MB together',
  },
  'unknown-organisation': { zh: '没有这个受理单位', en: 'There is no such organisation' },
  'report-sealed': { zh: '举报件已归档，不能再改', en: 'The report is archived and cannot be changed' },
  'handler-excluded': {
    zh: '此人被举报、是被举报人的下属，或不能办理举报件',
    en: 'This person is named, works below somebody named, or may not handle reports',
  },
  'advice-required': {
    zh: '反馈结果时须写明建议(其他途径、保护)',
    en: 'The outcome needs advice: further routes, protection',
  },
  'unfounded-measures': {
    zh: '不属实的，对被举报人和举报人都不得采取措施',
    en: 'Unfounded: there are no measures, neither against the accused nor against the reporter',
  },
  'reporter-measures': { zh: '不得对举报人采取措施', en: 'There are no measures against a reporter' },
  'mode-needs-portal': {
    zh: '此举报没有查询码，不能在举报页面反馈',
    en: 'This report has no receipt, so its outcome cannot be told on the report page',
  },
  'second-opener': { zh: '须由另一人批准', en: 'Somebody else has to approve' },
  'opening-unknown': { zh: '没有这项申请，或已过期', en: 'There is no such request, or it has expired' },
});
