"""Word lists: places, industries, and what companies and people are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A city with its province and the division code that registration numbers carry."""

    province: str
    city: str
    code: str
    weight: int


@dataclass(frozen=True, slots=True)
class Trade:
    """An industry: how common it is, how hard its shocks hit, and the words in its companies' names."""

    industry: str
    weight: int
    sensitivity: float
    words: tuple[str, ...]


PLACES = (
    Place("上海市", "上海", "310115", 9),
    Place("北京市", "北京", "110108", 6),
    Place("广东省", "深圳", "440305", 8),
    Place("广东省", "广州", "440106", 6),
    Place("广东省", "佛山", "440604", 5),
    Place("广东省", "东莞", "441900", 5),
    Place("浙江省", "杭州", "330106", 6),
    Place("浙江省", "宁波", "330203", 5),
    Place("浙江省", "温州", "330302", 4),
    Place("浙江省", "义乌", "330782", 3),
    Place("江苏省", "苏州", "320505", 6),
    Place("江苏省", "无锡", "320214", 5),
    Place("江苏省", "南京", "320102", 4),
    Place("江苏省", "常州", "320404", 3),
    Place("山东省", "青岛", "370202", 4),
    Place("山东省", "济南", "370102", 3),
    Place("福建省", "厦门", "350203", 3),
    Place("福建省", "泉州", "350503", 3),
    Place("四川省", "成都", "510104", 5),
    Place("重庆市", "重庆", "500103", 4),
    Place("湖北省", "武汉", "420102", 4),
    Place("湖南省", "长沙", "430102", 3),
    Place("河南省", "郑州", "410105", 3),
    Place("安徽省", "合肥", "340104", 3),
    Place("河北省", "石家庄", "130102", 2),
    Place("天津市", "天津", "120101", 3),
    Place("辽宁省", "沈阳", "210102", 2),
    Place("辽宁省", "大连", "210202", 2),
    Place("陕西省", "西安", "610103", 3),
    Place("江西省", "南昌", "360102", 2),
    Place("云南省", "昆明", "530102", 1),
    Place("广西壮族自治区", "南宁", "450102", 1),
)

TRADES = (
    Trade("机械设备", 14, 1.0, ("机械设备", "机电科技", "精密机械", "自动化设备", "装备制造")),
    Trade("电子元器件", 13, 1.1, ("电子科技", "微电子", "电子元件", "光电科技", "半导体")),
    Trade("建筑材料", 11, 1.5, ("建材", "新型建材", "装饰材料", "混凝土", "管业")),
    Trade("房地产与施工", 6, 1.8, ("建设工程", "建筑工程", "置业", "市政工程", "装饰工程")),
    Trade("化工", 9, 1.1, ("化工", "新材料", "精细化工", "涂料", "高分子材料")),
    Trade("纺织服装", 9, 1.2, ("纺织", "服饰", "针织", "制衣", "家纺")),
    Trade("食品饮料", 9, 0.5, ("食品", "饮料", "粮油", "调味品", "农产品")),
    Trade("零售连锁", 8, 1.0, ("商贸", "百货", "超市管理", "供应链管理", "电子商务")),
    Trade("医疗器械", 6, 0.4, ("医疗器械", "生物科技", "医药", "健康科技", "医疗科技")),
    Trade("汽车零部件", 7, 1.1, ("汽车零部件", "汽车配件", "车业", "轮毂制造", "汽车科技")),
    Trade("物流运输", 5, 0.8, ("物流", "国际货运代理", "运输", "供应链", "仓储")),
    Trade("新能源", 3, 1.4, ("新能源", "光伏科技", "电力设备", "储能科技", "电源科技")),
)
EXPORT_WORDS = ("进出口", "国际贸易", "对外贸易")

FIRST_SYLLABLES = tuple(
    "恒永华盛鼎瑞金宏兴泰嘉润德信诚安博创达丰富冠广海汉航浩和弘汇佳建江锦晶景聚凯康科坤蓝力联龙明欧鹏普启千庆荣森尚"
)
SECOND_SYLLABLES = tuple(
    "源通达利丰茂隆昌盈顺祥辉邦成诺泽川洋睿晟腾跃远扬宇泓烨锐创霄凌岳岭崧峰瀚澜轩铭盟捷骏翔宸基舟桥禾林原野岩松"
)
THIRD_SYLLABLES = tuple("天立合新正中东方元大伟亿鑫宝光利万昊凡晨曦云山石")
FORMS = ("有限公司", "有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司")

SURNAMES = tuple(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
)
GIVEN_FIRST = tuple("建志国文明晓丽海永春秀玉红小俊少雪思子佳宇浩嘉雨梓欣若一天泽世庆立振家德新")
GIVEN_SECOND = tuple("华军强伟平杰勇磊涛斌波辉刚健明亮飞鹏洋敏静丽娟艳芳霞玲燕莉婷雪倩颖琳洁慧怡涵轩然宁")

CURRENCIES = ("CNY", "USD", "EUR")
YUAN_PER_UNIT = (1.0, 7.1, 7.8)

CONTACT_ROLES = ("采购经理", "总经理", "采购总监", "供应链经理", "副总经理")
SECOND_ROLES = ("财务主管", "会计", "仓库主管", "技术经理")
SEGMENTS = ("小微客户", "中型客户", "大客户")
STATUSES = ("operating", "operating", "revoked", "liquidating", "deregistered")
