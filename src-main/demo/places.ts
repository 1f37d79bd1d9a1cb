import type { Tongue } from './names.ts'
import type { Random } from './random.ts'

type Words = Readonly<Record<Tongue, string>>
export type CityWords = {
	code: 'SH' | 'BJ' | 'GZ'
	/** Head of its plates: character, letters of the offices. */
	plate: readonly [string, string]
	/** Six digits of the division in long policy numbers. */
	region: string
	/** Number blocks of the devices that take claims there. */
	blocks: readonly string[]
	districts: readonly Words[]
	roads: readonly Words[]
	highways: readonly Words[]
	carParks: readonly Words[]
	/** Middle of the town, degrees. */
	centre: readonly [latitude: number, longitude: number]
}

/** "中文|English" pairs, separated by semicolons. */
const words = (list: string): Words[] =>
	list.split(';').map((pair) => {
		const [zh = '', en = ''] = pair.split('|')
		return { zh, en }
	})

export const cityWords: readonly CityWords[] = [
	{
		code: 'SH',
		plate: ['沪', 'ABCDEFG'],
		region: '310102',
		blocks: ['7KM', '2QX', 'D4N'],
		districts: words(
			'浦东新区|Pudong;徐汇区|Xuhui;静安区|Jing’an;长宁区|Changning;杨浦区|Yangpu;闵行区|Minhang;嘉定区|Jiading;松江区|Songjiang',
		),
		roads: words(
			'世纪大道|Century Avenue;张杨路|Zhangyang Road;漕溪北路|North Caoxi Road;虹桥路|Hongqiao Road;淮海中路|Middle Huaihai Road;四平路|Siping Road;龙阳路|Longyang Road;沪闵路|Humin Road;长宁路|Changning Road;江宁路|Jiangning Road;浦东南路|South Pudong Road;军工路|Jungong Road;曹安公路|Cao’an Road;莘松路|Xinsong Road',
		),
		highways: words(
			'延安高架|Yan’an Elevated Road;内环高架|Inner Ring Elevated;中环路|Middle Ring Road;G60沪昆高速|G60 Hukun Expressway;S20外环高速|S20 Outer Ring;G2京沪高速|G2 Jinghu Expressway',
		),
		carParks: words(
			'东方商厦地下车库|Orient Mall car park;江湾商场停车场|Jiangwan Mall car park;虹桥枢纽P7停车库|Hongqiao Hub car park P7;梧桐苑小区地库|Wutong Court garage',
		),
		centre: [31.23, 121.47],
	},
	{
		code: 'BJ',
		plate: ['京', 'ACEFHJKLMNPQ'],
		region: '110105',
		blocks: ['9RT', 'H3V', 'M8C'],
		districts: words(
			'朝阳区|Chaoyang;海淀区|Haidian;西城区|Xicheng;东城区|Dongcheng;丰台区|Fengtai;通州区|Tongzhou;大兴区|Daxing',
		),
		roads: words(
			'建国路|Jianguo Road;朝阳北路|North Chaoyang Road;中关村大街|Zhongguancun Street;学院路|Xueyuan Road;长安街|Chang’an Avenue;望京街|Wangjing Street;阜石路|Fushi Road;南三环东路|East South Third Ring Road;平安大街|Ping’an Avenue;北苑路|Beiyuan Road;莲花池西路|West Lianhuachi Road;亦庄天华路|Tianhua Road',
		),
		highways: words(
			'东三环|East Third Ring;北四环|North Fourth Ring;西二环|West Second Ring;京藏高速|G6 Jingzang Expressway;机场高速|Airport Expressway;京港澳高速|G4 Jinggang’ao Expressway',
		),
		carParks: words(
			'双井广场地下车库|Shuangjing Plaza car park;望京中心停车场|Wangjing Centre car park;南站北停车楼|South Station north car park;和平里小区停车场|Hepingli Court parking',
		),
		centre: [39.9, 116.4],
	},
	{
		code: 'GZ',
		plate: ['粤', 'A'],
		region: '440106',
		blocks: ['5WP', 'B6J', 'X1Z'],
		districts: words(
			'天河区|Tianhe;越秀区|Yuexiu;海珠区|Haizhu;白云区|Baiyun;番禺区|Panyu;黄埔区|Huangpu;荔湾区|Liwan',
		),
		roads: words(
			'天河路|Tianhe Road;中山大道|Zhongshan Avenue;黄埔大道|Huangpu Avenue;新港东路|East Xingang Road;广州大道北|North Guangzhou Avenue;机场路|Jichang Road;东风中路|Middle Dongfeng Road;江南大道|Jiangnan Avenue;解放北路|North Jiefang Road;番禺大道|Panyu Avenue;科韵路|Keyun Road;芳村大道|Fangcun Avenue',
		),
		highways: words(
			'内环路|Inner Ring Road;环城高速|Huancheng Expressway;华南快速|Huanan Expressway;广深高速|G4 Guangshen Expressway;机场高速|Airport Expressway;北环高速|North Ring Expressway',
		),
		carParks: words(
			'天河城地下车库|Tianhe City car park;珠江新城停车场|Zhujiang New Town car park;南站P3停车场|South Station car park P3;江燕花园地库|Jiangyan Garden garage',
		),
		centre: [23.13, 113.27],
	},
]

