"""Feed the reader invented and mutated chains: `python -m benchmarks.chains --texts 100000 [--seed 1]`.

Prints how many were read, the slowest text and the memory used; ends with 1 where a text breaks a promise: a line
without a verdict, an entry of no line, a question missing, an exception, or more than the seconds allowed.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from roster_app.domain.chains import Chain, ChainShift, LineVerdict
from roster_app.domain.errors import DomainError
from roster_app.exchange.chain import read_chain
from roster_app.exchange.chain.resolving import KnownPerson, resolve_people

SLOWEST_ALLOWED = 5.0
_SHIFTS = (ChainShift("早班", 390, 690), ChainShift("中班", 690, 1050), ChainShift("夜班", 1350, 1830))
_WORDS = """
#接龙 #Group 4月7日 4月31日 下周 周三 周三至周五 今晚 每天 3/8 4.8 7-8 7-9号
16-20 22点到次日6点 晚10点-早6点
7.50-9.20 8am-12pm 早班 晚 早、中都可以 除夜班都行 全天 随叫随到 取消 改 代 替我爱人报：
（代王芳） +1 张伟 欧阳少东 Tom
古丽娜尔·艾合买提 13800000001 1380000 测温30人 例 1. 2、 3) ④ （5） 七、 1️⃣
1.295-909 12栋 3-502 第一卡口
夜班（2人）： 缺2人 每班2人 A3 ------ <title> </title> &#x0A; 🌿 「 」 @ ： ，
候补： 替补 测温：郭宁 登记员：何柳 师傅 王姐 物业何柳 志愿者 （柳柳） （何柳） 没空 来不了 9号没空 两人
共3人 ？ 带1人 明后两天 每周三
前三天 单号 今晚 明早 明晚7点-9点 代苏青报名 替班程远 团购 2斤 25元/斤 八点至十二点 第2组
not\xa0coming Amy\u3000for\u3000Tom
"""
_SIGNS = (
    ["\n"] * 12
    + [" "] * 12
    + ["\r\n", "\t", "\u200b", "\ufeff", "\x00", "\u2028", "¦", "\ue000", "\U0001f51f", "\n尹沫 08:20\n"]
)
_TEAM = (
    KnownPerson("郭宁", "13800000001"),
    KnownPerson("何柳", "", ("柳柳",)),
    KnownPerson("欧阳少东"),
    KnownPerson("张伟"),
)
"""Every second text is read for these."""
_WHOLE = (
    "#接龙\n4月7日第一卡口值班报名\n例 姓名 班次 电话\n\n"
    "1. 郭宁 早班 13800000001\n2. 何柳 周三晚、周五晚\n3. 程远 除夜班都行\n"
)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    slowest, began = (0.0, ""), time.perf_counter()
    for number, text in enumerate(_texts(random.Random(wish.seed), wish.texts)):
        start = time.perf_counter()
        fault = _fault(text, _TEAM if number % 2 else ())
        slowest = max(slowest, (time.perf_counter() - start, text))
        if fault or slowest[0] > SLOWEST_ALLOWED:
            Path("broken_chain.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
            print(f"text {number}: {fault or 'too slow'}; kept as broken_chain.txt")
            return 1
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{wish.texts} texts in {time.perf_counter() - began:.0f} s, slowest {slowest[0] * 1000:.0f} ms "
        f"({len(slowest[1])} characters), {megabytes:.0f} MB at most"
    )
    return 0


def _texts(chance: random.Random, count: int) -> Iterator[str]:
    words = _WORDS.split()
    for _ in range(count):
        if chance.random() < 0.5:
            pieces = [chance.choice(words if chance.random() < 0.7 else _SIGNS) for _ in range(chance.randrange(80))]
            yield "".join(pieces)
        else:
            yield _mutated(chance, words)


def _mutated(chance: random.Random, words: list[str]) -> str:
    """A sound chain with some characters lost, doubled, or replaced."""
    signs = list(_WHOLE)
    for _ in range(chance.randrange(1, 25)):
        at = chance.randrange(len(signs))
        signs[at] = chance.choice(["", signs[at] * 2, chance.choice(words), chr(chance.randrange(1, 0x3000))])
    return "".join(signs)


def _fault(text: str, people: Sequence[KnownPerson]) -> str:
    try:
        chain = read_chain(text, date(2020, 4, 6), _SHIFTS, frozenset(p.name for p in people))
        if people:
            chain = resolve_people(chain, people)
    except DomainError:
        return ""
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        return f"{type(error).__name__}: {error}"
    return _broken_promise(chain)


def _broken_promise(chain: Chain) -> str:
    numbers = [line.line for line in chain.lines]
    if numbers != list(range(1, len(numbers) + 1)):
        return "lines are not told in order"
    asked = {question.line for question in chain.questions}
    for entry in chain.entries:
        if not entry.lines or not set(entry.lines) <= set(numbers):
            return f"an entry of no line: {entry}"
        if entry.verdict is LineVerdict.ASK and not asked & {0, *entry.lines}:
            return f"to be asked without a question: {entry}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
