import { CAUSE_NAMES, EVIDENCE_KIND_NAMES, HEARING_MODE_NAMES, JUSTIFIED_NAMES } from '@huiying/contracts';
import { codeName, factLines, groupName, moneyText, shownDay, shownText } from '@huiying/forms';
import type { Measure } from '../measures/measure.js';
import { measuresText } from './outcome-text.js';
import { type Said, linesOf, materials, sheet } from './said.js';

const PARTY_NAMES: Readonly<Record<string, string>> = { complainant: '投诉人', respondent: '被投诉人' };

/** 调查报告, and what was settled before it goes to a decision: who decides sees result and payment (R04.8). */
export function reportText(report: Said, settled: Said): string {
  return sheet(
    report
      ? factLines(
          ['事实认定', shownText(report['findings'])],
          ['是否成立', codeName(JUSTIFIED_NAMES, report['justified'])],
          ['证据是否确凿', shownText(report['conclusive'])],
          ['责任方', shownText(report['responsibleParty'])],
          ['有无主观过错', shownText(report['fault'])],
          ['原因', causeLine(report)],
          ['未到场说明', shownText(report['absenceNote'])],
          ['建议措施', shownText(report['suggestedMeasures'])],
        )
      : '',
    settled
      ? factLines(
          ['认定', shownText(settled['findings'])],
          ['经过', shownText(settled['process'])],
          ['双方陈述', shownText(settled['bothStatements'])],
          ['依据', shownText(settled['basis'])],
          ['原因', report ? '' : causeLine(settled)],
          ['处理结果', shownText(settled['result'])],
          ['赔付金额', Number(settled['payFen'] ?? 0) > 0 ? moneyText(Number(settled['payFen'])) : ''],
          ['双方是否一致', shownText(settled['agreed'])],
        )
      : '',
  );
}

function causeLine(said: Readonly<Record<string, unknown>>): string {
  return [codeName(CAUSE_NAMES, said['causeCode']), shownText(said['causeText'])].filter(Boolean).join('，');
}

/** 调解协议 */
export function agreementText(mediation: Said, measures: readonly Measure[]): string {
  if (!mediation) return '（未经调解）';
  const agreed = mediation['agreed'] === true || mediation['agreed'] === 'true';
  if (!agreed) return sheet('调解未达成一致', factLines(['说明', shownText(mediation['remark'])]));
  const paid = Number(mediation['payFen'] ?? 0);
  return sheet(
    factLines(
      ['调解日期', shownDay(mediation['heldAt'])],
      ['参加人', shownText(mediation['participants'])],
      ['赔付金额', paid > 0 ? moneyText(paid) : ''],
      ['说明', shownText(mediation['remark'])],
    ),
    measuresText(measures),
  );
}

/** 证据, a line each, with what lies on file. */
export function evidenceText(evidence: readonly Said[]): string {
  return evidence
    .flatMap((said) => linesOf(said?.['evidence']))
    .map((piece, place) => {
      const source = shownText(piece['source']);
      const parts = [
        codeName(EVIDENCE_KIND_NAMES, piece['kind']),
        source && `来源 ${source}`,
        shownDay(piece['obtainedOn']),
        shownText(piece['description']),
        materials(piece['files']),
      ];
      return `证据 ${place + 1}：${parts.filter(Boolean).join('，')}`;
    })
    .join('\n');
}

/** 取证与陈述, with who was not heard and what a consultation concluded (R04.6, R04.7, R04.10). */
export function hearingsText(given: {
  evidence: readonly Said[];
  hearings: readonly { party: 'complainant' | 'respondent'; said: Said }[];
  silent: readonly string[];
  anonymous: boolean;
  conclusion: Said;
}): string {
  const heard = given.hearings.map(({ party, said }) => {
    const how = [codeName(HEARING_MODE_NAMES, said?.['mode']), shownDay(said?.['heldAt'])].filter(Boolean).join('，');
    return `${PARTY_NAMES[party]}陈述（${how}）：${shownText(said?.['statement'])}`;
  });
  const absent = given.silent.map((party) =>
    party === 'complainant' && given.anonymous ? '投诉人（匿名）' : (PARTY_NAMES[party] ?? party),
  );
  return sheet(
    evidenceText(given.evidence),
    ...heard,
    factLines(
      ['未听取陈述', absent.join('、')],
      ['会商结论', shownText(given.conclusion?.['ruling']) || shownText(given.conclusion?.['conclusion'])],
    ),
  );
}

/** 各部门意见, with the silent departments named (R04.10). */
export function opinionsText(
  opinions: readonly { department: string; said: Said }[],
  silent: readonly string[],
  conclusion?: Said,
): string {
  const given = opinions.map(({ department, said }) => {
    const parts = [
      shownText(said?.['opinion']),
      `是否本部门责任：${shownText(said?.['ownResponsibility'])}`,
      `可完成日期：${shownDay(said?.['completableOn'])}`,
    ];
    return `${groupName(department)}：${parts.join('；')}`;
  });
  const superiors = linesOf(conclusion?.['silentOpinions']);
  return sheet(
    ...given,
    factLines(
      ['未答复', silent.map(groupName).join('、')],
      ['上级意见', superiors.map((one) => `${groupName(one['department'])} ${shownText(one['opinion'])}`).join('；')],
      ['会商结论', shownText(conclusion?.['conclusion'])],
    ),
  );
}
