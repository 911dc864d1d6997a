import { mask } from './mask.js';

describe('mask (access.md §3)', () => {
  it.each([
    ['张三丰', '张**'],
    ['张三', '张**'],
    ['欧阳修', '欧**'],
    ['', ''],
  ])('name %s → %s', (name, masked) => expect(mask.name(name)).toBe(masked));

  it.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['057187654321', '057****4321'],
    ['12345', '****'],
  ])('phone %s → %s', (phone, masked) => expect(mask.phone(phone)).toBe(masked));

  it.each([
    ['zhang.san@qq.com', 'z***@qq.com'],
    ['@qq.com', '***'],
    ['nothing', '***'],
  ])('e-mail %s → %s', (email, masked) => expect(mask.email(email)).toBe(masked));

  it('room and identity number', () => {
    expect(mask.room('3 幢')).toBe('3 幢 ***');
    expect(mask.identityNumber('11010119900307001X')).toBe('1******** ****X');
  });

  it.each([
    ['请打13812345678找我', '请打138****5678找我'],
    ['电话138-1234-5678或138 1234 5678', '电话138****5678或138****5678'],
    ['+86 13812345678', '138****5678'],
    ['座机0571-87654321', '座机057****4321'],
    ['邮箱zhang.san@qq.com谢谢', '邮箱z***@qq.com谢谢'],
    ['身份证11010119900307001X', '身份证1******** ****X'],
    ['卡号6222021234567890123', '卡号****'],
    ['浙A12345挡路,浙AD12345也是', '浙A*****挡路,浙A*****也是'],
  ])('covers %s', (text, covered) => expect(mask.freeText(text)).toBe(covered));

  it.each(['2026年3月2日收到,共3200元', '3幢1201楼层12', '订单20260302', '面积128.5平米,单价12345.67元'])(
    'leaves %s alone',
    (text) => expect(mask.freeText(text)).toBe(text),
  );

  it("covers the case's own names and rooms, the longer ones first", () => {
    const known = { names: ['张三', '张三丰'], rooms: ['1201'] };
    expect(mask.freeText('张三丰住1201,张三不住', known)).toBe('张**住***,张**不住');
  });
});
