import { Injectable } from '@nestjs/common';
import {
  CHANNEL_NAMES,
  LIMITS,
  type Bilingual,
  type LimitId,
  type PublicLimit,
  type PublicProcedure,
} from '@huiying/contracts';
import { Config, Directory, Problem } from '@huiying/platform';
import { LimitDays, type LimitRow } from '@huiying/service';

/** Limits that concern a complainant, in the order in which a case meets them. */
const PUBLIC_LIMITS: readonly { limitId: LimitId; complexity?: 'complex' }[] = [
  { limitId: 'R13.3' },
  { limitId: 'R04.4' },
  { limitId: 'R01.2' },
  { limitId: 'R07.6' },
  { limitId: 'R01.4' },
  { limitId: 'R01.4', complexity: 'complex' },
  { limitId: 'R04.13' },
  { limitId: 'R04.13', complexity: 'complex' },
  { limitId: 'R04.11' },
  { limitId: 'R04.12' },
  { limitId: 'R01.7' },
];

const CHANNELS = ['phone', 'letter', 'email', 'web', 'visit', 'hotline', 'property-unit'] as const;
/** The residents' hotline is the property company's. */
const ONLY_AT: Partial<Record<string, string>> = { hotline: 'property-company' };

/** Conditions of decision `eligibility`, in words (R01.1, R01.2, R04.4, R08.3, R10.4). */
const CONDITIONS: readonly Bilingual[] = [
  {
    zh: '投诉的事项属于本单位的受理范围；不属于的会告诉您该找谁。',
    en: 'The matter lies within our scope; otherwise we tell you where to turn.',
  },
  { zh: '内容具体：什么事、在哪里、希望怎样解决。', en: 'It is specific: what, where, and what you ask for.' },
  {
    zh: '有能找到的材料；缺少的会请您补充。工程质量由现场勘查取得证据。',
    en: 'With what evidence you have; we ask for what is missing. Quality of construction is surveyed on the spot.',
  },
  { zh: '留下姓名和联系方式，或者选择匿名。', en: 'With a name and a way to reach you, or anonymously.' },
];

/** 渠道与程序 (R03.2, R03.4): what the published decisions say now, so that a changed limit shows at once. */
@Injectable()
export class Procedure {
  constructor(
    private readonly limits: LimitDays,
    private readonly directory: Directory,
    private readonly config: Config,
  ) {}

  /** @throws Problem `unknown-organisation` */
  async read(organisationId: string | undefined): Promise<PublicProcedure> {
    const id = organisationId ?? this.config.defaultOrganisation;
    const organisation = id ? await this.directory.organisation(id) : null;
    if (!organisation) throw new Problem('unknown-organisation', 'missing');
    const { orgType } = organisation;
    const channels = CHANNELS.filter((channel) => (ONLY_AT[channel] ?? orgType) === orgType);
    return {
      organisation: { id: organisation.id, name: organisation.name, orgType },
      channels: channels.map((channel) => ({ channel, name: CHANNEL_NAMES[channel] })),
      conditions: [...CONDITIONS],
      limits: PUBLIC_LIMITS.flatMap((asked) => this.limit(asked, orgType)),
    };
  }

  /** None where the organisation has no such limit. */
  private limit({ limitId, complexity }: (typeof PUBLIC_LIMITS)[number], orgType: string): PublicLimit[] {
    // Acceptance at a property company is judged the same day; its other organisations have R04.4.
    if (limitId === 'R04.4' && orgType === 'property-company') return [];
    if (limitId === 'R04.13' && orgType === 'registration-centre') return [];
    const row = this.limits.row(limitId, orgType, complexity ?? 'simple');
    if (!row) return [];
    const name = LIMITS[limitId];
    const complex = complexity === 'complex';
    return [
      {
        limitId,
        name: complex ? { zh: `${name.zh}（复杂投诉）`, en: `${name.en} (complex)` } : { zh: name.zh, en: name.en },
        time: timeWords(row),
        amount: row.amount,
        unit: row.unit,
      },
    ];
  }
}

function timeWords({ amount, unit }: LimitRow): Bilingual {
  const many = (one: string, more: string) => `${amount} ${amount === 1 ? one : more}`;
  switch (unit) {
    case 'wd':
      return { zh: `${amount} 个工作日`, en: many('working day', 'working days') };
    case 'd':
      return { zh: `${amount} 天`, en: many('day', 'days') };
    case 'h':
      return { zh: `${amount} 小时`, en: many('hour', 'hours') };
    case 'same-day':
      return { zh: '当天', en: 'the same day' };
    case 'date':
      return { zh: '约定的日期', en: 'the agreed date' };
  }
}
