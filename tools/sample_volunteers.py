"""Write the sample team's list of volunteers with the ordinary mess of a real one. All people are invented.

Run it from anywhere: `python tools/sample_volunteers.py` writes resources/samples/hengsan/volunteers.xlsx anew, byte
for byte the same as long as nothing here and nothing in XlsxWriter changes.
"""

import argparse
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

TARGET = Path(__file__).resolve().parents[1] / "resources" / "samples" / "hengsan" / "volunteers.xlsx"
WRITTEN_ON = datetime(2020, 3, 28, 9, 0)

SHEET = "队员名单"
TITLE = "横三经济社党员突击队队员名单"
SUBTITLE = "填表日期：2020年3月28日　　填表单位：横三经济社办公室"
HEADER = ("序号", "姓 名", "手机号码", "党支部/单位", "片区", "职务", "资质", "可否夜班", "备注")
FOOT = "说明：1. 手机号码仅用于排班联系，请勿外传；2. 资质一栏请如实填写，可填多项；3. 人员如有变动请及时告知办公室。"
WIDTHS = (6, 22, 18, 18, 10, 14, 26, 10, 24)

# 姓名 | 手机号码 | 党支部/单位 | 片区 | 职务 | 资质 | 可否夜班 | 备注
PEOPLE = """
冼伟强|19900000001|第一党支部|宋屋村|突击队队长|负责人、党员|是|
宋志坚|19900000002|第一党支部|宋屋村|党支部书记|负责人、党员|是|
邝玉珍|19900000003|第一党支部|宋屋村|组长|负责人、党员、粤语|是|
麦国辉|19900000004|第一党支部|宋屋村|队员|负责人、党员|可|
曾庆云|19900000005|第一党支部|宋屋村|组长|负责人，党员|是|
欧阳少勤|19900000006|第一党支部|宋屋村|队员|负责人、党员|是|
黎展鹏|19900000007|第一党支部|宋屋村|队员|负责人、党员、司机|是|有小型货车驾照
区建平|19900000008|第二党支部|横岗|副队长|负责人、党员|是|
陈秋霞|19900000009|第二党支部|横岗|组长|负责人、党员、医务|是|退休护士
何嘉文|19900000010|第二党支部|横岗|队员|负责人 党员|是|
梁永昌|19900000011|第二党支部|横岗|组长|负责人、党员|否|年满58岁，不安排夜班
谭月明|19900000012|第二党支部|横岗|队员|负责人、党员、接线|是|
黄启航|19900000013|第二党支部|横岗|队员|负责人、党员|√|
苏丽仪|19900000014|第二党支部|横岗|党支部委员|负责人、党员、粤语|是|
罗家栋|19900000015|第三党支部|官路村|副队长|负责人、党员|是|
卢淑贞|19900000016|第三党支部|官路村|组长|负责人、党员|是|
叶振声|19900000017|第三党支部|官路村|队员|负责人/党员|是|
简文珊|19900000018|第三党支部|官路村|组长|负责人、党员、接线|是|
钟远山|19900000019|第三党支部|官路村|队员|负责人、党员|否|
祝海燕|19900000020|第三党支部|官路村|队员|负责人、党员|是|
李秀梅|19900000021|第一党支部|宋屋村|队员|党员|是|
李秀梅|199 0000 0022|社区志愿服务队|横岗|队员|接线、粤语|是|
阿依努尔·吐尔逊|19900000023|社区志愿服务队|宋屋村|队员|接线|是|
温䶮|19900000024|第一党支部|宋屋村|队员|党员|是|名字读“眼”
林㛃|19900000025|社区志愿服务队|横岗|队员|接线|是|名字读“洁”
周𬀩|19900000026|第三党支部|官路村|队员|党员、接线|是|名字读“伟”
Daniel  Okoye|19900000027|社区志愿服务队|宋屋村|队员|英语、接线|是|会英语、普通话
诸葛晴|19900000028|社区志愿服务队|官路村|队员|接线|是|
单小燕|19900000029|横三幼儿园|宋屋村|队员||是|
仇子健|19900000030|第二党支部|横岗|队员|党员|是|
朴恩惠|19900000031|社区志愿服务队|横岗|队员|接线|否|
解思远|19900000032|第三党支部|官路村|队员|党员|是|
查慧敏|19900000033|经济社办公室|宋屋村|文员|接线、粤语|是|
吕若兰|19900000034|横三幼儿园|官路村|队员|接线|是|
江　帆|19900000035|物业服务中心|横岗|队员|司机|是|
方 圆|19900000036|物业服务中心|官路村|队员||是|
刘　洋|+86 19900000037|社区志愿服务队|宋屋村|队员||是|
王喆|19900000038|经济社办公室|横岗|文员|接线|是|
吴堃|19900000039|第一党支部|宋屋村|队员|党员|是|
冯犇|19900000040|物业服务中心|官路村|保安队员||是|
蔡玥|19900000041|社区志愿服务队|横岗|队员|接线、粤语|是|
徐翀|19900000042|第三党支部|官路村|队员|中共党员|是|
邓晓彤|19900000043|社区志愿服务队|宋屋村|队员|接线|是|
邓晓桐|19900000044|社区志愿服务队|官路村|队员||是|与邓晓彤是两个人
潘浩然|１９９００００００４５|第二党支部|横岗|队员|党员|是|
杨佩玲|19900000046|社区卫生服务站|官路村|医生|医务、接线|否|
郭子轩|19900000047|社区志愿服务队|宋屋村|队员||是|
刘文静|19900000048|社区志愿服务队|横岗|队员|接线|是|
胡德胜|19900000049|第三党支部|官路村|队员|党员|是|
高凤仪|19900000050|社区志愿服务队|宋屋村|队员|粤语、接线|否|
赖锦添|无|社区志愿服务队|官路村|队员||是|联系请打办公室电话
廖春花|19900000052|横三幼儿园|横岗|队员|接线|是|
温柏豪|19900000053|物业服务中心|宋屋村|保安队员|司机|是|
丘雅琪|19900000054|社区志愿服务队|官路村|队员|接线|是|
侯俊杰|19900000055|第二党支部|横岗|队员|党员、司机|是|
萧永健|19900000056|社区志愿服务队|官路村|队员||是|
骆月娥|19900000057|社区志愿服务队|宋屋村|队员|粤语、接线|否|
姚志恒|19900000058|物业服务中心|横岗|队员||是|
莫小满|19900000059|社区卫生服务站|官路村|护士|医务、接线|是|
韦春燕 |19900000060|社区志愿服务队|横岗|队员|接线|是|
"""


