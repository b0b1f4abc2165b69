import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as umum } from '@zxcvbn-ts/language-common';
import { dictionary as indonesia } from '@zxcvbn-ts/language-id';

let pengukur: ZxcvbnFactory | undefined;

/**
 * Strength of a password by zxcvbn, 0–4, against lists of common passwords, Indonesian words and names, and what is
 * known of the person. Text beyond 100 characters does not change it and is not looked at.
 */
export function nilaiKekuatan(sandi: string, tentang: readonly string[]): number {
	pengukur ??= new ZxcvbnFactory({
		dictionary: { ...umum, ...indonesia },
		graphs: adjacencyGraphs,
		maxLength: 100,
	});
	const kata = tentang.flatMap((t) => [t, ...t.split(/[\s@._-]+/)]).filter((t) => t.length > 2);
	return pengukur.check(sandi, kata).score;
}
