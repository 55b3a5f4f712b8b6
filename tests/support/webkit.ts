import { type ChildProcess, spawn } from 'node:child_process';
import { findTestProgram, type TestProgramName } from '../../src/build/test-programs.ts';
import { findFreePort, waitUntilReady } from './hosts.ts';
import type { OtherBrowser } from './other-browser.ts';

/** How WebDriver writes keys that are no letters. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Record<string, string> = { Escape: '\uE00C' };

/** WebKit's driver tells nothing of the console, so each page is asked: breaches of the policy are kept from its start, errors from now. */
const watch = `
  window.complaints = [];
  const keep = (what) => window.complaints.push(String(what));
  addEventListener('error', ({ message }) => keep(message));
  addEventListener('unhandledrejection', ({ reason }) => keep(reason));
  new ReportingObserver((reports) => reports.forEach(({ body }) => keep(body.effectiveDirective + ' ' + body.blockedURL)), {
    types: ['csp-violation'],
    buffered: true,
  }).observe();`;

const run = (name: TestProgramName, options: string[], env: NodeJS.ProcessEnv = process.env): ChildProcess =>
  spawn(findTestProgram(name) ?? name, options, { stdio: ['ignore', 'pipe', 'pipe'], env });

/** Starts a screen that nobody sees. */
const startScreen = async (): Promise<{ screen: ChildProcess; display: string }> => {
  const screen = run('the X server for WebKit', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const display = await new Promise<string>((resolve, reject) => {
    screen.stdout?.once('data', (data) => resolve(`:${String(data).trim()}`));
    screen.once('exit', () => reject(new Error('Xvfb ended before it had a screen.')));
  });
  return { screen, display };
};

/** Starts WebKitGTK's small browser through its WebDriver. https://www.w3.org/TR/webdriver2/ */
export const startWebKit = async (): Promise<OtherBrowser> => {
  const { screen, display } = await startScreen();
  const port = await findFreePort();
  const driver = run('WebKit’s driver', [`--port=${port}`], { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' });
  const root = `http://127.0.0.1:${port}`;
  await waitUntilReady(`${root}/status`, driver);

  /** Sends one command. @throws with the driver's message */
  const send = async <T>(path: string, body: object | undefined, method = 'POST'): Promise<T> => {
    const answer = await fetch(root + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`WebKit: ${value.error} ${value.message}`);
    return value;
  };
  const { sessionId } = await send<{ sessionId: string }>('/session', { capabilities: {} });
  const session = `/session/${sessionId}`;
  const execute = (script: string): Promise<unknown> => send(`${session}/execute/sync`, { script, args: [] });

  /** Brings an element into view and finds its middle once it stays where it is: smooth scrolling and late layout take a while. */
  const findMiddle = async (selector: string): Promise<{ x: number; y: number }> => {
    const script = `const element = document.querySelector('${selector}');
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`;
    let [before, now] = [{ x: -1, y: -1 }, (await execute(script)) as { x: number; y: number }];
    while (before.x !== now.x || before.y !== now.y) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      [before, now] = [now, (await execute(script)) as { x: number; y: number }];
    }
    return now;
  };

  return {
    open: async (url) => {
      await send(`${session}/url`, { url });
      await execute(watch);
    },
    click: async (selector) => {
      const actions = [
        { type: 'pointerMove', ...(await findMiddle(selector)) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send(`${session}/actions`, { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    type: async (text) => {
      const strokes = keys[text] ? [keys[text]] : [...text];
      const actions = strokes.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    read: (expression) => execute(`return (${expression});`).catch(() => undefined),
    readComplaints: async () => (await execute('return window.complaints ?? [];')) as string[],
    close: async () => {
      await send(session, undefined, 'DELETE');
      driver.kill();
      screen.kill();
    },
  };
};
