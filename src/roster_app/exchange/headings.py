"""Column headings: which words stand over names, phones, units … in lists people keep, Chinese and English."""

import re
import unicodedata
from functools import lru_cache

from roster_app.domain.lists import ListField

_WHOLE: dict[ListField, str] = {
    ListField.NAME: """
        姓名 名字 队员姓名 志愿者姓名 人员姓名 成员姓名 真实姓名 本人姓名 值班人员姓名 值班人员 值班员 志愿者
        队员 人员 名单 成员 name fullname volunteername volunteersname volunteer volunteers member membername
        staff staffname person""",
    ListField.PHONE: """
        手机 手机号 手机号码 本人手机 联系手机 移动电话 手机长号 长号 联系电话 联系方式 电话 电话号码 本人电话
        联系号码 固定电话 办公电话 单位电话 家庭电话 座机 短号 mobile mobilephone mobilenumber mobileno
        cellphone cell phone phonenumber phoneno telephone tel contactnumber contact""",
    ListField.AFFILIATION: """
        单位 所在单位 工作单位 所属单位 单位名称 党支部 所在党支部 所属党支部 支部 所在支部 党组织 所在党组织
        部门 所在部门 来源单位 单位党支部 党支部单位 affiliation unit organisation organization department
        company branch""",
    ListField.AREA: """
        片区 所属片区 所在片区 负责片区 居住片区 区域 所在区域 所属区域 网格 所在网格 自然村 村 村居 area
        district zone""",
    ListField.CREW: "班组 所在班组 组别 小组 所在小组 分组 编组 crew group team",
    ListField.TITLE: "职务 职位 现任职务 党内职务 队内职务 title position",
    ListField.QUALIFICATIONS: """
        资质 技能 身份 特长 专长 资格 能力 可任岗位 可担任岗位 资质技能 技能资质 资质身份 身份资质 qualification
        qualifications skill skills""",
    ListField.PARTY_MEMBER: "政治面貌 是否党员 党员 是否中共党员 partymember",
    ListField.NIGHTS_ALLOWED: """
        可否夜班 能否夜班 是否夜班 可夜班 能夜班 夜班 可值夜班 能值夜班 可上夜班 能上夜班 夜班意愿 nights night
        nightsallowed nightshift nightshifts nightduty""",
    ListField.GENDER: "性别 gender sex",
    ListField.NEW: "新人 是否新人 新队员 是否新队员 new newtotheteam newcomer",
    ListField.JOINED: """
        第一天 入队日期 入队时间 加入日期 加入时间 到岗日期 到岗时间 起始日期 入队
        joined joindate dateofjoining firstday""",
    ListField.LEFT: """
        最后一天 离队日期 离队时间 退出日期 退出时间 离岗日期 离岗时间 退队日期 退队时间 离队
        left leavedate leavingdate dateofleaving lastday""",
    ListField.NAME_CONSENT: """
        同意公示姓名 是否同意公示姓名 同意公示 是否同意公示 同意公开姓名 是否同意公开姓名 consenttoname nameconsent""",
    ListField.PHONE_CONSENT: """
        同意公开电话 是否同意公开电话 同意公示电话 是否同意公示电话 同意公开手机 是否同意公开手机 同意公开手机号
        是否同意公开手机号 consenttophone phoneconsent""",
    ListField.NOTE: "备注 附注 备注说明 说明 note notes remark remarks comment comments",
    ListField.ID_NUMBER: """
        身份证 身份证号 身份证号码 公民身份号码 证件号 证件号码 身份证件号码 idnumber idcard idno idcardnumber""",
}
"""Whole headings, the surest first: of two columns for one thing the surer one is read."""

_PARTS: dict[ListField, str] = {
    ListField.ID_NUMBER: "身份证 证件号",
    ListField.NAME: "姓名 fullname",
    ListField.PHONE: "手机 电话 联系方式 phone mobile",
    ListField.NIGHTS_ALLOWED: "夜班 night",
    ListField.PARTY_MEMBER: "政治面貌 党员",
    ListField.GENDER: "性别",
    ListField.AFFILIATION: "党支部 单位 affiliation",
    ListField.AREA: "片区 网格",
    ListField.CREW: "班组",
    ListField.TITLE: "职务",
    ListField.QUALIFICATIONS: "资质 技能 qualification skill",
    ListField.NOTE: "备注 remark",
}
"""Parts by which a longer heading is understood (党员联系电话), tried in this order."""

_SOMEBODY_ELSE = re.compile(
    "紧急|家属|家长|父|母|配偶|推荐|介绍|领导|审核|制表|填表|emergency|parent|guardian|leader|next.?of.?kin"
)
_NO_NIGHTS = re.compile("(?<![能可是])(不|免|禁|勿|no).*(夜班|night)")
_PLAIN_PARTS = 1000

_RANKS = {word: (field, rank) for field, words in _WHOLE.items() for rank, word in enumerate(words.split())}


def field_of(heading: str) -> tuple[ListField, int] | None:
    """What a column of this heading holds, and how sure that is (the lower, the surer); nothing for other columns."""
    word = plain_heading(heading)
    if found := _RANKS.get(word):
        return found
    if not word or about_somebody_else(heading):
        return None
    for field, parts in _PARTS.items():
        if any(part in word for part in parts.split()):
            return field, _PLAIN_PARTS + len(word)
    return None


def about_somebody_else(heading: str) -> bool:
    """Whether the column tells of another person than the row's: 紧急联系人电话, 推荐人."""
    return bool(_SOMEBODY_ELSE.search(plain_heading(heading)))


def forbids_nights(heading: str) -> bool:
    """Whether a yes under this heading means no nights: 不上夜班, but not 可否夜班."""
    return bool(_NO_NIGHTS.search(plain_heading(heading)))


@lru_cache(maxsize=1 << 12)
def plain_heading(heading: str) -> str:
    """A heading without blanks, numbering, brackets and marks: “2. 您的姓 名（必填）*：” is 姓名."""
    word = "".join(unicodedata.normalize("NFKC", heading).split()).casefold()
    word = re.sub(r"[(\[【].*?[)\]】]", "", word)
    word = re.sub(r"^\d+[.、,)]", "", word).removeprefix("请填写").removeprefix("您的").removeprefix("你的")
    return re.sub(r"[\s_\-*:;/、.。'’]+", "", word)
