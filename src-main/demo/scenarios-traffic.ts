import type { Scenario } from './scenario.ts'

/** Accidents with another road user. */
export const trafficScenarios: readonly Scenario[] = [
	{
		category: 'two-vehicle', weight: 24, vehicles: 2, place: 'road', towed: 0.12, hurt: 0.08, police: 0.25, cost: [1_200, 14_000],
		zh: {
			reason: ['追尾报案', '车祸报案', '被追尾,申请查勘'],
			cause: [
				'在{road}等红灯时被后方{car}追尾',
				'前车急刹,跟车过近追尾前方{car}',
				'拥堵路段起步时追尾前车{car},车速约{speed}公里',
				'低头看导航,追尾前方等候的{car}',
				'雨天路滑刹车不及,追尾前车',
			],
			damage: ['后保险杠破裂|后部|m', '前保险杠凹陷|前部|m', '后备箱盖变形|后部|m', '左前大灯破损|左前|l', '水箱框架变形|前部|h', '安全气囊弹出|驾驶座|h'],
			tags: ['追尾', '快处快赔'],
		},
		en: {
			reason: ['Rear-end collision', 'Reports being hit from behind', 'Motor claim, rear-end shunt'],
			cause: [
				'Stationary at the lights on {road} when a {car} ran into the rear',
				'Car in front braked hard, insured was following too closely and hit the {car}',
				'Rear-end shunt in slow traffic at about {speed} km/h',
				'Looked down at the sat nav and rolled into the {car} ahead',
				'Brakes locked on the wet surface, slid into the back of a {car}',
			],
			damage: ['Rear bumper split|rear|m', 'Front bumper dented|front|m', 'Boot lid bent|rear|m', 'Headlamp broken|front left|l', 'Radiator support bent|front|h', 'Airbag deployed|driver side|h'],
			tags: ['rear-end', 'fast-track'],
		},
	},
	{
		category: 'two-vehicle', weight: 15, vehicles: 2, place: 'highway', towed: 0.05, hurt: 0.03, police: 0.3, cost: [800, 7_500],
		zh: {
			reason: ['变道刮擦报案', '双方事故报案'],
			cause: ['向右变道时与右侧{car}刮擦', '{car}强行加塞变道,刮擦本车左侧', '汇入{road}主路时与直行{car}发生刮擦', '对方未打转向灯变道刮擦,双方各执一词'],
			damage: ['右前门刮痕|右侧|l', '左后翼子板凹陷|左后|m', '右侧后视镜掉落|右侧|m', '左侧裙边刮伤|左侧|l', '前翼子板变形|右前|m'],
			tags: ['变道刮擦', '责任待定'],
		},
		en: {
			reason: ['Lane change collision', 'Side scrape with another car'],
			cause: [
				'Changing to the right lane, scraped along a {car}',
				'A {car} cut in and scraped the left side',
				'Merging onto {road}, touched a {car} going straight on',
				'Other driver changed lanes without signalling; both blame each other',
			],
			damage: ['Right front door scratched|right|l', 'Left rear wing dented|left rear|m', 'Right mirror torn off|right|m', 'Sill scraped|left|l', 'Front wing bent|front right|m'],
			tags: ['lane change', 'liability open'],
		},
	},
	{
		category: 'two-vehicle', weight: 6, vehicles: 2, place: 'junction', towed: 0.4, hurt: 0.25, police: 0.85, cost: [6_000, 60_000],
		zh: {
			reason: ['路口碰撞报案', '车祸报案,有人受伤待确认'],
			cause: ['对方{car}闯红灯,侧面撞上本车', '左转未让直行,与{car}相撞', '黄灯抢行,在路口中央与{car}相撞,车速约{speed}公里'],
			damage: ['左侧前后门严重变形|左侧|h', '侧气帘弹出|左侧|h', '右前轮悬挂断裂|右前|h', '引擎盖翘起|前部|m', 'B柱变形|左侧|h'],
			tags: ['闯红灯', '人伤'],
		},
		en: {
			reason: ['Collision at a junction', 'Accident at the lights, injuries to be confirmed'],
			cause: ['Third party {car} jumped the red light and struck the side', 'Turned left across the path of an oncoming {car}', 'Went through on amber and met a {car} in the middle, about {speed} km/h'],
			damage: ['Both left doors stove in|left|h', 'Curtain airbag deployed|left|h', 'Front right suspension broken|front right|h', 'Bonnet buckled|front|m', 'B-pillar distorted|left|h'],
			tags: ['red light', 'injury'],
		},
	},
	{
		category: 'two-vehicle', weight: 4, vehicles: 2, place: 'junction', towed: 0.06, hurt: 0.04, police: 0.2, cost: [900, 9_000],
		zh: {
			reason: ['环岛刮擦报案'],
			cause: ['环岛内出口处与内圈{car}刮擦', '进入环岛未让行,与{car}相碰'],
			damage: ['右后翼子板凹陷|右后|m', '前保险杠右角刮伤|右前|l', '右后轮毂划伤|右后|l'],
			tags: ['环岛'],
		},
		en: {
			reason: ['Roundabout collision'],
			cause: ['Leaving the roundabout from the inner lane, clipped a {car}', 'Pulled onto the roundabout in front of a {car}', 'Both cars entered the roundabout together and touched'],
			damage: ['Right rear wing dented|right rear|m', 'Bumper corner scuffed|front right|l', 'Alloy wheel scratched|right rear|l'],
			tags: ['roundabout'],
		},
	},
	{
		category: 'two-vehicle', weight: 7, vehicles: 2, place: 'road', towed: 0.03, hurt: 0.45, police: 0.7, cost: [600, 12_000],
		zh: {
			reason: ['与电动车碰撞报案', '外卖电动车事故报案'],
			cause: ['右转时与直行的外卖电动车相撞', '电动车逆行,与本车左前部碰撞', '开车门时碰倒后方电动车', '电动车突然横穿{road},避让不及'],
			damage: ['左前大灯破损|左前|l', '右前门凹陷|右前|l', '后视镜折断|右侧|l', '前挡风玻璃开裂|前部|m'],
			tags: ['电动车', '人伤'],
		},
		en: {
			reason: ['Collision with an e-bike', 'Delivery rider knocked down'],
			cause: ['Turning right across an e-bike going straight on', 'E-bike came the wrong way along {road}', 'Opened the door into a passing e-bike'],
			damage: ['Headlamp broken|front left|l', 'Front right door dented|front right|l', 'Mirror snapped|right|l', 'Windscreen cracked|front|m'],
			tags: ['e-bike', 'injury'],
		},
	},
	{
		category: 'multi-vehicle', weight: 4, vehicles: 3, place: 'highway', season: [11, 12, 1, 2], towed: 0.6, hurt: 0.3, police: 0.95, cost: [8_000, 90_000],
		zh: {
			reason: ['高速连环追尾报案', '多车事故报案'],
			cause: ['团雾中连环追尾,前后共三车受损', '前方急停,被后车推撞至前方{car},三车连环相撞', '冰雪路面失控,引发多车碰撞'],
			damage: ['前后保险杠均破裂|前后|h', '后纵梁变形|后部|h', '水箱漏液|前部|h', '安全气囊弹出|驾驶座|h', '后挡风玻璃破碎|后部|m'],
			tags: ['连环追尾', '高速', '拖车'],
		},
		en: {
			reason: ['Motorway pile-up', 'Three cars involved'],
			cause: ['Fog bank; three cars ran into each other', 'Shunted into the {car} ahead by the car behind', 'Black ice on {road}, several cars lost control'],
			damage: ['Bumpers front and rear split|front and rear|h', 'Rear chassis leg bent|rear|h', 'Coolant leaking|front|h', 'Airbag deployed|driver side|h', 'Rear window shattered|rear|m'],
			tags: ['pile-up', 'motorway', 'tow'],
		},
	},
	{
		category: 'pedestrian', weight: 3, vehicles: 1, place: 'junction', towed: 0.02, hurt: 0.95, police: 1, cost: [500, 40_000],
		zh: {
			reason: ['碰撞行人报案'],
			cause: ['右转时碰到斑马线上的行人', '倒车时碰到行人,对方自称腰部疼痛', '夜间行人横穿{road},刹车不及'],
			damage: ['引擎盖轻微凹陷|前部|l', '左前大灯破损|左前|l', '无明显车损||l'],
			tags: ['行人', '人伤'],
		},
		en: {
			reason: ['Pedestrian struck'],
			cause: ['Turning right, touched a pedestrian on the crossing', 'Reversing out of a bay, knocked a pedestrian', 'Pedestrian ran across {road} in the dark'],
			damage: ['Bonnet slightly dented|front|l', 'Headlamp broken|front left|l', 'No visible damage||l'],
			tags: ['pedestrian', 'injury'],
		},
	},
	{
		category: 'parked', weight: 10, vehicles: 2, place: 'parking', towed: 0, hurt: 0, police: 0.15, cost: [500, 4_500],
		zh: {
			reason: ['停放期间被刮报案', '车辆停放受损'],
			cause: ['停放时被{car}倒车碰撞,对方留了电话', '停车后返回发现车门被刮,未找到第三方', '停车场内被出库车辆刮擦'],
			damage: ['右后门凹陷|右后|l', '前保险杠刮痕|前部|l', '左后翼子板划痕|左后|l'],
			tags: ['停放受损', '无法找到第三方'],
		},
		en: {
			reason: ['Damaged while parked'],
			cause: ['Parked and unattended; a {car} reversed into it and left a note', 'Came back to find the door scraped, nobody about', 'Scraped by a car leaving the next bay'],
			damage: ['Right rear door dented|right rear|l', 'Bumper scuffed|front|l', 'Left rear wing scratched|left rear|l'],
			tags: ['parked', 'untraced third party'],
		},
	},
]
