<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Leaving</name>
    <message>
        <source>A note could not be saved. Close again to leave all the same.</source>
        <translation>تعذّر حفظ ملاحظة. أغلق النافذة مرة أخرى للخروج على أيّ حال.</translation>
    </message>
    <message>
        <source>Its words lie in {path}</source>
        <translation>كلماتها محفوظة في {path}</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>Removed</source>
        <translation>أُزيلت</translation>
    </message>
    <message>
        <source>Select its words in the text, then choose “Let the note stand on these words”</source>
        <translation>حدّد كلماتها في النصّ ثم اختر «نقل الملاحظة إلى هذه الكلمات»</translation>
    </message>
    <message>
        <source>The note stands there now</source>
        <translation>الملاحظة قائمة هناك الآن</translation>
    </message>
    <message>
        <source>Notes written to a file</source>
        <translation>كُتبت الملاحظات في ملف</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed</source>
        <translation>أُضيفت {added} وتغيّرت {changed}</translation>
    </message>
    <message>
        <source>Some notes could not be read.</source>
        <translation>تعذّرت قراءة بعض الملاحظات.</translation>
    </message>
    <message>
        <source>Rename this label</source>
        <translation>إعادة تسمية هذا الوسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>There is another label of that name</source>
        <translation>هناك وسم آخر بهذا الاسم</translation>
    </message>
    <message>
        <source>Label removed; its notes stay</source>
        <translation>أُزيل الوسم وبقيت ملاحظاته</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>إفراغ المحذوفات</translation>
    </message>
    <message>
        <source>Drop for good what lies in the trash? A copy is made before.</source>
        <translation>أتُحذف المحذوفات نهائيًا؟ تُحفظ نسخة قبل ذلك.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>تعذّرت كتابة الملف.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>تأييد</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>خط أحمر</translation>
    </message>
    <message>
        <source>Ask capital</source>
        <translation>استشارة العاصمة</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>إشارة مرجعية</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>At its place</source>
        <translation>في موضعها</translation>
    </message>
    <message>
        <source>Moved with its words</source>
        <translation>انتقلت مع كلماتها</translation>
    </message>
    <message>
        <source>More than one possible place</source>
        <translation>لها أكثر من موضع محتمل</translation>
    </message>
    <message>
        <source>Its words are lost</source>
        <translation>فُقدت كلماتها</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>أُزيلت</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>باقية</translation>
    </message>
</context>
<context>
    <name>NotesHead</name>
    <message>
        <source>Filter and order</source>
        <translation>الترشيح والترتيب</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>Export, import, trash</source>
        <translation>تصدير واستيراد ومحذوفات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النصّ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>وقت التغيير</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Export for Word…</source>
        <translation>تصدير إلى Word…</translation>
    </message>
    <message>
        <source>Export as HTML…</source>
        <translation>تصدير بصيغة HTML…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>تصدير بصيغة Markdown…</translation>
    </message>
    <message>
        <source>Export as a table (CSV)…</source>
        <translation>تصدير جدولًا (CSV)…</translation>
    </message>
    <message>
        <source>Export for a colleague (JSON-LD)…</source>
        <translation>تصدير لزميل (JSON-LD)…</translation>
    </message>
    <message>
        <source>Export the open text with its notes…</source>
        <translation>تصدير النصّ المفتوح مع ملاحظاته…</translation>
    </message>
    <message>
        <source>Bring in a colleague&apos;s notes…</source>
        <translation>ضمّ ملاحظات زميل…</translation>
    </message>
    <message>
        <source>Study pad of this label</source>
        <translation>كرّاسة هذا الوسم</translation>
    </message>
    <message>
        <source>Rename this label…</source>
        <translation>إعادة تسمية هذا الوسم…</translation>
    </message>
    <message>
        <source>Remove this label</source>
        <translation>إزالة هذا الوسم</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ المحذوفات…</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>ملاحظاتي</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>تحتاج إلى نظر</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>تعارضات</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المحذوفات</translation>
    </message>
    <message>
        <source>As in the texts</source>
        <translation>بترتيب النصوص</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>الأحدث تغييرًا أولًا</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>بحسب الوثيقة</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أيّ وقت</translation>
    </message>
    <message>
        <source>Today and yesterday</source>
        <translation>اليوم وأمس</translation>
    </message>
    <message>
        <source>In the last {days} days</source>
        <translation>في آخر {days} أيام</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء ما عندي</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>أخذ ما عنده</translation>
    </message>
    <message>
        <source>Let it stand at place {number}</source>
        <translation>تثبيتها في الموضع {number}</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>ملاحظاتي</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>No note meets this filter.</source>
        <translation>لا ملاحظة توافق هذا الترشيح.</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>لا ملاحظات بعد</translation>
    </message>
    <message>
        <source>Select words, or press Alt+1 to mark the paragraph.</source>
        <translation>ظلّل عبارة، أو اضغط Alt+1 لتعليم الفقرة.</translation>
    </message>
    <message>
        <source>Search my notes</source>
        <translation>ابحث في ملاحظاتي</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Removed; undo brings it back</source>
        <translation>أُزيلت؛ التراجع يسترجعها</translation>
    </message>
    <message>
        <source>Stance taken back</source>
        <translation>سُحب الموقف</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>تمّ التراجع</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>أُعيد ما تُراجع عنه</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>لا شيء يُتراجع عنه</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>لا شيء يُعاد</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>حُفظت الملاحظة</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تظليل</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Stance on this paragraph</source>
        <translation>الموقف من هذه الفقرة</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>بلا موقف</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Let the note stand on these words</source>
        <translation>نقل الملاحظة إلى هذه الكلمات</translation>
    </message>
</context>
<context>
    <name>StudyPad</name>
    <message>
        <source>Study pad: {label}</source>
        <translation>كرّاسة الدراسة: {label}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>Open in the text</source>
        <translation>فتح في النصّ</translation>
    </message>
    <message>
        <source>No note has this label.</source>
        <translation>لا ملاحظة بهذا الوسم.</translation>
    </message>
</context>
</TS>
