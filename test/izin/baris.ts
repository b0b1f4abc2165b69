/** Who may use a door of an institution: names of roles with a space between; everybody else is refused. */
export interface Siapa {
	/** With a role in the whole institution. */
	instansi: string;
	/** Limited to the unit that the thing is given to. */
	unit: string;
	/** Limited to a sibling of that unit. */
	saudara: string;
	nasional: string;
	/** Roles in the whole institution that have the right at another stage: answered with 409. */
	lewat?: string;
	/** How a role of the institution that may not is answered; 403 where nothing is said. */
	tolak?: number;
	/** The same for a role limited to a unit, where it differs. */
	tolakBatas?: number;
}

/**
 * One row of the table: a door and who may use it. The same door stands in several rows where the right depends on
 * what is sent or on the stage.
 */
export interface Baris {
	/** As the test discovers it: "GET /kerja/[slug]", "POST /kerja/[slug]/orang?/undang", "API listHasil". */
	pintu: string;
	/** What is special about this row. */
	perihal?: string;
	/** Concrete address; "{nama}" is replaced by what was prepared under that name. */
	alamat: string;
	/** Fields of the form; "{n}" differs in every request, "{saya}" is what a device calls whoever asks. */
	isian?: Readonly<Record<string, string>>;
	/** A small file beside the fields, under this name. */
	berkas?: { medan: string; nama: string; isi: string };
	/** A JSON body (API). */
	json?: unknown;
	/**
	 * `semua`: everybody, signed in or not. `masuk`: whoever is signed in. `nasional`: these national roles, everybody
	 * else is refused with 403.
	 */
	siapa: 'semua' | 'masuk' | { nasionalSaja: string } | Siapa;
	/**
	 * Statuses for those who may. Without it 200, 303, 409 and 422 (the right is there, the thing was done before or
	 * does not fit), and at least one of them must have succeeded.
	 */
	jawab?: readonly number[];
	/** The act that stands in the activity log, once for each success at most; several with a space between. */
	catat?: string;
}

const dalam =
	'koordinator penanggung_jawab entri_data asesor_internal operator admin_instansi pimpinan auditor';
const batas = 'penanggung_jawab entri_data asesor_internal operator pimpinan auditor';
const pengisi = 'koordinator penanggung_jawab entri_data asesor_internal operator';
const pengisiBatas = 'penanggung_jawab entri_data asesor_internal operator';
const duaNasional = 'admin_nasional tim_reviu';

/** Everybody of the institution, its assessors, and the ministry. */
export const siapaPun: Siapa = {
	instansi: `${dalam} asesor_eksternal`,
	unit: batas,
	saudara: batas,
	nasional: duaNasional,
};
/** The same, but who is limited to units sees only what is given to them. */
export const yangDitugasi: Siapa = { ...siapaPun, saudara: '', tolakBatas: 404 };
/** Who answers for the institution or for the unit that it is given to. */
export const pengisiTugas: Siapa = { instansi: pengisi, unit: pengisiBatas, saudara: '', nasional: '' };
/** Only roles in the whole institution, and these national ones. */
export const seluruh = (instansi: string, nasional = '', lewat = ''): Siapa => ({
	instansi,
	unit: '',
	saudara: '',
	nasional,
	lewat,
});
/** Who fills in an assessment of their institution. */
export const peranPengisi = pengisi;
export const peranDalam = dalam;
export const peranBatas = batas;
export const semuaNasional = duaNasional;
