import type { Tongue } from './names.ts'
import type { Random } from './random.ts'

type Words = Readonly<Record<Tongue, string>>
/** maker: the world manufacturer identifier at the head of the VIN. */
export type Model = { make: Words; model: Words; maker: string; electric: boolean }

const entry = (zh: string, en: string, zhModel: string, enModel: string, maker: string, electric = false): Model => ({
	make: { zh, en },
	model: { zh: zhModel, en: enModel },
	maker,
	electric,
})

export const models: readonly (readonly [Model, number])[] = [
	[entry('大众', 'Volkswagen', '朗逸', 'Lavida', 'LSV'), 12],
	[entry('大众', 'Volkswagen', '帕萨特', 'Passat', 'LSV'), 6],
	[entry('丰田', 'Toyota', '凯美瑞', 'Camry', 'LVG'), 9],
	[entry('丰田', 'Toyota', '卡罗拉', 'Corolla', 'LFM'), 7],
	[entry('本田', 'Honda', '雅阁', 'Accord', 'LHG'), 8],
	[entry('日产', 'Nissan', '轩逸', 'Sylphy', 'LGB'), 9],
	[entry('别克', 'Buick', '英朗', 'Excelle', 'LSG'), 6],
	[entry('别克', 'Buick', 'GL8', 'GL8', 'LSG'), 4],
	[entry('福特', 'Ford', '福克斯', 'Focus', 'LVS'), 5],
	[entry('宝马', 'BMW', '3系', '3 Series', 'LBV'), 5],
	[entry('奔驰', 'Mercedes-Benz', 'C级', 'C-Class', 'LE4'), 4],
	[entry('奥迪', 'Audi', 'A4L', 'A4L', 'LFV'), 4],
	[entry('比亚迪', 'BYD', '秦 PLUS', 'Qin Plus', 'LGX', true), 9],
	[entry('比亚迪', 'BYD', '海豚', 'Dolphin', 'LGX', true), 5],
	[entry('特斯拉', 'Tesla', 'Model Y', 'Model Y', 'LRW', true), 6],
	[entry('吉利', 'Geely', '帝豪', 'Emgrand', 'LB3'), 6],
	[entry('五菱', 'Wuling', '宏光', 'Hongguang', 'LZW'), 5],
	[entry('江淮', 'JAC', '帅铃货车', 'Shuailing lorry', 'LJ1'), 2],
]
const colours: readonly (readonly [Words, number])[] = [
	[{ zh: '白色', en: 'white' }, 40],
	[{ zh: '黑色', en: 'black' }, 20],
	[{ zh: '银灰', en: 'silver' }, 16],
	[{ zh: '蓝色', en: 'blue' }, 9],
	[{ zh: '红色', en: 'red' }, 8],
	[{ zh: '绿色', en: 'green' }, 3],
]
/** Letters of Chinese plates: neither I nor O. */
const plateLetters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const britishLetters = [...'ABCDEFGHJKLMNOPRSTUVWXYZ']

export const makeColour = (random: Random, tongue: Tongue): string => random.weighted(colours)[tongue]

/** @param province its character: 沪, 京, 粤 @param offices letters of the city's registration offices */
export function makePlate(random: Random, province: string, offices: string, electric: boolean): string {
	const office = random.pick([...offices])
	if (electric) return `${province}${office}${random.pick(['D', 'F'])}${random.digits(5)}`
	if (random.chance(0.5)) return `${province}${office}${random.digits(5)}`
	return `${province}${office}${random.digits(1)}${random.pick(plateLetters)}${random.digits(3)}`
}

export function makeBritishPlate(random: Random): string {
	const three = Array.from({ length: 3 }, () => random.pick(britishLetters)).join('')
	return `${random.pick(britishLetters)}${random.pick(britishLetters)}${random.int(11, 26)} ${three}`
}

/** Policy numbers in the styles that callers read out. @param region six digits @param date YYYY-MM-DD */
export function makePolicyNo(random: Random, region: string, date: string): string {
	const style = random.int(1, 100)
	if (style <= 52) return `CXA${region}${date.slice(2).replaceAll('-', '')}${random.digits(4)}`
	if (style <= 72) return String(random.int(200_000, 999_999))
	if (style <= 88) return `KX-${random.digits(3)}-${random.digits(3)}`
	return `AUTO-${random.int(100_000, 999_999)}`
}

export const insurers: Readonly<Record<Tongue, readonly string[]>> = {
	zh: ['东岸财险', '长桥保险', '禾田车险', '远帆财产保险'],
	en: ['Harbour & Vale', 'Longbridge Mutual', 'Northmoor Motor', 'Farsail General'],
}
