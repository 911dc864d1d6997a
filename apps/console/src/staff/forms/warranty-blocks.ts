import { COMPONENT_NAMES, type Component } from '@huiying/contracts';

/** What the text of a field 保修 has in common, and the block of one component; undefined where the text has none of it. */
export interface ChosenWarranty {
  common: string;
  chosen: string | undefined;
}

/** Pure: `text` as warranty-routing writes it: common lines first, then a block `【部位】…` for each component. */
export function chosenWarranty(text: string, component: unknown): ChosenWarranty {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('【'));
  const blocks =
    first < 0
      ? []
      : lines
          .slice(first)
          .join('\n')
          .split(/\n(?=【)/);
  const name = typeof component === 'string' ? COMPONENT_NAMES[component as Component]?.zh : undefined;
  const common = (first < 0 ? lines : lines.slice(0, first)).join('\n');
  return { common, chosen: name && blocks.find((block) => block.startsWith(`【${name}】`)) };
}
