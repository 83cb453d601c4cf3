"""Phones as people type them."""

import pytest

from roster_app.domain.lists import CellProblem, Verdict
from roster_app.exchange.phones import mobile_inside, read_phone


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("13000000001", "13000000001"),
        ("130 0000 0001", "13000000001"),
        ("130-0000-0001", "13000000001"),
        ("１３０００００００１２", "13000000012"),
        ("+86 13000000001", "13000000001"),
        ("0086-13000000001", "13000000001"),
        ("8613000000001", "13000000001"),
        ("'13000000001", "13000000001"),
        ("13000000001（微信同号）", "13000000001"),
        ("1.3000000001E+10", "13000000001"),
        ("020-86000001", "020-86000001"),
        ("(020) 8600 0001", "020-86000001"),
        ("076986000001", "0769-86000001"),
        ("86000001", "86000001"),
        ("400-800-0001", "4008000001"),
        ("+852 9000 0001", "+85290000001"),
    ],
)
def test_a_good_number_has_one_normal_form(written: str, phone: str) -> None:
    assert read_phone(written) == (phone, None)


@pytest.mark.parametrize(
    ("written", "phone", "code", "verdict", "hint"),
    [
        ("130000000081", None, CellProblem.PHONE_LENGTH, Verdict.WRONG, "12"),
        ("1300000001", None, CellProblem.PHONE_LENGTH, Verdict.WRONG, "10"),
        ("660001", "660001", CellProblem.PHONE_LENGTH, Verdict.DOUBTFUL, "6"),
        ("12000000001", "12000000001", CellProblem.PHONE_ODD, Verdict.DOUBTFUL, "12000000001"),
        ("1.3E+10", None, CellProblem.PHONE_ODD, Verdict.WRONG, "13000000000"),
        ("13000000001.5", None, CellProblem.PHONE_LENGTH, Verdict.WRONG, "12"),
        ("130****0001", None, CellProblem.PHONE_ODD, Verdict.DOUBTFUL, ""),
        ("见群公告", None, CellProblem.PHONE_ODD, Verdict.WRONG, ""),
        ("李明 13000000001", "13000000001", CellProblem.PHONE_ODD, Verdict.DOUBTFUL, "13000000001"),
        ("", None, CellProblem.PHONE_MISSING, Verdict.DOUBTFUL, ""),
        ("无", None, CellProblem.PHONE_MISSING, Verdict.DOUBTFUL, ""),
        ("020-86000001/13000000001", "13000000001", CellProblem.PHONE_SEVERAL, Verdict.DOUBTFUL, "13000000001"),
        ("13000000001 13000000002", "13000000001", CellProblem.PHONE_SEVERAL, Verdict.DOUBTFUL, "13000000001"),
        ("13000000001、1300", "13000000001", CellProblem.PHONE_SEVERAL, Verdict.DOUBTFUL, "13000000001"),
    ],
)
def test_a_doubtful_number_is_told(
    written: str, phone: str | None, code: CellProblem, verdict: Verdict, hint: str
) -> None:
    found, doubt = read_phone(written)

    assert found == phone
    assert doubt is not None
    assert (doubt.code, doubt.verdict, doubt.hint) == (code, verdict, hint)


def test_a_number_among_words_is_found_where_it_is_the_only_one() -> None:
    assert mobile_inside("王芳13000000003早班") == "13000000003"
    assert mobile_inside("13000000003或13000000004") is None
    assert mobile_inside("1300000000312") is None
