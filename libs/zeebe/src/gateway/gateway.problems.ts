import { defineProblems } from '@huiying/platform';

defineProblems({
  'gateway-unavailable': {
    zh: '流程引擎暂时无法连接，请稍后再试',
    en: 'The process engine cannot be reached. Try again shortly',
  },
  'gateway-refused': { zh: '流程引擎拒绝了这次操作', en: 'The process engine refused this' },
  'model-refused': { zh: '模型 {model} 没有发布：{reason}', en: 'Model {model} was not deployed: {reason}' },
  'models-missing': { zh: '流程模型还没有发布', en: 'No models have been deployed yet' },
});
