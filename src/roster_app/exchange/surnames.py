"""Chinese surnames: by them a column of names is told from a column of villages, and 单于 from 单."""

from roster_app.domain.names import COMPOUND_SURNAMES as COMPOUND_SURNAMES

_SINGLE = """
王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范
金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂
章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶
解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑
郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴
盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕
危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由 龚顏劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉
程蘇魏呂盧鍾陸範賈韋鄒龍陶賀顧龔錢嚴湯溫齊喬龐顏倪莊聶魯單紀鮑華饒繆簡車連婁竇衛應閔鄔邊師欒蘭駱樂區
"""

SURNAMES = frozenset("".join(_SINGLE.split()))


def has_surname(name: str) -> bool:
    """Whether the name begins as a Chinese name does."""
    return name[:1] in SURNAMES or name[:2] in COMPOUND_SURNAMES
