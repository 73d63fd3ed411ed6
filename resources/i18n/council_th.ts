<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>ActionCard</name>
    <message>
        <source>Open the meeting</source>
        <translation>เปิดการประชุม</translation>
    </message>
    <message>
        <source>Choose an action: its owner and its day stand here.</source>
        <translation>เลือกเรื่องที่มอบหมายเพื่อดูผู้รับผิดชอบและกำหนดเสร็จ</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>ยังไม่ได้เลือก</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>กำหนดเสร็จ</translation>
    </message>
    <message>
        <source>a day, such as 10 Dec 2026</source>
        <translation>วันที่ เช่น 10 ธ.ค. 2569</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ดำเนินการแล้ว</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>ยุติเรื่อง</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>ดำเนินการต่อ</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ยังไม่ระบุ</translation>
    </message>
    <message>
        <source>somebody not on file</source>
        <translation>ผู้ที่ไม่มีชื่อในไฟล์</translation>
    </message>
    <message>
        <source>Given at meeting {number}.</source>
        <translation>มอบหมายในการประชุมครั้งที่ {number}</translation>
    </message>
    <message>
        <source>Done on {day}.</source>
        <translation>ดำเนินการแล้วเมื่อ {day}</translation>
    </message>
</context>
<context>
    <name>ActionForm</name>
    <message>
        <source>Who</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>such as 19 Nov 2026</source>
        <translation>เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>กำหนดเสร็จ</translation>
    </message>
    <message>
        <source>Action item</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>What</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>not a day yet</source>
        <translation>ยังอ่านเป็นวันที่ไม่ได้</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>โปรดพิมพ์วันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
</context>
<context>
    <name>ActionLine</name>
    <message>
        <source>Who</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>รหัสหรือชื่อ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>สิ่งที่ต้องทำ</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>กำหนดเสร็จ</translation>
    </message>
    <message>
        <source>such as 19 Nov 2026</source>
        <translation>เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>เขียนสิ่งที่ต้องทำ</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>เขียนวันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message>
        <source>Action items</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>What is to be done? Enter adds it.</source>
        <translation>พิมพ์เรื่องที่มอบหมายแล้วกด Enter</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>เรื่องที่มอบหมายใหม่</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>เพิ่มเรื่อง</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>ผู้รับผิดชอบ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <source>What</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>กำหนดเสร็จ</translation>
    </message>
    <message>
        <source>Given at</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>ไม่มีรายการ</translation>
    </message>
    <message>
        <source>What somebody promised at a meeting stands here until it is done.</source>
        <translation>เรื่องที่ที่ประชุมมอบหมายจะแสดงที่นี่จนกว่าจะดำเนินการแล้ว</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ยังไม่ระบุ</translation>
    </message>
    <message>
        <source>{count} days over</source>
        <translation>เกินกำหนด {count} วัน</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ดำเนินการแล้ว</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>ทุกคน</translation>
    </message>
    <message>
        <source>Nobody on file</source>
        <translation>ไม่มีชื่อในไฟล์</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>ยังไม่เสร็จ {count} เรื่อง</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>เกินกำหนด {count} เรื่อง</translation>
    </message>
</context>
<context>
    <name>AdviceForm</name>
    <message>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>ทำตาม</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>ไม่ได้ทำตาม</translation>
    </message>
    <message>
        <source>Was it followed?</source>
        <translation>ทำตามหรือไม่</translation>
    </message>
    <message>
        <source>Why, or why not</source>
        <translation>เพราะเหตุใด</translation>
    </message>
    <message>
        <source>What the rules said</source>
        <translation>กติกากล่าวไว้ว่า</translation>
    </message>
    <message>
        <source>By the rules of {pack}, version {version}</source>
        <translation>ตามกติกาของ {pack} ฉบับที่ {version}</translation>
    </message>
</context>
<context>
    <name>AdviceList</name>
    <message>
        <source>What the rules said during the meeting</source>
        <translation>ข้อทักท้วงตามกติการะหว่างการประชุม</translation>
    </message>
    <message>
        <source>{count} of {all} not followed</source>
        <translation>ไม่ได้ทำตาม {count} จาก {all} ข้อ</translation>
    </message>
    <message>
        <source>all followed</source>
        <translation>ทำตามทุกข้อ</translation>
    </message>
    <message>
        <source>Was it followed?</source>
        <translation>ทำตามหรือไม่</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>ทำตาม</translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>ไม่ได้ทำตาม</translation>
    </message>
</context>
<context>
    <name>AgendaColumn</name>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>ยังไม่ถึง</translation>
    </message>
    <message>
        <source>taken up now</source>
        <translation>กำลังพิจารณา</translation>
    </message>
    <message>
        <source>done</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <source>No agenda. Motions can be made all the same.</source>
        <translation>ไม่มีระเบียบวาระ แต่ยังเสนอญัตติได้</translation>
    </message>
    <message>
        <source>{here} of {count}</source>
        <translation>{here} จาก {count}</translation>
    </message>
    <message>
        <source>{time} behind the plan</source>
        <translation>ช้ากว่ากำหนด {time}</translation>
    </message>
    <message>
        <source>Would end at {time}</source>
        <translation>คาดว่าเลิก {time}</translation>
    </message>
    <message>
        <source>Ends at {time} by the plan</source>
        <translation>เลิกตามกำหนด {time}</translation>
    </message>
</context>
<context>
    <name>AgendaDelegate</name>
    <message>
        <source>Title of the item</source>
        <translation>ชื่อเรื่อง</translation>
    </message>
</context>
<context>
    <name>AgendaTree</name>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
</context>
<context>
    <name>ApproveStep</name>
    <message>
        <source>Page 3, line 5, or item 6.1</source>
        <translation>หน้า 3 บรรทัดที่ 5 หรือระเบียบวาระที่ 6.1</translation>
    </message>
    <message>
        <source>List this correction</source>
        <translation>เพิ่มรายการแก้ไข</translation>
    </message>
    <message>
        <source>Approved at</source>
        <translation>รับรองรายงานในการประชุม</translation>
    </message>
    <message>
        <source>By the motion</source>
        <translation>ตามญัตติ</translation>
    </message>
    <message>
        <source>Approve the minutes</source>
        <translation>รับรองรายงานการประชุม</translation>
    </message>
    <message>
        <source>Approving locks every word, in all languages. It cannot be undone: a later error is corrected by a motion to amend the minutes.</source>
        <translation>เมื่อรับรองแล้ว ข้อความจะล็อกทุกภาษาและย้อนกลับไม่ได้ หากพบข้อผิดพลาดภายหลัง ต้องเสนอญัตติขอแก้ไขรายงานการประชุม</translation>
    </message>
    <message>
        <source>Approve and lock</source>
        <translation>รับรองรายงานและล็อก</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ยังไม่รับรองรายงาน</translation>
    </message>
    <message>
        <source>Lock every word now?</source>
        <translation>ล็อกข้อความทั้งหมดเลยหรือไม่</translation>
    </message>
    <message>
        <source>Back to the words</source>
        <translation>กลับไปที่รายงาน</translation>
    </message>
    <message>
        <source>On to publishing</source>
        <translation>ไปเผยแพร่</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>ตำแหน่งที่แก้</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>เดิม</translation>
    </message>
    <message>
        <source>Shall read</source>
        <translation>แก้เป็น</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>ผู้ขอแก้ไข</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>การแก้ไขรายงานการประชุม</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>การรับรองรายงานการประชุม</translation>
    </message>
    <message>
        <source>Minutes are approved after the meeting was held and adjourned.</source>
        <translation>รับรองรายงานการประชุมได้หลังจากเลิกประชุมแล้ว</translation>
    </message>
    <message>
        <source>These minutes are a draft. Correct the words under Minutes, list each correction that was asked for here, and approve them at a later meeting.</source>
        <translation>รายงานการประชุมนี้เป็นฉบับร่าง แก้ข้อความในขั้นรายงานการประชุม เพิ่มรายการที่มีผู้ขอแก้ไขที่นี่ แล้วรับรองรายงานในการประชุมครั้งต่อไป</translation>
    </message>
    <message>
        <source>No correction was asked for.</source>
        <translation>ไม่มีผู้ขอแก้ไข</translation>
    </message>
    <message>
        <source>asked for by {name}</source>
        <translation>ผู้ขอแก้ไข {name}</translation>
    </message>
    <message>
        <source>No later meeting has begun yet. Approve at the next one, or at this meeting if it approved its own minutes before it ended.</source>
        <translation>ยังไม่มีการประชุมครั้งต่อไป โปรดรับรองรายงานในครั้งต่อไป หรือเลือกการประชุมครั้งนี้หากได้รับรองรายงานก่อนเลิกประชุม</translation>
    </message>
    <message>
        <source>{meeting}, {day} (this meeting)</source>
        <translation>{meeting} {day} (ครั้งนี้)</translation>
    </message>
    <message>
        <source>Without a motion: nobody objected</source>
        <translation>ไม่มีญัตติ: ไม่มีผู้คัดค้าน</translation>
    </message>
    <message>
        <source>Say where: page and line, or the item.</source>
        <translation>โปรดระบุหน้าและบรรทัด หรือระเบียบวาระ</translation>
    </message>
    <message>
        <source>Write the words that stand there now.</source>
        <translation>โปรดพิมพ์ข้อความเดิม</translation>
    </message>
    <message>
        <source>Write the words that shall stand there.</source>
        <translation>โปรดพิมพ์ข้อความที่ถูกต้อง</translation>
    </message>
    <message>
        <source>The minutes are approved and locked.</source>
        <translation>รับรองและล็อกรายงานการประชุมแล้ว</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>The meeting is in recess</source>
        <translation>พักการประชุม</translation>
    </message>
    <message>
        <source>Closed session</source>
        <translation>การประชุมลับ</translation>
    </message>
    <message>
        <source>The meeting is adjourned</source>
        <translation>เลิกประชุมแล้ว</translation>
    </message>
    <message>
        <source>The meeting is in session</source>
        <translation>อยู่ระหว่างการประชุม</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>ตั้งแต่ {time}</translation>
    </message>
    <message>
        <source>{present} members present</source>
        <translation>สมาชิกมาประชุม {present} คน</translation>
    </message>
    <message>
        <source>Quorum: {present} present, {needed} needed</source>
        <translation>ครบองค์ประชุม: มา {present} คน ต้องมี {needed} คน</translation>
    </message>
    <message>
        <source>No quorum: {present} present, {needed} needed</source>
        <translation>ไม่ครบองค์ประชุม: มา {present} คน ต้องมี {needed} คน</translation>
    </message>
    <message>
        <source>before the meeting</source>
        <translation>อยู่ระหว่างพิจารณา</translation>
    </message>
    <message>
        <source>vote being taken: {method}</source>
        <translation>กำลังลงคะแนน: {method}</translation>
    </message>
    <message>
        <source>Would read</source>
        <translation>ข้อความหลังแก้ไข</translation>
    </message>
    <message>
        <source>needs {needs}, has {has}</source>
        <translation>ต้องได้ {needs} ได้ {has}</translation>
    </message>
    <message>
        <source>A resident speaks</source>
        <translation>ผู้อยู่อาศัยกำลังพูด</translation>
    </message>
    <message>
        <source>A guest speaks</source>
        <translation>ผู้เข้าร่วมกำลังพูด</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>หมดเวลาแล้ว</translation>
    </message>
    <message>
        <source>{seconds} seconds left</source>
        <translation>เหลือ {seconds} วินาที</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>จาก {time}</translation>
    </message>
</context>
<context>
    <name>BodyCard</name>
    <message>
        <source>Name, {language}</source>
        <translation>ชื่อ ({language})</translation>
    </message>
    <message>
        <source>Person to add</source>
        <translation>บุคคลที่จะเพิ่ม</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Add a seat</source>
        <translation>เพิ่มตำแหน่ง</translation>
    </message>
    <message>
        <source>Members, {count}</source>
        <translation>สมาชิก {count} คน</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} ตำแหน่ง</translation>
    </message>
    <message>
        <source>no fixed seats</source>
        <translation>ไม่กำหนดจำนวน</translation>
    </message>
    <message>
        <source>Choose people below; a committee can also take them without seats.</source>
        <translation>เลือกบุคคลด้านล่าง คณะกรรมการมีสมาชิกได้โดยไม่ต้องกำหนดตำแหน่ง</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>ยังไม่มีสมาชิก</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>Whose meetings</source>
        <translation>การประชุมของคณะใด</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>นำเข้าปฏิทิน</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>บันทึกสำเนา…</translation>
    </message>
    <message>
        <source>Keep a calendar file up to date…</source>
        <translation>ปรับแฟ้มปฏิทินให้เป็นปัจจุบันเสมอ…</translation>
    </message>
    <message>
        <source>Stop keeping it</source>
        <translation>เลิกปรับแฟ้ม</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Others can subscribe to a file in a shared folder. It tells days, places and what is cancelled, never what is on an agenda. It is written after every change.</source>
        <translation>ผู้อื่นติดตามแฟ้มในโฟลเดอร์ที่ใช้ร่วมกันได้ แฟ้มบอกวัน สถานที่ และการงดประชุม แต่ไม่บอกเรื่องในระเบียบวาระ และบันทึกใหม่ทุกครั้งที่มีการเปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>Calendar files</source>
        <translation>แฟ้มปฏิทิน</translation>
    </message>
    <message>
        <source>Every body</source>
        <translation>ทุกคณะ</translation>
    </message>
    <message>
        <source>Kept at {path}</source>
        <translation>เก็บไว้ที่ {path}</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>ปฏิทิน (*.ics)</translation>
    </message>
    <message>
        <source>Save the calendar</source>
        <translation>บันทึกปฏิทิน</translation>
    </message>
    <message>
        <source>The calendar is saved: {file}</source>
        <translation>บันทึกปฏิทินแล้ว: {file}</translation>
    </message>
    <message>
        <source>Keep the calendar here</source>
        <translation>เก็บปฏิทินไว้ที่นี่</translation>
    </message>
    <message>
        <source>The file stays as it is and is not written any more.</source>
        <translation>แฟ้มยังคงเดิม และจะไม่บันทึกใหม่อีก</translation>
    </message>
</context>
<context>
    <name>CarryPanel</name>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Waiting from earlier meetings</source>
        <translation>เรื่องค้างจากการประชุมครั้งก่อน</translation>
    </message>
    <message>
        <source>Nothing waits for this meeting.</source>
        <translation>ไม่มีเรื่องที่รอการประชุมครั้งนี้</translation>
    </message>
    <message>
        <source>{count} more wait: show them</source>
        <translation>ยังมีอีก {count} เรื่องที่รออยู่ แสดงเพิ่ม</translation>
    </message>
    <message>
        <source>Minutes to approve</source>
        <translation>รายงานการประชุมที่รอรับรอง</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>เลื่อนการพิจารณา</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>ค้างพิจารณา</translation>
    </message>
    <message>
        <source>Referred, and reported back</source>
        <translation>ส่งพิจารณาและรายงานกลับ</translation>
    </message>
    <message>
        <source>Laid aside</source>
        <translation>พักการพิจารณาไว้ก่อน</translation>
    </message>
    <message>
        <source>Notice of a motion was given</source>
        <translation>แจ้งญัตติล่วงหน้าไว้แล้ว</translation>
    </message>
    <message>
        <source>Actions due</source>
        <translation>เรื่องที่มอบหมายซึ่งถึงกำหนด</translation>
    </message>
    <message>
        <source>last dealt with {date}</source>
        <translation>พิจารณาครั้งล่าสุด {date}</translation>
    </message>
    <message>
        <source>Settle …</source>
        <translation>ยุติเรื่อง …</translation>
    </message>
    <message>
        <source>Settle it without taking it up</source>
        <translation>ยุติเรื่องโดยไม่นำเข้าพิจารณา</translation>
    </message>
    <message>
        <source>Settle {title}</source>
        <translation>ยุติเรื่อง {title}</translation>
    </message>
    <message>
        <source>Settled without being taken up</source>
        <translation>ยุติโดยไม่นำเข้าพิจารณา</translation>
    </message>
    <message>
        <source>{date}: {reason}</source>
        <translation>{date}: {reason}</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>เสนออีกครั้ง</translation>
    </message>
    <message>
        <source>Offer again: {title}</source>
        <translation>เสนออีกครั้ง: {title}</translation>
    </message>
    <message>
        <source>Add {count} to the agenda</source>
        <translation>เพิ่ม {count} เรื่องในระเบียบวาระ</translation>
    </message>
    <message>
        <source>Add 1 to the agenda</source>
        <translation>เพิ่ม 1 เรื่องในระเบียบวาระ</translation>
    </message>
    <message>
        <source>Nothing is ticked</source>
        <translation>ยังไม่ได้เลือกเรื่องใด</translation>
    </message>
    <message>
        <source>{count} not ticked: kept for a later meeting</source>
        <translation>ไม่ได้เลือก {count} เรื่อง: เก็บไว้สำหรับการประชุมครั้งต่อไป</translation>
    </message>
</context>
<context>
    <name>CastingStrip</name>
    <message>
        <source>Chair votes yes</source>
        <translation>ประธานเห็นชอบ</translation>
    </message>
    <message>
        <source>Chair votes no</source>
        <translation>ประธานไม่เห็นชอบ</translation>
    </message>
    <message>
        <source>A tie: the chair has the casting vote.</source>
        <translation>คะแนนเสียงเท่ากัน ประธานมีเสียงชี้ขาด</translation>
    </message>
</context>
<context>
    <name>ClosedForm</name>
    <message>
        <source>Legal ground</source>
        <translation>เหตุตามกฎหมาย</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>เกี่ยวกับเรื่องใด</translation>
    </message>
    <message>
        <source>The public is told the ground and the times, nothing else. What is said and moved until the room is open again stands in minutes of its own.</source>
        <translation>ประชาชนจะทราบเพียงเหตุตามกฎหมายและเวลา สิ่งที่พูดและเสนอจนกว่าจะกลับมาประชุมโดยเปิดเผยจะบันทึกไว้ในรายงานการประชุมลับต่างหาก</translation>
    </message>
    <message>
        <source>Close the room</source>
        <translation>เริ่มประชุมลับ</translation>
    </message>
    <message>
        <source>Closed session</source>
        <translation>การประชุมลับ</translation>
    </message>
</context>
<context>
    <name>ClosedSession</name>
    <message>
        <source>Open the room</source>
        <translation>กลับมาประชุมโดยเปิดเผย</translation>
    </message>
    <message>
        <source>Closed session, or open the room again</source>
        <translation>ประชุมลับ หรือกลับมาประชุมโดยเปิดเผย</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>The room is open again.</source>
        <translation>กลับมาประชุมโดยเปิดเผยแล้ว</translation>
    </message>
    <message>
        <source>Closed session</source>
        <translation>การประชุมลับ</translation>
    </message>
    <message>
        <source>Closed session since {time}</source>
        <translation>ประชุมลับตั้งแต่ {time} น.</translation>
    </message>
    <message>
        <source>No legal ground is given: correct it in the timeline.</source>
        <translation>ยังไม่ได้ระบุเหตุตามกฎหมาย โปรดแก้ไขในลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>The question is public: its vote will stand in the public minutes.</source>
        <translation>ญัตตินี้เปิดเผย ผลการลงคะแนนจะอยู่ในรายงานการประชุมที่เผยแพร่</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Day and time</source>
        <translation>วันและเวลา</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Who meets</source>
        <translation>คณะที่ประชุม</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Cancelled or not</source>
        <translation>งดประชุมหรือไม่</translation>
    </message>
    <message>
        <source>Minutes it takes</source>
        <translation>จำนวนนาทีที่ใช้</translation>
    </message>
    <message>
        <source>Its number or id</source>
        <translation>เลขที่หรือรหัส</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>ไม่อ่าน</translation>
    </message>
</context>
<context>
    <name>CommentForm</name>
    <message>
        <source>Leave empty for no name</source>
        <translation>เว้นว่างหากไม่ระบุชื่อ</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>เป็นกลาง</translation>
    </message>
    <message>
        <source>for</source>
        <translation>สนับสนุน</translation>
    </message>
    <message>
        <source>against</source>
        <translation>คัดค้าน</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>ความเห็น</translation>
    </message>
    <message>
        <source>The name may be printed</source>
        <translation>พิมพ์ชื่อได้</translation>
    </message>
    <message>
        <source>Public comment</source>
        <translation>ความคิดเห็นของประชาชน</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>ผู้แสดงความคิดเห็น</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>สาระสำคัญ</translation>
    </message>
</context>
<context>
    <name>CommentLine</name>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Name, if it may be printed</source>
        <translation>ชื่อ ถ้ายอมให้พิมพ์</translation>
    </message>
    <message>
        <source>for</source>
        <translation>สนับสนุน</translation>
    </message>
    <message>
        <source>against</source>
        <translation>คัดค้าน</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>เป็นกลาง</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>ท่าที</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>ท่าที</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>สาระที่พูด</translation>
    </message>
</context>
<context>
    <name>CommentsCard</name>
    <message>
        <source>Residents’ comments</source>
        <translation>ความคิดเห็นของผู้อยู่อาศัย</translation>
    </message>
</context>
<context>
    <name>Committees</name>
    <message>
        <source>Add committee</source>
        <translation>เพิ่มคณะกรรมการ</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>สมาชิก {count} คน</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare with an earlier meeting</source>
        <translation>เทียบกับการประชุมก่อนหน้า</translation>
    </message>
    <message>
        <source>Earlier meeting</source>
        <translation>การประชุมก่อนหน้า</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>เฉพาะที่ต่างกัน</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>แสดง</translation>
    </message>
    <message>
        <source>Both agendas</source>
        <translation>ระเบียบวาระทั้งสอง</translation>
    </message>
    <message>
        <source>Tick all that are missing</source>
        <translation>เลือกทุกเรื่องที่ยังขาด</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>คัดลอก</translation>
    </message>
    <message>
        <source>This agenda</source>
        <translation>ระเบียบวาระนี้</translation>
    </message>
    <message>
        <source>not on this agenda</source>
        <translation>ไม่มีในระเบียบวาระนี้</translation>
    </message>
    <message>
        <source>not on that agenda</source>
        <translation>ไม่มีในระเบียบวาระนั้น</translation>
    </message>
    <message>
        <source>other title</source>
        <translation>ชื่อเรื่องต่างกัน</translation>
    </message>
    <message>
        <source>other presenter</source>
        <translation>ผู้ชี้แจงต่างกัน</translation>
    </message>
    <message>
        <source>closed session</source>
        <translation>การประชุมลับต่างกัน</translation>
    </message>
    <message>
        <source>consent group</source>
        <translation>การเห็นชอบรวมต่างกัน</translation>
    </message>
    <message>
        <source>other motion</source>
        <translation>ญัตติต่างกัน</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>รายละเอียดต่างกัน</translation>
    </message>
    <message>
        <source>{before} → {after} min</source>
        <translation>{before} → {after} นาที</translation>
    </message>
    <message>
        <source>There is no earlier meeting to compare with.</source>
        <translation>ไม่มีการประชุมก่อนหน้าให้เทียบ</translation>
    </message>
    <message>
        <source>Only there: {missing} · only here: {fresh} · changed: {changed}</source>
        <translation>มีเฉพาะครั้งนั้น {missing} · มีเฉพาะครั้งนี้ {fresh} · เปลี่ยน {changed}</translation>
    </message>
    <message>
        <source>Copy 1 item</source>
        <translation>คัดลอก 1 เรื่อง</translation>
    </message>
    <message>
        <source>Copy {count} items</source>
        <translation>คัดลอก {count} เรื่อง</translation>
    </message>
    <message>
        <source>Nothing ticked</source>
        <translation>ยังไม่ได้เลือก</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Our rules</source>
        <translation>กติกาของเรา</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>ฝั่งหนึ่ง</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>อีกฝั่งหนึ่ง</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>เฉพาะที่ต่างกัน</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>กติกาทั้งหมด</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>กติกาที่แสดง</translation>
    </message>
    <message>
        <source>Both say the same of every rule.</source>
        <translation>ทั้งสองฝั่งกำหนดเหมือนกันทุกข้อ</translation>
    </message>
    <message>
        <source>Two packs side by side</source>
        <translation>เทียบชุดกติกาสองชุด</translation>
    </message>
    <message>
        <source>{count} of {whole} rules differ</source>
        <translation>ต่างกัน {count} จาก {whole} ข้อ</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>ต่างกัน</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Decided together</source>
        <translation>ลงมติรวม</translation>
    </message>
    <message>
        <source>A key pulls an item out, to be taken up by itself afterwards.</source>
        <translation>กดปุ่มเพื่อแยกเรื่องออกมาพิจารณาต่างหากภายหลัง</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>แยกออก</translation>
    </message>
    <message>
        <source>Pull out {item}</source>
        <translation>แยกออก {item}</translation>
    </message>
