import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { RunningProduct } from '../../tools/product/running-product.mjs';

const ZBCTL = resolve(__dirname, '../../node_modules/.bin/zbctl-cli.linux');
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:process id="foreign" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>flow</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>flow</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

/** zbctl is built for Linux on x64 here; elsewhere this says why it is not tried. */
const canRun = process.platform === 'linux' && process.arch === 'x64';
if (!canRun) console.log('zbctl is not tried: its package has no binary for this machine');

(canRun ? describe : describe.skip)('zbctl 8.4 against the running product', () => {
  let product: RunningProduct;
  let folder: string;
  const zbctl = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(ZBCTL, ['--insecure', '--address', product.gateway, ...args]);
    return stdout;
  };

  beforeAll(async () => {
    product = await RunningProduct.start();
    folder = await mkdtemp(join(tmpdir(), 'huiying-zbctl-'));
  });
  afterAll(async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('was called ready by nobody but the supervisor, who waits for the models', () => {
    expect(product.said).not.toMatch(/^ready /m);
  });

  it('asks for the status', async () => {
    expect(await zbctl('status')).toMatch(/Cluster size: 1[\s\S]*Leader, Healthy/);
  });

  it('deploys a model and creates an instance of it', async () => {
    const file = join(folder, 'foreign.bpmn');
    await writeFile(file, MODEL);
    expect(await zbctl('deploy', 'resource', file)).toMatch(/"bpmnProcessId":\s*"foreign"/);
    expect(await zbctl('create', 'instance', 'foreign')).toContain('"processInstanceKey"');
  });
});
