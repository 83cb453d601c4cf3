"""Invented chains as offices' groups write them, each with what a careful coordinator reads in it.

Pasted on Monday 6 April 2020. Every entry is `verdict person|days|shifts or hours|question`; a question is told where
the verdict is ask. The texts hold nobody of any real group.
"""

CORPUS: dict[str, tuple[str, list[str]]] = {
    "native with example": (
        "#接龙\n4月8日西门值守（早、中、晚）\n例 张三 早班 138xxxx\n\n1. 郭宁 早班\n2. 何柳 中\n3. 程远 晚班",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|中班", "ok 程远|4.8|晚班"],
    ),
    "no marker": (
        "明天卡口值守报名\n1、郭宁 早班\n2，何柳 中班\n3 程远 夜班",
        ["ok 郭宁|4.7|早班", "ok 何柳|4.7|中班", "ok 程远|4.7|夜班"],
    ),
    "mixed hand numbers": (
        "接龙：4月9日夜班\n1、郭宁\n2，何柳\n③程远\n（4）尹沫\n五、苏青",
        [f"ok {n}|4.9|夜班" for n in ("郭宁", "何柳", "程远", "尹沫", "苏青")],
    ),
    "one line": (
        "#接龙 4月8日早班 1. 郭宁 13800000001 2. 何柳 3. 程远13800000003",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "forwarded title": (
        "<?xml version=\"1.0\"?>\n<msg><appmsg appid=\"\"><title>#接龙\n4月8日早班\n\n1. 郭宁\n2. 何柳</title><type>53</type>"
        "</appmsg></msg>",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班"],
    ),
    "building and room": (
        "#接龙\n4月8日值守\n例 楼栋-房号 姓名 时间\n\n1.295-909 郭宁 8:00-12:00\n2.12-1203何柳 14:00-18:00\n3.3栋2单元501程远 早班",
        ["ok 郭宁|4.8|08:00-12:00", "ok 何柳|4.8|14:00-18:00", "ok 程远|4.8|早班"],
    ),
    "placeholder": (
        "#接龙\n4月8日卡口统计\n\n1. .\n东门 郭宁\n今天测温30人，登记5车\n2. .\n西门 何柳\n测温12人 登记0车",
        ["ok 郭宁|4.8|", "ok 何柳|4.8|"],
    ),
    "emoji and brackets": (
        "#接龙\n4月8日\n\n1. 🌸郭宁🌸 早班\n2. 何柳（柳柳）中班\n3. 程远【3栋】晚班👍",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|中班", "ok 程远|4.8|晚班"],
    ),
    "companions": (
        "#接龙\n4月8日早班\n\n1. 郭宁+1\n2. 何柳 带1人\n3. 程远 两人\n4. 尹沫",
        ["ask 郭宁|4.8|早班|companion", "ask 何柳|4.8|早班|companion", "ask 程远|4.8|早班|companion", "ok 尹沫|4.8|早班"],
    ),
    "signed by another": (
        "#接龙\n4月8日早班\n\n1. 郭宁（何柳代报）\n2. 程远代尹沫报\n3. 代苏青报名",
        ["ask 郭宁|4.8|早班|proxy", "ask 尹沫|4.8|早班|proxy", "ask 苏青|4.8|早班|proxy"],
    ),
    "withdrawn and changed": (
        "#接龙\n4月8日早班\n\n1. 郭宁 取消\n2. 何柳 退出\n3. 程远 改到中班\n4. 尹沫 有事来不了",
        ["withdrawn 郭宁|4.8|早班", "withdrawn 何柳|4.8|早班", "ask 程远|4.8|中班|changed", "withdrawn 尹沫|4.8|早班"],
    ),
    "moved to another day": (
        "#接龙\n4月8日早班\n\n1. 郭宁 改到4月9日\n2. 何柳",
        ["ask 郭宁|4.9|早班|changed", "ok 何柳|4.8|早班"],
    ),
    "on call": (
        "#接龙\n4月8日早班\n\n1. 郭宁 候补\n2. 何柳（替补）\n3. 程远 机动\n4. 尹沫 备勤\n5. 苏青",
        ["standby 郭宁|4.8|", "standby 何柳|4.8|", "standby 程远|4.8|", "standby 尹沫|4.8|", "ok 苏青|4.8|早班"],
    ),
    "a heading of substitutes": (
        "#接龙\n4月8日早班\n\n1. 郭宁\n2. 何柳\n候补：\n1. 程远\n2. 尹沫",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "standby 程远|4.8|", "standby 尹沫|4.8|"],
    ),
    "words of the shift": (
        "#接龙\n4月8日\n\n1. 郭宁 早\n2. 何柳 白天\n3. 程远 晚上\n4. 尹沫 全天\n5. 苏青 通宵\n6. 林夏 上午",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班+中班", "ok 程远|4.8|晚班", "ok 尹沫|4.8|早班+中班+晚班+夜班",
         "ok 苏青|4.8|夜班", "ok 林夏|4.8|早班"],
    ),
    "hours in every hand": (
        "#接龙\n4月20日\n\n1. 郭宁 8-12\n2. 何柳 8点到12点\n3. 程远 22:00-次日6:00\n4. 尹沫 8：00—12：00\n5. 苏青 八点至十二点"
        "\n6. 林夏 晚上10点到早上6点\n7. 季风 14时至18时",
        ["ok 郭宁|4.20|08:00-12:00", "ok 何柳|4.20|08:00-12:00", "ok 程远|4.20|22:00-30:00",
         "ok 尹沫|4.20|08:00-12:00", "ok 苏青|4.20|08:00-12:00", "ok 林夏|4.20|22:00-30:00",
         "ok 季风|4.20|14:00-18:00"],
    ),
    "hours without a colon": (
        "#接龙\n4月20日\n\n1. 郭宁 0800-1200\n2. 何柳 下午两点半到六点\n3. 程远 早8点-12点",
        ["ok 郭宁|4.20|08:00-12:00", "ok 何柳|4.20|14:30-18:00", "ok 程远|4.20|08:00-12:00"],
    ),
    "days in every hand": (
        "#接龙\n4月值守早班\n\n1. 郭宁 8号\n2. 何柳 4/8\n3. 程远 4月9日(周四)\n4. 尹沫 周四\n5. 苏青 明天\n6. 林夏 下周一"
        "\n7. 季风 8-10号\n8. 白露 8、10、12号",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.9|早班", "ok 尹沫|4.9|早班", "ok 苏青|4.7|早班",
         "ok 林夏|4.13|早班", "ok 季风|4.8 4.9 4.10|早班", "ok 白露|4.8 4.10 4.12|早班"],
    ),
    "every day of the heading": (
        "#接龙\n4月8日-10日值守\n\n1. 郭宁 每天早班\n2. 何柳 8号、9号晚班\n3. 程远 10号夜",
        ["ok 郭宁|4.8 4.9 4.10|早班", "ok 何柳|4.8 4.9|晚班", "ok 程远|4.10|夜班"],
    ),
    "a wrong weekday": ("#接龙\n早班\n\n1. 郭宁 4月9日(周五)\n2. 何柳 4月9日周四",
        ["ask 郭宁|4.9|早班|weekday", "ok 何柳|4.9|早班"]),
    "phones glued": (
        "#接龙\n4月8日\n\n1. 郭宁13800000001早班\n2. 13800000002何柳中班\n3. 程远138-0000-0003晚班",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|中班", "ok 程远|4.8|晚班"],
    ),
    "ids": (
        "#接龙\n缺人岗位，请回复编号+姓名\nA1 4月8日 早班 东门 缺1人\nA3 4月9日 晚班 西门 缺1人\n\n1. A3 郭宁\n2. A1何柳\n3. a1 程远",
        ["ok 郭宁|4.9|晚班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "thanks in between": (
        "#接龙\n4月8日早班\n\n1. 郭宁\n辛苦大家了\n2. 何柳\n收到，谢谢\n3. 程远\n@所有人 快点接龙\n大家辛苦",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "traditional": (
        "#接龍\n4月8日東門值班報名\n\n1. 郭寧 早班\n2. 何柳 晚班\n3. 程遠 取消",
        ["ok 郭寧|4.8|早班", "ok 何柳|4.8|晚班", "withdrawn 程遠|4.8|"],
    ),
    "english names": (
        "#接龙\n4月8日早班\n\n1. Amy\n2. Tom Lee 13800000001\n3. Lucy（中班）",
        ["ok Amy|4.8|早班", "ok Tom Lee|4.8|早班", "ok Lucy|4.8|中班"],
    ),
    "notes behind": (
        "#接龙\n4月8日早班\n\n1. 郭宁 会晚到10分钟\n2. 何柳 自带水杯\n3. 程远（党员）\n4. 尹沫 第一次参加",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班", "ok 尹沫|4.8|早班"],
    ),
    "twice": ("#接龙\n4月8日\n\n1. 郭宁 早班\n2. 郭宁 晚班", ["ok 郭宁|4.8|早班", "ok 郭宁|4.8|晚班"]),
    "empty numbers": (
        "#接龙\n4月8日早班\n\n1. 郭宁\n2.\n3. 何柳\n4、\n5.",
        ["ok 郭宁|4.8|早班", "empty ||", "ok 何柳|4.8|早班", "empty ||", "empty ||"],
    ),
    "a later copy without a line": (
        "#接龙\n4月8日早班\n1. 郭宁\n2. 何柳\n3. 程远\n\n#接龙\n4月8日早班\n1. 郭宁\n2. 程远",
        ["ok 郭宁|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "7-8 under a day": ("#接龙\n4月7日值守\n\n1. 郭宁 7-8\n2. 何柳 早班", ["ask 郭宁|||hours_or_days", "ok 何柳|4.7|早班"]),
    "the first day of a range is the heading's": (
        "#接龙\n4月9日值守\n\n1. 郭宁 9-12\n2. 何柳 16-20", ["ask 郭宁|||hours_or_days", "ok 何柳|4.9|16:00-20:00"]
    ),
    "several days and a bare range": (
        "#接龙\n4月6日-12日值守\n\n1. 郭宁 8-10\n2. 何柳 8号-10号晚班",
        ["ask 郭宁|||hours_or_days", "ok 何柳|4.8 4.9 4.10|晚班"],
    ),
    "two lists": (
        "#接龙\n4月8日早班\n1. 郭宁\n2. 何柳\n\n#接龙\n4月9日晚班\n1. 程远\n2. 郭宁",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.9|晚班", "ok 郭宁|4.9|晚班"],
    ),
    "days as headings": (
        "#接龙\n本周值守\n4月8日：\n1. 郭宁 早班\n2. 何柳 晚班\n4月9日：\n1. 程远 早班\n2. 尹沫 夜班",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|晚班", "ok 程远|4.9|早班", "ok 尹沫|4.9|夜班"],
    ),
    "weekdays as headings": (
        "#接龙\n下周值守\n周一\n1. 郭宁 早班\n2. 何柳 晚班\n周二\n1. 程远 早班",
        ["ok 郭宁|4.13|早班", "ok 何柳|4.13|晚班", "ok 程远|4.14|早班"],
    ),
    "hours as headings": (
        "#接龙\n4月8日值守\n8:00-12:00\n1. 郭宁\n2. 何柳\n14:00-18:00\n1. 程远",
        ["ok 郭宁|4.8|08:00-12:00", "ok 何柳|4.8|08:00-12:00", "ok 程远|4.8|14:00-18:00"],
    ),
    "grouped by checkpoint": (
        "#接龙\n4月8日早班\n东门卡口：\n1. 郭宁\n2. 何柳\n西门卡口：\n1. 程远",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "sections that count on": (
        "#接龙\n4月8日\n【早班】\n1. 郭宁\n2. 何柳\n【晚班】\n3. 程远\n4. 尹沫",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|晚班", "ok 尹沫|4.8|晚班"],
    ),
    "buying together": (
        "#接龙\n团购草莓 25元/斤 周三到货\n\n1. 郭宁 2斤 已支付\n2. 何柳 3斤 50元\n3. 程远 1斤",
        [],
    ),
    "prices in a duty chain": (
        "#接龙\n4月8日早班，补贴50元/班\n\n1. 郭宁\n2. 何柳",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班"],
    ),
    "a reply that quotes": (
        "「程远：#接龙\n4月8日早班\n1. 郭宁」\n- - - - - - - - - -\n收到",
        ["ok 郭宁|4.8|早班"],
    ),
    "copied with senders": (
        "郭宁 2020-04-06 08:13:22\n#接龙\n4月8日早班\n1. 郭宁\n\n何柳 2020-04-06 08:15:40\n#接龙\n4月8日早班\n1. 郭宁\n2. 何柳"
        "\n\n程远 2020-04-06 09:00:01\n收到",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班"],
    ),
    "senders and times on one line with a colon": (
        "郭宁: \n#接龙\n4月8日早班\n1. 郭宁\n2. 何柳\n尹沫 08:20\n好的",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班"],
    ),
    "counts at the end of a shift": (
        "#接龙\n4月6日交班统计\n\n1. 东门 郭宁 今天测温30人，登记5车\n2. 西门 何柳 测温41人 劝返2人",
        ["ok 郭宁|4.6|", "ok 何柳|4.6|"],
    ),
    "not sure": (
        "#接龙\n4月8日早班\n\n1. 郭宁 待定\n2. 何柳 可能晚点确认\n3. 程远？",
        ["ask 郭宁|4.8|早班|undecided", "ask 何柳|4.8|早班|undecided", "ask 程远|4.8|早班|undecided"],
    ),
    "several people": (
        "#接龙\n4月8日\n\n1. 郭宁、何柳 早班\n2. 程远 尹沫 晚班",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|晚班", "ok 尹沫|4.8|晚班"],
    ),
    "a nickname alone": (
        "#接龙\n4月8日早班\n\n1. 阳光总在风雨后\n2. 郭宁", ["ask 阳光总在风雨后|4.8|早班|name", "ok 郭宁|4.8|早班"]
    ),
    "titles behind a name": (
        "#接龙\n4月8日早班\n\n1. 郭宁师傅\n2. 何柳老师\n3. 程远主任",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
    "office before the name": (
        "#接龙\n4月8日早班\n\n1. 社区 郭宁\n2. 物业何柳\n3. 党员 程远\n4. 志愿者尹沫",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班", "ok 尹沫|4.8|早班"],
    ),
    "days and shifts in turn": (
        "#接龙\n本周值守\n\n1. 郭宁 周二早 周四晚\n2. 何柳 周三、周五中班\n3. 程远 周末全天",
        ["ok 郭宁|4.7|早班", "ok 郭宁|4.9|晚班", "ok 何柳|4.8 4.10|中班", "ok 程远|4.11 4.12|早班+中班+晚班+夜班"],
    ),
    "not on a day": (
        "#接龙\n4月8日-10日早班\n\n1. 郭宁 除9号都行\n2. 何柳 9号不行", ["ok 郭宁|4.8 4.10|早班", "ok 何柳|4.8 4.10|早班"]
    ),
    "closing of the list": (
        "#接龙\n4月8日晚班（限3人）\n\n1. 郭宁\n2. 何柳\n3. 程远\n人满，接龙结束",
        ["ok 郭宁|4.8|晚班", "ok 何柳|4.8|晚班", "ok 程远|4.8|晚班"],
    ),
    "numbers with a bracket": (
        "#接龙\n4月8日早班\n1)郭宁\n2）何柳\n【3】程远\n4．尹沫", [f"ok {n}|4.8|早班" for n in ("郭宁", "何柳", "程远", "尹沫")]
    ),
    "tonight": ("#接龙\n今晚值守\n\n1. 郭宁\n2. 何柳 夜班", ["ok 郭宁|4.6|晚班", "ok 何柳|4.6|夜班"]),
    "the day after tomorrow": ("#接龙\n后天早班\n\n1. 郭宁\n2. 何柳", ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班"]),
    "a shift nobody has": ("#接龙\n4月8日\n\n1. 郭宁 大夜班\n2. 何柳 早班", ["ask 郭宁|4.8||shift", "ok 何柳|4.8|早班"]),
    "only a beginning": (
        "#接龙\n4月8日\n\n1. 郭宁 8点后都行\n2. 何柳 早班", ["ask 郭宁|4.8|早班+中班+晚班+夜班|clock", "ok 何柳|4.8|早班"]
    ),
    "no shift": ("#接龙\n4月8日值守\n\n1. 郭宁\n2. 何柳 早班", ["ask 郭宁|4.8||no_shift", "ok 何柳|4.8|早班"]),
    "no day": ("#接龙\n早班报名\n\n1. 郭宁\n2. 何柳 4月8日", ["ask 郭宁||早班|no_day", "ok 何柳|4.8|早班"]),
    "leave": ("#接龙\n4月8日早班\n\n1. 郭宁 请假\n2. 何柳 不参加\n3. 程远 没空",
        ["withdrawn 郭宁|4.8|早班", "withdrawn 何柳|4.8|早班", "withdrawn 程远|4.8|早班"]),
    "english": (
        "#Group Note\nSouth gate, 8 April\n\n1. Amy morning\n2. Ben Wu 2pm-6pm\n3. Kim cancelled\n4. Joe standby",
        ["ok Amy|4.8|早班", "ok Ben Wu|4.8|14:00-18:00", "withdrawn Kim|4.8|", "standby Joe|4.8|"],
    ),
    "roles": (
        "#接龙\n4月8日早班\n测温：郭宁\n登记：何柳\n\n1. 程远", ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"]
    ),
    "a tick behind": (
        "#接龙\n4月8日早班\n\n1. 郭宁 ✅\n2. 何柳 ok\n3. 程远 收到\n4. 尹沫 准时到",
        [f"ok {n}|4.8|早班" for n in ("郭宁", "何柳", "程远", "尹沫")],
    ),
    "wide blanks": ("#接龙\n4月8日早班\n\n1.　郭　宁\n2.　何柳　中班", ["ok 郭宁|4.8|早班", "ok 何柳|4.8|中班"]),
    "the same list numbered by room": (
        "#接龙\n4月8日早班\n\n1. 5-301郭宁\n2. 7#1202何柳\n3. A座1503 程远",
        ["ok 郭宁|4.8|早班", "ok 何柳|4.8|早班", "ok 程远|4.8|早班"],
    ),
}  # fmt: skip

NOT_YET = (
    "emoji and brackets", "companions", "signed by another", "a heading of substitutes", "buying together",
    "senders and times on one line with a colon", "not sure", "titles behind a name", "office before the name", "tonight",
    "leave", "roles",
)  # fmt: skip
"""Chains that the reader does not read in this way yet."""
