import { removeDir, startSite } from './site.ts';

/** Before the journeys: one data directory with everything loaded, which their sites start from as copies. */
export default async function siapkan(): Promise<() => void> {
	const site = await startSite();
	await site.stop();
	process.env.MATANG_UJI_RUMAH = site.dataDir;
	return () => removeDir(site.dataDir);
}