export type PlaceKind = 'road' | 'junction' | 'highway' | 'parking'
export type Place = {
	place: string
	placeRegion: string
	placeRoad: string
	placeMarker: string
	latitude: number | null
	longitude: number | null
}

const directions = words('东|eastbound;西|westbound;南|southbound;北|northbound')

export function makePlace(random: Random, city: CityWords, kind: PlaceKind, tongue: Tongue): Place {
	const zh = tongue === 'zh'
	const district = random.pick(city.districts)[tongue]
	const located = random.chance(0.55)
	const near = (middle: number) => Math.round((middle + (random.next() - 0.5) * 0.3) * 1e6) / 1e6
	const base = {
		placeRegion: district,
		latitude: located ? near(city.centre[0]) : null,
		longitude: located ? near(city.centre[1]) : null,
	}
	if (kind === 'highway') {
		const road = random.pick(city.highways)[tongue]
		const km = random.int(1, 96)
		const way = random.pick(directions)[tongue]
		const marker = zh ? `K${km}+${random.int(1, 9)}00` : `km ${km}`
		const place = zh
			? random.pick([
					`${road}往${way}方向${km}公里处`,
					`${road}${random.int(1, 30)}号出口匝道`,
					`${road}(${way}向)近${district}出口`,
				])
			: random.pick([
					`${road} ${way}, km ${km}`,
					`${road}, exit ${random.int(1, 30)} slip road`,
					`${road} ${way} near the ${district} exit`,
				])
		return { ...base, place, placeRoad: road, placeMarker: marker }
	}
	if (kind === 'parking') {
		const park = random.pick(city.carParks)[tongue]
		const level = random.int(1, 3)
		const bay = `${random.pick([...'ABCDEF'])}${random.int(10, 99)}`
		return {
			...base,
			place: zh ? `${district}${park}B${level}层${bay}` : `${park}, level B${level}, bay ${bay}`,
			placeRoad: '',
			placeMarker: bay,
		}
	}
	const road = random.pick(city.roads)[tongue]
	const other = random.pick(city.roads)[tongue]
	const number = random.int(8, 3200)
	if (kind === 'junction' && other !== road) {
		const place = zh
			? random.pick([`${road}${other}路口`, `${district}${road}与${other}交叉口`, `${road}近${other}红绿灯处`])
			: random.pick([
					`${road} / ${other} junction`,
					`Junction of ${road} and ${other}, ${district}`,
					`Traffic lights at ${road} and ${other}`,
				])
		return { ...base, place, placeRoad: road, placeMarker: other }
	}
	const place = zh
		? random.pick([`${district}${road}${number}号附近`, `${road}${number}号门口`, `${road}近${district}公交站`])
		: random.pick([
				`${road}, outside no. ${number}`,
				`${number} ${road}, ${district}`,
				`${road} near the ${district} bus stop`,
			])
	return { ...base, place, placeRoad: road, placeMarker: zh ? `${number}号` : `no. ${number}` }
}