def people() -> list[list[str]]:
    """The rows in the order of the list, cells as they are typed."""
    return [line.split("|") for line in PEOPLE.strip("\n").splitlines()]


def write(target: Path) -> None:
    """The workbook: two title rows, the header, the people with most phones as numbers, a total and a note."""
    book = xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": TITLE, "created": WRITTEN_ON})
    sheet = book.add_worksheet(SHEET)
    last = len(HEADER) - 1
    title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
    small = book.add_format({"font_size": 9, "align": "left", "text_wrap": True, "valign": "vcenter"})
    head = book.add_format({"bold": True, "border": 1, "align": "center", "bg_color": "#F2F2F2"})
    sheet.merge_range(0, 0, 0, last, TITLE, title)
    sheet.merge_range(1, 0, 1, last, SUBTITLE, small)
    sheet.set_row(0, 28)
    for column, (heading, width) in enumerate(zip(HEADER, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, heading, head)
    rows = people()
    for number, cells in enumerate(rows, start=1):
        _write_person(book, sheet, 2 + number, number, cells)
    foot = 3 + len(rows)
    sheet.write_string(foot, 0, "合计", head)
    sheet.write_string(foot, 1, f"{len(rows)}人", head)
    sheet.merge_range(foot + 1, 0, foot + 1, last, FOOT, small)
    sheet.set_row(foot + 1, 30)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    book.close()


def _write_person(book: xlsxwriter.Workbook, sheet: Worksheet, row: int, number: int, cells: list[str]) -> None:
    boxed = book.add_format({"border": 1})
    phone = book.add_format({"border": 1, "num_format": "0"})
    sheet.write_number(row, 0, number, boxed)
    for column, text in enumerate(cells, start=1):
        if column == 2 and text.isascii() and text.isdecimal():
            sheet.write_number(row, column, int(text), phone)
        elif text:
            sheet.write_string(row, column, text, boxed)
        else:
            sheet.write_blank(row, column, None, boxed)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path, nargs="?", default=TARGET)
    write(parser.parse_args().target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
