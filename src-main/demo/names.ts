import type { Random } from './random.ts'

/** Made-up people: every name is put together from these lists. */
export type Tongue = 'zh' | 'en'

const surnames = [
	...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙黎史陶贺毛郝顾龚邵万覃武钱严',
]
const given = [
	...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰辉建文志海燕玲晨宇轩欣怡子涵梓萱浩然雨佳琪思源天翔若曦嘉铭乐瑶诗云',
]
const firstNames =
	'Oliver,Amelia,Noah,Isla,George,Ava,Leo,Freya,Arthur,Lily,Henry,Grace,Theo,Ivy,Oscar,Evie,Callum,Nora,Ewan,Martha,Hamish,Rosa,Declan,Sofia,Priya,Arjun,Mei,Kenji,Fatima,Omar,Lukas,Ingrid,Mateo,Clara,Pavel,Zofia,Anouk,Bram,Chiara,Dmitri'.split(
		',',
	)
const lastNames =
	'Ashdown,Birchall,Calloway,Dunmore,Ellery,Fenwick,Garrick,Holloway,Ingram,Jessop,Kirkwood,Langford,Marlowe,Norcott,Oakham,Penrose,Quillfeather,Radnor,Selwyn,Thornbury,Underhill,Vickers,Whitlock,Yardley,Abernathy,Brambell,Castellan,Dreyer,Eisner,Falk,Grieve,Haldane,Iversen,Jardine,Koval,Lindqvist,Moreau,Novik,Okafor,Petrov'.split(
		',',
	)

export function makeName(random: Random, tongue: Tongue): string {
	if (tongue === 'en') return `${random.pick(firstNames)} ${random.pick(lastNames)}`
	return random.pick(surnames) + random.pick(given) + (random.chance(0.7) ? random.pick(given) : '')
}

/**
 * Numbers that ring nobody. Britain: Ofcom's range for drama, 07700 900000–900999. North America: 555-0100 to 555-0199.
 * China keeps no such range; its mobile numbers begin with 13 to 19 and area codes with 0, while 10 begins the
 * carriers' five-digit service lines, so an eleven-digit number that begins with 1000 belongs to no subscriber.
 */
export function makePhone(random: Random, tongue: Tongue): string {
	if (tongue === 'zh') return `${random.chance(0.1) ? '+86 ' : ''}1000${random.digits(7)}`
	if (random.chance(0.5)) return `1000${random.digits(7)}`
	return random.chance(0.6)
		? `07700 900${random.digits(3)}`
		: `+1 ${random.int(2, 9)}${random.digits(2)}-555-01${random.digits(2)}`
}

/** Eighteen digits like a Chinese licence; the birthday in it has month 00, so it can be nobody's. */
export function makeLicenceNo(random: Random): string {
	return `${random.int(11, 65)}0000${random.int(1950, 2005)}00${random.digits(6)}`
}
