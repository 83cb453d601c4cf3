"""Chains that collect orders or money: they use the same form as a sign-up and sign nobody up."""

import re
from collections.abc import Sequence

_UNIT = "杯|碗|串|斤|公斤|箱|份|盒|袋|只|瓶|件|提|桶|包|罐|筐|板|打|张|套|条|枚|块|元|kg"
_GOODS = re.compile(
    "团购|订[早午晚]?餐|拼单|拼团|团长|订饭|订购|预订|预定|下单|代购|接龙买|秒杀|到货|提货|自提|配送|包邮|现货|优惠价"
    "|捐款|众筹|募捐|爱心款|缴费|交费|缴纳|收费|收款|付款|打款|转账|班费|份子|物业费|停车费|水电费|暖气费|燃气费|AA制"
    rf"|\d+(?:\.\d+)?\s*(?:元|块|¥|rmb)?\s*[/一每]\s*(?:{_UNIT}|人)|[¥￥]\s*\d",
    re.IGNORECASE,
)
_DUTY = re.compile(
    "值守|值班|值勤|执勤|卡口|志愿|巡逻|巡查|站岗|上岗|防控|排班|轮班|守门|护学|补贴|缺人|\\b(?:shift|duty|gate)\\b"
    "|[早中晚夜白]班(?!费)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    rf"(?<![\d:.-])(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半])\s*(?:{_UNIT})(?![A-Za-z])"
    "|已(?:支付|付款?|转账?|交费?|缴费?|打款|下单|捐)|未付"
)
_WHEN = re.compile("[早中晚夜白]班|上午|下午|晚上|全天|\\d\\s*[点:]|周[一二三四五六日末]")


def collects_orders(heading: Sequence[str], entries: Sequence[str]) -> bool:
    """Whether the chain sells or collects: the heading says so, or half of its entries order or pay; no duty is told.

    A price in a chain that speaks of duty (补贴50元/班) makes it none, unless its entries order.
    """
    duty, goods = (any(map(pattern.search, heading)) for pattern in (_DUTY, _GOODS))
    ordering = [text for text in entries if _ORDER.search(text) and not _WHEN.search(text)]
    many = bool(ordering) and len(ordering) * 2 >= len(entries)
    return (goods and many) if duty else (goods or many)
