import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { axeFindings, DESKTOP, hasChromium, PHONE, Stage } from './browser.js';

const journey = hasChromium() ? describe : describe.skip;
const TEXT = '厨房天花板渗水，11月20日起一直滴水，物业来看过两次没有修好。';
const WAIT = { timeout: 60_000 };

/** One complaint from the phone of a complainant to the desk and back (console.md UX-02 to UX-05, UX-07, UX-28). */
journey('a complaint', () => {
  let stage: Stage;
  let phone: Page;
  let desk: Page;
  let caseNo = '';
  let code = '';

  beforeAll(async () => {
    stage = await Stage.open();
    phone = await stage.page(PHONE);
    desk = await stage.page(DESKTOP);
  }, 330_000);

  afterAll(async () => {
    await stage?.close();
  });

  const next = () => phone.getByRole('button', { name: '下一步' }).click();

  it('starts on a light page: at most 170 KB of script (console.md §3)', async () => {
    await phone.goto(`${stage.address}/p`);
    await phone.getByRole('heading', { level: 1 }).waitFor();
    const scripts = await phone.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
    );
    const sizes = await Promise.all(
      scripts.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(170 * 1024);
  });

  it('is not taken without a text, and the page says where (UX-03)', async () => {
    await phone.goto(`${stage.address}/p`);
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole('link', { name: /我要投诉/ }).click();
    await next();
    const summary = phone.getByRole('alert').filter({ hasText: '还有 1 处需要填写' });
    await summary.and(phone.locator(':focus')).waitFor();
    expect(await phone.title()).toMatch(/^有误：/);
    await summary.getByRole('link').click();
    await phone.locator('textarea:focus').waitFor();
    expect(await axeFindings(phone)).toEqual([]);
  });

  it('survives a reload with its text and its photo (UX-04)', async () => {
    await phone.getByLabel('请用自己的话说').fill(TEXT);
    await phone.setInputFiles('input[type=file]', await picture());
    await phone.getByText('已上传').waitFor(WAIT);
    await next();
    await phone.getByLabel(/项目或小区/).fill('翡翠湾');
    await phone.getByLabel(/楼栋和单元/).fill('3');
    expect(await axeFindings(phone)).toEqual([]);
    await next();
    await phone.getByLabel(/称呼/).fill('张先生');
    await phone.getByLabel(/手机/).fill('138 0000-5678');
    await phone.getByLabel(/邮箱/).fill('zhang@example.com');
    expect(await axeFindings(phone)).toEqual([]);
    await phone.goto(`${stage.address}/p`);
    await phone.getByRole('link', { name: /继续填写/ }).click();
    expect(await phone.getByLabel('请用自己的话说').inputValue()).toBe(TEXT);
    await phone.getByRole('img', { name: '附件 1' }).waitFor();
    for (let step = 1; step < 4; step++) await next();
    await phone.getByText('138****5678').waitFor();
    expect(await axeFindings(phone)).toEqual([]);
  });

  it('is filed, and the code must be kept before the page is left (UX-02, UX-05)', async () => {
    await phone.getByRole('checkbox', { name: '我已读个人信息说明' }).check();
    await phone.getByRole('button', { name: '提交投诉' }).click();
    await phone.getByRole('heading', { name: '已收到您的投诉' }).waitFor(WAIT);
    caseNo = await phone.getByTestId('case-no').innerText();
    code = (await phone.getByTestId('tracking-code').innerText()).replace(/[^0-9A-Z]/g, '');
    expect(caseNo).toMatch(/^TS-[A-Z0-9]+-\d{8}-\d{4}$/);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '返回' }).click();
    await phone.getByRole('dialog', { name: '查询码只显示这一次，请先保存' }).waitFor();
    await phone.getByRole('button', { name: '去保存' }).click();
    await phone.getByRole('button', { name: '我已抄下' }).click();
    await phone.getByLabel('请输入查询码的最后 4 个字符').fill(code.slice(-4).toLowerCase());
    await phone.getByRole('button', { name: '核对' }).click();
    await phone.getByText('已保存好，可以离开了').waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: '查询码已不再显示' }).waitFor();
    expect(await phone.content()).not.toContain(code.slice(0, 4) + '-');
    await phone.goto(`${stage.address}/p`);
    expect(await phone.getByRole('link', { name: /继续填写/ }).count()).toBe(0);
  });

  it('is seen only with the right code (UX-07)', async () => {
    await phone.goto(`${stage.address}/p/follow`);
    await phone.getByLabel(/受理编号/).fill(caseNo);
    await phone.getByLabel(/查询码/).fill('AAAA-AAAA-AAAA-AAAA-AAAA');
    await phone.getByRole('button', { name: '查看' }).click();
    await phone.getByRole('alert').getByText('编号或查询码不对，请核对后再试').waitFor();
    await follow();
    await phone
      .getByText(/我们已收到/)
      .first()
      .waitFor();
    expect(await axeFindings(phone)).toEqual([]);
  });

  it('waits at the desk: one of two colleagues has it, the form names what is missing (UX-16, UX-28)', async () => {
    await signIn('property-steward', caseNo.split('-')[1] ?? '');
    await desk.getByRole('heading', { name: '受理台', level: 1 }).waitFor();
    await desk.getByRole('link', { name: new RegExp(`初步审查.*${caseNo}`) }).click(WAIT);
    const colleague = await openAsColleague();
    await desk.getByRole('button', { name: '认领并办理' }).click();
    await desk.getByRole('button', { name: '放回' }).waitFor(WAIT);
    await colleague.getByRole('button', { name: '认领并办理' }).click();
    await colleague.getByText(/已认领这件任务/).waitFor();
    await colleague.getByRole('button', { name: '看下一件' }).waitFor();
    expect(await axeFindings(colleague)).toEqual([]);
    await colleague.context().close();
    const submit = desk.getByRole('button', { name: '提交', exact: true });
    await submit.click();
    const faults = desk.getByRole('alert').filter({ hasText: '需要填写' });
    await faults.getByRole('button', { name: '请填写「内容是否具体」' }).click();
    await desk.locator('input[type=radio]:focus').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('is reviewed, and the task is gone from the list', async () => {
    await desk
      .getByRole('group', { name: /内容是否具体/ })
      .getByRole('radio', { name: '是' })
      .check();
    await desk.getByRole('button', { name: '提交', exact: true }).click();
    await desk
      .getByText(/^已提交/)
      .first()
      .waitFor(WAIT);
    await desk.goto(`${stage.address}/`);
    await signIn('property-steward', caseNo.split('-')[1] ?? '');
    await desk.getByRole('navigation').getByRole('link', { name: '任务' }).click();
    await desk.getByRole('heading', { name: '任务', level: 1 }).waitFor();
    await desk.waitForLoadState('networkidle');
    expect(await desk.getByRole('link', { name: new RegExp(`初步审查.*${caseNo}`) }).count()).toBe(0);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('shows on its page what was done under which rule, and its limits', async () => {
    await searchBox().fill(caseNo);
    await searchBox().press('Enter');
    await desk.getByRole('heading', { name: caseNo, level: 1 }).waitFor();
    await desk
      .getByText(/R\d\d\.\d+/)
      .first()
      .waitFor(WAIT);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByRole('tab', { name: '概览' }).click();
    await desk.getByRole('button', { name: /^附件-1/ }).click();
    await desk.getByRole('dialog').getByRole('img').waitFor();
    await desk.getByRole('button', { name: '关闭' }).click();
    for (const tab of ['概览', '时限', '任务', '通知', '关联']) {
      await desk.getByRole('tab', { name: tab }).click();
      await desk.waitForLoadState('networkidle');
      expect([tab, await axeFindings(desk)]).toEqual([tab, []]);
    }
    await desk.getByRole('tab', { name: '时限' }).click();
    await desk.getByText('R04.13').first().waitFor();
    expect(await desk.content()).not.toContain('13800005678');
  });

  it('tells the complainant what became of it', async () => {
    await follow();
    await phone
      .getByText(/已受理|已交.*办理/)
      .first()
      .waitFor(WAIT);
    await phone.getByText('受理告知书').first().waitFor(WAIT);
  });

  it('comes back for what is missing, which the complainant is asked for first (UX-08)', async () => {
    await file('电梯经常出故障，请你们处理一下，谢谢');
    await desk.goto(`${stage.address}/`);
    await signIn('property-steward', caseNo.split('-')[1] ?? '');
    await openReview();
    await desk.getByRole('button', { name: '认领并办理' }).click();
    await choose(/^事项/, '物业管理');
    await desk
      .getByRole('group', { name: /内容是否具体/ })
      .getByRole('radio', { name: '否' })
      .check();
    await desk
      .getByRole('group', { name: /证据是否齐备/ })
      .getByRole('radio', { name: '否' })
      .check();
    await desk.getByLabel(/缺少材料/).fill('故障发生的楼栋和时间');
    await desk.getByRole('button', { name: '提交', exact: true }).click();
    await desk
      .getByText(/^已提交/)
      .first()
      .waitFor(WAIT);
    await follow();
    await phone.getByRole('heading', { name: '您需要做' }).waitFor(WAIT);
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '去补交' }).click();
    await phone.getByText('故障发生的楼栋和时间').waitFor();
    await phone.getByLabel(/^说明/).fill('3 幢 1 单元，11月20日和23日');
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: '提交补充' }).click();
    await phone.getByText('补充材料已收到，我们会继续办理').waitFor(WAIT);
    await desk.goto(`${stage.address}/`);
    await signIn('property-steward', caseNo.split('-')[1] ?? '');
    await openReview();
  });

  it('does not exist for whoever may not read it', async () => {
    await searchBox().fill('TS-XX99-20260101-0001');
    await searchBox().press('Enter');
    await desk.getByText('没有找到，或您无权查看').first().waitFor();
  });

  it('leaves the operator’s page in order', async () => {
    await desk.goto(`${stage.address}/`);
    await signIn('operator', '');
    await desk.getByRole('heading', { name: '运维', level: 1 }).waitFor();
    await desk.getByRole('heading', { name: '停住的流程' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('can be filed and read in English', async () => {
    await phone.goto(`${stage.address}/p`);
    await phone.getByRole('button', { name: 'EN' }).click();
    await phone.getByRole('heading', { name: 'Not satisfied? Tell us' }).waitFor();
    expect((await phone.getByRole('main').innerText()).match(/\p{Script=Han}/u)).toBeNull();
  });

  it('raised no error, no refused style and no request to another host on any page', () => {
    expect(stage.complaints).toEqual([]);
  });

  const searchBox = () => desk.getByRole('searchbox', { name: '编号或关键词' });

  async function follow(): Promise<void> {
    await phone.goto(`${stage.address}/p/follow`);
    const open = phone.getByRole('button', { name: '查看' });
    await open.waitFor();
    await phone.getByLabel(/受理编号/).fill(caseNo.toLowerCase());
    await phone.getByLabel(/查询码/).fill(code.toLowerCase());
    await open.click();
    await phone.getByRole('heading', { name: '办理步骤' }).waitFor();
  }

  /** The desk's task of this case, once it is there: the list is read again until then. */
  async function openReview(): Promise<void> {
    await desk.getByRole('link', { name: new RegExp(`初步审查.*${caseNo}`) }).click(WAIT);
    await desk.getByRole('heading', { name: '初步审查', level: 1 }).waitFor();
  }

  /** An option of a searchable list of the form, by typing. */
  async function choose(label: RegExp, option: string): Promise<void> {
    await desk.getByLabel(label).first().fill(option);
    await desk.getByText(option, { exact: true }).last().click();
  }

  /** Another complaint, by the interface that the portal uses. */
  async function file(description: string): Promise<void> {
    const response = await fetch(`${stage.address}/api/portal/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ description, contact: { name: '李女士', email: 'li@example.com', phone: '13900001234' } }),
    });
    const filed = (await response.json()) as { caseNo: string; trackingCode: string };
    caseNo = filed.caseNo;
    code = filed.trackingCode;
  }

  /** Somebody else of the same role has the same task open. */
  async function openAsColleague(): Promise<Page> {
    const colleague = await stage.page(DESKTOP);
    await signIn('property-steward-2', caseNo.split('-')[1] ?? '', colleague);
    await colleague.getByRole('link', { name: new RegExp(`初步审查.*${caseNo}`) }).click(WAIT);
    await colleague.getByRole('button', { name: '认领并办理' }).waitFor(WAIT);
    return colleague;
  }

  async function signIn(role: string, unit: string, page = desk): Promise<void> {
    const login = `${unit.toLowerCase()}${unit ? '.' : ''}${role}`;
    await page.goto(`${stage.address}/`);
    await page.getByLabel('按姓名、单位或岗位查找').fill(login);
    await page.getByRole('list').getByRole('button').first().click();
    await page.getByRole('banner').waitFor();
  }
});

/** A small PNG. */
async function picture(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const image = sharp({ create: { width: 320, height: 240, channels: 3, background: '#8aa4c0' } });
  return { name: 'leak.png', mimeType: 'image/png', buffer: await image.png().toBuffer() };
}
