import { defineProblems } from '@huiying/platform';
import type { LedgerRefusal } from './ledger.decider.js';

const texts: Record<LedgerRefusal, { zh: string; en: string }> = {
  'penalty-known': { zh: '该处罚已入账', en: 'The penalty is on the ledger already' },
  'penalty-unknown': { zh: '没有这笔处罚', en: 'There is no such penalty' },
  'amount-not-shared-equally': {
    zh: '金额须为正整数（分）且能平均分给各分店',
    en: 'The amount must be whole fen above zero and divide equally among the stores',
  },
  'amount-too-large': { zh: '单笔金额不能超过 10 亿元', en: 'One penalty is at most 1,000,000,000 yuan' },
  'amount-not-positive': { zh: '金额须大于零，精确到分', en: 'The amount must be above zero, in whole fen' },
  'amount-above-remaining': { zh: '金额超过未缴余额', en: 'The amount is more than what is still to be paid' },
  'amount-above-refund': { zh: '金额超过应退金额', en: 'The amount is more than what is to be refunded' },
  'receipt-known': {
    zh: '这张凭证已入账，请核对凭证号',
    en: 'This receipt is on the ledger already, check its number',
  },
  'penalty-paid': { zh: '该处罚已缴清', en: 'The penalty has been paid in full' },
  'penalty-unpaid': { zh: '该处罚尚未缴清', en: 'The penalty has not been paid in full' },
  'penalty-without-payees': { zh: '该处罚没有受款分店', en: 'The penalty has no stores to pass it on to' },
  'penalty-passed-on': { zh: '该款项已转付', en: 'The amount has been passed on' },
  'penalty-not-passed-on': { zh: '该款项没有转付', en: 'The amount was not passed on' },
  'penalty-reclaimed': { zh: '已转付的款项已要求退回', en: 'What was passed on is claimed back already' },
  'penalty-revoked': { zh: '该处罚已撤销', en: 'The penalty was revoked' },
  'penalty-in-force': { zh: '该处罚未撤销，不能退款', en: 'The penalty stands: nothing is refunded' },
  'penalty-refunded': { zh: '该款项已退还', en: 'The amount has been refunded' },
};

defineProblems(texts);