</context>
<context>
    <name>ConsoleForm</name>
    <message>
        <source>Record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>ใคร</translation>
    </message>
    <message>
        <source>Seconded by</source>
        <translation>ผู้รับรอง</translation>
    </message>
    <message>
        <source>Correct a line</source>
        <translation>แก้ไขบรรทัด</translation>
    </message>
    <message>
        <source>Write a time, such as 18:30.</source>
        <translation>โปรดพิมพ์เวลา เช่น 18.30</translation>
    </message>
    <message>
        <source>Say who it was by a code or a name in the room.</source>
        <translation>ระบุว่าเป็นใครด้วยรหัสหรือชื่อของผู้มาประชุม</translation>
    </message>
    <message>
        <source>Say who seconded by codes or names.</source>
        <translation>ระบุผู้รับรองญัตติด้วยรหัสหรือชื่อ</translation>
    </message>
</context>
<context>
    <name>CouncilPage</name>
    <message>
        <source>Record</source>
        <translation>ข้อมูลสภา</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>กติกา</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>หน้าต่าง</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>สภาชุมชน</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in Council</source>
        <translation>โปรแกรม Council ขัดข้อง</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>รายงานข้อผิดพลาด</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>คัดลอกรายงาน</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ทำงานต่อ</translation>
    </message>
    <message>
        <source>The log on this computer says more and may quote your record; read it before you send it: {file}</source>
        <translation>บันทึกการทำงานในคอมพิวเตอร์นี้ละเอียดกว่าและอาจมีข้อความจากบันทึกของสภา โปรดอ่านก่อนส่งให้ผู้อื่น: {file}</translation>
    </message>
    <message>
        <source>What was recorded before is safe in the council file. Please send this report to the developers: it says which fault and where in the program, and no word of your record.</source>
        <translation>สิ่งที่บันทึกไว้ก่อนหน้ายังอยู่ครบในไฟล์สภา โปรดส่งรายงานนี้ให้ผู้พัฒนา รายงานบอกเพียงว่าผิดพลาดอย่างไรและที่ใดในโปรแกรม ไม่มีข้อความใดจากบันทึกของสภา</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>โปรแกรมทำงานผิดพลาด</translation>
    </message>
</context>
<context>
    <name>DaysTable</name>
    <message>
        <source>Meets on</source>
        <translation>วันประชุม</translation>
    </message>
    <message>
        <source>Meant for</source>
        <translation>กำหนดเดิม</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>Days of the series</source>
        <translation>วันประชุมต่อเนื่อง</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>ไม่มีการประชุม</translation>
    </message>
    <message>
        <source>is planned already</source>
        <translation>กำหนดไว้แล้ว</translation>
    </message>
    <message>
        <source>moved: {holiday}</source>
        <translation>เลื่อนเพราะ {holiday}</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Choose a decision: its words and votes stand here.</source>
        <translation>เลือกมติเพื่อดูข้อความและผลคะแนน</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>ยังไม่ได้เลือก</translation>
    </message>
    <message>
        <source>As amended</source>
        <translation>ข้อความตามที่แก้ไข</translation>
    </message>
    <message>
        <source>Would read</source>
        <translation>ข้อความเมื่อแก้แล้ว</translation>
    </message>
    <message>
        <source>The chair&apos;s ruling</source>
        <translation>คำวินิจฉัยของประธาน</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>ผู้เสนอ</translation>
    </message>
    <message>
        <source>Seconded by</source>
        <translation>ผู้รับรองญัตติ</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <source>The record names no mover.</source>
        <translation>ไม่มีบันทึกชื่อผู้เสนอ</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>การลงคะแนน</translation>
    </message>
    <message>
        <source>Declared “{word}” first, then corrected.</source>
        <translation>เดิมประกาศว่า “{word}” แล้วแก้ไข</translation>
    </message>
    <message>
        <source>Names called: {order}</source>
        <translation>เรียกชื่อ: {order}</translation>
    </message>
    <message>
        <source>Meeting {number}</source>
        <translation>การประชุมครั้งที่ {number}</translation>
    </message>
    <message>
        <source>The motion it is about</source>
        <translation>ญัตติที่เกี่ยวข้อง</translation>
    </message>
    <message>
        <source>Under no agenda item</source>
        <translation>นอกระเบียบวาระ</translation>
    </message>
    <message>
        <source>Agenda item {number}: {title}</source>
        <translation>ระเบียบวาระที่ {number} {title}</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Export CSV</source>
        <translation>ส่งออก CSV</translation>
    </message>
    <message>
        <source>Words or number of a motion</source>
        <translation>ข้อความหรือเลขที่ญัตติ</translation>
    </message>
    <message>
        <source>Search decisions</source>
        <translation>ค้นหามติ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>ปี</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>ทุกผล</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>ผล</translation>
    </message>
    <message>
        <source>Mover</source>
        <translation>ผู้เสนอ</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>เลขที่</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>มติที่ประชุม</translation>
    </message>
    <message>
        <source>No decisions here</source>
        <translation>ไม่มีมติ</translation>
    </message>
    <message>
        <source>Every motion that a meeting decides appears here with its votes.</source>
        <translation>ญัตติที่ที่ประชุมลงมติแล้วจะแสดงที่นี่พร้อมผลคะแนน</translation>
    </message>
    <message>
        <source>Any year</source>
        <translation>ทุกปี</translation>
    </message>
    <message>
        <source>Any mover</source>
        <translation>ผู้เสนอทุกคน</translation>
    </message>
    <message>
        <source>Any body</source>
        <translation>ทุกคณะ</translation>
    </message>
    <message>
        <source>{count} listed</source>
        <translation>{count} รายการ</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>เขียน {file} ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>{count} decisions written to {file}</source>
        <translation>เขียนมติ {count} รายการลงใน {file} แล้ว</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>มติที่ประชุม</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Take the record&apos;s words</source>
        <translation>ใช้ถ้อยคำจากบันทึก</translation>
    </message>
    <message>
        <source>Change the fact</source>
        <translation>แก้ไขข้อเท็จจริง</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>ตัดการเชื่อมแล้ว</translation>
    </message>
    <message>
        <source>Reword</source>
        <translation>ปรับถ้อยคำ</translation>
    </message>
    <message>
        <source>Words of this sentence</source>
        <translation>ถ้อยคำของข้อความนี้</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was. Empty words remove it.</source>
        <translation>Enter เก็บ · Esc คงเดิม · เว้นว่างเพื่อลบ</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was. Facts you leave standing stay bound.</source>
        <translation>Enter เก็บ · Esc คงเดิม · ข้อเท็จจริงที่ไม่ได้แก้ยังเชื่อมอยู่</translation>
    </message>
</context>
<context>
    <name>EditFields</name>
    <message>
        <source>In the text</source>
        <translation>แก้ในข้อความ</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>แก้คำ</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>แทนทั้งหมด</translation>
    </message>
    <message>
        <source>How it is amended</source>
        <translation>วิธีแก้ไข</translation>
    </message>
    <message>
        <source>Words to strike</source>
        <translation>คำที่ตัดออก</translation>
    </message>
    <message>
        <source>Words to insert</source>
        <translation>คำที่เพิ่ม</translation>
    </message>
    <message>
        <source>After which words</source>
        <translation>หลังคำใด</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>ส่วนที่แก้ไข</translation>
    </message>
    <message>
        <source>Would read</source>
        <translation>ข้อความหลังแก้ไข</translation>
    </message>
    <message>
        <source>Recorded as</source>
        <translation>บันทึกว่า</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>In session</source>
        <translation>กำลังประชุม</translation>
    </message>
    <message>
        <source>Quorum {present}, needs {needed}</source>
        <translation>องค์ประชุม {present} ต้องมี {needed}</translation>
    </message>
    <message>
        <source>Item {number}, {here} of {count}</source>
        <translation>ระเบียบวาระที่ {number} ({here} จาก {count})</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>ยังไม่มีการบันทึก</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>เปิดอ่านอย่างเดียว</translation>
    </message>
    <message>
        <source>All changes saved {time}</source>
        <translation>บันทึกครบแล้ว {time}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>ยังไม่ได้สำรองข้อมูล</translation>
    </message>
    <message>
        <source>Backup {count} min ago</source>
        <translation>สำรองข้อมูลเมื่อ {count} นาทีก่อน</translation>
    </message>
    <message>
        <source>Backup {count} h ago</source>
        <translation>สำรองข้อมูลเมื่อ {count} ชั่วโมงก่อน</translation>
    </message>
    <message>
        <source>Backup {count} days ago</source>
        <translation>สำรองข้อมูลเมื่อ {count} วันก่อน</translation>
    </message>
    <message>
        <source>Rules: {name}</source>
        <translation>ชุดกติกา: {name}</translation>
    </message>
    <message>
        <source>Rules: {name} + own bylaws</source>
        <translation>ชุดกติกา: {name} และข้อบังคับของสภา</translation>
    </message>
</context>
<context>
    <name>Feed</name>
    <message>
        <source>The calendar file was not written. {why}</source>
        <translation>บันทึกแฟ้มปฏิทินไม่ได้ {why}</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Item</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>เหตุ</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>Record the finding</source>
        <translation>บันทึกผลการลงมติ</translation>
    </message>
    <message>
        <source>The meeting found a ground to decide it</source>
        <translation>ที่ประชุมลงมติว่ามีเหตุให้พิจารณาเรื่องนี้</translation>
    </message>
    <message>
        <source>Motion that admitted it</source>
        <translation>ญัตติที่รับเรื่องนี้เข้าพิจารณา</translation>
    </message>
    <message>
        <source>none: a finding alone</source>
        <translation>ไม่มี: มีเพียงการลงความเห็น</translation>
    </message>
    <message>
        <source>{ground}: {count} yes needed</source>
        <translation>{ground}: ต้องเห็นชอบ {count} เสียง</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>จำนวนเท่าใด</translation>
    </message>
</context>
<context>
    <name>GuestForm</name>
    <message>
        <source>Name of the guest</source>
        <translation>ชื่อผู้เข้าร่วมประชุม</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ผู้เข้าร่วมประชุม</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>All steps</source>
        <translation>ขั้นตอนทั้งหมด</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>ลงคะแนน</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>ผู้ขออภิปราย</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ผู้มาประชุม</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>มอบหมาย</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>เรื่องถัดไป</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Adjourn</source>
        <translation>เลิกประชุม</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>ปุ่มทั้งหมด</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Every change of the record, the newest first. Nothing is ever rubbed out.</source>
        <translation>การเปลี่ยนแปลงทุกครั้ง ล่าสุดอยู่บนสุด ไม่มีการลบทิ้ง</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ย้อนกลับแล้ว</translation>
    </message>
    <message>
        <source>final</source>
        <translation>เป็นที่สุด</translation>
    </message>
</context>
<context>
    <name>ImportCalendar</name>
    <message>
        <source>Choose a file</source>
        <translation>เลือกแฟ้ม</translation>
    </message>
    <message>
        <source>Calendar (.ics), or a list as CSV or JSON; or drop one here</source>
        <translation>แฟ้มปฏิทิน (.ics) หรือรายการแบบ CSV หรือ JSON หรือลากมาวางที่นี่</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>คอลัมน์</translation>
    </message>
    <message>
        <source>Say what each column of the list is</source>
        <translation>บอกว่าแต่ละคอลัมน์ในรายการคืออะไร</translation>
    </message>
    <message>
        <source>Whose meetings</source>
        <translation>การประชุมของคณะใด</translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>จะยังไม่บันทึกจนกว่าจะสั่ง</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>นำเข้าปฏิทิน</translation>
    </message>
    <message>
        <source>Where the file does not say: meetings of</source>
        <translation>ถ้าแฟ้มไม่ระบุ ให้เป็นการประชุมของ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ในแฟ้ม</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>หมายเหตุ</translation>
    </message>
    <message>
        <source>Preview of the calendar</source>
        <translation>ตัวอย่างปฏิทินก่อนนำเข้า</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ไม่นำเข้า</translation>
    </message>
    <message>
        <source>new: {name}</source>
        <translation>ใหม่: {name}</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}</source>
        <translation>อ่าน {file} ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>{file} is too large for a calendar.</source>
        <translation>{file} ใหญ่เกินไปสำหรับปฏิทิน</translation>
    </message>
    <message>
        <source>Choose a calendar or a list</source>
        <translation>เลือกปฏิทินหรือรายการ</translation>
    </message>
    <message>
        <source>Calendars and lists (*.ics *.csv *.tsv *.json);;All files (*)</source>
        <translation>ปฏิทินและรายการ (*.ics *.csv *.tsv *.json);;ทุกแฟ้ม (*)</translation>
    </message>
    <message>
        <source>a new body</source>
        <translation>คณะใหม่</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>ไม่นำเข้า</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>นำเข้า {count} รายการ</translation>
    </message>
    <message>
        <source>{count} in the file</source>
        <translation>ในแฟ้มมี {count}</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>งดประชุม {count}</translation>
    </message>
    <message>
        <source>{count} already here</source>
        <translation>มีอยู่แล้ว {count}</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>เปลี่ยนแปลง {count}</translation>
    </message>
    <message>
        <source>{count} probably here</source>
        <translation>น่าจะซ้ำ {count}</translation>
    </message>
    <message>
        <source>{count} said twice</source>
        <translation>กล่าวซ้ำ {count}</translation>
    </message>
    <message>
        <source>{made} meetings are in, {changed} changed. Ctrl+Z takes all of it back.</source>
        <translation>นำเข้าการประชุม {made} ครั้ง เปลี่ยนแปลง {changed} ครั้ง กด Ctrl+Z เพื่อย้อนกลับทั้งหมด</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Paste names here, one a line: from a letter, a web page or a spreadsheet</source>
        <translation>วางรายชื่อที่นี่ บรรทัดละหนึ่งชื่อ จากหนังสือ หน้าเว็บ หรือตารางคำนวณ</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>เลือกไฟล์</translation>
    </message>
    <message>
        <source>CSV, or drop one here</source>
        <translation>ไฟล์ CSV หรือลากมาวางที่นี่</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>นำเข้าสู่</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>บรรทัด</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>อ่านได้เป็น</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>ตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>ตั้งแต่ ถึง</translation>
    </message>
    <message>
        <source>What it does, what is odd</source>
        <translation>ผลและข้อสังเกต</translation>
    </message>
    <message>
        <source>Preview of the list</source>
        <translation>ตัวอย่างรายชื่อ</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation>เป็นบุคคลใด</translation>
    </message>
    <message>
        <source>This is</source>
        <translation>แถวนี้คือ</translation>
    </message>
    <message>
        <source>Vacant seat</source>
        <translation>ตำแหน่งว่าง</translation>
    </message>
    <message>
        <source>is on file</source>
        <translation>มีอยู่ในไฟล์แล้ว</translation>
    </message>
    <message>
        <source>merged with {name}</source>
        <translation>รวมกับ {name}</translation>
    </message>
    <message>
        <source>perhaps the same as {name}</source>
        <translation>อาจเป็นคนเดียวกับ {name}</translation>
    </message>
    <message>
        <source>{name} leaves this seat</source>
        <translation>{name} พ้นจากตำแหน่งนี้</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}</source>
        <translation>อ่าน {file} ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>{file} is too large for a list of people.</source>
        <translation>{file} ใหญ่เกินไปสำหรับรายชื่อบุคคล</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>เลือกรายชื่อ</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>รายชื่อ (*.csv *.tsv *.txt);;ทุกไฟล์ (*)</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} คน</translation>
    </message>
    <message>
        <source>{count} vacant seats</source>
        <translation>ตำแหน่งว่าง {count} ตำแหน่ง</translation>
    </message>
    <message>
        <source>{count} of them new</source>
        <translation>เป็นบุคคลใหม่ {count} คน</translation>
    </message>
    <message>
        <source>not in the list, and staying: {names}</source>
        <translation>ไม่อยู่ในรายชื่อและยังคงอยู่: {names}</translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>จะยังไม่บันทึกจนกว่าท่านจะกดนำเข้า</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>นำเข้ารายชื่อ</translation>
    </message>
    <message>
        <source>List to import</source>
        <translation>รายชื่อที่จะนำเข้า</translation>
    </message>
    <message>
        <source>Import this row</source>
        <translation>นำเข้าแถวนี้</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>นำเข้า {count} รายการ</translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>บุคคลใหม่</translation>
    </message>
    <message>
        <source>the person on file of this name</source>
        <translation>บุคคลชื่อนี้ที่มีอยู่ในไฟล์</translation>
    </message>
    <message>
        <source>the same as {name}</source>
        <translation>คนเดียวกับ {name}</translation>
    </message>
    <message>
        <source>As typed: {cells}</source>
        <translation>ข้อความเดิม: {cells}</translation>
    </message>
    <message>
        <source>{count} people are in. Ctrl+Z takes the whole list back.</source>
        <translation>นำเข้าแล้ว {count} คน กด Ctrl+Z เพื่อย้อนกลับทั้งรายชื่อ</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ไม่นำเข้า</translation>
    </message>
    <message>
        <source>name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>ชื่อตัว</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>นามสกุล</translation>
    </message>
    <message>
        <source>title</source>
        <translation>คำนำหน้า</translation>
    </message>
    <message>
        <source>office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>seat</source>
        <translation>ตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>class of seat</source>
        <translation>ประเภทตำแหน่ง</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>วันเริ่ม</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>วันสิ้นสุด</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>address</source>
        <translation>ที่อยู่</translation>
    </message>
    <message>
        <source>note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>vacant, yes or no</source>
        <translation>ว่างหรือไม่</translation>
    </message>
    <message>
        <source>chair, yes or no</source>
        <translation>ประธานหรือไม่</translation>
    </message>
</context>
<context>
    <name>InitialsBar</name>
    <message>
        <source>Who is writing? Your initials stand in this council&apos;s history.</source>
        <translation>ใครเป็นผู้บันทึก ชื่อย่อของท่านจะแสดงในประวัติของสภานี้</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>ชื่อย่อ</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>ชื่อย่อของท่าน</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>เก็บ</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>ถามภายหลัง</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>นาที</translation>
    </message>
    <message>
        <source>Closed session: not printed in public</source>
        <translation>ประชุมลับ: ไม่พิมพ์ในฉบับเผยแพร่</translation>
    </message>
    <message>
        <source>Decided together, without debate</source>
        <translation>ลงมติรวมกันโดยไม่อภิปราย</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>แยกออก</translation>
    </message>
    <message>
        <source>Deal with it by itself, after the items decided together</source>
        <translation>พิจารณาแยกต่างหาก หลังเรื่องที่ลงมติรวมกัน</translation>
    </message>
    <message>
        <source>Who votes on it</source>
        <translation>ผู้ลงคะแนนในเรื่องนี้</translation>
    </message>
    <message>
        <source>Language of the agenda</source>
        <translation>ภาษาของระเบียบวาระ</translation>
    </message>
    <message>
        <source>This matter before</source>
        <translation>เรื่องนี้ที่ผ่านมา</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>ชื่อเรื่อง</translation>
    </message>
    <message>
        <source>Presented by</source>
        <translation>ผู้ชี้แจง</translation>
    </message>
    <message>
        <source>Motion to be proposed</source>
        <translation>ญัตติที่จะเสนอ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>รายละเอียด</translation>
    </message>
    <message>
        <source>Legal ground of the closed session</source>
        <translation>เหตุตามกฎหมายของการประชุมลับ</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>ระเบียบวาระที่ {number}</translation>
    </message>
    <message>
        <source>Every voting member</source>
        <translation>สมาชิกที่มีสิทธิออกเสียงทุกคน</translation>
    </message>
</context>
<context>
    <name>ItemBlock</name>
    <message>
        <source>Title of the item</source>
        <translation>ชื่อเรื่อง</translation>
    </message>
    <message>
        <source>Title of the late item</source>
        <translation>ชื่อเรื่องที่เพิ่มในที่ประชุม</translation>
    </message>
    <message>
        <source>Taken up at</source>
        <translation>เริ่มพิจารณาเวลา</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>{item}, taken up at</source>
        <translation>{item} เริ่มพิจารณาเวลา</translation>
    </message>
    <message>
        <source>Write a time, such as 1841</source>
        <translation>เขียนเวลา เช่น 1841</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>ปุ่มทั้งหมด</translation>
    </message>
    <message>
        <source>General</source>
        <translation>ทั่วไป</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>Cancel</source>
        <extracomment>kind: (fill, fill under the pointer, outline, ink)</extracomment>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>ไม่บังคับ</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <extracomment>code: what the language calls itself</extracomment>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>ไทย</translation>
    </message>
</context>
<context>
    <name>LateItems</name>
    <message>
        <source>Added after the agenda was posted</source>
        <translation>เรื่องที่เพิ่มหลังปิดประกาศระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Ground: {ground}</source>
        <translation>เหตุ: {ground}</translation>
    </message>
    <message>
        <source>Admitted by motion {number}: {ground}</source>
        <translation>รับเข้าพิจารณาตามญัตติ {number}: {ground}</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>corrected {time}, was {was}</source>
        <translation>แก้ไขเมื่อ {time} เดิม {was}</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Items of the template</source>
        <translation>เรื่องในแม่แบบ</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>ลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>Arrows choose a line, Enter corrects it.</source>
        <translation>ใช้ลูกศรเลือกบรรทัด กด Enter เพื่อแก้ไข</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Council</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>New council</source>
        <translation>สภาใหม่</translation>
    </message>
    <message>
        <source>Open a council</source>
        <translation>เปิดไฟล์สภา</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>เปิดอ่านอย่างเดียว</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>เปิดไฟล์นี้ไม่ได้</translation>
    </message>
    <message>
        <source>The council cannot be created here</source>
        <translation>สร้างสภาที่นี่ไม่ได้</translation>
    </message>
    <message>
        <source>The demo cannot be built</source>
        <translation>สร้างตัวอย่างไม่ได้</translation>
    </message>
</context>
<context>
    <name>ManyItems</name>
    <message>
        <source>differ</source>
        <translation>ต่างกัน</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Minutes of each</source>
        <translation>นาทีต่อเรื่อง</translation>
    </message>
    <message>
        <source>Who votes on them</source>
        <translation>ผู้ลงคะแนนในเรื่องเหล่านี้</translation>
    </message>
    <message>
        <source>Presented by</source>
        <translation>ผู้ชี้แจง</translation>
    </message>
    <message>
        <source>Decided together, without debate</source>
        <translation>ลงมติรวมกันโดยไม่อภิปราย</translation>
    </message>
    <message>
        <source>Closed session: not printed in public</source>
        <translation>ประชุมลับ: ไม่พิมพ์ในฉบับเผยแพร่</translation>
    </message>
    <message>
        <source>Legal ground of the closed session</source>
        <translation>เหตุตามกฎหมายของการประชุมลับ</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>ทำสำเนา</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>เหตุตามกฎหมาย</translation>
    </message>
    <message>
        <source>{minutes} min together. What you change here is changed in all of them.</source>
        <translation>รวม {minutes} นาที สิ่งที่แก้ไขที่นี่มีผลกับทุกเรื่องที่เลือก</translation>
    </message>
    <message>
        <source>Every voting member</source>
        <translation>สมาชิกที่มีสิทธิออกเสียงทุกคน</translation>
    </message>
    <message>
        <source>A number, please.</source>
        <translation>ใส่เป็นตัวเลข</translation>
    </message>
