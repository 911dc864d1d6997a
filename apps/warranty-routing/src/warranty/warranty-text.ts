import { COMPONENT_NAMES, ROLE_NAMES, type WarrantyView } from '@huiying/contracts';

const LAW = '《建设工程质量管理条例》第四十条';

/** 保修: who repairs by the company's own year, and until when the law makes the builder repair free of charge; one block a component. */
export function warrantyText(views: readonly WarrantyView[]): string {
  const [first] = views;
  if (!first) return '';
  const accepted = first.completionAcceptedOn ?? '不详(须补录)';
  return [`竣工验收日：${accepted}`, ...views.map(blockOf)].join('\n');
}

function blockOf({ component, internal, statutory }: WarrantyView): string {
  const who = internal.repairGroup && ROLE_NAMES[internal.repairGroup as keyof typeof ROLE_NAMES].zh;
  const own =
    internal.until === null
      ? `内部 ${internal.years} 年期：验收日不详`
      : `内部 ${internal.years} 年期至 ${internal.until}，报修${internal.under ? '在期内' : '已过期'}，由${who}维修(只决定谁来修)`;
  return `【${COMPONENT_NAMES[component].zh}】${own}；${lawOf(statutory)}`;
}

function lawOf({ term, amount, until, by, free }: WarrantyView['statutory']): string {
  const length: Readonly<Record<string, string>> = {
    'design-life': '设计使用年限',
    years: `${amount} 年`,
    'heating-seasons': `${amount} 个采暖期`,
    'cooling-seasons': `${amount} 个供冷期`,
    agreed: '由合同约定',
  };
  const what = by === 'contract' ? '合同约定的保修' : `法定最低保修期 ${length[term] ?? term}(${LAW})`;
  if (until === null) return `${what}，到期日不详`;
  return `${what}至 ${until}，报修${free ? '在期内：施工单位须免费维修' : '已过期'}`;
}
