"""Invented chain texts for tests: the team's shifts, the day of pasting, and a way to make any chain out of pieces."""

from datetime import date

from hypothesis import strategies as st

from roster_app.domain.chains import Chain, ChainShift
from roster_app.exchange.chain import read_chain

PASTED = date(2020, 4, 6)
"""A Monday."""
SHIFTS = (
    ChainShift("早班", 390, 690),
    ChainShift("中班", 690, 1050),
    ChainShift("晚班", 1050, 1500),
    ChainShift("夜班", 60, 390),
)
_WORDS = """
#接龙 #Group Note 4月7日 4月31日 下周 周三 周三至周五 今晚 明天 每天 3/8 4.8 7-8 7-9号 16-20 22点到次日6点
晚10点-早6点 7.50-9.20 8am-12pm 早班 中班 晚 夜 早、中都可以 除夜班都行 全天 白天 随叫随到 取消 放弃 改 代
替我爱人报： （代王芳） （李秀英代报） +1 带1人 张伟 李秀英 欧阳少东 张 伟 Tom W 古丽娜尔·艾合买提 13800000001
130 0000 0005 1380000 测温30人 登记5车 例 姓名 班次 1. 2、 3) 4） 5． ④ （5） 七、 1️⃣ 1. . 1.295-909 12栋
3-502 第一卡口 南门 夜班（2人）： 缺2人 每班2人 A3 --------- - - - - - <title> </title> &#x0A; 🌿 ¦ ： ， 。 (
) 「 」 @
"""
_SIGNS = ("\u200b", "\ufeff", "\x00", "\ue000", "\n", "\n\n", "\r\n", "\u2028")
PIECES = (*_WORDS.split(), "1. .", "- - - - -", "130 0000 0005", *_SIGNS)
noise = st.text(max_size=6)
chain_texts = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(["\n", " ", ""]), noise), max_size=60).map(
    "".join
)


def read(text: str, shifts: tuple[ChainShift, ...] = SHIFTS) -> Chain:
    """The chain as pasted on the test's day."""
    return read_chain(text, PASTED, shifts)


def faults(text: str) -> list[str]:
    """What must hold for any text, and does not."""
    chain = read(text)
    found = []
    if [line.line for line in chain.lines] != list(range(1, len(chain.lines) + 1)):
        found.append("lines are not told in order")
    known = {line.line for line in chain.lines}
    for entry in chain.entries:
        if not entry.lines or not set(entry.lines) <= known:
            found.append(f"an entry of no line: {entry}")
        if (entry.start is None) is not (entry.end is None):
            found.append(f"half a span: {entry}")
        if entry.start is not None and entry.end is not None and not 0 <= entry.start < entry.end <= 3 * 1440:
            found.append(f"no span: {entry}")
        if any("\ue000" <= c <= "\uf8ff" or c == "¦" for c in entry.person + entry.note + (entry.slot or "")):
            found.append(f"a sign of the reader is shown: {entry}")
    asked = {q.line for q in chain.questions}
    for entry in chain.entries:
        if entry.verdict.value == "ask" and not asked & {*entry.lines, 0}:
            found.append(f"to be asked without a question: {entry}")
    return found
