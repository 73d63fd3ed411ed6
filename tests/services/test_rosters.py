"""A list brought in: what every row is understood as, and what it does to the council."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from council.domain.messages import InputRefused
from council.domain.vocabulary import Role
from council.services.members import bodies, people, rosters
from tests.services.desks import back_and_forth, body_of, founded, seated

OPENANC = Path(__file__).parents[3] / "shared/data/openanc/data/oanc/commissioners_2023-01-27.csv"
TWIN = (
    "smd_id,Name,official_name,is_vacant,is_chairperson,oanc_hash_id\n"
    "smd_2022_9Z01,Jane RoeTreasurer,Jane RoeTreasurer,False,False,a1\n"
    "smd_2022_9Z02,Max Poe  Chairperson,Max Poe,False,True,a2\n"
    "smd_2022_9Z03,Vacant,Vacant,True,False,a3\n"
    "smd_2022_9Z04,Ana María Núñez,Ana María Núñez,False,False,a4\n"
)


def preview(desk, source, **more):
    return rosters.preview_roster(desk, body_of(desk), source, **more)


@pytest.mark.parametrize(
    ("typed", "name", "office"),
    [
        ("Jane RoeTreasurer", "Jane Roe", "Treasurer"),
        ("Jane RoeVice Chair", "Jane Roe", "Vice Chair"),
        ("Jane Roe", "Jane Roe", ""),
        ("สมชาย ใจดีเลขานุการ", "สมชาย ใจดี", "เลขานุการ"),
        ("DeMarco VanDyke", "DeMarco VanDyke", ""),
    ],
)
def test_offices_stuck_to_names(typed, name, office):
    assert rosters.split_glued(typed) == (name, office)


def test_one_commission_with_a_vacancy_and_a_chair():
    desk = founded(seats=3)
    seen = preview(desk, TWIN.encode())
    assert (seen.people, seen.vacancies) == (3, 1)
    one, two, three, four = seen.rows
    assert (one.name.show("en"), one.role, one.seat) == ("Jane Roe", Role.TREASURER, "9Z01")
    assert (two.name.show("en"), two.role) == ("Max Poe", Role.CHAIR)
    assert three.vacant
    assert not three.name
    assert four.name.show("en") == "Ana María Núñez"
    back_and_forth(desk, rosters.apply_roster, body_of(desk), seen.rows)
    seats = bodies.list_seats(desk, body_of(desk))
    assert [seat.label.show("en") for seat in seats] == ["9Z01", "9Z02", "9Z03", "9Z04"]
    holders = [seat.holder.person_name.show("en") if seat.holder else "" for seat in seats]
    assert holders == ["Jane Roe", "Max Poe", "", "Ana María Núñez"]


def test_a_pasted_list_takes_the_free_seats():
    desk = founded(seats=3)
    seen = preview(desk, "1. Dr. Ann Moss, Chair\n2. Ben Roy\n")
    assert [row.honorific.show("en") for row in seen.rows] == ["Dr.", ""]
    rosters.apply_roster(desk, body_of(desk), seen.rows)
    held = bodies.list_seats(desk, body_of(desk))
    assert [bool(seat.holder) for seat in held] == [True, True, False]
    assert held[0].holder.role is Role.CHAIR


def test_more_people_than_seats_are_refused_and_nothing_is_left_half_done():
    desk = founded(seats=1)
    seen = preview(desk, "Ann Moss\nBen Roy\n")
    with pytest.raises(InputRefused) as refused:
        rosters.apply_roster(desk, body_of(desk), seen.rows)
    assert refused.value.code == "error.roster_seats_short"
    assert people.list_people(desk) == []


def test_near_duplicates_are_offered_and_exact_ones_merged():
    desk, uids = seated("Ann Moss, Chair\nBen Roy\nCora Lee")
    seen = preview(
        desk, "Name,Email\nAnn Moss,ann@example.org\nBenjamin Roy,\nB. Roy,\nZed Quill,\n"
    )
    assert seen.rows[0].merge_uid == uids[0]
    assert [uid for uid, _ in seen.rows[2].alike] == [uids[1]]
    assert seen.rows[3].alike == ()
    assert [name.show("en") for name in seen.left] == ["Ben Roy", "Cora Lee"]
    rosters.apply_roster(desk, body_of(desk), seen.rows[:1])
    assert people.get_person(desk, uids[0]).person.email == "ann@example.org"
    assert len(people.list_people(desk)) == 3


def test_a_newer_list_says_who_joins_leaves_and_moves():
    desk, uids = seated("Ann Moss, Chair\nBen Roy\nCora Lee")
    seen = preview(desk, "Seat,Name\nSeat 1,Dee Fox\nSeat 2,Vacant\nSeat 4,Ann Moss\n")
    assert [row.replaces.show("en") for row in seen.rows] == ["Ann Moss", "Ben Roy", ""]
    back_and_forth(desk, rosters.apply_roster, body_of(desk), seen.rows)
    seats = {s.label.show("en"): s.holder for s in bodies.list_seats(desk, body_of(desk))}
    assert seats["Seat 4"].person_uid == uids[0]
    assert len(bodies.list_memberships(desk, person_uid=uids[1])) == 1


def test_odd_rows_are_findings_and_never_lost():
    desk = founded()
    seen = preview(
        desk,
        "Name,Office,Start,End\n=1+1,,,\nJane Roe,Wizard,soon,\n"
        "Max Poe,Chair,2026-05-01,2025-01-01\n"
        "jane  roe,,,\n",
    )
    codes = [{one.code for one in row.findings} for row in seen.rows]
    assert codes[0] == {"roster.formula"}
    assert not seen.rows[0].wanted
    assert seen.rows[0].name.show("en") == "=1+1"
    assert codes[1] == {"roster.office_unknown", "roster.day_unclear"}
    assert codes[2] == {"roster.days_swapped"}
    assert codes[3] == {"roster.twice"}


def test_thai_lists_with_buddhist_days():
    desk = founded(languages=("th", "en"))
    seen = preview(desk, "ลำดับ;ชื่อ-สกุล;ตำแหน่ง;ตั้งแต่\n๑;นายสมชาย ใจดี;ประธานสภา;1 ม.ค. 2569\n")
    row = seen.rows[0]
    assert (row.honorific.show("th"), row.name.show("th")) == ("นาย", "สมชาย ใจดี")
    assert (row.role, row.start_on.isoformat()) == (Role.CHAIR, "2026-01-01")


@pytest.mark.skipif(not OPENANC.is_file(), reason="real rosters are not here")
def test_real_commissions_come_in_whole():
    lines = list(csv.reader(io.StringIO(OPENANC.read_text("utf-8"))))
    by_body: dict[str, list[list[str]]] = {}
    for line in lines[1:]:
        by_body.setdefault(line[0].split("_")[-1][:2], []).append(line)
    assert len(by_body) > 30
    for listed in by_body.values():
        out = io.StringIO()
        csv.writer(out).writerows([lines[0], *listed])
        desk = founded(seats=2)
        seen = preview(desk, out.getvalue().encode())
        vacant = sum(line[3] == "True" for line in listed)
        assert (seen.people, seen.vacancies) == (len(listed) - vacant, vacant)
        assert {row.name.show("en") for row in seen.rows if not row.vacant} == {
            " ".join(line[2].split()) for line in listed if line[3] != "True"
        }
        chairs = sum(row.role is Role.CHAIR for row in seen.rows)
        assert chairs == sum(line[4] == "True" for line in listed)
        rosters.apply_roster(desk, body_of(desk), seen.rows)
        seats = bodies.list_seats(desk, body_of(desk))
        assert len(seats) == max(2, len(listed))
        assert sum(seat.holder is None for seat in seats) == len(seats) - seen.people
        desk.close()