</context>
<context>
    <name>MeetStep</name>
    <message>
        <source>Meeting console</source>
        <translation>หน้าดำเนินการประชุม</translation>
    </message>
    <message>
        <source>Title and steps</source>
        <translation>ชื่อและขั้นตอน</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>The meeting is not in session.</source>
        <translation>ไม่ได้อยู่ระหว่างประชุม</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Plan</source>
        <translation>จัดระเบียบวาระ</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>หนังสือนัดประชุม</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>ประชุม</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>รายงานการประชุม</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>รับรองรายงาน</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>เผยแพร่</translation>
    </message>
    <message>
        <source>not posted yet</source>
        <translation>ยังไม่ปิดประกาศ</translation>
    </message>
    <message>
        <source>posted {when}</source>
        <translation>ประกาศ {when}</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>at a later meeting</source>
        <translation>ในการประชุมครั้งต่อไป</translation>
    </message>
    <message>
        <source>published</source>
        <translation>เผยแพร่แล้ว</translation>
    </message>
    <message>
        <source>post by {when}</source>
        <translation>ประกาศใน {when}</translation>
    </message>
    <message>
        <source>due by {day}</source>
        <translation>เผยแพร่ภายใน {day}</translation>
    </message>
    <message>
        <source>draft or approved</source>
        <translation>ฉบับร่างหรือฉบับรับรอง</translation>
    </message>
    <message>
        <source>1 remark</source>
        <translation>ข้อทักท้วง 1 ข้อ</translation>
    </message>
    <message>
        <source>{count} remarks</source>
        <translation>ข้อทักท้วง {count} ข้อ</translation>
    </message>
    <message>
        <source>no items yet</source>
        <translation>ยังไม่มีเรื่อง</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 เรื่อง</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} เรื่อง</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>งดการประชุม</translation>
    </message>
    <message>
        <source>in session</source>
        <translation>กำลังประชุม</translation>
    </message>
    <message>
        <source>held {day}</source>
        <translation>ประชุมแล้ว {day}</translation>
    </message>
    <message>
        <source>after the meeting</source>
        <translation>หลังประชุม</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ฉบับร่าง</translation>
    </message>
    <message>
        <source>final</source>
        <translation>ฉบับสมบูรณ์</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} นาที</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ชม. {minutes} นาที</translation>
    </message>
    <message>
        <source>Not called to order yet</source>
        <translation>ยังไม่เริ่มประชุม</translation>
    </message>
    <message>
        <source>It stamps the time and opens the roll: type who is absent, then Enter.</source>
        <translation>เริ่มแล้วพิมพ์รหัสผู้ไม่มาประชุม แล้วกด Enter</translation>
    </message>
    <message>
        <source>Call to order</source>
        <translation>เริ่มประชุม</translation>
    </message>
    <message>
        <source>The meeting is over</source>
        <translation>เลิกประชุมแล้ว</translation>
    </message>
    <message>
        <source>Its votes are final. The minutes are written from what stands here; Ctrl+Shift+P makes their draft as a PDF at once.</source>
        <translation>ผลการลงคะแนนเป็นที่สุดแล้ว รายงานการประชุมเขียนขึ้นจากสิ่งที่บันทึกไว้ที่นี่ กด Ctrl+Shift+P เพื่อทำร่างเป็น PDF ได้ทันที</translation>
    </message>
    <message>
        <source>On to the minutes</source>
        <translation>ไปรายงานการประชุม</translation>
    </message>
    <message>
        <source>{source}, to be confirmed</source>
        <translation>{source} (รอยืนยัน)</translation>
    </message>
    <message>
        <source>Not well taken</source>
        <translation>คำประท้วงฟังไม่ขึ้น</translation>
    </message>
    <message>
        <source>Well taken</source>
        <translation>คำประท้วงฟังขึ้น</translation>
    </message>
    <message>
        <source>Not granted</source>
        <translation>ไม่ให้ตามที่ขอ</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>ให้ตามที่ขอ</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>ยังไม่ตอบ</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>ตอบแล้ว</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>ทุกบรรทัด</translation>
    </message>
    <message>
        <source>The room</source>
        <translation>ผู้มาประชุม</translation>
    </message>
    <message>
        <source>Motions and votes</source>
        <translation>ญัตติและการลงคะแนน</translation>
    </message>
    <message>
        <source>Agenda and recess</source>
        <translation>ระเบียบวาระและพักประชุม</translation>
    </message>
    <message>
        <source>Said and noted</source>
        <translation>คำอภิปรายและบันทึก</translation>
    </message>
    <message>
        <source>What the rules said</source>
        <translation>กติกากล่าวไว้ว่า</translation>
    </message>
    <message>
        <source>Corrected lines</source>
        <translation>บรรทัดที่แก้ไข</translation>
    </message>
</context>
<context>
    <name>MeetingHead</name>
    <message>
        <source>Move…</source>
        <translation>เลื่อน…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>งดประชุม…</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>งดการประชุม</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>No meeting yet</source>
        <extracomment>step: (module in this package, class); each is imported when it is first wanted</extracomment>
        <translation>ยังไม่มีการประชุม</translation>
    </message>
    <message>
        <source>Plan the first meeting: its agenda, notice, votes and minutes come here.</source>
        <translation>เริ่มนัดประชุมครั้งแรก แล้วระเบียบวาระ หนังสือนัดประชุม การลงคะแนน และรายงานการประชุมจะอยู่ที่นี่</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>การประชุมใหม่</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Move this meeting</source>
        <translation>เลื่อนการประชุมนี้</translation>
    </message>
    <message>
        <source>Cancel this meeting</source>
        <translation>งดการประชุมนี้</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>New meeting</source>
        <translation>การประชุมใหม่</translation>
    </message>
    <message>
        <source>New series</source>
        <translation>การประชุมต่อเนื่อง</translation>
    </message>
    <message>
        <source>Calendar files</source>
        <translation>แฟ้มปฏิทิน</translation>
    </message>
    <message>
        <source>List</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>ปี</translation>
    </message>
    <message>
        <source>How to show meetings</source>
        <translation>วิธีแสดงการประชุม</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>ที่จะถึง</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>ที่ผ่านมา</translation>
    </message>
    <message>
        <source>Which meetings</source>
        <translation>เลือกการประชุม</translation>
    </message>
    <message>
        <source>Every body</source>
        <translation>ทุกคณะ</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Filter by number, kind, place</source>
        <translation>กรองตามครั้งที่ ประเภท สถานที่</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>กรอง</translation>
    </message>
    <message>
        <source>No meeting yet</source>
        <translation>ยังไม่มีการประชุม</translation>
    </message>
    <message>
        <source>A meeting starts with a day, a place and an agenda. The rest follows.</source>
        <translation>เริ่มจากกำหนดวัน สถานที่ และระเบียบวาระ แล้วจึงทำส่วนที่เหลือต่อไป</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Minutes approved</source>
        <translation>รับรองรายงานแล้ว</translation>
    </message>
    <message>
        <source>Minutes in draft</source>
        <translation>รายงานเป็นฉบับร่าง</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Motions</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>ทั้งหมด {count} ครั้ง</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>นำเข้าปฏิทิน</translation>
    </message>
    <message>
        <source>Move this meeting</source>
        <translation>เลื่อนการประชุมนี้</translation>
    </message>
    <message>
        <source>Cancel this meeting</source>
        <translation>งดการประชุมนี้</translation>
    </message>
</context>
<context>
    <name>MemberLine</name>
    <message>
        <source>Office of {name}</source>
        <translation>หน้าที่ของ {name}</translation>
    </message>
    <message>
        <source>{name} leaves today</source>
        <translation>{name} พ้นจากตำแหน่งวันนี้</translation>
    </message>
    <message>
        <source>{name} has left. Ctrl+Z brings them back.</source>
        <translation>{name} พ้นจากตำแหน่งแล้ว กด Ctrl+Z เพื่อย้อนกลับ</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} ถึง {end}</translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation>ตั้งแต่ {start}</translation>
    </message>
    <message>
        <source>to {end}</source>
        <translation>ถึง {end}</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Seats</source>
        <translation>ตำแหน่ง</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>ตาราง</translation>
    </message>
    <message>
        <source>Committees</source>
        <translation>คณะกรรมการ</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>เลือกมุมมอง</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>นำเข้ารายชื่อ</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>เพิ่มบุคคล</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Paste the names or choose a file, and the seats fill. Or type them.</source>
        <translation>วางรายชื่อหรือเลือกไฟล์เพื่อจัดเข้าตำแหน่ง หรือพิมพ์เอง</translation>
    </message>
    <message>
        <source>Nobody is on file yet</source>
        <translation>ยังไม่มีรายชื่อ</translation>
    </message>
    <message>
        <source>Change this person</source>
        <translation>แก้ไขข้อมูลบุคคลนี้</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Council files</source>
        <translation>ไฟล์สภา</translation>
    </message>
</context>
<context>
    <name>MethodPicker</name>
    <message>
        <source>How is the vote taken?</source>
        <translation>ลงคะแนนด้วยวิธีใด</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>คะแนนที่ต้องได้</translation>
    </message>
    <message>
        <source>Order of the roll</source>
        <translation>ลำดับการเรียกชื่อ</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>ต้องได้</translation>
    </message>
    <message>
        <source>Roll called</source>
        <translation>เรียกชื่อ</translation>
    </message>
    <message>
        <source>How is the vote on {kind} {number} taken?</source>
        <translation>ลงคะแนน{kind} {number} ด้วยวิธีใด</translation>
    </message>
    <message>
        <source>By the rules: {rule}</source>
        <translation>ตามกติกา: {rule}</translation>
    </message>
    <message>
        <source>Chosen for this vote, instead of what the rules say.</source>
        <translation>เลือกใช้กับการลงคะแนนครั้งนี้ แทนที่กติกากำหนด</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>from the record</source>
        <translation>จากข้อเท็จจริงที่บันทึก</translation>
    </message>
    <message>
        <source>your words</source>
        <translation>ข้อความที่พิมพ์เอง</translation>
    </message>
    <message>
        <source>from motion {number}</source>
        <translation>จากญัตติ {number}</translation>
    </message>
    <message>
        <source>from motion {number}, made at {time}</source>
        <translation>จากญัตติ {number} เสนอเวลา {time}</translation>
    </message>
    <message>
        <source>from the vote: {vote}</source>
        <translation>จากการลงคะแนน: {vote}</translation>
    </message>
    <message>
        <source>from the agenda</source>
        <translation>จากระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>from the posting log</source>
        <translation>จากบันทึกการปิดประกาศ</translation>
    </message>
    <message>
        <source>reworded, still linked</source>
        <translation>ปรับถ้อยคำ ยังเชื่อมกับข้อเท็จจริง</translation>
    </message>
    <message>
        <source>reworded, link removed</source>
        <translation>ปรับถ้อยคำ ตัดการเชื่อมแล้ว</translation>
    </message>
    <message>
        <source>typed here, not linked</source>
        <translation>พิมพ์เอง ไม่เชื่อมกับข้อเท็จจริง</translation>
    </message>
    <message>
        <source>from the meeting&apos;s state</source>
        <translation>จากสถานะของการประชุม</translation>
    </message>
    <message>
        <source>from the call to order</source>
        <translation>จากการเริ่มประชุม</translation>
    </message>
    <message>
        <source>from the meeting&apos;s offices</source>
        <translation>จากผู้ทำหน้าที่ในการประชุม</translation>
    </message>
    <message>
        <source>from the attendance, when most members were there</source>
        <translation>จากการมาประชุม ขณะที่มีสมาชิกมากที่สุด</translation>
    </message>
    <message>
        <source>from the attendance</source>
        <translation>จากการมาประชุม</translation>
    </message>
    <message>
        <source>from the item&apos;s presenter</source>
        <translation>จากผู้ชี้แจงเรื่องนี้</translation>
    </message>
    <message>
        <source>from the declarations of interest</source>
        <translation>จากการแจ้งส่วนได้เสีย</translation>
    </message>
    <message>
        <source>from the list of speakers</source>
        <translation>จากรายชื่อผู้แสดงความคิดเห็น</translation>
    </message>
    <message>
        <source>from the written comments</source>
        <translation>จากความคิดเห็นเป็นหนังสือ</translation>
    </message>
    <message>
        <source>from a note taken at the meeting</source>
        <translation>จากบันทึกที่จดในที่ประชุม</translation>
    </message>
    <message>
        <source>from the list of actions</source>
        <translation>จากเรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>from the adjournment</source>
        <translation>จากการเลิกประชุม</translation>
    </message>
    <message>
        <source>Approved on {day} at {meeting}, by motion {motion}. The words are locked; a later error is corrected by a motion to amend them.</source>
        <translation>รับรองรายงานการประชุมแล้วเมื่อ {day} ใน{meeting} ตามญัตติ {motion} ข้อความล็อกแล้ว หากพบข้อผิดพลาดภายหลัง โปรดเสนอญัตติขอแก้ไข</translation>
    </message>
    <message>
        <source>Approved on {day} at {meeting}. The words are locked; a later error is corrected by a motion to amend them.</source>
        <translation>รับรองรายงานการประชุมแล้วเมื่อ {day} ใน{meeting} ข้อความล็อกแล้ว หากพบข้อผิดพลาดภายหลัง โปรดเสนอญัตติขอแก้ไข</translation>
    </message>
</context>
<context>
    <name>MinutesDue</name>
    <message>
        <source>Deadlines by the rules</source>
        <translation>กำหนดเวลาตามกติกา</translation>
    </message>
</context>
<context>
    <name>MinutesRules</name>
    <message>
        <source>in time</source>
        <translation>ทันกำหนด</translation>
    </message>
    <message>
        <source>late</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ไม่ทราบ</translation>
    </message>
    <message>
        <source>1 day over</source>
        <translation>เกินมา 1 วัน</translation>
    </message>
    <message>
        <source>{count} days over</source>
        <translation>เกินมา {count} วัน</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>เหลือ {count} วัน</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>เหลือ 1 วัน</translation>
    </message>
    <message>
        <source>until midnight</source>
        <translation>ภายในเที่ยงคืนนี้</translation>
    </message>
    <message>
        <source>less than a day left</source>
        <translation>เหลือไม่ถึง 1 วัน</translation>
    </message>
</context>
<context>
    <name>MinutesStep</name>
    <message>
        <source>Language of the document</source>
        <translation>ภาษาของเอกสาร</translation>
    </message>
    <message>
        <source>Draft PDF</source>
        <translation>ร่าง PDF</translation>
    </message>
    <message>
        <source>Closed session PDF</source>
        <translation>PDF การประชุมลับ</translation>
    </message>
    <message>
        <source>The minutes of the closed session alone: never published</source>
        <translation>เฉพาะรายงานการประชุมลับ ไม่เผยแพร่</translation>
    </message>
    <message>
        <source>On to approval</source>
        <translation>ไปรับรองรายงาน</translation>
    </message>
    <message>
        <source>The meeting writes its minutes</source>
        <translation>รายงานการประชุมจัดทำจากการประชุม</translation>
    </message>
    <message>
        <source>Who was there, what was moved and how it was decided come here by themselves once the meeting is called to order.</source>
        <translation>เมื่อเริ่มประชุม ผู้มาประชุม ญัตติ และมติจะแสดงที่นี่โดยอัตโนมัติ</translation>
    </message>
    <message>
        <source>Go to the meeting</source>
        <translation>ไปที่การประชุม</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>โครงเรื่อง</translation>
    </message>
    <message>
        <source>from the record</source>
        <translation>จากข้อเท็จจริงที่บันทึก</translation>
    </message>
    <message>
        <source>your words</source>
        <translation>ข้อความที่พิมพ์เอง</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>On to publishing</source>
        <translation>ไปเผยแพร่</translation>
    </message>
    <message>
        <source>Draft: it changes when the record is corrected</source>
        <translation>ฉบับร่าง · ข้อความจะเปลี่ยนตามข้อเท็จจริงที่แก้ไข</translation>
    </message>
    <message>
        <source>Approved and locked</source>
        <translation>รับรองรายงานและล็อกแล้ว</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>หัวเรื่อง</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>รายงานการประชุม</translation>
    </message>
    <message>
        <source>Reword the current sentence</source>
        <translation>ปรับถ้อยคำของข้อความนี้</translation>
    </message>
    <message>
        <source>Write after the current block</source>
        <translation>พิมพ์ต่อจากส่วนนี้</translation>
    </message>
    <message>
        <source>Link removed: this sentence no longer follows the record by itself.</source>
        <translation>ตัดการเชื่อมแล้ว ข้อความนี้จะไม่เปลี่ยนตามบันทึกโดยอัตโนมัติ</translation>
    </message>
    <message>
        <source>The sentence you were rewording is open again. Enter keeps it.</source>
        <translation>ข้อความที่แก้ค้างไว้เปิดอยู่อีกครั้ง กด Enter เพื่อเก็บ</translation>
    </message>
</context>
<context>
    <name>MotionForm</name>
    <message>
        <source>About</source>
        <translation>เกี่ยวกับ</translation>
    </message>
    <message>
        <source>Words of the motion</source>
        <translation>ข้อความญัตติ</translation>
    </message>
    <message>
        <source>Which decision</source>
        <translation>มติใด</translation>
    </message>
    <message>
        <source>How the motion would read</source>
        <translation>ข้อความญัตติเมื่อแก้แล้ว</translation>
    </message>
    <message>
        <source>How the decision would read</source>
        <translation>ข้อความของมติหลังแก้ไข</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>เรื่องที่ยกขึ้น</translation>
    </message>
    <message>
        <source>Words, if there are any</source>
        <translation>ข้อความ (ถ้ามี)</translation>
    </message>
    <message>
        <source>Write at least two parts, one a line.</source>
        <translation>โปรดพิมพ์อย่างน้อยสองประเด็น บรรทัดละหนึ่งประเด็น</translation>
    </message>
    <message>
        <source>Write minutes, such as 2 or 2:30.</source>
        <translation>โปรดพิมพ์เป็นนาที เช่น 2 หรือ 2:30</translation>
    </message>
    <message>
        <source>Nothing is changed yet: say what is inserted or struck.</source>
        <translation>ยังไม่มีส่วนใดเปลี่ยน โปรดระบุคำที่เพิ่มหรือตัดออก</translation>
    </message>
    <message>
        <source>Nobody in the room matches this</source>
        <translation>ไม่ตรงกับผู้ใดในที่ประชุม</translation>
    </message>
</context>
<context>
    <name>MotionLine</name>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>What was moved</source>
        <translation>ข้อความที่เสนอ</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>ผู้เสนอ</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>เสนอ</translation>
    </message>
    <message>
        <source>Seconded by</source>
        <translation>ผู้รับรอง</translation>
    </message>
    <message>
        <source>Sec.</source>
        <translation>รับรอง</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>คะแนน</translation>
    </message>
    <message>
        <source>Kind of motion</source>
        <translation>ประเภทญัตติ</translation>
    </message>
    <message>
        <source>by the vote</source>
        <translation>ตามคะแนน</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>ผล</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>ไม่ได้เสนอ</translation>
    </message>
    <message>
        <source>Write what was moved.</source>
        <translation>เขียนข้อความที่เสนอ</translation>
    </message>
    <message>
        <source>Write a time, such as 1855.</source>
        <translation>เขียนเวลา เช่น 1855</translation>
    </message>
    <message>
        <source>“{code}” is nobody on the roster.</source>
        <translation>ไม่มี “{code}” ในรายชื่อ</translation>
    </message>
    <message>
        <source>Write 7-1-1, o, v y, v n, s 7-1-1, c 7-1-1, or {count} letters Y N A R –.</source>
        <translation>เขียน 7-1-1, o, v y, v n, s 7-1-1, c 7-1-1 หรืออักษร Y N A R – จำนวน {count} ตัว</translation>
    </message>
    <message>
        <source>more votes than the {count} members present</source>
        <translation>คะแนนมากกว่าสมาชิกที่มา {count} คน</translation>
    </message>
</context>
<context>
    <name>MotionPeople</name>
    <message>
        <source>Moved by</source>
        <translation>ผู้เสนอ</translation>
    </message>
    <message>
        <source>Seconded by</source>
        <translation>ผู้รับรองญัตติ</translation>
    </message>
    <message>
        <source>Seconder {number}</source>
        <translation>ผู้รับรองญัตติคนที่ {number}</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>ผู้ยกขึ้น</translation>
    </message>
    <message>
        <source>Demanded by</source>
        <translation>ผู้เรียกร้อง</translation>
    </message>
    <message>
        <source>Seconded by (not needed)</source>
        <translation>ผู้รับรองญัตติ (ไม่จำเป็น)</translation>
    </message>
</context>
<context>
    <name>MotionRemarks</name>
    <message>
        <source>Not in order now: {reason}</source>
        <translation>ยังเสนอไม่ได้ขณะนี้: {reason}</translation>
    </message>
</context>
<context>
    <name>Motions</name>
    <message>
        <source>The recess is agreed. Begin it now?</source>
        <translation>ที่ประชุมเห็นชอบให้พักการประชุม เริ่มพักเลยหรือไม่</translation>
    </message>
    <message>
        <source>Recess</source>
        <translation>พักการประชุม</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>All reasons why a motion is not in order</source>
        <translation>เหตุผลทั้งหมดที่ยังเสนอญัตติไม่ได้</translation>
    </message>
    <message>
        <source>New motion</source>
        <translation>ญัตติใหม่</translation>
    </message>
    <message>
        <source>Take note of the item</source>
        <translation>ที่ประชุมรับทราบเรื่องนี้</translation>
    </message>
    <message>
        <source>Divide the question</source>
        <translation>แยกประเด็นลงมติ</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Choose items of one level to move them together.</source>
        <translation>เลือกเรื่องที่อยู่ระดับเดียวกันเพื่อย้ายพร้อมกัน</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>ลดลงหนึ่งระดับ</translation>
    </message>
    <message>
        <source>Outdent</source>
        <translation>เลื่อนขึ้นหนึ่งระดับ</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>ทำสำเนา</translation>
    </message>
    <message>
        <source>Choose all items</source>
        <translation>เลือกทุกเรื่อง</translation>
    </message>
</context>
<context>
    <name>NewBody</name>
    <message>
        <source>Name, {language}</source>
        <translation>ชื่อ ({language})</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>ตำแหน่ง</translation>
    </message>
    <message>
        <source>0: no fixed seats</source>
        <translation>0: ไม่กำหนดจำนวน</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>New body</source>
        <translation>คณะใหม่</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
</context>
<context>
    <name>NewCouncilPage</name>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>กติกา</translation>
    </message>
    <message>
        <source>Everything here can be changed later, and each change is on record.</source>
        <translation>แก้ไขได้ทุกอย่างในภายหลัง และการแก้ไขทุกครั้งมีบันทึกไว้</translation>
    </message>
    <message>
        <source>New council</source>
        <translation>สภาใหม่</translation>
    </message>
    <message>
        <source>name, languages, zone</source>
        <translation>ชื่อ ภาษา เขตเวลา</translation>
    </message>
    <message>
        <source>pack, seats, quorum</source>
        <translation>ชุดกติกา ตำแหน่ง องค์ประชุม</translation>
    </message>
    <message>
        <source>paste or type</source>
        <translation>วางหรือพิมพ์</translation>
    </message>
    <message>
        <source>People</source>
        <translation>บุคคล</translation>
    </message>
    <message>
        <source>Create the council</source>
        <translation>สร้างสภา</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Rules to confirm: {count}; you can go on without it</source>
        <translation>กติกาที่ต้องยืนยัน {count} ข้อ ทำต่อได้โดยยังไม่ยืนยัน</translation>
    </message>
