import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	worker: { format: 'es' },
	plugins: [
		sveltekit({
			adapter: adapter({ out: 'build', envPrefix: 'MATANG_KIT_', precompress: true }),
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					// The hash is that of one attribute: the framework's announcer of page changes hides itself with it.
					'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self', 'data:'],
					'connect-src': ['self'],
					'frame-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none'],
					'manifest-src': ['self'],
				},
			},
			inlineStyleThreshold: 0,
			serviceWorker: { register: false }, // only for somebody signed in: features/luring/peramban/pekerja.ts
			router: { resolution: 'server' }, // pages hydrate one by one and need no list of all addresses
			version: { pollInterval: 0 },
		}),
	],
});
