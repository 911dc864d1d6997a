import { defineProblems } from '@huiying/platform';
import type { LedgerRefusal } from './ledger.decider.js';

const texts: Record<LedgerRefusal, { zh: string; en: string }> = {
  'penalty-known': { zh: '该处罚已入账', en: 'The penalty is on the ledger already' },
  'penalty-unknown': { zh: '没有这笔处罚', en: 'There is no such penalty' },
  'amount-not-shared-equally': {
    zh: '金额须为正整数（分）且能平均分给各分店',
    en: 'The amount must be whole fen above zero and divide equally among the stores',
  },
  'amount-differs': { zh: '金额与应缴（应退）金额不符', en: 'The amount differs from what is due' },
  'penalty-paid': { zh: '该处罚已缴款', en: 'The penalty has been paid' },
  'penalty-unpaid': { zh: '该处罚尚未缴款', en: 'The penalty has not been paid' },
  'penalty-without-payees': { zh: '该处罚没有受款分店', en: 'The penalty has no stores to pass it on to' },
  'penalty-passed-on': { zh: '该款项已转付', en: 'The amount has been passed on' },
  'penalty-revoked': { zh: '该处罚已撤销', en: 'The penalty was revoked' },
  'penalty-in-force': { zh: '该处罚未撤销，不能退款', en: 'The penalty stands: nothing is refunded' },
  'penalty-refunded': { zh: '该款项已退还', en: 'The amount has been refunded' },
};

defineProblems(texts);