</context>
<context>
    <name>NewMeeting</name>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Plan this meeting</source>
        <translation>นัดประชุม</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>ชื่อการประชุม</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>การประชุมใหม่</translation>
    </message>
    <message>
        <source>such as 19 Nov 2026</source>
        <translation>เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>It will be number {number}.</source>
        <translation>จะเป็นครั้งที่ {number}</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>โปรดพิมพ์วันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Write a time, such as 18:30.</source>
        <translation>โปรดพิมพ์เวลา เช่น 18.30</translation>
    </message>
</context>
<context>
    <name>NextMeeting</name>
    <message>
        <source>Notice</source>
        <translation>หนังสือนัดประชุม</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>การประชุมครั้งต่อไป</translation>
    </message>
    <message>
        <source>The meeting is in session</source>
        <translation>กำลังประชุมอยู่</translation>
    </message>
    <message>
        <source>Post the agenda by {time}</source>
        <translation>ปิดประกาศระเบียบวาระภายใน {time}</translation>
    </message>
    <message>
        <source>The notice is late: post it now</source>
        <translation>เลยกำหนดนัดประชุมแล้ว โปรดปิดประกาศทันที</translation>
    </message>
    <message>
        <source>The meeting begins in</source>
        <translation>จะเริ่มประชุมในอีก</translation>
    </message>
    <message>
        <source>The notice was posted on {time}.</source>
        <translation>ปิดประกาศหนังสือนัดประชุมแล้วเมื่อ {time}</translation>
    </message>
    <message>
        <source>The notice is not posted yet. The rules of this council state no time for it.</source>
        <translation>ยังไม่ได้ปิดประกาศหนังสือนัดประชุม กติกาของสภานี้ไม่ได้กำหนดเวลาไว้</translation>
    </message>
    <message>
        <source>{count} hours before the meeting</source>
        <translation>{count} ชั่วโมงก่อนการประชุม</translation>
    </message>
    <message>
        <source>{count} clear days before the meeting</source>
        <translation>{count} วันเต็มก่อนการประชุม</translation>
    </message>
    <message>
        <source>{count} days before the meeting</source>
        <translation>{count} วันก่อนการประชุม</translation>
    </message>
    <message>
        <source>Return to the meeting</source>
        <translation>กลับไปที่ประชุม</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>เปิดระเบียบวาระ</translation>
    </message>
    <message>
        <source>day</source>
        <translation>วัน</translation>
    </message>
    <message>
        <source>days</source>
        <translation>วัน</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ชม.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>นาที</translation>
    </message>
    <message>
        <source>called to order</source>
        <translation>เริ่มประชุม</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ขณะนี้</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>ประชุม</translation>
    </message>
    <message>
        <source>post by</source>
        <translation>ประกาศภายใน</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Keep these words</source>
        <translation>เก็บข้อความนี้</translation>
    </message>
    <message>
        <source>What is left empty becomes a line of dots to fill in by hand.</source>
        <translation>ช่องที่เว้นว่างจะพิมพ์เป็นเส้นประให้กรอกเอง</translation>
    </message>
    <message>
        <source>In notices and letters of invitation</source>
        <translation>ในประกาศและหนังสือเชิญประชุม</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>Unit or person to ask, in {language}</source>
        <translation>หน่วยงานหรือผู้ติดต่อ (ภาษา{language})</translation>
    </message>
    <message>
        <source>Help to take part, in {language}</source>
        <translation>ความช่วยเหลือในการเข้าร่วมประชุม (ภาษา{language})</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>NoticeOfMotionForm</name>
    <message>
        <source>Who gives notice</source>
        <translation>ผู้แจ้งญัตติ</translation>
    </message>
    <message>
        <source>Notice of a motion for a later meeting</source>
        <translation>แจ้งญัตติล่วงหน้าสำหรับการประชุมครั้งหลัง</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>เกี่ยวกับเรื่องใด</translation>
    </message>
    <message>
        <source>The motion as it will be made</source>
        <translation>ข้อความญัตติที่จะเสนอ</translation>
    </message>
    <message>
        <source>Nobody in the room matches who gives notice.</source>
        <translation>ไม่พบผู้แจ้งญัตติในหมู่ผู้ที่อยู่ในห้อง</translation>
    </message>
    <message>
        <source>Say in a few words what the motion is about.</source>
        <translation>โปรดบอกสั้น ๆ ว่าญัตติเกี่ยวกับเรื่องใด</translation>
    </message>
</context>
<context>
    <name>NoticePdfs</name>
    <message>
        <source>Left blank when empty</source>
        <translation>เว้นว่างไว้ให้กรอกเอง</translation>
    </message>
    <message>
        <source>Telephone number, address of the video call …</source>
        <translation>หมายเลขโทรศัพท์ ที่อยู่ของการประชุมทางวิดีโอ …</translation>
    </message>
    <message>
        <source>Language of the PDF</source>
        <translation>ภาษาของ PDF</translation>
    </message>
    <message>
        <source>Notice and letters as PDF</source>
        <translation>ประกาศและหนังสือเชิญเป็น PDF</translation>
    </message>
    <message>
        <source>Number of the letter</source>
        <translation>เลขที่หนังสือ</translation>
    </message>
    <message>
        <source>To take part from elsewhere</source>
        <translation>การเข้าประชุมทางไกล</translation>
    </message>
    <message>
        <source>What is published goes on record under Publish.</source>
        <translation>เอกสารที่เผยแพร่จะบันทึกไว้ในขั้นเผยแพร่</translation>
    </message>
</context>
<context>
    <name>NoticeRules</name>
    <message>
        <source>Notice by the rules</source>
        <translation>การปิดประกาศตามกติกา</translation>
    </message>
    <message>
        <source>The rules of this council state no time for the notice.</source>
        <translation>กติกาของสภานี้ไม่ได้กำหนดเวลาปิดประกาศ</translation>
    </message>
    <message>
        <source>Posted in time; the latest was {time}</source>
        <translation>ปิดประกาศทันกำหนด กำหนดสุดท้ายคือ {time}</translation>
    </message>
    <message>
        <source>Posted late; the latest was {time}</source>
        <translation>ปิดประกาศเกินกำหนด กำหนดสุดท้ายคือ {time}</translation>
    </message>
    <message>
        <source>Post the agenda by {time}</source>
        <translation>ปิดประกาศระเบียบวาระการประชุมภายใน {time}</translation>
    </message>
    <message>
        <source>Overdue: it had to be posted by {time}</source>
        <translation>เกินกำหนดแล้ว ต้องปิดประกาศภายใน {time}</translation>
    </message>
    <message>
        <source>{count} hours, nights and weekends included</source>
        <translation>{count} ชั่วโมง นับรวมกลางคืนและวันหยุด</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>less</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>The clock changes in between: {minutes} min on the wall</source>
        <translation>มีการปรับนาฬิกาในช่วงนี้ {minutes} นาที</translation>
    </message>
    <message>
        <source>Latest time</source>
        <translation>เวลาสุดท้าย</translation>
    </message>
    <message>
        <source>Latest day</source>
        <translation>วันสุดท้าย</translation>
    </message>
    <message>
        <source>day {number}</source>
        <translation>วันที่ {number}</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>ไม่นับ</translation>
    </message>
    <message>
        <source>Where the rules want it posted</source>
        <translation>สถานที่ที่กติกากำหนดให้ปิดประกาศ</translation>
    </message>
    <message>
        <source>in the log</source>
        <translation>บันทึกแล้ว</translation>
    </message>
    <message>
        <source>not in the log by this name</source>
        <translation>ยังไม่มีบันทึกด้วยชื่อนี้</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Record a posting: {place}</source>
        <translation>บันทึกการปิดประกาศ: {place}</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>เอกสารประกอบการประชุม</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>ทันกำหนด</translation>
    </message>
    <message>
        <source>late</source>
        <translation>เกินกำหนด</translation>
    </message>
</context>
<context>
    <name>NoticeStep</name>
    <message>
        <source>Record this posting</source>
        <translation>บันทึกการปิดประกาศ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>ผู้ปิดประกาศ</translation>
    </message>
    <message>
        <source>Agenda PDF</source>
        <translation>PDF ระเบียบวาระ</translation>
    </message>
    <message>
        <source>On to the meeting</source>
        <translation>ไปที่การประชุม</translation>
    </message>
    <message>
        <source>Record a posting</source>
        <translation>บันทึกการปิดประกาศ</translation>
    </message>
    <message>
        <source>Notice board at the hall; website</source>
        <translation>ป้ายประกาศหน้าศาลา; เว็บไซต์</translation>
    </message>
    <message>
        <source>What changed, and why</source>
        <translation>มีอะไรเปลี่ยน เพราะเหตุใด</translation>
    </message>
    <message>
        <source>Why it is posted again</source>
        <translation>เหตุที่ปิดประกาศอีกครั้ง</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>ปิดประกาศแล้ว</translation>
    </message>
    <message>
        <source>Nothing is posted yet.</source>
        <translation>ยังไม่ได้ปิดประกาศ</translation>
    </message>
    <message>
        <source>Posting freezes the agenda&apos;s numbers: later items get the next free one, and items taken off stay, struck through.</source>
        <translation>เมื่อปิดประกาศแล้ว หมายเลขระเบียบวาระจะคงที่ เรื่องที่เพิ่มภายหลังได้หมายเลขถัดไป เรื่องที่ถอนออกยังแสดงอยู่โดยขีดฆ่าไว้</translation>
    </message>
    <message>
        <source>The agenda is posted: its numbers stand. Record every further place here.</source>
        <translation>ปิดประกาศระเบียบวาระแล้ว หมายเลขคงที่ หากปิดประกาศที่อื่นอีก โปรดบันทึกที่นี่</translation>
    </message>
    <message>
        <source>The agenda is still empty. Write it under Plan before you post it.</source>
        <translation>ยังไม่มีระเบียบวาระ โปรดจัดในขั้นจัดระเบียบวาระก่อนปิดประกาศ</translation>
    </message>
    <message>
        <source>Post revision {number}</source>
        <translation>ปิดประกาศฉบับแก้ไขที่ {number}</translation>
    </message>
    <message>
        <source>{when}, by {who}</source>
        <translation>{when} โดย {who}</translation>
    </message>
    <message>
        <source>Write a day, such as 16 Nov 2026.</source>
        <translation>โปรดพิมพ์วันที่ เช่น 16 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Write a time, such as 18:30.</source>
        <translation>โปรดพิมพ์เวลา เช่น 18.30</translation>
    </message>
    <message>
        <source>Say where it was posted.</source>
        <translation>โปรดระบุสถานที่ปิดประกาศ</translation>
    </message>
    <message>
        <source>Say what changed, and why.</source>
        <translation>ระบุว่ามีอะไรเปลี่ยน เพราะเหตุใด</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Notice of a motion for a later meeting</source>
        <translation>แจ้งญัตติล่วงหน้าสำหรับการประชุมครั้งหลัง</translation>
    </message>
</context>
<context>
    <name>NowHeader</name>
    <message>
        <source>Now</source>
        <translation>กำลังพิจารณา</translation>
    </message>
    <message>
        <source>Nothing is taken up yet</source>
        <translation>ยังไม่ได้เริ่มพิจารณาเรื่องใด</translation>
    </message>
    <message>
        <source>{kind} · presented by {who}</source>
        <translation>{kind} · ผู้ชี้แจง {who}</translation>
    </message>
    <message>
        <source>of {minutes}</source>
        <translation>จาก {minutes}</translation>
    </message>
    <message>
        <source>in recess</source>
        <translation>พักการประชุม</translation>
    </message>
</context>
<context>
    <name>OneMeeting</name>
    <message>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>เลื่อน…</translation>
    </message>
    <message>
        <source>Cancel meeting…</source>
        <translation>งดประชุม…</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>วันใหม่</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Move the meeting</source>
        <translation>เลื่อนการประชุม</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>ไม่เปลี่ยน</translation>
    </message>
    <message>
        <source>such as: no quorum is expected</source>
        <translation>เช่น คาดว่าจะไม่ครบองค์ประชุม</translation>
    </message>
    <message>
        <source>Why is it cancelled? The reason stands on the record.</source>
        <translation>งดประชุมเพราะเหตุใด เหตุผลจะอยู่ในบันทึก</translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation>งดการประชุม</translation>
    </message>
    <message>
        <source>No meeting is chosen</source>
        <translation>ยังไม่ได้เลือกการประชุม</translation>
    </message>
    <message>
        <source>meant for {day}</source>
        <translation>กำหนดเดิม {day}</translation>
    </message>
    <message>
        <source>such as 19 Nov 2026</source>
        <translation>เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>ใส่วันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Such as 18:30</source>
        <translation>เช่น 18.30</translation>
    </message>
    <message>
        <source>The meeting is moved. Ctrl+Z takes it back.</source>
        <translation>เลื่อนการประชุมแล้ว กด Ctrl+Z เพื่อย้อนกลับ</translation>
    </message>
    <message>
        <source>The meeting is cancelled. Ctrl+Z takes it back.</source>
        <translation>งดการประชุมแล้ว กด Ctrl+Z เพื่อย้อนกลับ</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>In order</source>
        <translation>เสนอได้</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>ดูเหตุผลทั้งหมด</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>แสดงน้อยลง</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ยังเสนอไม่ได้</translation>
    </message>
    <message>
        <source>On this one</source>
        <translation>ญัตตินี้</translation>
    </message>
    <message>
        <source>If agreed</source>
        <translation>หากเห็นพ้อง</translation>
    </message>
    <message>
        <source>What the meeting agrees to without a vote</source>
        <translation>สิ่งที่ที่ประชุมเห็นพ้องกันโดยไม่ลงคะแนน</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>รับทราบ</translation>
    </message>
    <message>
        <source>The ruling</source>
        <translation>คำวินิจฉัย</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>คำตอบ</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>ลงคะแนน</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>ถอนญัตติ</translation>
    </message>
    <message>
        <source>No second</source>
        <translation>ไม่มีผู้รับรองญัตติ</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>วินิจฉัยว่าเสนอไม่ได้</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>เลื่อนการพิจารณา</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>ส่งคณะกรรมการ</translation>
    </message>
    <message>
        <source>Laid aside</source>
        <translation>พักการพิจารณา</translation>
    </message>
    <message>
        <source>Divided</source>
        <translation>แยกประเด็น</translation>
    </message>
    <message>
        <source>Other motions</source>
        <translation>ญัตติอื่น</translation>
    </message>
    <message>
        <source>Points, requests and demands</source>
        <translation>ประท้วง คำขอ และข้อเรียกร้อง</translation>
    </message>
    <message>
        <source>About earlier decisions</source>
        <translation>เกี่ยวกับมติที่ลงไว้แล้ว</translation>
    </message>
    <message>
        <source>Any other motion</source>
        <translation>ญัตติอื่น</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>รับไว้แม้ขัดกติกา</translation>
    </message>
</context>
<context>
    <name>OrderLink</name>
    <message>
        <source>Order of the roll: {order}</source>
        <translation>ลำดับการเรียกชื่อ: {order}</translation>
    </message>
</context>
<context>
    <name>OtherwiseStrip</name>
    <message>
        <source>as the rules say</source>
        <translation>ตามกติกา</translation>
    </message>
    <message>
        <source>What the chair declares</source>
        <translation>ผลที่ประธานประกาศ</translation>
    </message>
    <message>
        <source>The chair declares</source>
        <translation>ประธานประกาศว่า</translation>
    </message>
</context>
<context>
    <name>OurRules</name>
    <message>
        <source>Search the rules</source>
        <translation>ค้นหากติกา</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>Only our bylaws</source>
        <translation>เฉพาะข้อบังคับของเรา</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>ยังต้องยืนยัน</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>กติกาที่แสดง</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>กติกา</translation>
    </message>
    <message>
        <source>No rule says that.</source>
        <translation>ไม่มีกติกาที่ตรงกับคำค้น</translation>
    </message>
    <message>
        <source>{count} of {whole}</source>
        <translation>{count} จาก {whole}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline</source>
        <translation>โครงเรื่อง</translation>
    </message>
    <message>
        <source>{title}, check this</source>
        <translation>{title} โปรดตรวจ</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>confirmed</source>
        <translation>ยืนยันแล้ว</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>รอยืนยัน</translation>
    </message>
</context>
<context>
    <name>PackForm</name>
    <message>
        <source>Rule pack</source>
        <translation>ชุดกติกา</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>Empty: for all time. Your own rules stay.</source>
        <translation>เว้นว่าง: ใช้ตลอดเวลา กติกาที่สภากำหนดเองยังคงอยู่</translation>
    </message>
    <message>
        <source>Choose this pack</source>
        <translation>เลือกชุดกติกานี้</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>The rules hold from that day on</source>
        <translation>กติกามีผลตั้งแต่วันนั้น</translation>
    </message>
</context>
<context>
    <name>PackLine</name>
    <message>
        <source>Choose another pack</source>
        <translation>เลือกชุดกติกาอื่น</translation>
    </message>
    <message>
        <source>{names}, version {version}</source>
        <translation>{names} ฉบับที่ {version}</translation>
    </message>
    <message>
        <source>Nothing here is legal advice.</source>
        <translation>ข้อมูลนี้ไม่ใช่คำปรึกษาทางกฎหมาย</translation>
    </message>
    <message>
        <source>From {day}: {name}</source>
        <translation>ตั้งแต่ {day}: {name}</translation>
    </message>
</context>
<context>
    <name>PackList</name>
    <message>
        <source>For any council</source>
        <translation>ใช้ได้กับทุกสภา</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>สหรัฐอเมริกา</translation>
    </message>
    <message>
        <source>England</source>
        <translation>อังกฤษ</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>ไทย</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <source>Search people, motions, minutes, commands</source>
        <extracomment>table: (icon, route, what the page is told of the find); a meeting&apos;s page gets the meeting&apos;s uid</extracomment>
        <translation>ค้นหาบุคคล ญัตติ รายงาน คำสั่ง</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>ชื่อคำสั่ง</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>คำสั่ง</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>ผลการค้นหา</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>ไม่พบ ลองใช้ตัวอักษรน้อยลง</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Papers</source>
        <translation>เอกสารประกอบการประชุม</translation>
    </message>
</context>
<context>
    <name>PaperOffer</name>
    <message>
        <source>Print the recording sheet, for the day the computer cannot be used</source>
        <translation>พิมพ์แบบบันทึกการประชุมไว้ใช้ในวันที่ใช้คอมพิวเตอร์ไม่ได้</translation>
    </message>
    <message>
        <source>Recording sheet</source>
        <translation>แบบบันทึกการประชุม</translation>
    </message>
    <message>
        <source>Enter from paper</source>
        <translation>ป้อนจากแบบบันทึก</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Recording sheet as PDF</source>
        <translation>แบบบันทึกการประชุมเป็น PDF</translation>
    </message>
</context>
<context>
    <name>PaperStep</name>
    <message>
        <source>Enter from paper</source>
        <translation>ป้อนจากแบบบันทึก</translation>
    </message>
    <message>
        <source>Item that is not on the agenda</source>
        <translation>เรื่องที่ไม่อยู่ในระเบียบวาระ</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>{present} of {members} members present at some time, {moved} motions</source>
        <translation>สมาชิกมาประชุม {present} จาก {members} คน ญัตติ {moved} เรื่อง</translation>
    </message>
    <message>
        <source>Put the sheet on record</source>
        <translation>บันทึกแบบบันทึกนี้</translation>
    </message>
    <message>
        <source>Add a motion to the item</source>
        <translation>เพิ่มญัตติในเรื่องนี้</translation>
    </message>
    <message>
        <source>Add an item that is not on the agenda</source>
        <translation>เพิ่มเรื่องที่ไม่อยู่ในระเบียบวาระ</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>กลับไปที่การประชุม</translation>
    </message>
    <message>
        <source>{line}: {problem}</source>
        <translation>{line}: {problem}</translation>
    </message>
    <message>
        <source>The sheet is on record.</source>
        <translation>บันทึกข้อมูลจากแบบบันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>PaperViewer</name>
    <message>
        <source>Version</source>
        <translation>ฉบับ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>หน้าก่อน</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>หน้าถัดไป</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>เล็กลง</translation>
    </message>
    <message>
        <source>Fit to the room</source>
        <translation>พอดีกับพื้นที่</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>ใหญ่ขึ้น</translation>
    </message>
    <message>
        <source>Open with the computer&apos;s program</source>
        <translation>เปิดด้วยโปรแกรมของเครื่อง</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>บันทึกเป็น…</translation>
    </message>
    <message>
        <source>Text of the paper</source>
        <translation>ข้อความในเอกสาร</translation>
    </message>
    <message>
        <source>Only its words are shown, not how it is laid out.</source>
        <translation>แสดงเฉพาะข้อความ ไม่แสดงการจัดหน้า</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>กำลังเปิด …</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>ฉบับเก่ากว่า</translation>
    </message>
    <message>
        <source>This PDF is locked or damaged, so it cannot be shown here.</source>
        <translation>PDF นี้ใส่รหัสผ่านไว้หรือเสียหาย จึงแสดงที่นี่ไม่ได้</translation>
    </message>
    <message>
        <source>This picture is damaged, so it cannot be shown.</source>
        <translation>รูปภาพนี้เสียหาย จึงแสดงไม่ได้</translation>
    </message>
    <message>
        <source>No words could be read from this file.</source>
        <translation>อ่านข้อความจากไฟล์นี้ไม่ได้</translation>
    </message>
    <message>
        <source>Only the beginning is shown. Save it to read all of it.</source>
        <translation>แสดงเฉพาะส่วนต้น บันทึกเป็นไฟล์เพื่ออ่านทั้งหมด</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown inside the window.</source>
        <translation>ไฟล์ชนิดนี้แสดงในหน้าต่างนี้ไม่ได้</translation>
    </message>
    <message>
        <source>It may be a program, so it is not opened from here. Save it instead.</source>
        <translation>อาจเป็นโปรแกรม จึงไม่เปิดจากที่นี่ ให้บันทึกเป็นไฟล์แทน</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>หน้า {page} จาก {count}</translation>
    </message>
    <message>
        <source>No program on this computer opens {name}. Save it instead.</source>
        <translation>เครื่องนี้ไม่มีโปรแกรมที่เปิด {name} ได้ ให้บันทึกเป็นไฟล์แทน</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>บันทึกเป็น {path} แล้ว</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>{count} kB</source>
        <extracomment>what may be handed to another program, with the ending the copy gets: programs are never started</extracomment>
        <translation>{count} กิโลไบต์</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} เมกะไบต์</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 หน้า</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} หน้า</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>ฉบับที่ {number}</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>เปิดเผย</translation>
    </message>
    <message>
        <source>Members only</source>
        <translation>เฉพาะสมาชิก</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Who may have the paper</source>
        <translation>ผู้ที่รับเอกสารได้</translation>
    </message>
    <message>
        <source>Look at the paper</source>
        <translation>ดูเอกสาร</translation>
    </message>
    <message>
        <source>Put a newer version in its place</source>
        <translation>แทนที่ด้วยฉบับใหม่กว่า</translation>
    </message>
    <message>
        <source>Rename the paper</source>
        <translation>เปลี่ยนชื่อเอกสาร</translation>
    </message>
    <message>
        <source>Remove the paper</source>
        <translation>ลบเอกสาร</translation>
    </message>
    <message>
        <source>Add paper</source>
        <translation>แนบเอกสาร</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>เอกสารประกอบการประชุม</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>ฉบับใหม่กว่า</translation>
    </message>
    <message>
        <source>Add to this item</source>
        <translation>เพิ่มในเรื่องนี้</translation>
    </message>
    <message>
        <source>A paper is replaced by one file. Drop one, or drop all beside it.</source>
        <translation>แทนที่เอกสารได้ด้วยไฟล์เดียว วางไฟล์เดียว หรือวางทั้งหมดข้าง ๆ เอกสาร</translation>
    </message>
    <message>
        <source>Papers for this item</source>
        <translation>เอกสารของเรื่องนี้</translation>
    </message>
    <message>
        <source>Newer version of the paper</source>
        <translation>ฉบับใหม่กว่าของเอกสาร</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>กำลังอ่าน {name} …</translation>
    </message>
    <message>
        <source>Cancelled: no paper was added.</source>
        <translation>ยกเลิกแล้ว ไม่ได้แนบเอกสาร</translation>
    </message>
