/** A city: the unit that owns claims and, at HQ, a stream of changes. */
export type City = { code: string; en: string; zh: string; timeZone: string }

/** Offered at set-up; a site may add its own. Codes are two to four capitals and never reused. */
export const cities: readonly City[] = [
	{ code: 'SH', en: 'Shanghai', zh: '上海', timeZone: 'Asia/Shanghai' },
	{ code: 'BJ', en: 'Beijing', zh: '北京', timeZone: 'Asia/Shanghai' },
	{ code: 'GZ', en: 'Guangzhou', zh: '广州', timeZone: 'Asia/Shanghai' },
	{ code: 'SZ', en: 'Shenzhen', zh: '深圳', timeZone: 'Asia/Shanghai' },
	{ code: 'CD', en: 'Chengdu', zh: '成都', timeZone: 'Asia/Shanghai' },
	{ code: 'CQ', en: 'Chongqing', zh: '重庆', timeZone: 'Asia/Shanghai' },
	{ code: 'HZ', en: 'Hangzhou', zh: '杭州', timeZone: 'Asia/Shanghai' },
	{ code: 'NJ', en: 'Nanjing', zh: '南京', timeZone: 'Asia/Shanghai' },
	{ code: 'WH', en: 'Wuhan', zh: '武汉', timeZone: 'Asia/Shanghai' },
	{ code: 'XA', en: "Xi'an", zh: '西安', timeZone: 'Asia/Shanghai' },
	{ code: 'TJ', en: 'Tianjin', zh: '天津', timeZone: 'Asia/Shanghai' },
	{ code: 'SU', en: 'Suzhou', zh: '苏州', timeZone: 'Asia/Shanghai' },
	{ code: 'QD', en: 'Qingdao', zh: '青岛', timeZone: 'Asia/Shanghai' },
	{ code: 'XM', en: 'Xiamen', zh: '厦门', timeZone: 'Asia/Shanghai' },
	{ code: 'HK', en: 'Hong Kong', zh: '香港', timeZone: 'Asia/Hong_Kong' },
	{ code: 'SG', en: 'Singapore', zh: '新加坡', timeZone: 'Asia/Singapore' },
	{ code: 'LON', en: 'London', zh: '伦敦', timeZone: 'Europe/London' },
	{ code: 'MAN', en: 'Manchester', zh: '曼彻斯特', timeZone: 'Europe/London' },
	{ code: 'DUB', en: 'Dublin', zh: '都柏林', timeZone: 'Europe/Dublin' },
	{ code: 'BER', en: 'Berlin', zh: '柏林', timeZone: 'Europe/Berlin' },
	{ code: 'NYC', en: 'New York', zh: '纽约', timeZone: 'America/New_York' },
	{ code: 'SYD', en: 'Sydney', zh: '悉尼', timeZone: 'Australia/Sydney' },
]

export const cityCodePattern = /^[A-Z]{2,4}$/
