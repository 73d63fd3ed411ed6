"""What the heading of a column means, in English and Thai."""

from __future__ import annotations

import re
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column says of a person."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    HONORIFIC = "honorific"
    OFFICE = "office"
    SEAT = "seat"
    CLASS = "class"
    START = "start"
    END = "end"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    NOTE = "note"
    VACANT = "vacant"
    CHAIR = "chair"
    IGNORE = "ignore"


_HEADINGS: dict[ColumnKind, str] = {
    ColumnKind.NAME: "name,full name,official name,display name,member,members,person,commissioner,"
    "councillor,councilor,representative,holder,ชื่อ-สกุล,ชื่อ-นามสกุล,ชื่อ นามสกุล,ชื่อและนามสกุล,ชื่อสกุล,"
    "รายชื่อ,ชื่อสมาชิก",
    ColumnKind.FIRST: "first name,given name,firstname,forename,ชื่อ,ชื่อตัว",
    ColumnKind.LAST: "last name,surname,family name,lastname,นามสกุล,สกุล,ชื่อสกุล (นามสกุล)",
    ColumnKind.HONORIFIC: "title,honorific,prefix,salutation,คำนำหน้า,คำนำหน้าชื่อ,คำนำหน้านาม,ยศ",
    ColumnKind.OFFICE: "office,role,position,officer,office held,executive,ตำแหน่ง,ตำแหน่งในสภา,หน้าที่",
    ColumnKind.SEAT: "seat,seat no,seat number,seat name,district,smd,smd id,ward,area,division,"
    "constituency,zone,ที่นั่ง,เขต,หมู่ที่,หมู่,ชุมชน,ลำดับที่นั่ง",
    ColumnKind.CLASS: "class,seat class,category,group,sector,stakeholder group,ประเภท,กลุ่ม",
    ColumnKind.START: "start,start date,from,since,term start,elected,appointed,begin,วันเริ่ม,"
    "วันที่เริ่ม,เริ่มวาระ,ตั้งแต่,วันที่เข้ารับตำแหน่ง,วันเริ่มดำรงตำแหน่ง",
    ColumnKind.END: "end,end date,to,until,term end,expires,term expires,วันสิ้นสุด,วันที่สิ้นสุด,"
    "ครบวาระ,ถึง,สิ้นสุดวาระ",
    ColumnKind.EMAIL: "email,e-mail,mail,email address,อีเมล,อีเมล์",
    ColumnKind.PHONE: "phone,telephone,tel,mobile,cell,phone number,"
    "โทรศัพท์,โทร,เบอร์โทร,เบอร์โทรศัพท์,มือถือ",
    ColumnKind.ADDRESS: "address,street,mailing address,postal address,ที่อยู่,บ้านเลขที่",
    ColumnKind.NOTE: "note,notes,remark,remarks,comment,หมายเหตุ",
    ColumnKind.VACANT: "vacant,is vacant,vacancy,ว่าง,ตำแหน่งว่าง",
    ColumnKind.CHAIR: "is chair,is chairperson,is chairman,chairperson,is president,เป็นประธาน",
    ColumnKind.IGNORE: "no,number,#,id,uid,image,party,source,ลำดับ,ลำดับที่,ที่,photo,council website",
}
_BY_HEADING = {
    words: kind for kind, listed in _HEADINGS.items() for words in listed.split(",") if words
}


def kind_of_heading(heading: str) -> ColumnKind | None:
    """Return what a heading means, None when it is no heading that is known."""
    plain = re.sub(r"[_.:*]+", " ", heading.casefold())
    plain = " ".join(plain.split())
    if plain in _BY_HEADING:
        return _BY_HEADING[plain]
    if plain.endswith(" id") and plain.removesuffix(" id") in _BY_HEADING:
        return ColumnKind.IGNORE
    if plain.endswith((" id", " url", " link", " website", " hash")):
        return ColumnKind.IGNORE
    return None