</context>
<context>
    <name>PartsField</name>
    <message>
        <source>Parts</source>
        <translation>ประเด็น</translation>
    </message>
    <message>
        <source>Parts, one a line</source>
        <translation>ประเด็น บรรทัดละหนึ่งประเด็น</translation>
    </message>
    <message>
        <source>Each part is voted on by itself, in this order.</source>
        <translation>ลงมติทีละประเด็นตามลำดับนี้</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} ประเด็น</translation>
    </message>
</context>
<context>
    <name>PartsForm</name>
    <message>
        <source>Divide the question</source>
        <translation>แยกประเด็นลงมติ</translation>
    </message>
</context>
<context>
    <name>PdfBar</name>
    <message>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>เปิดโฟลเดอร์</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>พิมพ์…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>PDF saved</source>
        <translation>บันทึก PDF แล้ว</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Pages of the paper</source>
        <translation>หน้าของเอกสาร</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>How the quorum is counted</source>
        <translation>วิธีนับองค์ประชุม</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ผู้มาประชุม</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ผู้เข้าร่วมประชุม</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>ผู้มาประชุมแทน</translation>
    </message>
    <message>
        <source>Takes the chair</source>
        <translation>ให้ทำหน้าที่ประธาน</translation>
    </message>
    <message>
        <source>Times of a person</source>
        <translation>เวลามาและออกของบุคคล</translation>
    </message>
    <message>
        <source>Take the computer&apos;s time</source>
        <translation>ใช้เวลาของเครื่อง</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set back by {count} min. The times of the meeting go on as before; “Take the computer&apos;s time” puts them all back.</source>
        <translation>นาฬิกาของเครื่องนี้ถูกตั้งถอยหลัง {count} นาที เวลาในการประชุมเดินต่อตามเดิม คำสั่ง “ใช้เวลาของเครื่อง” จะปรับเวลาทั้งหมดถอยตาม</translation>
    </message>
    <message>
        <source>{name} presides and is not here. In the room, choose who takes the chair (Shift and code), then 8.</source>
        <translation>{name} ทำหน้าที่ประธานแต่ไม่อยู่แล้ว ในช่องห้องประชุมเลือกผู้ทำหน้าที่ประธาน (Shift กับรหัส) แล้วกด 8</translation>
    </message>
    <message>
        <source>Quorum lost at {time}: {present} present, {needed} needed.</source>
        <translation>ไม่ครบองค์ประชุมเมื่อ {time}: อยู่ {present} คน ต้องมี {needed} คน</translation>
    </message>
    <message>
        <source>Quorum since {time}: {present} present, {needed} needed.</source>
        <translation>ครบองค์ประชุมตั้งแต่ {time}: อยู่ {present} คน ต้องมี {needed} คน</translation>
    </message>
    <message>
        <source>A guest has no vote and no chair.</source>
        <translation>ผู้เข้าร่วมประชุมไม่มีสิทธิออกเสียงและไม่ทำหน้าที่ประธาน</translation>
    </message>
    <message>
        <source>A substitute comes in the place of a voting member who is away.</source>
        <translation>ผู้มาประชุมแทนมาแทนสมาชิกผู้มีสิทธิออกเสียงที่ไม่อยู่เท่านั้น</translation>
    </message>
    <message>
        <source>Choose somebody in the room first: Shift and the code.</source>
        <translation>โปรดเลือกบุคคลในห้องประชุมก่อน: Shift กับรหัส</translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>Codes or names</source>
        <translation>รหัสหรือชื่อ</translation>
    </message>
    <message>
        <source>Nobody in the room matches this</source>
        <translation>ไม่ตรงกับผู้ใดในที่ประชุม</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>One name a line: paste from a letter or a table, or type.</source>
        <translation>บรรทัดละหนึ่งชื่อ วางจากหนังสือหรือตาราง หรือพิมพ์เอง</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>รายชื่อ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>คำนำหน้า</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>ข้อมูลที่อ่านได้</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>ที่อื่น…</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>อ่านได้เป็น</translation>
    </message>
    <message>
        <source>Who sits on it?</source>
        <translation>ใครเป็นสมาชิกบ้าง</translation>
    </message>
    <message>
        <source>Seats are filled in this order. You can leave this for later.</source>
        <translation>จัดเข้าตำแหน่งตามลำดับนี้ จะทำภายหลังก็ได้</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 คน</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} คน</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ยังไม่มีรายชื่อ</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>ที่เก็บไฟล์</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>ตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>Bodies</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>วาระการดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>People</source>
        <translation>บุคคล</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>กรอง</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>กรองรายชื่อ</translation>
    </message>
    <message>
        <source>Click a heading to sort; Ctrl+C copies</source>
        <translation>คลิกหัวคอลัมน์เพื่อเรียง · Ctrl+C คัดลอก</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} คน</translation>
    </message>
</context>
<context>
    <name>PersonEdit</name>
    <message>
        <source>Done</source>
        <translation>เสร็จ</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>แก้ไขข้อมูลบุคคล</translation>
    </message>
    <message>
        <source>Terms and offices</source>
        <translation>วาระการดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>Private contact</source>
        <translation>ข้อมูลติดต่อส่วนบุคคล</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>ไม่พิมพ์ในเอกสารใด</translation>
    </message>
    <message>
        <source>Title, {language}</source>
        <translation>คำนำหน้า ({language})</translation>
    </message>
    <message>
        <source>Name, {language}</source>
        <translation>ชื่อ ({language})</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>อีเมล</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>โทรศัพท์</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ที่อยู่</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Body or seat to join</source>
        <translation>คณะหรือตำแหน่งที่จะเข้าดำรง</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>ลบบุคคลนี้</translation>
    </message>
    <message>
        <source>Remove this person from the file? Undo brings them back.</source>
        <translation>ลบบุคคลนี้ออกจากไฟล์หรือไม่ กดย้อนกลับเพื่อนำคืนได้</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>Not a member of any body.</source>
        <translation>ไม่ได้เป็นสมาชิกของคณะใด</translation>
    </message>
    <message>
        <source>{body}, without a seat</source>
        <translation>{body} (ไม่มีตำแหน่งสมาชิก)</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Code or name</source>
        <translation>รหัสหรือชื่อ</translation>
    </message>
    <message>
        <source>Nobody in the room matches this</source>
        <translation>ไม่ตรงกับผู้ใดในที่ประชุม</translation>
    </message>
</context>
<context>
    <name>PersonNew</name>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Body and seat</source>
        <translation>คณะและตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>เพิ่มบุคคล</translation>
    </message>
    <message>
        <source>Title, {language}</source>
        <translation>คำนำหน้า ({language})</translation>
    </message>
    <message>
        <source>Name, {language}</source>
        <translation>ชื่อ ({language})</translation>
    </message>
    <message>
        <source>no body yet</source>
        <translation>ยังไม่สังกัดคณะใด</translation>
    </message>
    <message>
        <source>{body}, without a seat</source>
        <translation>{body} (ไม่มีตำแหน่งสมาชิก)</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>All members</source>
        <translation>สมาชิกทั้งหมด</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>บุคคล</translation>
    </message>
    <message>
        <source>Change this person</source>
        <translation>แก้ไขข้อมูลบุคคลนี้</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Change this person</source>
        <translation>แก้ไขข้อมูลบุคคลนี้</translation>
    </message>
    <message>
        <source>holds no office today</source>
        <translation>ขณะนี้ไม่ได้ดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>Terms and offices</source>
        <translation>วาระการดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>Not a member of any body.</source>
        <translation>ไม่ได้เป็นสมาชิกของคณะใด</translation>
    </message>
    <message>
        <source>{came} of {all}</source>
        <translation>{came} จาก {all} ครั้ง</translation>
    </message>
    <message>
        <source>Attendance, last {count} meetings</source>
        <translation>การมาประชุม {count} ครั้งล่าสุด</translation>
    </message>
    <message>
        <source>Votes by name</source>
        <translation>การลงคะแนนรายชื่อ</translation>
    </message>
    <message>
        <source>Open actions</source>
        <translation>เรื่องที่มอบหมายซึ่งยังไม่เสร็จ</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>เกินกำหนด</translation>
    </message>
    <message>
        <source>Private contact</source>
        <translation>ข้อมูลติดต่อส่วนบุคคล</translation>
    </message>
    <message>
        <source>e-mail, telephone, address · never printed</source>
        <translation>อีเมล โทรศัพท์ ที่อยู่ · ไม่พิมพ์ในเอกสารใด</translation>
    </message>
    <message>
        <source>Nothing is kept. Add it with the pencil.</source>
        <translation>ยังไม่มีข้อมูล กดรูปดินสอเพื่อเพิ่ม</translation>
    </message>
</context>
<context>
    <name>PhotoPick</name>
    <message>
        <source>Add a photo …</source>
        <translation>เพิ่มภาพถ่าย …</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>หรือลากมาวางที่นี่</translation>
    </message>
    <message>
        <source>Leave the photo out</source>
        <translation>ไม่ใช้ภาพนี้</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>ไฟล์ภาพ</translation>
    </message>
    <message>
        <source>Photo of the posting</source>
        <translation>ภาพถ่ายการปิดประกาศ</translation>
    </message>
</context>
<context>
    <name>PhotoWindow</name>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>รูปภาพ</translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>ภาษาหลัก</translation>
    </message>
    <message>
        <source>Town, district</source>
        <translation>ตำบล อำเภอ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>ชื่อย่อของท่าน</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>ชื่อภาษา{language}</translation>
    </message>
    <message>
        <source>Meetings are planned in local time; the zone is kept with each of them.</source>
        <translation>นัดประชุมตามเวลาท้องถิ่น และเก็บเขตเวลาไว้กับการประชุมทุกครั้ง</translation>
    </message>
    <message>
        <source>They stand in the history beside each change; never the computer&apos;s account.</source>
        <translation>แสดงในประวัติข้างการเปลี่ยนแปลงแต่ละครั้ง ไม่ใช้ชื่อบัญชีของเครื่อง</translation>
    </message>
    <message>
        <source>Languages of the record</source>
        <translation>ภาษาที่ใช้บันทึก</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>เขตเวลา</translation>
    </message>
    <message>
        <source>What is the council called, and where is it?</source>
        <translation>สภาชื่ออะไร และอยู่ที่ไหน</translation>
    </message>
    <message>
        <source>The name stands on every page that is printed.</source>
        <translation>ชื่อนี้พิมพ์อยู่บนเอกสารทุกหน้า</translation>
    </message>
    <message>
        <source>Type the council&apos;s name.</source>
        <translation>โปรดพิมพ์ชื่อสภา</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>โปรดเลือกเขตเวลาจากรายการ</translation>
    </message>
</context>
<context>
    <name>PlanPanels</name>
    <message>
        <source>Add to {number}</source>
        <translation>เพิ่มใน {number}</translation>
    </message>
    <message>
        <source>1 item copied</source>
        <translation>คัดลอกแล้ว 1 เรื่อง</translation>
    </message>
    <message>
        <source>{count} items copied</source>
        <translation>คัดลอกแล้ว {count} เรื่อง</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>This matter before</source>
        <translation>เรื่องนี้ที่ผ่านมา</translation>
    </message>
    <message>
        <source>Bring in an earlier item</source>
        <translation>นำเรื่องเดิมเข้ามา</translation>
    </message>
    <message>
        <source>Compare with an earlier meeting</source>
        <translation>เทียบกับการประชุมก่อนหน้า</translation>
    </message>
    <message>
        <source>From a template</source>
        <translation>จากแม่แบบ</translation>
    </message>
    <message>
        <source>Keep this agenda as a template</source>
        <translation>เก็บระเบียบวาระนี้เป็นแม่แบบ</translation>
    </message>
</context>
<context>
    <name>PlanStep</name>
    <message>
        <source>Type the next item</source>
        <translation>พิมพ์เรื่องถัดไป</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>เรื่องถัดไป</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>เพิ่มเรื่อง</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>ยกเรื่องค้างมา</translation>
    </message>
    <message>
        <source>From template</source>
        <translation>จากแม่แบบ</translation>
    </message>
    <message>
        <source>More for this agenda</source>
        <translation>คำสั่งอื่นสำหรับระเบียบวาระนี้</translation>
    </message>
    <message>
        <source>Agenda PDF</source>
        <translation>PDF ระเบียบวาระ</translation>
    </message>
    <message>
        <source>On to notice</source>
        <translation>ไปหนังสือนัดประชุม</translation>
    </message>
    <message>
        <source>Enter adds a row · drag to move</source>
        <translation>Enter เพิ่มแถว · ลากเพื่อย้าย</translation>
    </message>
    <message>
        <source>The agenda is empty</source>
        <translation>ยังไม่มีระเบียบวาระ</translation>
    </message>
    <message>
        <source>Type the first item below, or take a template and change it.</source>
        <translation>พิมพ์เรื่องแรกด้านล่าง หรือใช้แม่แบบแล้วแก้ไข</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>ตัวอย่างก่อนพิมพ์</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>เรื่อง</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>นาที</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>เริ่ม</translation>
    </message>
    <message>
        <source>Carry over {count}</source>
        <translation>ยกมา {count} เรื่อง</translation>
    </message>
    <message>
        <source>Nothing to carry over</source>
        <translation>ไม่มีเรื่องค้าง</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} ถึง {end}</translation>
    </message>
    <message>
        <source>{count} without minutes</source>
        <translation>{count} เรื่องไม่มีเวลา</translation>
    </message>
    <message>
        <source>every item has its time</source>
        <translation>กำหนดเวลาครบทุกเรื่อง</translation>
    </message>
    <message>
        <source>posted: numbers stand</source>
        <translation>ปิดประกาศแล้ว</translation>
    </message>
    <message>
        <source>decided together: {count}</source>
        <translation>ลงมติรวมกัน {count} เรื่อง</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 หน้า</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} หน้า</translation>
    </message>
    <message>
        <source>Type the item after {number}</source>
        <translation>พิมพ์เรื่องถัดจาก {number}</translation>
    </message>
    <message>
        <source>{count} items added</source>
        <translation>เพิ่มแล้ว {count} เรื่อง</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>เพิ่มเรื่อง</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>กติกากำหนดว่าอย่างไร</translation>
    </message>
    <message>
        <source>Everybody may vote on it that day.</source>
        <translation>ในวันประชุมทุกคนลงคะแนนในเรื่องนี้ได้</translation>
    </message>
    <message>
        <source>May not vote on it that day, {count} of {all}: {names}</source>
        <translation>ในวันประชุมลงคะแนนในเรื่องนี้ไม่ได้ {count} จาก {all} คน: {names}</translation>
    </message>
    <message>
        <source>{topic}: only eligible members</source>
        <translation>{topic}: เฉพาะผู้มีคุณสมบัติ</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} เรื่อง</translation>
    </message>
</context>
<context>
    <name>PreviewColumn</name>
    <message>
        <source>Public</source>
        <translation>ฉบับเผยแพร่</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>ฉบับเต็ม</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>ฉบับ</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>หน้าก่อน</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>หน้าถัดไป</translation>
    </message>
    <message>
        <source>Before it goes out</source>
        <translation>ตรวจก่อนเผยแพร่</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>หน้า {page} จาก {count}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>หน้า</translation>
    </message>
    <message>
        <source>{good} of {count}</source>
        <translation>{good} จาก {count}</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>เรียบร้อย</translation>
    </message>
    <message>
        <source>check this</source>
        <translation>โปรดตรวจ</translation>
    </message>
</context>
<context>
    <name>Proceedings</name>
    <message>
        <source>Adjourn</source>
        <translation>เลิกประชุม</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>เรื่องถัดไป</translation>
    </message>
    <message>
        <source>Recess, or end it</source>
        <translation>พักหรือประชุมต่อ</translation>
    </message>
    <message>
        <source>Draft PDF</source>
        <translation>ร่าง PDF</translation>
    </message>
    <message>
        <source>Adjourn now? The votes become final.</source>
        <translation>เลิกประชุมเลยหรือไม่ ผลการลงคะแนนจะเป็นที่สุด</translation>
    </message>
    <message>
        <source>Adjourn now? {count} questions are still open.</source>
        <translation>เลิกประชุมเลยหรือไม่ ยังมีญัตติค้างพิจารณา {count} ญัตติ</translation>
    </message>
    <message>
        <source>There are no minutes before the meeting was called to order.</source>
        <translation>ยังไม่มีรายงานการประชุมก่อนเปิดประชุม</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>The second screen is shown and follows the meeting.</source>
        <translation>เปิดจอที่สองแล้ว ภาพจะตามการประชุม</translation>
    </message>
    <message>
        <source>The second screen is hidden.</source>
        <translation>ปิดจอที่สองแล้ว</translation>
    </message>
    <message>
        <source>The second screen is not shown: F3 shows it.</source>
        <translation>จอที่สองยังไม่เปิด กด F3 เพื่อเปิด</translation>
    </message>
    <message>
        <source>The second screen is frozen. Shift+F3 lets it follow again.</source>
        <translation>หยุดภาพจอที่สองไว้แล้ว กด Shift+F3 เพื่อให้ตามการประชุมอีกครั้ง</translation>
    </message>
    <message>
        <source>The second screen follows the meeting again.</source>
        <translation>จอที่สองตามการประชุมอีกครั้งแล้ว</translation>
    </message>
</context>
<context>
    <name>ProjectorWindow</name>
    <message>
        <source>Second screen</source>
        <translation>จอที่สอง</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>Agenda</source>
        <extracomment>a title and two lines of words, in either language</extracomment>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Notice of meeting</source>
        <translation>ประกาศนัดประชุม</translation>
    </message>
    <message>
        <source>Letter to all members</source>
        <translation>หนังสือเชิญถึงทุกท่าน</translation>
    </message>
    <message>
        <source>Letter to each member</source>
        <translation>หนังสือเชิญรายบุคคล</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>รายงานการประชุม</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>ฉบับร่าง</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>งดการประชุม</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>หนังสือ</translation>
    </message>
    <message>
        <source>Revised {number}</source>
        <translation>ฉบับแก้ไขครั้งที่ {number}</translation>
    </message>
    <message>
        <source>As posted</source>
        <translation>ตามที่ปิดประกาศ</translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message>
        <source>Go to the meeting</source>
        <translation>ไปที่การประชุม</translation>
    </message>
    <message>
        <source>Waits to be published</source>
        <translation>รอเผยแพร่</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>เผยแพร่</translation>
    </message>
    <message>
        <source>Nothing waits. A posted agenda and the minutes of a meeting that was held come here until they are published.</source>
        <translation>ไม่มีเอกสารรอเผยแพร่ ระเบียบวาระที่ปิดประกาศแล้วและรายงานการประชุมจะแสดงที่นี่จนกว่าจะเผยแพร่</translation>
    </message>
</context>
<context>
    <name>PublishStep</name>
    <message>
        <source>Choose…</source>
        <extracomment>the file dialog; tests put a recorder in its place</extracomment>
        <translation>เลือก…</translation>
    </message>
    <message>
        <source>Website, notice board at the hall …</source>
        <translation>เว็บไซต์ ป้ายประกาศที่ศาลา …</translation>
    </message>
    <message>
        <source>Save PDF and record the publication</source>
        <translation>เก็บ PDF และบันทึกการเผยแพร่</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <source>Where it is published</source>
        <translation>แหล่งเผยแพร่</translation>
    </message>
    <message>
        <source>Make public</source>
        <translation>เผยแพร่</translation>
    </message>
    <message>
        <source>public version</source>
        <translation>ฉบับเผยแพร่</translation>
    </message>
    <message>
        <source>The file&apos;s fingerprint (SHA-256) goes on record. That is final: a newer version may follow, this one stays listed.</source>
        <translation>รหัสตรวจสอบ (SHA-256) ของไฟล์จะเก็บไว้ในบันทึกและเป็นที่สุด เผยแพร่ฉบับใหม่ได้ภายหลัง แต่ฉบับนี้ยังอยู่ในรายการ</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>เผยแพร่แล้ว</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ฉบับร่าง</translation>
    </message>
    <message>
        <source>after the meeting</source>
        <translation>หลังประชุม</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>งดการประชุม</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>พร้อมใช้</translation>
    </message>
    <message>
        <source>no items yet</source>
        <translation>ยังไม่มีเรื่อง</translation>
    </message>
    <message>
        <source>not posted yet</source>
        <translation>ยังไม่ปิดประกาศ</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>ปิดประกาศแล้ว</translation>
    </message>
    <message>
        <source>changes not posted yet</source>
        <translation>การแก้ไขยังไม่ได้ปิดประกาศ</translation>
    </message>
    <message>
        <source>posted, revised {number}</source>
        <translation>ปิดประกาศแล้ว ฉบับแก้ไขครั้งที่ {number}</translation>
    </message>
    <message>
        <source>published {day}</source>
        <translation>เผยแพร่แล้ว {day}</translation>
    </message>
    <message>
        <source>not published yet</source>
        <translation>ยังไม่เผยแพร่</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>เก็บ PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ไฟล์ PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Say in which folder, and the file&apos;s name.</source>
        <translation>โปรดระบุโฟลเดอร์และชื่อไฟล์</translation>
    </message>
    <message>
        <source>Saved and on record: {file}</source>
        <translation>เก็บไฟล์และบันทึกแล้ว: {file}</translation>
    </message>
</context>
<context>
    <name>Published</name>
    <message>
        <source>What was published</source>
        <translation>เอกสารที่เผยแพร่แล้ว</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>เปิด</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>เปิดโฟลเดอร์</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>พิมพ์…</translation>
    </message>
    <message>
        <source>Nothing is published yet</source>
        <translation>ยังไม่มีเอกสารที่เผยแพร่</translation>
    </message>
    <message>
        <source>Each PDF that goes out is listed here with its fingerprint, so that anybody can prove later that a copy is the true one.</source>
        <translation>PDF ที่เผยแพร่จะแสดงที่นี่พร้อมรหัสตรวจสอบ เพื่อให้ทุกคนพิสูจน์ได้ภายหลังว่าสำเนาตรงกับต้นฉบับ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>State</source>
        <translation>สถานะ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>แหล่งเผยแพร่</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>{file} is not on this computer, or it was changed since. Its SHA-256 stays on record; another copy can be compared with it.</source>
        <translation>{file} ไม่อยู่ในเครื่องนี้ หรือถูกแก้ไขภายหลัง รหัสตรวจสอบ (SHA-256) ยังอยู่ในบันทึก ใช้เทียบกับสำเนาอื่นได้</translation>
    </message>
</context>
<context>
    <name>QualificationForm</name>
    <message>
        <source>What it is</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>ชื่อรายการ</translation>
    </message>
    <message>
        <source>Passed or signed on</source>
        <translation>ผ่านหรือลงนามเมื่อ</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>ใช้ได้ถึง</translation>
    </message>
    <message>
        <source>Score, %</source>
        <translation>คะแนน %</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Training or declaration</source>
        <translation>การอบรมหรือคำรับรอง</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>ไม่พิมพ์ในเอกสารใด</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>เก็บ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>ลบรายการนี้</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>รายการอื่น</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to 100.</source>
        <translation>พิมพ์จำนวนเต็มตั้งแต่ 0 ถึง 100</translation>
    </message>
    <message>
        <source>Say what it is.</source>
        <translation>โปรดระบุว่าเป็นรายการใด</translation>
    </message>
