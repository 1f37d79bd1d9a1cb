import type { Scenario } from './scenario.ts'

/** Losses without another driver: driving mistakes, weather, animals, thieves. */
export const aloneScenarios: readonly Scenario[] = [
	{
		category: 'single-vehicle', weight: 9, vehicles: 1, place: 'parking', towed: 0.01, hurt: 0, police: 0.02, cost: [500, 5_000],
		zh: {
			reason: ['单方事故报案', '倒车碰柱报案'],
			cause: ['地库倒车碰柱', '倒车入位时碰到立柱', '出车库时右侧蹭墙', '倒车碰到石墩'],
			damage: ['后保险杠凹陷|后部|l', '右后门蹭伤|右后|l', '后尾灯破裂|左后|l', '右侧裙边变形|右侧|m'],
			tags: ['倒车', '单方'],
		},
		en: {
			reason: ['Single vehicle accident', 'Reversed into a pillar'],
			cause: ['Reversed into a concrete pillar in the car park', 'Misjudged the bay and touched the pillar', 'Scraped the wall on the ramp out of the garage', 'Reversed over a bollard'],
			damage: ['Rear bumper dented|rear|l', 'Right rear door scraped|right rear|l', 'Tail lamp cracked|left rear|l', 'Sill bent|right|m'],
			tags: ['reversing', 'own fault'],
		},
	},
	{
		category: 'single-vehicle', weight: 7, vehicles: 1, place: 'road', towed: 0.25, hurt: 0.03, police: 0.1, cost: [800, 11_000],
		zh: {
			reason: ['单方事故报案', '托底报案'],
			cause: ['避让行人撞上路缘石', '夜间压到路面坑洞,托底', '转弯过急右前轮撞路缘', '在{road}压到掉落物,底盘受损'],
			damage: ['右前轮毂变形|右前|m', '轮胎鼓包|右前|l', '油底壳破损漏油|底盘|h', '下摆臂弯曲|右前|m'],
			tags: ['托底', '单方'],
		},
		en: {
			reason: ['Hit the kerb', 'Single vehicle accident'],
			cause: ['Swerved for a pedestrian and hit the kerb', 'Hit a pothole at night on {road}', 'Took the corner too tight, front right wheel struck the kerb', 'Ran over debris, underside damaged'],
			damage: ['Front right wheel buckled|front right|m', 'Tyre bulging|front right|l', 'Sump cracked, oil leaking|underside|h', 'Lower arm bent|front right|m'],
			tags: ['kerb', 'pothole'],
		},
	},
	{
		category: 'single-vehicle', weight: 5, vehicles: 1, place: 'highway', season: [12, 1, 2, 6, 7], towed: 0.65, hurt: 0.12, police: 0.9, cost: [5_000, 55_000],
		zh: {
			reason: ['撞护栏报案', '车辆失控报案'],
			cause: ['雨天打滑失控,撞上中央护栏,车速约{speed}公里', '疲劳驾驶偏离车道撞护栏', '前轮爆胎失控撞护栏', '结冰路面侧滑撞护栏'],
			damage: ['前部严重变形|前部|h', '左前轮脱落|左前|h', '安全气囊弹出|驾驶座|h', '右侧两门刮伤|右侧|m'],
			tags: ['护栏', '拖车', '路产损失'],
		},
		en: {
			reason: ['Hit the guardrail', 'Lost control'],
			cause: ['Aquaplaned at about {speed} km/h and hit the central barrier', 'Dozed off and drifted into the guardrail', 'Front tyre burst, hit the barrier', 'Slid on ice into the guardrail'],
			damage: ['Front end crushed|front|h', 'Front left wheel torn off|front left|h', 'Airbag deployed|driver side|h', 'Both right doors scraped|right|m'],
			tags: ['guardrail', 'tow'],
		},
	},
	{
		category: 'flood', weight: 3, vehicles: 1, place: 'road', season: [6, 7, 8], towed: 0.95, hurt: 0, police: 0.05, cost: [6_000, 80_000],
		zh: {
			reason: ['涉水报案', '车辆被淹报案'],
			cause: ['暴雨积水熄火,未再次启动', '地库进水,车辆被淹至座椅', '通过{road}下穿隧道时积水熄火', '台风天停放被淹'],
			damage: ['发动机进水|发动机舱|h', '车内地毯座椅浸泡|车内|h', '电控模块进水|车内|h'],
			tags: ['涉水', '暴雨', '拖车'],
		},
		en: {
			reason: ['Flood damage', 'Stalled in water'],
			cause: ['Stalled in standing water after the storm, not restarted', 'Basement garage flooded to seat height', 'Water in the {road} underpass was deeper than it looked'],
			damage: ['Water in the engine|engine bay|h', 'Carpets and seats soaked|interior|h', 'Control units wet|interior|h'],
			tags: ['flood', 'storm', 'tow'],
		},
	},
	{
		category: 'weather', weight: 3, vehicles: 1, place: 'road', season: [4, 5, 6, 8, 9], towed: 0.03, hurt: 0, police: 0.02, cost: [1_500, 18_000],
		zh: {
			reason: ['冰雹受损报案', '大风树枝砸车报案'],
			cause: ['停放期间遭冰雹,车顶多处凹坑', '台风刮断树枝砸中车顶', '广告牌被大风吹落砸到引擎盖', '行驶中突遇冰雹'],
			damage: ['车顶多处凹坑|车顶|m', '前挡风玻璃开裂|前部|m', '引擎盖凹陷|前部|m', '天窗破碎|车顶|h'],
			tags: ['冰雹', '大风', '自然灾害'],
		},
		en: {
			reason: ['Hail damage', 'Storm damage'],
			cause: ['Parked in the open when the hail came', 'Branch fell on the roof in the typhoon', 'Shop sign blew onto the bonnet', 'Caught by hail on {road}'],
			damage: ['Roof pitted all over|roof|m', 'Windscreen cracked|front|m', 'Bonnet dented|front|m', 'Sunroof shattered|roof|h'],
			tags: ['hail', 'storm'],
		},
	},
	{
		category: 'animal', weight: 2, vehicles: 1, place: 'highway', season: [10, 11], towed: 0.3, hurt: 0.02, police: 0.3, cost: [1_000, 16_000],
		zh: {
			reason: ['撞到动物报案'],
			cause: ['避让流浪狗不及,前部碰撞', '夜间撞到横穿的野猪', '高速上撞到飞鸟,前挡破裂'],
			damage: ['前保险杠破裂|前部|m', '中网破损|前部|l', '前挡风玻璃开裂|前部|m', '冷凝器漏液|前部|h'],
			tags: ['动物', '夜间'],
		},
		en: {
			reason: ['Hit an animal'],
			cause: ['A deer jumped out of the verge, no time to brake', 'Swerved for a stray dog and still caught it', 'Struck a wild boar in the dark on {road}', 'Bird strike, windscreen cracked'],
			damage: ['Front bumper split|front|m', 'Grille broken|front|l', 'Windscreen cracked|front|m', 'Condenser leaking|front|h'],
			tags: ['deer', 'animal', 'night'],
		},
	},
	{
		category: 'glass', weight: 7, vehicles: 1, place: 'highway', towed: 0, hurt: 0, police: 0.01, cost: [400, 6_000],
		zh: {
			reason: ['玻璃单独破碎报案'],
			cause: ['前车飞石击中前挡风玻璃', '货车掉落石子崩裂前挡', '天窗玻璃自爆'],
			damage: ['前挡风玻璃裂纹|前部|l', '天窗玻璃破碎|车顶|m', '右后车窗破碎|右后|l'],
			tags: ['玻璃', '飞石'],
		},
		en: {
			reason: ['Windscreen damage'],
			cause: ['Stone thrown up by the lorry in front', 'Chip in the windscreen ran into a crack overnight', 'Sunroof glass burst by itself'],
			damage: ['Windscreen cracked|front|l', 'Sunroof glass broken|roof|m', 'Right rear window broken|right rear|l'],
			tags: ['glass', 'stone chip'],
		},
	},
	{
		category: 'vandalism', weight: 4, vehicles: 1, place: 'parking', towed: 0, hurt: 0, police: 0.5, cost: [800, 9_000],
		zh: {
			reason: ['车辆被划报案'],
			cause: ['停放时车身被人划伤,正调监控', '四条轮胎被扎', '车窗被砸,车内物品未丢失'],
			damage: ['左侧车身划痕|左侧|m', '轮胎被扎|四轮|m', '右前车窗破碎|右前|l'],
			tags: ['划痕', '调取监控'],
		},
		en: {
			reason: ['Vandalism'],
			cause: ['Keyed along the side while parked; asking for the camera footage', 'All four tyres slashed overnight', 'Window smashed, nothing taken'],
			damage: ['Long scratch|left|m', 'Tyres slashed|all wheels|m', 'Window broken|front right|l'],
			tags: ['vandalism', 'cctv'],
		},
	},
	{
		category: 'theft', weight: 1.5, vehicles: 1, place: 'parking', towed: 0, hurt: 0, police: 1, cost: [3_000, 160_000],
		zh: {
			reason: ['车辆被盗报案', '车内财物被盗报案'],
			cause: ['早上取车发现车辆不见,已报警', '后视镜和轮毂被盗', '三元催化器被盗'],
			damage: ['整车被盗||h', '两侧后视镜被盗|两侧|m', '三元催化器被盗|底盘|m'],
			tags: ['盗抢', '已报警'],
		},
		en: {
			reason: ['Theft', 'Stolen vehicle'],
			cause: ['Car gone in the morning, police informed', 'Mirrors and wheels taken overnight', 'Catalytic converter stolen'],
			damage: ['Whole vehicle||h', 'Both mirrors|both sides|m', 'Catalytic converter|underside|m'],
			tags: ['theft', 'police informed'],
		},
	},
	{
		category: 'fire', weight: 0.8, vehicles: 1, place: 'road', season: [7, 8], towed: 1, hurt: 0.05, police: 0.9, cost: [20_000, 180_000],
		zh: {
			reason: ['车辆起火报案'],
			cause: ['行驶中引擎盖冒烟起火,消防到场扑灭', '充电时电池冒烟起火', '停放时被邻车引燃'],
			damage: ['发动机舱烧毁|前部|h', '全车烧毁||h', '左侧漆面熏烤|左侧|m'],
			tags: ['自燃', '全损'],
		},
		en: {
			reason: ['Vehicle fire'],
			cause: ['Smoke from the bonnet on {road}, fire brigade put it out', 'Battery caught fire while charging', 'Caught fire from the car parked alongside'],
			damage: ['Engine bay burnt out|front|h', 'Burnt out completely||h', 'Paint scorched|left|m'],
			tags: ['fire', 'total loss'],
		},
	},
	{
		category: 'other', weight: 2, vehicles: 1, place: 'highway', towed: 0.2, hurt: 0.01, police: 0.2, cost: [600, 9_000],
		zh: {
			reason: ['其他损失报案'],
			cause: ['货车绑扎松脱,货物掉落砸到本车', '洗车机刮坏车身', '举升机上滑落'],
			damage: ['车顶凹陷|车顶|m', '引擎盖砸痕|前部|m', '车身多处刮痕||l'],
			tags: ['其他'],
		},
		en: {
			reason: ['Other loss'],
			cause: ['Load fell off a lorry on {road}', 'Damaged in the car wash', 'Slipped off the workshop lift'],
			damage: ['Roof dented|roof|m', 'Bonnet dented|front|m', 'Scratches all over||l'],
			tags: ['other'],
		},
	},
]
