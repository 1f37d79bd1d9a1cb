import type { Tongue } from './names.ts'

/** What people write beside a claim, by voice. {name} {amount} {place} are filled in. */
export type Voice = 'desk' | 'adjuster' | 'inspection' | 'repairer' | 'lead' | 'money'

export const noteTexts: Readonly<Record<Voice, Readonly<Record<Tongue, readonly string[]>>>> = {
	desk: {
		zh: [
			'来电人情绪稳定,已告知拍照要求和注意事项。',
			'{name}表示现场已撤离,双方互留电话。',
			'已短信发送拍照指引,等待客户上传。',
			'客户着急用车,希望尽快定损。',
			'来电人不确定是否有人受伤,已提醒先拨打120。',
		],
		en: [
			'Caller calm. Told what to photograph and not to admit fault.',
			'{name} says both cars have been moved off the road; numbers exchanged.',
			'Photo checklist sent by text message, waiting for pictures.',
			'Needs the car for work, asks how long the inspection will take.',
			'Caller not sure whether anybody is hurt; told to ring for an ambulance first.',
		],
	},
	adjuster: {
		zh: [
			'电话未接,已留言,下午再联系。',
			'与{name}通话,说法与报案一致。',
			'第三方称本车未打灯,待调取行车记录仪。',
			'已约明天上午在修理厂看车。',
			'交警认定书尚未出具,责任比例暂不填写。',
		],
		en: [
			'No answer, left a message. Will ring again this afternoon.',
			'Spoke to {name}; account agrees with the first report.',
			'Third party says no indicator was shown. Dashcam footage requested.',
			'Meeting at the workshop tomorrow morning.',
			'Police report still outstanding, fault share left open.',
		],
	},
	inspection: {
		zh: [
			'已现场查勘,拍照12张,碰撞痕迹吻合。',
			'修理厂查勘,漏拍底盘,补拍后上传。',
			'损失与报案经过相符,无旧伤。',
			'有旧伤:右后门划痕非本次造成,已向客户说明。',
		],
		en: [
			'Inspected on site, 12 photographs, marks agree with the account.',
			'Inspected at the workshop; underside photographed on the lift.',
			'Damage consistent with the report, no earlier damage.',
			'Earlier damage: scratch on the right rear door is not from this loss; told the insured.',
		],
	},
	repairer: {
		zh: ['修理厂报价{amount}元,含工时。', '配件缺货,预计五个工作日到货。', '拆检发现前纵梁轻微变形,需要追加定损。'],
		en: [
			'Workshop quotes CNY {amount} including labour.',
			'Parts on back order, five working days.',
			'Strip-down shows a slightly bent chassis leg; supplementary estimate needed.',
		],
	},
	lead: {
		zh: ['请补充第三方驾驶证照片。', '金额合理,同意。', '注意:该保单近一年第三次报案,核对一下。'],
		en: [
			'Please add the third party’s licence.',
			'Amount is fair, agreed.',
			'Third claim on this policy within a year; have a look.',
		],
	},
	money: {
		zh: ['赔款已支付至修理厂,客户确认提车。', '{name}对金额无异议,已签字。'],
		en: ['Paid to the workshop; insured has collected the car.', '{name} accepts the amount, signed.'],
	},
}

export const stepReasons: Readonly<
	Record<'denied' | 'withdrawn' | 'reopened' | 'discarded' | 'returned', Readonly<Record<Tongue, readonly string[]>>>
> = {
	denied: {
		zh: ['事故时保单已过期', '驾驶证准驾车型不符', '损失与事故经过不符', '免赔额以内'],
		en: [
			'Policy had lapsed',
			'Driver not licensed for the vehicle',
			'Damage does not fit the account',
			'Below the excess',
		],
	},
	withdrawn: {
		zh: ['客户放弃索赔', '双方自行协商解决', '金额较小,客户自行修理'],
		en: ['Insured withdraws the claim', 'Settled between the parties', 'Small amount, insured repairs at own cost'],
	},
	reopened: {
		zh: ['客户追加隐性损伤', '第三方提出人伤索赔'],
		en: ['Hidden damage found', 'Third party now claims injury'],
	},
	discarded: { zh: ['误录,已另行登记'], en: ['Entered by mistake'] },
	returned: { zh: ['缺少拆检照片,请补充'], en: ['Strip-down photographs missing'] },
}
