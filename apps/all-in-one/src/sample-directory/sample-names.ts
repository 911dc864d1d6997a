const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁韦马'];
const GIVEN = [
  '建国',
  '淑芬',
  '志强',
  '雅琴',
  '海涛',
  '晓燕',
  '文博',
  '丽华',
  '俊杰',
  '秀英',
  '国栋',
  '思雨',
  '永康',
  '静怡',
  '振宇',
  '玉兰',
  '宏伟',
  '婉清',
  '嘉诚',
  '春梅',
  '立新',
  '若涵',
  '少华',
  '佩珊',
];

/** The n-th invented name; all differ up to 960. */
export function sampleName(n: number): string {
  const family = FAMILY[n % FAMILY.length] ?? '';
  // Steps by one more each round, so that neighbours share neither part.
  const given = GIVEN[(n + Math.floor(n / FAMILY.length)) % GIVEN.length] ?? '';
  return family + given;
}
