import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { alatUji, Kandang, Pabrik, periksaUji, tungguPorta } from './periksa.testing.ts';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((p) => existsSync(p));
if (!nginx)
	console.warn('nginx tidak terpasang: pemeriksaan terhadap nginx dilewati (apt-get install nginx-light)');
const pabrik = new Pabrik();
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());

describe.skipIf(!nginx)('nginx yang diatur menurut anjuran', () => {
	it('memenuhi semua yang dapat diatur di sana', async () => {
		pabrik.terbit('app', 'DNS:app.kota.go.id');
		const [aman, polos] = [(await kandang.jebakan()).porta, (await kandang.jebakan()).porta];
		await kandang.kosongkan(); // the ports are free again
		writeFileSync(
			pabrik.path('nginx.conf'),
			`daemon off; master_process off; pid nginx.pid; error_log stderr; events {}
http { access_log off; server_tokens off; client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
server { listen 127.0.0.1:${polos}; server_name app.kota.go.id; return 301 https://$host$request_uri; }
server { listen 127.0.0.1:${aman} ssl; server_name app.kota.go.id; ssl_certificate app.pem; ssl_certificate_key app.key;
ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384;
add_header Strict-Transport-Security "max-age=31536000" always; add_header X-Content-Type-Options nosniff always;
add_header Content-Security-Policy "default-src 'self'; frame-ancestors 'none'" always; add_header Referrer-Policy no-referrer always;
default_type text/html; location = / { return 200 "<html><title>Kota</title></html>"; } location / { return 404; } } }`,
		);
		kandang.anak(
			spawn(nginx ?? '', ['-p', pabrik.dir, '-c', pabrik.path('nginx.conf')], { stdio: 'ignore' }),
		);
		await tungguPorta(aman);
		const { alat } = alatUji([`127.0.0.1:${aman}`, `127.0.0.1:${polos}`], {
			...{ ca: [pabrik.pem('ca')], portaPolos: polos, nama: { 'app.kota.go.id': ['127.0.0.1'] } },
		});
		const { di, nilai } = await periksaUji(alat, `app.kota.go.id:${aman}`);
		for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect([n, di(`TLS-0${n}`).status]).toEqual([n, 'LULUS']);
		for (const n of [1, 2, 3, 4, 5, 6]) expect([n, di(`HDR-0${n}`).status]).toEqual([n, 'LULUS']);
		expect([di('TLS-10').status, di('TIM-01').status, di('WEB-01').status]).toEqual([
			'LULUS',
			'LULUS',
			'GAGAL',
		]);
		expect(nilai?.huruf).toBe('A+');
	});
});
