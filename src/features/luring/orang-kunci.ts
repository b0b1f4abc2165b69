import { createHash } from 'node:crypto';

/** What a device keeps a person's texts under: tells one person from another and says nothing else about them. */
export function kunciOrang(orangId: number): string {
	return createHash('sha256').update(`matang-orang\n${orangId}`).digest('hex').slice(0, 24);
}
