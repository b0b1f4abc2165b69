import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys and the permission walk take minutes each: started first, they do not run alone at the end. */
const lama = /\/test\/(izin|journey)\//;

class LamaDulu extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const urut = await super.sort(files);
		return [...urut.filter((f) => lama.test(f.moduleId)), ...urut.filter((f) => !lama.test(f.moduleId))];
	}
}

export default defineConfig({
	test: {
		testTimeout: 60_000,
		hookTimeout: 120_000,
		pool: 'forks',
		maxWorkers: 3, // journeys wait for browsers and servers more than they compute
		sequence: { sequencer: LamaDulu },
		projects: [
			// Rooms keep nothing between their tests, so that a worker loads the libraries and the database once.
			{
				extends: true,
				test: { name: 'ruang', include: ['src/**/*.test.ts'], exclude: ['src/cli/**'], isolate: false },
			},
			{
				extends: true,
				test: {
					name: 'luar',
					include: ['src/cli/**/*.test.ts', 'test/**/*.test.ts'],
					globalSetup: ['test/journey/rumah.ts'],
				},
			},
		],
	},
});
