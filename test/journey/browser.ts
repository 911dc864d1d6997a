import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { RunningProduct } from '../../tools/product/running-product.mjs';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** True where a Chromium is there to run; says so once where it is not. */
export function hasChromium(): boolean {
  const found = existsSync(EXECUTABLE);
  if (!found) console.log(`journeys skipped: no Chromium at ${EXECUTABLE} (set CHROMIUM)`);
  return found;
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** The started product and a browser on it. HUIYING_ADDRESS names one that runs already. */
export class Stage {
  /** What went wrong on any page: script errors, refused styles, requests to another host. */
  readonly complaints: string[] = [];

  private constructor(
    readonly address: string,
    private readonly browser: Browser,
    private readonly product: RunningProduct | undefined,
  ) {}

  static async open(): Promise<Stage> {
    const running = process.env['HUIYING_ADDRESS'];
    const product = running ? undefined : await RunningProduct.start();
    const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
    return new Stage(running ?? product?.address ?? '', browser, product);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product?.stop();
  }

  async page(options: BrowserContextOptions): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...options,
    });
    const page = await context.newPage();
    // A refusal that a page expects (404, 409, 422) is logged by Chromium as a failed resource: no fault of the page.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(data|blob):/.test(url)) this.complaints.push(`request to ${url}`);
    });
    return page;
  }
}

/** Whether everything that fades or moves in has come to its end; what turns without end has none. */
const AT_REST = `document.getAnimations().every(
  ({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity)`;

/** A text that is half faded in has too little contrast: on a busy machine for a while. */
async function atRest(page: Page): Promise<void> {
  for (let looks = 0; looks < 100 && !(await page.evaluate<boolean>(AT_REST)); looks++) await page.waitForTimeout(50);
}

/** Serious and critical findings of axe (WCAG 2.2 AA) on the page as it is, once it is at rest. */
export async function axeFindings(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe.source);
  // As text: this code runs in the page, whose globals the tests do not have.
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ${tags} }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
