import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserPath } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: browserPath ?? '',
		args: [
			'--no-sandbox',
			'--headless',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

/** What axe finds on the page as it stands: rule, number of places, first place. No rule is switched off. */
export async function findAxe(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	const violations = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as {
			axe: {
				run(
					context: Document,
					options: object,
				): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
			};
		};
		// Every rule runs; only the paths of what passed are not worked out.
		return (await axe.run(document, { resultTypes: ['violations'], selectors: false })).violations;
	});
	return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`);
}

/** How many pixels the page is wider than the window: 0 unless something sticks out. */
export function findOverflow(page: Page): Promise<number> {
	return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