</context>
<context>
    <name>QualificationsCard</name>
    <message>
        <source>Add</source>
        <extracomment>state: (icon, tone)</extracomment>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Add a training or declaration</source>
        <translation>เพิ่มการอบรมหรือคำรับรอง</translation>
    </message>
    <message>
        <source>Trainings and declarations</source>
        <translation>การอบรมและคำรับรอง</translation>
    </message>
    <message>
        <source>passed {day}</source>
        <translation>ผ่านเมื่อ {day}</translation>
    </message>
    <message>
        <source>{score} %</source>
        <translation>{score} %</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>ไม่มีวันหมดอายุ</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>ถึง {day}</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>ใช้ได้</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>ใกล้หมดอายุ</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ใช้ไม่ได้</translation>
    </message>
    <message>
        <source>to be completed</source>
        <translation>ข้อมูลไม่ครบ</translation>
    </message>
    <message>
        <source>not on record</source>
        <translation>ยังไม่มีบันทึก</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>{mover}, seconded by {second}</source>
        <translation>ผู้เสนอ {mover} · ผู้รับรองญัตติ {second}</translation>
    </message>
    <message>
        <source>{mover}, not seconded</source>
        <translation>ผู้เสนอ {mover} · ยังไม่มีผู้รับรองญัตติ</translation>
    </message>
    <message>
        <source>Would read</source>
        <translation>ข้อความเมื่อแก้แล้ว</translation>
    </message>
    <message>
        <source>Then: {words}</source>
        <translation>ถัดไป: {words}</translation>
    </message>
    <message>
        <source>being decided</source>
        <translation>กำลังลงมติ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>กำลังพิจารณา</translation>
    </message>
    <message>
        <source>waits for {number}</source>
        <translation>รอข้อ {number}</translation>
    </message>
    <message>
        <source>{title}, part {part} of {parts}</source>
        <translation>{title} ประเด็นที่ {part} จาก {parts}</translation>
    </message>
    <message>
        <source>{time} minutes for each speaker</source>
        <translation>คนละ {time} นาที</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>ถึง {when}</translation>
    </message>
    <message>
        <source>Rule out of order</source>
        <translation>วินิจฉัยว่าผิดระเบียบ</translation>
    </message>
    <message>
        <source>Prepared in the agenda, not moved yet</source>
        <translation>เตรียมไว้ในระเบียบวาระ ยังไม่มีผู้เสนอ</translation>
    </message>
    <message>
        <source>No motion is pending.</source>
        <translation>ไม่มีญัตติที่กำลังพิจารณา</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>ถอนผล</translation>
    </message>
    <message>
        <source>no quorum</source>
        <translation>ไม่ครบองค์ประชุม</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <extracomment>route: icon, in the order of the rail</extracomment>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>สมาชิก</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>มติที่ประชุม</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>มอบหมาย</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>เผยแพร่</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>สภาชุมชน</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>หน้า</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>ปุ่มทั้งหมด</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Withdrawn, done elsewhere …</source>
        <translation>ถอนเรื่องแล้ว ดำเนินการที่อื่นแล้ว …</translation>
    </message>
    <message>
        <source>Why it is settled without being taken up</source>
        <translation>เหตุที่ยุติโดยไม่นำเข้าพิจารณา</translation>
    </message>
    <message>
        <source>The reason goes on record; it can be taken back here.</source>
        <translation>เหตุผลจะบันทึกไว้เป็นหลักฐาน และยกเลิกได้ที่นี่</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>ยุติเรื่อง</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Write a short reason.</source>
        <translation>เขียนเหตุผลสั้น ๆ</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>First language</source>
        <translation>ภาษาหลัก</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>กระดาษ</translation>
    </message>
    <message>
        <source>Digits in Thai documents</source>
        <translation>ตัวเลขในเอกสารไทย</translation>
    </message>
    <message>
        <source>Keep these changes</source>
        <translation>บันทึกการแก้ไข</translation>
    </message>
    <message>
        <source>What stands on the record</source>
        <translation>ข้อมูลที่ปรากฏในบันทึก</translation>
    </message>
    <message>
        <source>Languages of the record</source>
        <translation>ภาษาที่ใช้บันทึก</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>เขตเวลา</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>ชื่อภาษา{language}</translation>
    </message>
    <message>
        <source>Place in {language}</source>
        <translation>สถานที่ภาษา{language}</translation>
    </message>
    <message>
        <source>Letterhead in {language}</source>
        <translation>หัวกระดาษภาษา{language}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>บันทึกแล้ว</translation>
    </message>
</context>
<context>
    <name>RemarkBar</name>
    <message>
        <source>The rules say something of 1 item</source>
        <translation>มีข้อทักท้วงตามกติกา 1 ระเบียบวาระ</translation>
    </message>
    <message>
        <source>Remarks by the rules on items: {count}</source>
        <translation>ข้อทักท้วงตามกติกาในระเบียบวาระ {count} ข้อ</translation>
    </message>
    <message>
        <source>Remarks by the rules: {wide} on the whole agenda, {items} on items</source>
        <translation>ข้อทักท้วงตามกติกา: ทั้งฉบับ {wide} ข้อ รายระเบียบวาระ {items} ข้อ</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>ดูทั้งหมด</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>Back to the agenda</source>
        <translation>กลับไปยังระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Nothing is blocked: what is done all the same goes on record.</source>
        <translation>ไม่มีการปิดกั้น สิ่งที่ทำไปจะบันทึกไว้เป็นหลักฐาน</translation>
    </message>
    <message>
        <source>What the rules say of this agenda</source>
        <translation>ข้อทักท้วงตามกติกาต่อระเบียบวาระการประชุมนี้</translation>
    </message>
    <message>
        <source>The rules have no remark on this agenda.</source>
        <translation>ไม่มีข้อทักท้วงตามกติกาต่อระเบียบวาระการประชุมนี้</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Post the agenda</source>
        <extracomment>after which changes of the record the deadlines are looked up again</extracomment>
        <translation>ปิดประกาศระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>The agenda of {meeting} had to be posted by {time}.</source>
        <translation>เลยกำหนดปิดประกาศระเบียบวาระของ{meeting} ซึ่งต้องปิดภายใน {time}</translation>
    </message>
    <message>
        <source>The agenda of {meeting} has to be posted by {time}.</source>
        <translation>ต้องปิดประกาศระเบียบวาระของ{meeting} ภายใน {time}</translation>
    </message>
    <message>
        <source>post the agenda by {time}</source>
        <translation>ปิดประกาศระเบียบวาระภายใน {time}</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>เหลือ {minutes} นาที</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>เหลือ {hours} ชม. {minutes} นาที</translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message>
        <source>Second screen</source>
        <translation>จอที่สอง</translation>
    </message>
    <message>
        <source>Show or hide the second screen</source>
        <translation>เปิดหรือปิดจอที่สอง</translation>
    </message>
    <message>
        <source>Freeze the second screen, or let it follow</source>
        <translation>หยุดภาพจอที่สองไว้ หรือให้ตามการประชุม</translation>
    </message>
    <message>
        <source>Second screen: next colours</source>
        <translation>จอที่สอง: เปลี่ยนชุดสี</translation>
    </message>
    <message>
        <source>Second screen: next display, or full screen</source>
        <translation>จอที่สอง: ย้ายไปจอถัดไป หรือเต็มจอ</translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>Revisions of the agenda</source>
        <translation>ฉบับแก้ไขของระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Nothing has changed since it was posted.</source>
        <translation>ไม่มีการเปลี่ยนแปลงตั้งแต่ปิดประกาศ</translation>
    </message>
    <message>
        <source>1 change is not posted yet</source>
        <translation>มีการเปลี่ยนแปลง 1 รายการที่ยังไม่ปิดประกาศ</translation>
    </message>
    <message>
        <source>{count} changes are not posted yet</source>
        <translation>มีการเปลี่ยนแปลง {count} รายการที่ยังไม่ปิดประกาศ</translation>
    </message>
    <message>
        <source>added</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>ย้าย</translation>
    </message>
    <message>
        <source>was called “{title}”</source>
        <translation>เดิมชื่อ “{title}”</translation>
    </message>
    <message>
        <source>title</source>
        <translation>ชื่อเรื่อง</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>text</source>
        <translation>เนื้อหา</translation>
    </message>
    <message>
        <source>presenter</source>
        <translation>ผู้ชี้แจง</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>จำนวนนาที</translation>
    </message>
    <message>
        <source>motion to be proposed</source>
        <translation>ญัตติที่จะเสนอ</translation>
    </message>
    <message>
        <source>decided together or not</source>
        <translation>การลงมติรวมกัน</translation>
    </message>
    <message>
        <source>closed session or not</source>
        <translation>การประชุมลับ</translation>
    </message>
    <message>
        <source>legal ground</source>
        <translation>เหตุตามกฎหมาย</translation>
    </message>
    <message>
        <source>who votes on it</source>
        <translation>ผู้ลงคะแนน</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>เอกสาร</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>ฉบับแก้ไขที่ {number}</translation>
    </message>
    <message>
        <source>First posting</source>
        <translation>ปิดประกาศครั้งแรก</translation>
    </message>
</context>
<context>
    <name>RollCall</name>
    <message>
        <source>Roll call</source>
        <translation>ลงคะแนนโดยเรียกชื่อ</translation>
    </message>
</context>
<context>
    <name>RollCells</name>
    <message>
        <source>is asked now</source>
        <translation>กำลังถาม</translation>
    </message>
    <message>
        <source>{choice}, is asked now</source>
        <translation>{choice} กำลังถามอีกครั้ง</translation>
    </message>
    <message>
        <source>if it decides</source>
        <translation>ลงเมื่อชี้ขาดได้</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>ยังไม่ได้ถาม</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>ว่าง</translation>
    </message>
    <message>
        <source>{choice}, left {time}</source>
        <translation>{choice} ออก {time}</translation>
    </message>
    <message>
        <source>ineligible</source>
        <translation>ไม่มีสิทธิ</translation>
    </message>
    <message>
        <source>{choice}, not counted</source>
        <translation>{choice} ไม่นับ</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>ออก {time}</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>ลา</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ขาด</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>ไม่อยู่</translation>
    </message>
</context>
<context>
    <name>RollLegend</name>
    <message>
        <source>Shift: all others</source>
        <translation>Shift: ที่เหลือทั้งหมด</translation>
    </message>
</context>
<context>
    <name>RoomColumn</name>
    <message>
        <source>present</source>
        <translation>มาประชุม</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>ทางไกล</translation>
    </message>
    <message>
        <source>left</source>
        <translation>ออกแล้ว</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>ลาประชุม</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ขาดประชุม</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>ถอนตัว</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>ผู้มาประชุมแทน</translation>
    </message>
    <message>
        <source>takes the chair</source>
        <translation>ทำหน้าที่ประธาน</translation>
    </message>
    <message>
        <source>times</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Add a guest</source>
        <translation>เพิ่มผู้เข้าร่วมประชุม</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>ผู้มาประชุม</translation>
    </message>
    <message>
        <source>{present} of {office} in office</source>
        <translation>{present} จาก {office} คน</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>ตั้งแต่ {time}</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>ครบองค์ประชุม</translation>
    </message>
    <message>
        <source>No quorum</source>
        <translation>ไม่ครบองค์ประชุม</translation>
    </message>
    <message>
        <source>Quorum unknown</source>
        <translation>ไม่ทราบองค์ประชุม</translation>
    </message>
    <message>
        <source>Roll not taken yet</source>
        <translation>ยังไม่ได้ขานชื่อ</translation>
    </message>
    <message>
        <source>needs {count}</source>
        <translation>ต้องมี {count}</translation>
    </message>
    <message>
        <source>{count} seats</source>
        <translation>{count} ตำแหน่ง</translation>
    </message>
    <message>
        <source>New votes will be marked as taken without a quorum.</source>
        <translation>การลงคะแนนจากนี้จะมีหมายเหตุว่าไม่ครบองค์ประชุม</translation>
    </message>
    <message>
        <source>Lawful without one: {motions}</source>
        <translation>สิ่งที่ทำได้เมื่อไม่ครบองค์ประชุม: {motions}</translation>
    </message>
    <message>
        <source>Type the codes of the absent, then Enter: all others are present.</source>
        <translation>พิมพ์รหัสผู้ไม่มาประชุมแล้วกด Enter ที่เหลือถือว่ามาประชุม</translation>
    </message>
    <message>
        <source>A code lets somebody come or leave. Shift and code only chooses.</source>
        <translation>กดรหัสเพื่อบันทึกเข้าหรือออก กด Shift พร้อมรหัสเพื่อเลือกอย่างเดียว</translation>
    </message>
</context>
<context>
    <name>RoomList</name>
    <message>
        <source>Room</source>
        <extracomment>digit: what it makes of the chosen person digit: what it asks for the chosen person</extracomment>
        <translation>ผู้มาประชุม</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message>
        <source>vacant</source>
        <translation>ว่าง</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>ออก {time}</translation>
    </message>
    <message>
        <source>may not vote</source>
        <translation>ไม่มีสิทธิ</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>มาสาย {time}</translation>
    </message>
    <message>
        <source>chairs</source>
        <translation>เป็นประธาน</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>แทน {name}</translation>
    </message>
    <message>
        <source>for {name}, no vote</source>
        <translation>แทน {name} ไม่มีสิทธิออกเสียง</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>ทางไกล</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>ลาประชุม</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ขาดประชุม</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>ถอนตัว</translation>
    </message>
    <message>
        <source>left</source>
        <translation>ออกแล้ว</translation>
    </message>
    <message>
        <source>present</source>
        <translation>มาประชุม</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ยังไม่มา</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>รหัส {code}</translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message>
        <source>Guests</source>
        <translation>ผู้เข้าร่วมประชุม</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>ชื่อ คั่นด้วยจุลภาค</translation>
    </message>
    <message>
        <source>Empty: here from the beginning. 1850 came, -2010 left, 1850-2010 both, r from elsewhere, e excused, a absent.</source>
        <translation>ว่าง: มาตั้งแต่ต้น 1850 มาภายหลัง -2010 ออกก่อน 1850-2010 ทั้งสอง r ทางไกล e ลา a ขาด</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>ผู้มาประชุม</translation>
    </message>
    <message>
        <source>as recorded: {state}</source>
        <translation>ตามที่บันทึกไว้: {state}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>ไม่บันทึก</translation>
    </message>
    <message>
        <source>Write 1850, -2010, r, e or a</source>
        <translation>เขียน 1850 -2010 r e หรือ a</translation>
    </message>
    <message>
        <source>here</source>
        <translation>มา</translation>
    </message>
    <message>
        <source>from elsewhere</source>
        <translation>ทางไกล</translation>
    </message>
    <message>
        <source>left</source>
        <translation>ออกแล้ว</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>ลาประชุม</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ขาดประชุม</translation>
    </message>
    <message>
        <source>excused: {reason}</source>
        <translation>ลาประชุม: {reason}</translation>
    </message>
    <message>
        <source>from elsewhere, {times}</source>
        <translation>ทางไกล {times}</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>มา {time}</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>ออก {time}</translation>
    </message>
</context>
<context>
    <name>RuleDetail</name>
    <message>
        <source>Remove our rule</source>
        <translation>ลบกติกาของเรา</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>กติกาทั้งหมด</translation>
    </message>
    <message>
        <source>Change our rule</source>
        <translation>แก้ไขกติกาของเรา</translation>
    </message>
    <message>
        <source>Change for this council</source>
        <translation>กำหนดเองสำหรับสภานี้</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>ยืนยันแล้ว</translation>
    </message>
    <message>
        <source>our rule does not bind</source>
        <translation>กติกาของเราใช้ไม่ได้</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>แต่ละชั้นกำหนดไว้อย่างไร</translation>
    </message>
    <message>
        <source>binds</source>
        <translation>มีผลบังคับ</translation>
    </message>
    <message>
        <source>Our rule is removed; Ctrl+Z brings it back</source>
        <translation>ลบกติกาของเราแล้ว กด Ctrl+Z เพื่อนำกลับมา</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>Empty: from now on</source>
        <translation>เว้นว่าง: ตั้งแต่บัดนี้</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>ใช้กติกานี้</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Article of your bylaws</source>
        <translation>ข้อในข้อบังคับของสภา</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>เหตุผล</translation>
    </message>
    <message>
        <source>It will read</source>
        <translation>ข้อความที่จะได้</translation>
    </message>
    <message>
        <source>The rules say the same without it.</source>
        <translation>กติกากำหนดไว้เช่นนี้อยู่แล้ว</translation>
    </message>
    <message>
        <source>The rule is kept</source>
        <translation>บันทึกกติกาแล้ว</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>By month, on a weekday</source>
        <translation>ทุกเดือน ตามวันในสัปดาห์</translation>
    </message>
    <message>
        <source>By month, on a day</source>
        <translation>ทุกเดือน ตามวันที่</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>ทุกสัปดาห์</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>ความถี่</translation>
    </message>
    <message>
        <source>Which one of the month</source>
        <translation>ครั้งที่เท่าใดของเดือน</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>วันสุดท้าย</translation>
    </message>
    <message>
        <source>Every how many</source>
        <translation>ทุกกี่</translation>
    </message>
    <message>
        <source>Meet all the same</source>
        <translation>ประชุมตามเดิม</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>เร็วขึ้นหนึ่งสัปดาห์</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>ช้าลงหนึ่งสัปดาห์</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>วันก่อนหน้า</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>วันถัดไป</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>งดประชุม</translation>
    </message>
    <message>
        <source>When it is a day off</source>
        <translation>ถ้าตรงวันหยุด</translation>
    </message>
    <message>
        <source>None</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>ปฏิทินวันหยุด</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>ครั้งที่</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>วัน</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Every …</source>
        <translation>ทุก …</translation>
    </message>
    <message>
        <source>Not in</source>
        <translation>ยกเว้นเดือน</translation>
    </message>
</context>
<context>
    <name>RuleInput</name>
    <message>
        <source>Not set</source>
        <translation>ไม่กำหนด</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ใช่</translation>
    </message>
    <message>
        <source>No</source>
        <translation>ไม่ใช่</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Majority of members</source>
        <translation>เกินกึ่งหนึ่งของสมาชิก</translation>
    </message>
    <message>
        <source>Majority of seats</source>
        <translation>เกินกึ่งหนึ่งของตำแหน่ง</translation>
    </message>
    <message>
        <source>Half of members</source>
        <translation>กึ่งหนึ่งของสมาชิก</translation>
    </message>
    <message>
        <source>Half of seats</source>
        <translation>กึ่งหนึ่งของตำแหน่ง</translation>
    </message>
    <message>
        <source>One third of members</source>
        <translation>หนึ่งในสามของสมาชิก</translation>
    </message>
    <message>
        <source>One third of seats</source>
        <translation>หนึ่งในสามของตำแหน่ง</translation>
    </message>
    <message>
        <source>A third of seats, at least 3</source>
        <translation>หนึ่งในสามของตำแหน่ง แต่ไม่น้อยกว่า 3</translation>
    </message>
    <message>
        <source>Two thirds of members</source>
        <translation>สองในสามของสมาชิก</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>องค์ประชุม</translation>
    </message>
    <message>
        <source>Majority of votes cast</source>
        <translation>เกินกึ่งหนึ่งของผู้ลงคะแนน</translation>
    </message>
    <message>
        <source>Majority of those present</source>
        <translation>เกินกึ่งหนึ่งของผู้มาประชุม</translation>
    </message>
    <message>
        <source>Majority of voters present</source>
        <translation>เกินกึ่งหนึ่งของผู้มีสิทธิที่มาประชุม</translation>
    </message>
    <message>
        <source>A motion needs</source>
        <translation>ญัตติต้องได้</translation>
    </message>
    <message>
        <source>A tie</source>
        <translation>คะแนนเสียงเท่ากัน</translation>
    </message>
    <message>
        <source>The chair votes</source>
        <translation>การออกเสียงของประธาน</translation>
    </message>
    <message>
        <source>Secret ballots</source>
        <translation>การลงคะแนนลับ</translation>
    </message>
    <message>
        <source>No seconder</source>
        <translation>ไม่ต้องมีผู้รับรองญัตติ</translation>
    </message>
    <message>
        <source>One seconder</source>
        <translation>ผู้รับรองญัตติ 1 คน</translation>
    </message>
    <message>
        <source>Two seconders</source>
        <translation>ผู้รับรองญัตติ 2 คน</translation>
    </message>
    <message>
        <source>A main motion needs</source>
        <translation>ญัตติหลักต้องมี</translation>
    </message>
    <message>
        <source>Are not printed</source>
        <translation>ไม่พิมพ์ชื่อ</translation>
    </message>
    <message>
        <source>Are printed</source>
        <translation>พิมพ์ชื่อ</translation>
    </message>
    <message>
        <source>Seconders in minutes</source>
        <translation>ผู้รับรองญัตติในรายงาน</translation>
    </message>
    <message>
        <source>{needed} of {count}</source>
        <translation>{needed} จาก {count}</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>ไม่เห็นชอบ</translation>
    </message>
    <message>
        <source>{count} for {members} members</source>
        <translation>{count} คน เมื่อมีสมาชิก {members} คน</translation>
    </message>
    <message>
        <source>Another rule</source>
        <translation>กติกาอื่น</translation>
    </message>
    <message>
        <source>Please confirm: {source}</source>
        <translation>โปรดยืนยัน: {source}</translation>
    </message>
    <message>
        <source>The council&apos;s own rule</source>
        <translation>ข้อบังคับของสภาเอง</translation>
    </message>
</context>
<context>
    <name>RulesList</name>
    <message>
        <source>Motion</source>
        <translation>ญัตติ</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>ลำดับ</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>ขัดจังหวะ</translation>
    </message>
    <message>
        <source>Seconders</source>
        <translation>ผู้รับรอง</translation>
    </message>
    <message>
        <source>Debate</source>
        <translation>อภิปราย</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>เกณฑ์คะแนน</translation>
    </message>
    <message>
        <source>Reconsider</source>
        <translation>ทบทวน</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Seats</source>
        <translation>จำนวนตำแหน่ง</translation>
    </message>
    <message>
        <source>Where your bylaws say otherwise, choose so; it is kept as your own rule.</source>
        <translation>หากข้อบังคับของท่านกำหนดไว้เป็นอย่างอื่น ให้เลือกตามนั้น ระบบจะเก็บไว้เป็นกติกาของท่านเอง</translation>
    </message>
    <message>
        <source>The council under this pack</source>
        <translation>สภาตามชุดกติกานี้</translation>
    </message>
    <message>
        <source>Each number below says where it comes from. Nothing here is legal advice.</source>
        <translation>ตัวเลขทุกตัวบอกที่มา ข้อมูลนี้ไม่ใช่คำปรึกษากฎหมาย</translation>
    </message>
    <message>
        <source>Which rules does the council live by?</source>
        <translation>สภาใช้กติกาใด</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Our rules</source>
        <translation>กติกาของเรา</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>เปรียบเทียบ</translation>
    </message>
    <message>
        <source>Try numbers</source>
        <translation>ลองตัวเลข</translation>
    </message>
    <message>
        <source>View</source>
        <translation>มุมมอง</translation>
    </message>
</context>
<context>
    <name>RulingFields</name>
    <message>
        <source>The chair&apos;s ruling</source>
        <translation>คำวินิจฉัยของประธาน</translation>
    </message>
    <message>
        <source>Reasons, or the answer</source>
        <translation>เหตุผลหรือคำตอบ</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ยังไม่วินิจฉัย</translation>
    </message>
</context>
<context>
    <name>RulingForm</name>
    <message>
        <source>The chair&apos;s ruling</source>
        <translation>คำวินิจฉัยของประธาน</translation>
    </message>
</context>
<context>
    <name>Rulings</name>
    <message>
        <source>open</source>
        <translation>ยังไม่ตัดสิน</translation>
    </message>
    <message>
        <source>rule met</source>
        <translation>เป็นไปตามกติกา</translation>
    </message>
    <message>
        <source>rule not met</source>
        <translation>ไม่เป็นไปตามกติกา</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}ที่แล้ว</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>อีก {time}</translation>
    </message>
    <message>
        <source>1 day {hours} h</source>
        <translation>1 วัน {hours} ชม.</translation>
    </message>
    <message>
        <source>{days} days {hours} h</source>
        <translation>{days} วัน {hours} ชม.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ชม. {minutes} นาที</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} นาที</translation>
    </message>
</context>
<context>
    <name>ScreenMark</name>
    <message>
        <source>Frozen</source>
        <translation>หยุดภาพไว้</translation>
    </message>
    <message>
        <source>Second screen frozen, Shift+F3 lets it follow</source>
        <translation>จอที่สองหยุดภาพไว้ กด Shift+F3 เพื่อให้ตามการประชุมต่อ</translation>
    </message>
    <message>
        <source>Second screen follows, Shift+F3 freezes it</source>
        <translation>จอที่สองตามการประชุม กด Shift+F3 เพื่อหยุดภาพไว้</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search people, motions, minutes</source>
        <translation>ค้นหาบุคคล ญัตติ รายงาน</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Bring in an earlier item</source>
        <translation>นำเรื่องเดิมเข้ามา</translation>
    </message>
    <message>
        <source>Words of the item, its motion or its notes</source>
        <translation>คำในเรื่อง ญัตติ หรือบันทึก</translation>
    </message>
    <message>
        <source>Search past items</source>
        <translation>ค้นหาเรื่องที่ผ่านมา</translation>
    </message>
    <message>
        <source>Past items found</source>
        <translation>เรื่องที่ผ่านมาที่พบ</translation>
    </message>
    <message>
        <source>Add to this agenda</source>
        <translation>เพิ่มในระเบียบวาระนี้</translation>
    </message>
    <message>
        <source>It comes at the end.</source>
        <translation>จะอยู่ท้ายระเบียบวาระ</translation>
    </message>
    <message>
        <source>It comes after {number}.</source>
        <translation>จะอยู่ถัดจาก {number}</translation>
    </message>
    <message>
        <source>Type a word or two; every earlier meeting is searched.</source>
        <translation>พิมพ์หนึ่งหรือสองคำ ระบบจะค้นการประชุมก่อนหน้าทุกครั้ง</translation>
    </message>
    <message>
        <source>No earlier item has these words. Try fewer, or another spelling.</source>
        <translation>ไม่มีเรื่องใดก่อนหน้านี้ที่มีคำเหล่านี้ ลองใช้คำน้อยลงหรือสะกดแบบอื่น</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>พบ {count} เรื่อง</translation>
    </message>
</context>
<context>
    <name>SeatsBoard</name>
    <message>
        <source>No seats yet</source>
        <translation>ยังไม่มีตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>Import a list of members, or say on the committees tab how many seats.</source>
        <translation>นำเข้ารายชื่อสมาชิก หรือกำหนดจำนวนตำแหน่งที่แท็บคณะกรรมการ</translation>
    </message>
    <message>
        <source>{held} of {all} filled</source>
        <translation>มีผู้ดำรง {held} จาก {all} ตำแหน่ง</translation>
    </message>
    <message>
        <source>{count} vacant</source>
        <translation>ว่าง {count} ตำแหน่ง</translation>
    </message>
    <message>
        <source>{count} terms end within 60 days</source>
        <translation>ครบวาระการดำรงตำแหน่งใน 60 วัน {count} คน</translation>
    </message>
    <message>
        <source>{seat}: vacant</source>
        <translation>{seat}: ว่าง</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>ตั้งแต่ {month}</translation>
    </message>
    <message>
        <source>to {month}</source>
        <translation>ถึง {month}</translation>
    </message>
    <message>
        <source>ends in {count} days</source>
        <translation>ครบกำหนดใน {count} วัน</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>ว่าง</translation>
    </message>
    <message>
        <source>Seat somebody</source>
        <translation>แต่งตั้ง</translation>
    </message>
    <message>
        <source>nobody has held it</source>
        <translation>ยังไม่เคยมีผู้ดำรง</translation>
    </message>
    <message>
        <source>since {day}, {count} days</source>
        <translation>ตั้งแต่ {day} ({count} วัน)</translation>
    </message>
</context>
<context>
    <name>SeriesForm</name>
    <message>
        <source>Series</source>
        <translation>การประชุมต่อเนื่อง</translation>
    </message>
    <message>
        <source>Plan more</source>
        <translation>กำหนดเพิ่ม</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>End</source>
        <translation>สิ้นสุด</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>สิ่งที่จะทำ</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>คณะ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>ระเบียบวาระการประชุม</translation>
    </message>
    <message>
        <source>Plan these meetings</source>
        <translation>กำหนดการประชุมเหล่านี้</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Minutes long</source>
        <translation>ใช้เวลา (นาที)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>ชื่อการประชุม</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>วันแรก</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>วันสุดท้าย</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>กลับ</translation>
    </message>
    <message>
        <source>Series of meetings</source>
        <translation>การประชุมต่อเนื่อง</translation>
    </message>
    <message>
        <source>A new series</source>
        <translation>การประชุมต่อเนื่องชุดใหม่</translation>
    </message>
    <message>
        <source>Empty for now</source>
        <translation>ยังไม่มีวาระ</translation>
    </message>
    <message>
        <source>Change the series from this day on</source>
        <translation>เปลี่ยนการประชุมต่อเนื่องตั้งแต่วันนี้ไป</translation>
    </message>
    <message>
        <source>End the series on this day</source>
        <translation>สิ้นสุดการประชุมต่อเนื่องในวันนี้</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>ใส่วันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Such as 18:30</source>
        <translation>เช่น 18.30</translation>
    </message>
    <message>
        <source>Such as 120</source>
        <translation>เช่น 120</translation>
    </message>
    <message>
        <source>Every meeting from this day on is free to change.</source>
        <translation>การประชุมตั้งแต่วันนี้ไปเปลี่ยนได้ทุกครั้ง</translation>
    </message>
    <message>
        <source>{number} on {day} stays: {why}</source>
        <translation>ครั้งที่ {number} วันที่ {day} คงเดิม: {why}</translation>
    </message>
    <message>
        <source>{count} meetings will be planned. Ctrl+Z takes all of them back.</source>
        <translation>จะกำหนดการประชุม {count} ครั้ง กด Ctrl+Z เพื่อย้อนกลับทั้งหมด</translation>
    </message>
    <message>
        <source>Meetings nobody has worked on are taken off the plan.</source>
        <translation>การประชุมที่ยังไม่มีผู้ใดจัดทำจะถูกนำออกจากแผน</translation>
    </message>
    <message>
        <source>{count} meetings are planned. Ctrl+Z takes them back.</source>
        <translation>กำหนดการประชุมแล้ว {count} ครั้ง กด Ctrl+Z เพื่อย้อนกลับ</translation>
    </message>
    <message>
        <source>{moved} moved, {made} new, {removed} taken off, {kept} left alone.</source>
        <translation>เลื่อน {moved} ครั้ง ใหม่ {made} ครั้ง นำออก {removed} ครั้ง คงเดิม {kept} ครั้ง</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Return</source>
        <translation>กลับไปที่ประชุม</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>Who has spoken</source>
        <translation>ใครอภิปรายแล้วบ้าง</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
</context>
<context>
    <name>SharesTable</name>
    <message>
        <source>Resident, no name given</source>
        <translation>ประชาชน ไม่แจ้งชื่อ</translation>
    </message>
    <message>
        <source>{count}× {time}</source>
        <translation>{count} ครั้ง {time}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>ผู้แสดงความคิดเห็น</translation>
    </message>
    <message>
        <source>On this item</source>
        <translation>ในวาระนี้</translation>
    </message>
    <message>
        <source>In this meeting</source>
        <translation>ในการประชุมนี้</translation>
    </message>
    <message>
        <source>Nobody has had the floor yet.</source>
        <translation>ยังไม่มีผู้อภิปราย</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Pages</source>
        <extracomment>route: (module in council.ui.pages, class, the place in the rail it belongs to)</extracomment>
        <translation>หน้า</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>ข้อมูลสภา</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>หน้าต่าง</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>ค้นหา</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ทำซ้ำ</translation>
    </message>
    <message>
        <source>Next colour scheme</source>
        <translation>ชุดสีถัดไป</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>ปุ่มทั้งหมด</translation>
    </message>
    <message>
        <source>Close this council</source>
        <translation>ปิดไฟล์สภานี้</translation>
    </message>
    <message>
        <source>Go to the notice</source>
        <translation>ไปที่หนังสือนัดประชุม</translation>
    </message>
    <message>
        <source>Taken back: {step}</source>
        <translation>ย้อนกลับแล้ว: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>ทำซ้ำแล้ว: {step}</translation>
    </message>
    <message>
        <source>A command by its name</source>
        <translation>เรียกคำสั่งด้วยชื่อ</translation>
    </message>
    <message>
        <source>The PDF could not be written to {folder}: {reason}</source>
        <translation>เขียน PDF ลงใน {folder} ไม่ได้: {reason}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Choose somebody: terms, attendance and votes stand here.</source>
        <translation>เลือกบุคคลเพื่อดูวาระการดำรงตำแหน่ง การมาประชุม และการลงคะแนน</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>ยังไม่ได้เลือกบุคคล</translation>
    </message>
</context>
<context>
    <name>SpeakerCard</name>
    <message>
        <source>has spoken {time}</source>
        <translation>อภิปรายแล้ว {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>เหลือ {time}</translation>
    </message>
    <message>
        <source>time is up, {time} over</source>
        <translation>หมดเวลา เกินมา {time}</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>อภิปรายแล้ว</translation>
    </message>
    <message>
        <source>left of {limit}</source>
        <translation>เหลือจาก {limit}</translation>
    </message>
    <message>
        <source>soon up, of {limit}</source>
        <translation>ใกล้หมดเวลา {limit}</translation>
    </message>
    <message>
        <source>over {limit}</source>
        <translation>เกินเวลา {limit}</translation>
    </message>
</context>
<context>
    <name>SpeakerForm</name>
    <message>
        <source>Leave empty for no name</source>
        <translation>เว้นว่างหากไม่ระบุชื่อ</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>ไม่แจ้ง</translation>
    </message>
    <message>
        <source>for</source>
        <translation>สนับสนุน</translation>
    </message>
    <message>
        <source>against</source>
        <translation>คัดค้าน</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>เป็นกลาง</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>ประชาชน</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ผู้เข้าร่วมประชุม</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>ความเห็น</translation>
    </message>
    <message>
        <source>Speaks as</source>
        <translation>ฐานะ</translation>
    </message>
    <message>
        <source>With a translator</source>
        <translation>พูดผ่านล่าม</translation>
    </message>
    <message>
        <source>The name may be printed</source>
        <translation>พิมพ์ชื่อได้</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>ผู้แสดงความคิดเห็น</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>นาที</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>สาระสำคัญ</translation>
    </message>
    <message>
        <source>Left empty: no limit</source>
        <translation>เว้นว่าง: ไม่จำกัดเวลา</translation>
    </message>
    <message>
        <source>Left empty: {time}</source>
        <translation>เว้นว่าง: {time}</translation>
    </message>
</context>
<context>
    <name>SpeakerLine</name>
    <message>
        <source>Line of speakers</source>
        <extracomment>digit: what it says of the chosen speaker</extracomment>
        <translation>ลำดับผู้ขออภิปราย</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>ไม่มีผู้รออภิปราย</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>และอีก {count} รายการ</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>รออยู่ {count} คน</translation>
    </message>
</context>
<context>
    <name>SpeakerPanel</name>
    <message>
        <source>Speakers</source>
        <translation>ผู้ขออภิปราย</translation>
    </message>
    <message>
        <source>for</source>
        <translation>สนับสนุน</translation>
    </message>
    <message>
        <source>against</source>
        <translation>คัดค้าน</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>เป็นกลาง</translation>
    </message>
    <message>
        <source>point of order</source>
        <translation>ประท้วง</translation>
    </message>
    <message>
        <source>one minute more</source>
        <translation>เพิ่มหนึ่งนาที</translation>
    </message>
    <message>
        <source>translator</source>
        <translation>มีล่าม</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>ประชาชน</translation>
    </message>
    <message>
        <source>next</source>
        <translation>คนถัดไป</translation>
    </message>
    <message>
        <source>name and words</source>
        <translation>ชื่อและคำพูด</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>ถอนชื่อ</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>รออยู่ {count} คน</translation>
    </message>
    <message>
        <source>Resident, no name given</source>
        <translation>ประชาชน ไม่แจ้งชื่อ</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>แขก</translation>
    </message>
    <message>
        <source>paused for the vote</source>
        <translation>พักระหว่างลงมติ</translation>
    </message>
    <message>
        <source>has spoken {count} of {most} times</source>
        <translation>อภิปรายแล้ว {count} จาก {most} ครั้ง</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>หยุดเวลา</translation>
    </message>
    <message>
        <source>A code asks for the floor. Enter gives it, Space stops the clock.</source>
        <translation>พิมพ์รหัสสมาชิกเพื่อขออภิปราย Enter ให้อภิปราย Space หยุดเวลา</translation>
    </message>
    <message>
        <source>Resident asks for the floor</source>
        <translation>ประชาชนขอพูด</translation>
    </message>
    <message>
        <source>Next speaker</source>
        <translation>ให้คนถัดไปอภิปราย</translation>
    </message>
    <message>
        <source>has spoken {count} times</source>
        <translation>อภิปรายแล้ว {count} ครั้ง</translation>
    </message>
    <message>
        <source>has spoken once</source>
        <translation>อภิปรายแล้ว 1 ครั้ง</translation>
    </message>
    <message>
        <source>not in the room</source>
        <translation>ไม่อยู่ในที่ประชุม</translation>
    </message>
    <message>
        <source>{count} for</source>
        <translation>สนับสนุน {count}</translation>
    </message>
    <message>
        <source>{count} against</source>
        <translation>คัดค้าน {count}</translation>
    </message>
    <message>
        <source>{count} neutral</source>
        <translation>เป็นกลาง {count}</translation>
    </message>
    <message>
        <source>Written: {parts}</source>
        <translation>เป็นหนังสือ: {parts}</translation>
    </message>
</context>
<context>
    <name>Speakers</name>
    <message>
        <source>Speakers</source>
        <translation>ผู้ขออภิปราย</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Sound when a speaker&apos;s time is up, on or off</source>
        <translation>เปิดหรือปิดเสียงเมื่อหมดเวลาอภิปราย</translation>
    </message>
    <message>
        <source>Next speaker</source>
        <translation>ให้คนถัดไปอภิปราย</translation>
    </message>
    <message>
        <source>Stop the speaker&apos;s clock, or go on</source>
        <translation>หยุดเวลาอภิปราย หรือเดินต่อ</translation>
    </message>
    <message>
        <source>Who has spoken</source>
        <translation>ใครอภิปรายแล้วบ้าง</translation>
    </message>
    <message>
        <source>Resident asks for the floor</source>
        <translation>ประชาชนขอพูด</translation>
    </message>
    <message>
        <source>Speaking times</source>
        <translation>เวลาอภิปราย</translation>
    </message>
    <message>
        <source>Written comments</source>
        <translation>ความคิดเห็นเป็นหนังสือ</translation>
    </message>
    <message>
        <source>The rules give no more time for a translator.</source>
        <translation>ข้อบังคับไม่ได้ให้เวลาเพิ่มเมื่อใช้ล่าม</translation>
    </message>
    <message>
        <source>There is no limit on this speaker&apos;s time.</source>
        <translation>ผู้อภิปรายคนนี้ไม่มีกำหนดเวลา</translation>
    </message>
    <message>
        <source>{name}: the time is soon up.</source>
        <translation>{name}: ใกล้หมดเวลาแล้ว</translation>
    </message>
    <message>
        <source>{name}: time is up.</source>
        <translation>{name}: หมดเวลาแล้ว</translation>
    </message>
    <message>
        <source>A sound is heard when a speaker&apos;s time is up.</source>
        <translation>จะมีเสียงเมื่อหมดเวลาอภิปราย</translation>
    </message>
    <message>
        <source>No sound: the clock flashes, and says it in words.</source>
        <translation>ไม่มีเสียง: นาฬิกาจะกะพริบและแจ้งเป็นข้อความ</translation>
    </message>
</context>
<context>
    <name>SpokenLine</name>
    <message>
        <source>Number of the item</source>
        <translation>เลขที่ระเบียบวาระ</translation>
    </message>
    <message>
        <source>The agenda has no item with this number.</source>
        <translation>ไม่มีเรื่องเลขที่นี้ในระเบียบวาระ</translation>
    </message>
</context>
<context>
    <name>StaleChoice</name>
    <message>
        <source>Keep mine</source>
        <translation>คงที่ปรับเอง</translation>
    </message>
    <message>
        <source>Take new</source>
        <translation>ใช้ข้อความใหม่</translation>
    </message>
    <message>
        <source>the record has changed</source>
        <translation>ข้อเท็จจริงเปลี่ยนแล้ว</translation>
    </message>
    <message>
        <source>It would now say:</source>
        <translation>ข้อความใหม่:</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>Open a council</source>
        <translation>เปิดไฟล์สภา</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>เริ่มต้น</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>รุ่น {number}</translation>
    </message>
    <message>
        <source>{file} · not there now</source>
        <translation>{file} · ไม่พบไฟล์ในขณะนี้</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>วันนี้ {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>เมื่อวาน {time}</translation>
    </message>
    <message>
        <source>New council</source>
        <translation>สภาใหม่</translation>
    </message>
    <message>
        <source>Three short pages: place, rules, people.</source>
        <translation>สามหน้าสั้น ๆ: สถานที่ กติกา บุคคล</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>เปิดไฟล์</translation>
    </message>
    <message>
        <source>A .council file, or a backup of one.</source>
        <translation>ไฟล์ .council หรือไฟล์สำรอง</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>ลองใช้ตัวอย่าง</translation>
    </message>
    <message>
        <source>A finished year to look around in. Nothing can break.</source>
        <translation>ข้อมูลตัวอย่างหนึ่งปีเต็ม ลองได้ทุกอย่างโดยไม่มีอะไรเสียหาย</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Works offline</source>
        <translation>ใช้งานได้โดยไม่ต่อเน็ต</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>กำลังบันทึก…</translation>
    </message>
</context>
<context>
    <name>StayForm</name>
    <message>
        <source>Came</source>
        <translation>มา</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>ออก</translation>
    </message>
    <message>
        <source>Why not there</source>
        <translation>เหตุผลที่ไม่มา</translation>
    </message>
    <message>
        <source>Why recused</source>
        <translation>เหตุผลที่ถอนตัว</translation>
    </message>
    <message>
        <source>Times of a person</source>
        <translation>เวลามาและออกของบุคคล</translation>
    </message>
    <message>
        <source>Left empty: still there. Both empty: the line goes.</source>
        <translation>ไม่ใส่เวลาออก: ยังอยู่ ไม่ใส่ทั้งสองช่อง: ลบช่วงนี้</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>ทางไกล</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ช่วงใหม่</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>ในห้องประชุม</translation>
    </message>
    <message>
        <source>{name}, came, line {number}</source>
        <translation>{name} เวลามา บรรทัด {number}</translation>
    </message>
    <message>
        <source>{name}, left, line {number}</source>
        <translation>{name} เวลาออก บรรทัด {number}</translation>
    </message>
    <message>
        <source>Write a time, such as 18:30.</source>
        <translation>พิมพ์เวลา เช่น 18.30</translation>
    </message>
    <message>
        <source>Nothing is recorded of this person yet: type the code first.</source>
        <translation>ยังไม่มีบันทึกของบุคคลนี้ โปรดพิมพ์รหัสก่อน</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Place</source>
        <translation>สถานที่</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>กติกา</translation>
    </message>
    <message>
        <source>People</source>
        <translation>บุคคล</translation>
    </message>
</context>
<context>
    <name>SubstituteForm</name>
    <message>
        <source>Name of the substitute</source>
        <translation>ชื่อผู้มาประชุมแทน</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>ผู้ที่มา</translation>
    </message>
    <message>
        <source>In the place of</source>
        <translation>มาแทน</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>ผู้มาประชุมแทน</translation>
    </message>
    <message>
        <source>The substitute has the member&apos;s vote.</source>
        <translation>ผู้มาประชุมแทนออกเสียงแทนสมาชิกได้</translation>
    </message>
    <message>
        <source>The substitute attends without a vote.</source>
        <translation>ผู้มาประชุมแทนเข้าร่วมโดยไม่มีสิทธิออกเสียง</translation>
    </message>
    <message>
        <source>The rules let nobody come in a member&apos;s place; it is recorded with that remark.</source>
        <translation>กติกาไม่ให้ผู้ใดมาประชุมแทนสมาชิก ระบบจะบันทึกพร้อมหมายเหตุนี้</translation>
    </message>
    <message>
        <source>The rules do not say whether a substitute votes: there is no vote.</source>
        <translation>กติกาไม่ได้ระบุว่าผู้มาประชุมแทนออกเสียงได้หรือไม่: ไม่มีสิทธิออกเสียง</translation>
    </message>
    <message>
        <source>New: will be put on file</source>
        <translation>ชื่อใหม่: จะเพิ่มในทะเบียนบุคคล</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>มีในทะเบียนบุคคล</translation>
    </message>
    <message>
        <source>Say in whose place, by a code or a name of a member away.</source>
        <translation>โปรดระบุว่ามาแทนใคร ด้วยรหัสหรือชื่อของสมาชิกที่ไม่อยู่</translation>
    </message>
</context>
<context>
    <name>TemplatesPanel</name>
    <message>
        <source>Templates</source>
        <translation>แม่แบบระเบียบวาระ</translation>
    </message>
    <message>
        <source>Every meeting</source>
        <translation>ทุกการประชุม</translation>
    </message>
    <message>
        <source>For which meetings</source>
        <translation>ใช้กับการประชุม</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>เวลาเป็นนาที</translation>
    </message>
    <message>
        <source>Name of the new template</source>
        <translation>ชื่อแม่แบบใหม่</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Only the top level</source>
        <translation>เฉพาะระดับบนสุด</translation>
    </message>
    <message>
        <source>Put on the agenda</source>
        <translation>ใส่ในระเบียบวาระ</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>แก้ไข</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จ</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>เก็บเป็นแม่แบบ</translation>
    </message>
    <message>
        <source>Add an item below</source>
        <translation>เพิ่มเรื่องด้านล่าง</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>เลื่อนขึ้น (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>เลื่อนลง (Alt+Down)</translation>
    </message>
    <message>
        <source>One level deeper (Alt+Right)</source>
        <translation>ย่อยลงหนึ่งระดับ (Alt+Right)</translation>
    </message>
    <message>
        <source>One level up (Alt+Left)</source>
        <translation>ขึ้นหนึ่งระดับ (Alt+Left)</translation>
    </message>
    <message>
        <source>Remove the item (Delete)</source>
        <translation>ลบเรื่อง (Delete)</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>เรื่องใหม่</translation>
    </message>
    <message>
        <source>Keep this agenda as a template</source>
        <translation>เก็บระเบียบวาระนี้เป็นแม่แบบ</translation>
    </message>
    <message>
        <source>every meeting</source>
        <translation>ทุกการประชุม</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 เรื่อง</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} เรื่อง</translation>
    </message>
    <message>
        <source>comes with the program; changing it makes your own copy</source>
        <translation>มากับโปรแกรม เมื่อแก้ไขจะได้สำเนาของสภา</translation>
    </message>
    <message>
        <source>Type a name for the template first.</source>
        <translation>พิมพ์ชื่อแม่แบบก่อน</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ถึง</translation>
    </message>
    <message>
        <source>Ended because</source>
        <translation>เหตุที่พ้นจากตำแหน่ง</translation>
    </message>
</context>
<context>
    <name>ThreadPanel</name>
    <message>
        <source>This matter before</source>
        <translation>เรื่องนี้ที่ผ่านมา</translation>
    </message>
    <message>
        <source>Bring in an earlier item</source>
        <translation>นำเรื่องเดิมเข้ามา</translation>
    </message>
    <message>
        <source>{title}: it stands on an agenda for the first time.</source>
        <translation>{title}: บรรจุในระเบียบวาระเป็นครั้งแรก</translation>
    </message>
    <message>
        <source>{title}: once on another agenda.</source>
        <translation>{title}: เคยอยู่ในระเบียบวาระอื่นหนึ่งครั้ง</translation>
    </message>
    <message>
        <source>{title}: {count} times on other agendas.</source>
        <translation>{title}: เคยอยู่ในระเบียบวาระอื่น {count} ครั้ง</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>this agenda</source>
        <translation>ระเบียบวาระนี้</translation>
    </message>
    <message>
        <source>No motion. {state}</source>
        <translation>ไม่มีญัตติ {state}</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>ยังไม่มีมติ</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Photo {name}</source>
        <translation>ภาพถ่าย {name}</translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>such as 2 or 2:30</source>
        <translation>เช่น 2 หรือ 2:30</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>ถึงเมื่อใด</translation>
    </message>
    <message>
        <source>Minutes for each speaker</source>
        <translation>เวลาต่อผู้อภิปรายหนึ่งคน (นาที)</translation>
    </message>
    <message>
        <source>Report back by</source>
        <translation>รายงานกลับภายใน</translation>
    </message>
    <message>
        <source>Debate ends at</source>
        <translation>ปิดอภิปรายเวลา</translation>
    </message>
    <message>
        <source>The meeting goes on at</source>
        <translation>ประชุมต่อเมื่อ</translation>
    </message>
    <message>
        <source>Down arrow: {meeting}</source>
        <translation>กดลูกศรลง: {meeting}</translation>
    </message>
    <message>
        <source>Write minutes, such as 2 or 2:30.</source>
        <translation>โปรดพิมพ์เป็นนาที เช่น 2 หรือ 2:30</translation>
    </message>
    <message>
        <source>meeting {number}, {when}</source>
        <translation>การประชุมครั้งที่ {number} {when}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Correct a line of the timeline</source>
        <translation>แก้ไขบรรทัดในลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation>กรองลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>This line follows from others. Correct the line it follows from.</source>
        <translation>บรรทัดนี้เป็นผลจากบรรทัดอื่น โปรดแก้ไขบรรทัดที่เป็นต้นเหตุ</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Filter the timeline</source>
        <translation>กรองลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>ลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>Words to look for in the timeline</source>
        <translation>คำที่ต้องการหาในลำดับเหตุการณ์</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>แสดงบรรทัดใด</translation>
    </message>
    <message>
        <source>What happens is written here by itself.</source>
        <translation>เหตุการณ์ในที่ประชุมจะแสดงที่นี่โดยอัตโนมัติ</translation>
    </message>
    <message>
        <source>No line says this. Esc shows all lines again.</source>
        <translation>ไม่มีบรรทัดใดตรงกับคำนี้ กด Esc เพื่อแสดงทุกบรรทัด</translation>
    </message>
    <message>
        <source>{shown} of {all} lines</source>
        <translation>{shown} จาก {all} บรรทัด</translation>
    </message>
    <message>
        <source>press a line to correct it</source>
        <translation>คลิกบรรทัดเพื่อแก้ไข</translation>
    </message>
</context>
<context>
    <name>TimesCard</name>
    <message>
        <source>Called to order</source>
        <translation>เริ่มประชุม</translation>
    </message>
    <message>
        <source>Presiding</source>
        <translation>ประธานในที่ประชุม</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>รหัสหรือชื่อ</translation>
    </message>
    <message>
        <source>Chair handed to</source>
        <translation>มอบหน้าที่ประธานให้</translation>
    </message>
    <message>
        <source>Code and time</source>
        <translation>รหัสและเวลา</translation>
    </message>
    <message>
        <source>Recess</source>
        <translation>พักการประชุม</translation>
    </message>
    <message>
        <source>Adjourned</source>
        <translation>เลิกประชุม</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>เวลา</translation>
    </message>
    <message>
        <source>Nobody on the roster</source>
        <translation>ไม่มีในรายชื่อ</translation>
    </message>
    <message>
        <source>Write code and time, such as K 1950</source>
        <translation>เขียนรหัสและเวลา เช่น K 1950</translation>
    </message>
    <message>
        <source>Write a time, such as 1830</source>
        <translation>เขียนเวลา เช่น 1830</translation>
    </message>
    <message>
        <source>Write from and to, such as 1910-1920</source>
        <translation>เขียนตั้งแต่และถึง เช่น 1910-1920</translation>
    </message>
</context>
<context>
    <name>TimesForm</name>
    <message>
        <source>Members, minutes</source>
        <translation>สมาชิก (นาที)</translation>
    </message>
    <message>
        <source>Residents, minutes</source>
        <translation>ประชาชน (นาที)</translation>
    </message>
    <message>
        <source>Speaking times of this meeting</source>
        <translation>เวลาอภิปรายของการประชุมนี้</translation>
    </message>
    <message>
        <source>Left empty: no limit</source>
        <translation>เว้นว่าง: ไม่จำกัดเวลา</translation>
    </message>
    <message>
        <source>Left empty: {time}, by {source}</source>
        <translation>เว้นว่าง: {time} ตาม {source}</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>quorum {count}</source>
        <translation>องค์ประชุม {count}</translation>
    </message>
    <message>
        <source>Present, last {count} meetings</source>
        <translation>ผู้มาประชุม {count} ครั้งล่าสุด</translation>
    </message>
    <message>
        <source>average {number}</source>
        <translation>เฉลี่ย {number} คน</translation>
    </message>
    <message>
        <source>{count} carried</source>
        <translation>เห็นชอบ {count}</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>ไม่เห็นชอบ {count}</translation>
    </message>
    <message>
        <source>{count} other</source>
        <translation>อื่น ๆ {count}</translation>
    </message>
    <message>
        <source>Decisions, last {count} meetings</source>
        <translation>มติ {count} ครั้งล่าสุด</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>วันนี้</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>การประชุมใหม่</translation>
    </message>
    <message>
        <source>When a meeting has decided on a motion, it stands here with its votes.</source>
        <translation>เมื่อที่ประชุมลงมติญัตติใดแล้ว ญัตติและผลคะแนนจะแสดงที่นี่</translation>
    </message>
    <message>
        <source>No decisions yet</source>
        <translation>ยังไม่มีมติ</translation>
    </message>
    <message>
        <source>Plan it: the agenda, the notice and the minutes grow from there.</source>
        <translation>เริ่มนัดประชุม แล้วจัดทำระเบียบวาระ หนังสือนัดประชุม และรายงานการประชุมต่อไป</translation>
    </message>
    <message>
        <source>No meeting is planned</source>
        <translation>ยังไม่มีนัดประชุม</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>นัดประชุม</translation>
    </message>
    <message>
        <source>Nothing waits. All is done.</source>
        <translation>ไม่มีเรื่องค้าง ดำเนินการครบแล้ว</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>และอีก {count} รายการ</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>รอดำเนินการ</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>มติล่าสุด</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>มติทั้งหมด</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Undo</source>
        <translation>ย้อนกลับ</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ทำซ้ำ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Seats</source>
        <translation>ตำแหน่ง</translation>
    </message>
    <message>
        <source>In office</source>
        <translation>ดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>มาประชุม</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>ทางไกล</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>ถอนตัว</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>ไม่เห็นชอบ</translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation>งดออกเสียง</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>ไม่ลงคะแนน</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>ผลการวินิจฉัย</translation>
    </message>
    <message>
        <source>Kind of motion</source>
        <translation>ประเภทญัตติ</translation>
    </message>
    <message>
        <source>Way of voting</source>
        <translation>วิธีลงคะแนน</translation>
    </message>
    <message>
        <source>None</source>
        <translation>ไม่มี</translation>
    </message>
    <message>
        <source>Casting vote</source>
        <translation>เสียงชี้ขาดของประธาน</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>วันที่</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>เริ่มเวลา</translation>
    </message>
    <message>
        <source>Our rules</source>
        <translation>กติกาของเรา</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>การนัดประชุม</translation>
    </message>
    <message>
        <source>Rules to try</source>
        <translation>ชุดกติกาที่จะลอง</translation>
    </message>
    <message>
        <source>Nothing here goes into the record.</source>
        <translation>ตัวเลขนี้ไม่ถูกบันทึก</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>ต้องเป็นจำนวนเต็ม</translation>
    </message>
    <message>
        <source>Write a day, such as 19 Nov 2026.</source>
        <translation>ใส่วันที่ เช่น 19 พ.ย. 2569</translation>
    </message>
    <message>
        <source>Write a time, such as 18:30.</source>
        <translation>ใส่เวลา เช่น 18.30</translation>
    </message>
    <message>
        <source>Notice: {sum}</source>
        <translation>การนัดประชุม: {sum}</translation>
    </message>
    <message>
        <source>Our rules: {name}</source>
        <translation>กติกาของเรา: {name}</translation>
    </message>
    <message>
        <source>No vote</source>
        <translation>ไม่ลงคะแนน</translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation>วินิจฉัยไม่ได้</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>ไม่เห็นชอบ</translation>
    </message>
</context>
<context>
    <name>VacantSeat</name>
    <message>
        <source>Who takes it</source>
        <translation>ผู้เข้าดำรงตำแหน่ง</translation>
    </message>
    <message>
        <source>From</source>
        <translation>ตั้งแต่</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>แต่งตั้ง</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>เพิ่มบุคคลใหม่</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>หน้าที่</translation>
    </message>
    <message>
        <source>Name of the seat</source>
        <translation>ชื่อตำแหน่งสมาชิก</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>ประเภท</translation>
    </message>
    <message>
        <source>This seat is vacant.</source>
        <translation>ตำแหน่งนี้ว่าง</translation>
    </message>
    <message>
        <source>Everybody on file has a seat here. Add somebody new.</source>
        <translation>ทุกคนในไฟล์มีตำแหน่งในคณะนี้แล้ว โปรดเพิ่มบุคคลใหม่</translation>
    </message>
</context>
<context>
    <name>VoicePanel</name>
    <message>
        <source>What the chair declares</source>
        <translation>ผลที่ประธานประกาศ</translation>
    </message>
    <message>
        <source>The ayes have it</source>
        <translation>เสียงเห็นชอบข้างมาก</translation>
    </message>
    <message>
        <source>The noes have it</source>
        <translation>เสียงไม่เห็นชอบข้างมาก</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>ขอให้นับคะแนน</translation>
    </message>
    <message>
        <source>If nobody objects, Enter declares it carried. Esc: somebody objects.</source>
        <translation>หากไม่มีผู้คัดค้าน กด Enter เพื่อประกาศว่าเห็นชอบ หากมีผู้คัดค้าน กด Esc</translation>
    </message>
    <message>
        <source>If the room acclaims it, Enter declares it carried. Esc: it is to be counted.</source>
        <translation>หากที่ประชุมปรบมือเห็นชอบ กด Enter เพื่อประกาศว่าเห็นชอบ กด Esc หากต้องนับคะแนน</translation>
    </message>
</context>
<context>
    <name>VotePanel</name>
    <message>
        <source>Declare</source>
        <translation>ประกาศผล</translation>
    </message>
    <message>
        <source>Declared otherwise</source>
        <translation>ประกาศผลต่างไป</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>ไม่มีเกณฑ์</translation>
    </message>
    <message>
        <source>Here the chair declares it anyway.</source>
        <translation>วิธีนี้ประธานเป็นผู้ประกาศผลอยู่แล้ว</translation>
    </message>
    <message>
        <source>Only a roll call has an order: take the vote with F5, then 4.</source>
        <translation>มีเฉพาะการลงคะแนนโดยเรียกชื่อที่มีลำดับ กด F5 แล้วกด 4</translation>
    </message>
    <message>
        <source>These are names: take the vote by roll call (Esc, F5, 4), then paste.</source>
        <translation>ข้อความนี้เป็นรายชื่อ กรุณาลงคะแนนโดยเรียกชื่อ (Esc, F5, 4) แล้ววางใหม่</translation>
    </message>
    <message>
        <source>No numbers to paste. Copy them as 7-4-1: yes, no, abstaining.</source>
        <translation>ไม่มีตัวเลขให้วาง กรุณาคัดลอกแบบ 7-4-1: เห็นชอบ ไม่เห็นชอบ งดออกเสียง</translation>
    </message>
    <message>
        <source>Nobody presides over this meeting.</source>
        <translation>ยังไม่มีประธานในที่ประชุม</translation>
    </message>
    <message>
        <source>Say who has it first: Y or N.</source>
        <translation>โปรดระบุผลก่อน: Y หรือ N</translation>
    </message>
    <message>
        <source>Type the numbers first.</source>
        <translation>โปรดพิมพ์จำนวนก่อน</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>ยังไม่มีผู้ลงคะแนน</translation>
    </message>
</context>
<context>
    <name>VoteRemarks</name>
    <message>
        <source>Declared before: {outcome}. Put it right; Enter declares it again.</source>
        <translation>เดิมประกาศว่า {outcome} กรุณาแก้ไขให้ถูกต้อง แล้วกด Enter เพื่อประกาศใหม่</translation>
    </message>
    <message>
        <source>Declared {outcome} at {time}. Put it right; Enter declares it again, Esc lets it stand as it was.</source>
        <translation>ประกาศว่า {outcome} เมื่อ {time} น. กรุณาแก้ไขให้ถูกต้อง แล้วกด Enter เพื่อประกาศใหม่ หรือกด Esc เพื่อคงผลเดิม</translation>
    </message>
    <message>
        <source>No quorum: {present} present, {needed} needed. The vote is marked as taken without one.</source>
        <translation>ไม่ครบองค์ประชุม: มาประชุม {present} คน ต้องมี {needed} คน การลงคะแนนนี้จะบันทึกว่าลงโดยไม่ครบองค์ประชุม</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <source>not yet declared</source>
        <translation>ยังไม่ประกาศผล</translation>
    </message>
    <message>
        <source>No objection: carried without a count.</source>
        <translation>ไม่มีผู้คัดค้าน: เห็นชอบโดยไม่ต้องนับคะแนน</translation>
    </message>
    <message>
        <source>By acclamation: carried without a count.</source>
        <translation>เห็นชอบโดยการปรบมือ ไม่ต้องนับคะแนน</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>เห็นชอบ</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>ยังไม่ทราบผล</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>รอคะแนน</translation>
    </message>
    <message>
        <source>Yes–No–Abst.</source>
        <translation>เห็น–ไม่–งด</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>ฐาน</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>ต้องได้</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>ได้</translation>
    </message>
    <message>
        <source>By voice: what the chair hears is what counts.</source>
        <translation>ออกเสียงด้วยวาจา: เป็นไปตามที่ประธานประกาศ</translation>
    </message>
    <message>
        <source>Y or N</source>
        <translation>Y หรือ N</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>ไม่เห็นชอบ</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>เสียงเท่ากัน</translation>
    </message>
    <message>
        <source>{count} to answer</source>
        <translation>เหลือ {count} คน</translation>
    </message>
    <message>
        <source>no votes yet</source>
        <translation>ยังไม่มีคะแนน</translation>
    </message>
    <message>
        <source>{left} left: no change.</source>
        <translation>เหลือ {left} คน ผลไม่เปลี่ยน</translation>
    </message>
    <message>
        <source>{left} left.</source>
        <translation>เหลือ {left} คน</translation>
    </message>
    <message>
        <source>{left} left, one more yes carries it.</source>
        <translation>เหลือ {left} คน เห็นชอบอีก 1 เสียงจะผ่าน</translation>
    </message>
    <message>
        <source>{left} left, {more} more yes carry it.</source>
        <translation>เหลือ {left} คน เห็นชอบอีก {more} เสียงจะผ่าน</translation>
    </message>
    <message>
        <source>A tie: lost, unless the chair votes yes.</source>
        <translation>เท่ากัน: ตกไป เว้นแต่ประธานเห็นชอบ</translation>
    </message>
    <message>
        <source>A tie is lost.</source>
        <translation>คะแนนเสียงเท่ากัน: ญัตติตกไป</translation>
    </message>
    <message>
        <source>The rules give no outcome: Enter records what the chair declares.</source>
        <translation>กติกาให้ผลไม่ได้ กด Enter เพื่อบันทึกตามที่ประธานประกาศ</translation>
    </message>
    <message>
        <source>By the rules this is: {computed}. Enter records that the chair declared it: {declared}, and that the rules say otherwise.</source>
        <translation>ตามกติกาผลคือ {computed} หากกด Enter จะบันทึกว่าประธานประกาศ {declared} และกติกาให้ผลต่างไป</translation>
    </message>
    <message>
        <source>{total} votes, but only {entitled} may vote here.</source>
        <translation>คะแนน {total} เสียง แต่มีผู้มีสิทธิลงคะแนนที่นี่เพียง {entitled} คน</translation>
    </message>
    <message>
        <source>{total} votes, but the council has only {members} members.</source>
        <translation>คะแนน {total} เสียง แต่สภามีสมาชิกเพียง {members} คน</translation>
    </message>
    <message>
        <source>{count} who stay silent, but only {entitled} may vote here.</source>
        <translation>ไม่ลงคะแนน {count} คน แต่มีผู้มีสิทธิลงคะแนนที่นี่เพียง {entitled} คน</translation>
    </message>
    <message>
        <source>These are only numbers: a roll call needs names with answers.</source>
        <translation>ข้อความนี้มีแต่ตัวเลข การเรียกชื่อต้องมีรายชื่อพร้อมคำตอบ</translation>
    </message>
    <message>
        <source>Nothing to paste: copy lines such as “Haddad yes”.</source>
        <translation>ไม่มีข้อมูลให้วาง กรุณาคัดลอกบรรทัดเช่น “สมชาย เห็นชอบ”</translation>
    </message>
    <message>
        <source>Not understood: {names}. Answer for them by their letters.</source>
        <translation>อ่านไม่เข้าใจ: {names} กรุณาลงคะแนนให้ด้วยตัวอักษรประจำตัว</translation>
    </message>
    <message>
        <source>Two different answers: {names}. Nothing was taken for them.</source>
        <translation>มีคำตอบสองแบบ: {names} จึงไม่ได้บันทึกของบุคคลนี้</translation>
    </message>
    <message>
        <source>{count} gave no vote; by the rules all present vote or abstain.</source>
        <translation>{count} คนไม่ได้ลงคะแนน ตามกติกาผู้มาประชุมทุกคนต้องลงคะแนนหรืองดออกเสียง</translation>
    </message>
</context>
<context>
    <name>Voting</name>
    <message>
        <source>Meeting</source>
        <translation>การประชุม</translation>
    </message>
    <message>
        <source>Declare otherwise than the rules say</source>
        <translation>ประกาศผลต่างจากกติกา</translation>
    </message>
    <message>
        <source>Take back the result</source>
        <translation>ถอนการประกาศผล</translation>
    </message>
    <message>
        <source>Another order of the roll call</source>
        <translation>เปลี่ยนลำดับการเรียกชื่อ</translation>
    </message>
    <message>
        <source>Take the vote</source>
        <translation>ลงคะแนน</translation>
    </message>
    <message>
        <source>Declared: {outcome}. Ctrl+Backspace takes it back.</source>
        <translation>ประกาศแล้ว: {outcome} กด Ctrl+Backspace เพื่อถอนการประกาศ</translation>
    </message>
    <message>
        <source>No motion is pending.</source>
        <translation>ไม่มีญัตติที่กำลังพิจารณา</translation>
    </message>
    <message>
        <source>No vote was declared in this meeting yet.</source>
        <translation>การประชุมนี้ยังไม่มีการประกาศผลการลงคะแนน</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>approved</source>
        <extracomment>what waits has more room than this only while nothing is published</extracomment>
        <translation>รับรองแล้ว</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>ปิดประกาศแล้ว</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ฉบับร่าง</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>เผยแพร่</translation>
    </message>
</context>
<context>
    <name>WindowCard</name>
    <message>
        <source>As the system</source>
        <translation>ตามระบบ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>สว่าง</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>มืด</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ความคมชัดสูง</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>ชุดสี</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>ขนาด</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>ชื่อย่อของท่าน</translation>
    </message>
    <message>
        <source>Remind me when an agenda has to be posted, also outside the window</source>
        <translation>เตือนเมื่อต้องปิดประกาศระเบียบวาระ รวมถึงนอกหน้าต่างโปรแกรม</translation>
    </message>
    <message>
        <source>They stand in this council&apos;s history beside what you do from now on.</source>
        <translation>แสดงในประวัติของสภานี้ข้างสิ่งที่ท่านทำนับจากนี้</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L goes from one to the next.</source>
        <translation>กด Ctrl+Shift+L เพื่อเปลี่ยนเป็นชุดถัดไป</translation>
    </message>
    <message>
        <source>This window, on this computer</source>
        <translation>หน้าต่างนี้ บนเครื่องนี้</translation>
    </message>
    <message>
        <source>From the next start of the program.</source>
        <translation>มีผลเมื่อเปิดโปรแกรมครั้งต่อไป</translation>
    </message>
    <message>
        <source>Folder for PDFs</source>
        <translation>โฟลเดอร์เก็บ PDF</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Words</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Public comment</source>
        <translation>ความคิดเห็นของประชาชน</translation>
    </message>
    <message>
        <source>Action item</source>
        <translation>เรื่องที่มอบหมาย</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
</context>
<context>
    <name>WriteRow</name>
    <message>
        <source>Write here; Enter keeps the paragraph</source>
        <translation>พิมพ์ที่นี่ กด Enter เพื่อเก็บย่อหน้า</translation>
    </message>
    <message>
        <source>New paragraph after this block</source>
        <translation>เพิ่มย่อหน้าต่อจากส่วนนี้</translation>
    </message>
</context>
<context>
    <name>WrittenForm</name>
    <message>
        <source>For</source>
        <translation>สนับสนุน</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>ไม่เห็นชอบ</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>เป็นกลาง</translation>
    </message>
    <message>
        <source>Written comments</source>
        <translation>ความคิดเห็นเป็นหนังสือ</translation>
    </message>
    <message>
        <source>Type a whole number, or nothing for none.</source>
        <translation>พิมพ์จำนวนเต็ม หรือเว้นว่างหากไม่มี</translation>
    </message>
</context>
<context>
    <name>YearPage</name>
    <message>
        <source>The year before</source>
        <translation>ปีก่อน</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>ปีถัดไป</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Year calendar</source>
        <extracomment>state: (ground, outline, ink, glyph in the corner)</extracomment>
        <translation>ปฏิทินรายปี</translation>
    </message>
</context>
<context>
    <name>_Cover</name>
    <message>
        <source>The public record of a neighborhood council, in one file that belongs to it.</source>
        <translation>บันทึกสาธารณะของสภาชุมชน ในไฟล์เดียวของสภาเอง</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>Works offline. No account, no server.</source>
        <translation>ใช้งานได้โดยไม่ต่อเน็ต ไม่ต้องมีบัญชี ไม่ต้องมีเซิร์ฟเวอร์</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>Name of the paper</source>
        <translation>ชื่อเอกสาร</translation>
    </message>
    <message>
        <source>Title of the item</source>
        <translation>ชื่อเรื่อง</translation>
    </message>
</context>
</TS>
